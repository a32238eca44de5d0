import { Injectable } from '@nestjs/common';
import { LINK_REQUESTS, LINK_TRIES } from '@qafila/shared/identity/identity.rules';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { networkOf } from '../domain/network';
import { LinkTries } from '../identity.api';
import { RateLimit } from './rate-limit';
import { networkBucket } from './register';

/** A network has one count for the links of all modules; a link has its own, wherever it is tried from. */
@Injectable()
export class CountLinkTries extends LinkTries {
  constructor(
    private readonly limit: RateLimit,
    private readonly index: BlindIndex,
  ) {
    super();
  }

  async count({ ip, token }: { readonly ip: string; readonly token: string }): Promise<void> {
    // The network first: whoever tries tokens at random fills the table of counters no further than its limit.
    await this.limit.count(networkBucket(networkOf(ip)), LINK_REQUESTS.value);
    await this.limit.count(`links/token/${this.index.ofToken(token)}`, LINK_TRIES.value);
  }
}
