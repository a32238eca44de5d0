import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { matchPlace } from '../db/line.mapper';
import { MatchRepository, type StoredMatch } from '../db/match.repository';

/** Another difference written off with a proposal that stays as it is otherwise. */
@Injectable()
export class WriteOff {
  constructor(
    private readonly matches: MatchRepository,
    private readonly cipher: FieldCipher,
  ) {}

  async run(tx: Tx, match: StoredMatch, reason: string): Promise<void> {
    const sealer = await this.cipher.sealerFor(null);
    const written = await this.matches.writeOff(tx, match, sealer.seal(matchPlace(match.id), reason));
    if (written !== 1) throw new Problem('STALE_RECORD');
  }
}
