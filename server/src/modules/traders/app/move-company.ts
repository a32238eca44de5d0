import { Injectable } from '@nestjs/common';
import type { CompanyState } from '@qafila/shared/access/roles';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { companyLifecycle } from '@qafila/shared/traders/traders.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { People } from '../../identity/identity.api';
import { COMPANY_MOVED, type CompanyMoved } from '../acting.api';
import { TraderListRepository } from '../db/trader-list.repository';

type Step = CompanyMoved['step'];
const EVENT = {
  suspend: 'traders.company_suspended',
  activate: 'traders.company_returned',
  close: 'traders.company_closed',
} as const;

/** Suspends, returns or closes a company, with a reason. Its people's sessions follow the state at their next call. */
@Injectable()
export class MoveCompany {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly people: People,
    private readonly traders: TraderListRepository,
  ) {}

  /** Throws `NOT_FOUND`, `WRONG_STATE`. */
  run(actor: Actor, given: { id: string; step: Step; reason: string }): Promise<{ state: CompanyState }> {
    const { id, step, reason } = given;
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const state = await this.traders.lockState(tx, id);
      const verdict = decide(companyLifecycle, { state, step }, undefined);
      // A pending company becomes active by the approval of its application and by nothing else.
      if (!verdict.ok || (step === 'activate' && state === 'pending')) throw new Problem('WRONG_STATE');
      await this.traders.move(tx, { id, from: state, to: verdict.to });
      if (step === 'close') await this.signOut(tx, id);
      await this.audit.record(tx, {
        event: EVENT[step],
        companyId: id,
        subject: { kind: 'company', id },
        before: { state },
        after: { state: verdict.to },
        words: reason,
      });
      await this.outbox.record(tx, { type: COMPANY_MOVED, companyId: id, payload: { step, reason } });
      return { state: verdict.to };
    });
  }

  private async signOut(tx: Tx, companyId: string): Promise<void> {
    const personIds = await this.traders.memberIds(tx, companyId);
    if (personIds.length > 0)
      await this.people.endSessions(tx, { personIds, companyId, reason: 'company closed' });
  }
}
