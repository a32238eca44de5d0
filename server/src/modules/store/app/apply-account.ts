import { Injectable } from '@nestjs/common';
import { maskedIban } from '@qafila/shared/payments/iban';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';
import { Outbox } from '../../../platform/outbox/outbox';
import { SellerAccount } from '../../payments/payments.api';
import { AccountChangeRepository } from '../db/account-change.repository';
import { SellerSettingsRepository } from '../db/seller-settings.repository';
import { ACCOUNT_CHANGE_MOVED } from '../store.api';

/** Puts an approved account in force when its 24 hours are over. Until then everybody reads the old one. */
@Injectable()
export class ApplyAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly seller: SellerAccount,
    private readonly settings: SellerSettingsRepository,
    private readonly changes: AccountChangeRepository,
  ) {}

  @Job({ name: 'store.apply_account', cron: '* * * * *' })
  run(): Promise<void> {
    return this.unitOfWork.runApart(systemScope('account change'), async (tx) => {
      const at = this.clock.now();
      for (const change of await this.changes.due(tx, at)) {
        const { iban, ibanHash } = await this.seller.read(tx);
        await this.changes.takeEffect(tx, { id: change.id, at, replaced: { iban, ibanHash } });
        await this.settings.writeAccount(tx, change.account, change.ibanHash);
        await this.audit.record(tx, {
          event: 'store.account_in_force',
          companyId: null,
          subject: { kind: 'account_change', id: change.id },
          before: { iban: maskedIban(iban) },
          after: { iban: maskedIban(change.account.iban) },
        });
        await this.outbox.record(tx, {
          type: ACCOUNT_CHANGE_MOVED,
          companyId: null,
          payload: { changeId: change.id, step: 'take_effect' },
        });
      }
    });
  }
}
