import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { maskedIban } from '@qafila/shared/payments/iban';
import { accountChangeLifecycle } from '@qafila/shared/store/store.lifecycle';
import { ACCOUNT_CHANGE_HOURS } from '@qafila/shared/store/store.rules';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { type AccountChange, AccountChangeRepository } from '../db/account-change.repository';
import { ACCOUNT_CHANGE_MOVED } from '../store.api';

const HOUR_MS = 3_600_000;

/** The second of two people approves a change of the account; either of them, or anybody of the desk, stops it. */
@Injectable()
export class DecideAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly index: BlindIndex,
    private readonly changes: AccountChangeRepository,
  ) {}

  /** `iban` is what the approver saw. Throws `SECOND_PERSON_NEEDED`, `WRONG_STATE`, `REVIEW_CHANGED`. */
  approve(actor: Actor, given: { id: string; iban: string }): Promise<{ effectiveAt: string }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const change = await this.lockFor(tx, { id: given.id, step: 'approve', actor });
      if (this.index.ofIban(given.iban) !== change.ibanHash) throw new Problem('REVIEW_CHANGED');
      const at = this.clock.now();
      const effectiveAt = new Date(at.getTime() + ACCOUNT_CHANGE_HOURS.value * HOUR_MS);
      await this.changes.approve(tx, { id: change.id, personId: actor.personId, at, effectiveAt });
      await this.tell(tx, change, 'approve');
      return { effectiveAt: effectiveAt.toISOString() };
    });
  }

  withdraw(actor: Actor, id: string): Promise<{ done: true }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const change = await this.lockFor(tx, { id, step: 'withdraw', actor });
      await this.changes.withdraw(tx, { id, personId: actor.personId, at: this.clock.now() });
      await this.tell(tx, change, 'withdraw');
      return { done: true as const };
    });
  }

  private async lockFor(
    tx: Tx,
    asked: { id: string; step: 'approve' | 'withdraw'; actor: Actor },
  ): Promise<AccountChange> {
    const change = await this.changes.lock(tx, asked.id);
    const facts = { isOwn: change.proposedBy === asked.actor.personId };
    const verdict = decide(accountChangeLifecycle, { state: change.state, step: asked.step }, facts);
    if (!verdict.ok)
      throw new Problem(verdict.code === 'WRONG_STATE' ? 'WRONG_STATE' : 'SECOND_PERSON_NEEDED');
    return change;
  }

  private async tell(tx: Tx, change: AccountChange, step: 'approve' | 'withdraw'): Promise<void> {
    await this.audit.record(tx, {
      event: step === 'approve' ? 'store.account_approved' : 'store.account_withdrawn',
      companyId: null,
      subject: { kind: 'account_change', id: change.id },
      after: { iban: maskedIban(change.account.iban), bic: change.account.bic },
    });
    await this.outbox.record(tx, {
      type: ACCOUNT_CHANGE_MOVED,
      companyId: null,
      payload: { changeId: change.id, step },
    });
  }
}
