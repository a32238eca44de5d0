import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { IdentityListRepository } from '../db/identity-list.repository';
import { buildDenyList, type DenyList, type OwnIdentity } from '../domain/deny-list';

/** Puts the two deny-lists together for what one company shows. Needs a scope that sees every company. */
@Injectable()
export class DenyLists {
  constructor(
    private readonly identities: IdentityListRepository,
    private readonly cipher: FieldCipher,
  ) {}

  async of(
    tx: Tx,
    companyId: string,
    given: { readonly own: OwnIdentity; readonly vocabulary: readonly string[] },
  ): Promise<DenyList> {
    const { identity, ibans } = await this.identities.seller(tx);
    const sealer = await this.cipher.sealerFor(null);
    return buildDenyList({
      seller: { ...identity, ibans: ibans.map(({ sealed, ...place }) => sealer.open(place, sealed)) },
      others: await this.identities.others(tx, companyId),
      ...given,
    });
  }
}
