import { Injectable } from '@nestjs/common';
import { maskedIban } from '@qafila/shared/payments/iban';
import type { SellerAccountInput } from '@qafila/shared/store/seller-fields';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { SellerAccount } from '../../payments/payments.api';
import { AccountChangeRepository } from '../db/account-change.repository';
import { ACCOUNT_CHANGE_MOVED } from '../store.api';

/** The first of two people: proposes another account. Nothing changes until a second person and 24 hours. */
@Injectable()
export class ProposeAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly index: BlindIndex,
    private readonly seller: SellerAccount,
    private readonly changes: AccountChangeRepository,
  ) {}

  run(actor: Actor, account: SellerAccountInput): Promise<{ id: string }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const current = await this.seller.read(tx);
      const ibanHash = this.index.ofIban(account.iban);
      if (ibanHash === current.ibanHash && account.bic === current.bic) throw new Problem('ACCOUNT_SAME');
      const id = await this.changes.propose(tx, {
        account,
        ibanHash,
        personId: actor.personId,
        at: this.clock.now(),
      });
      await this.audit.record(tx, {
        event: 'store.account_proposed',
        companyId: null,
        subject: { kind: 'account_change', id },
        before: { iban: maskedIban(current.iban), bic: current.bic },
        after: { iban: maskedIban(account.iban), bic: account.bic },
      });
      await this.outbox.record(tx, {
        type: ACCOUNT_CHANGE_MOVED,
        companyId: null,
        payload: { changeId: id, step: 'propose' },
      });
      return { id };
    });
  }
}
