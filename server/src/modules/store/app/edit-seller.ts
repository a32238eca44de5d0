import { Injectable } from '@nestjs/common';
import type { SellerIdentityInput } from '@qafila/shared/store/seller-fields';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { SellerAccount } from '../../payments/payments.api';
import { SellerSettingsRepository } from '../db/seller-settings.repository';

/** Changes names, addresses and numbers of the seller. The leak scan reads them from the next parcel on. */
@Injectable()
export class EditSeller {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly seller: SellerAccount,
    private readonly settings: SellerSettingsRepository,
  ) {}

  run(actor: Actor, given: { version: number; identity: SellerIdentityInput }): Promise<{ version: number }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const before: Readonly<Record<string, unknown>> = { ...(await this.seller.read(tx)).identity };
      const version = await this.settings.writeIdentity(tx, given.identity, given.version);
      const after: Readonly<Record<string, unknown>> = { ...given.identity };
      const changed = Object.keys(after).filter((key) => !isSame(before[key], after[key]));
      const pick = (from: Readonly<Record<string, unknown>>): Record<string, unknown> =>
        Object.fromEntries(changed.map((key) => [key, from[key]]));
      await this.audit.record(tx, {
        event: 'store.seller_changed',
        companyId: null,
        subject: { kind: 'seller', id: '1' },
        before: pick(before),
        after: { ...pick(after), version },
      });
      return { version };
    });
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
