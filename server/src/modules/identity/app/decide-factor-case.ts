import { Injectable } from '@nestjs/common';
import { factorCaseLifecycle } from '@qafila/shared/identity/factor-case.lifecycle';
import { LOST_FACTOR_WAIT_HOURS } from '@qafila/shared/identity/identity.rules';
import type { FactorCaseView } from '@qafila/shared/identity/lost-factor.contract';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { FactorCaseRepository } from '../db/factor-case.repository';
import { DueMails } from './due-mails';
import { FactorCaseDesk, notePlace } from './factor-case-desk';

export interface Decision {
  readonly id: string;
  readonly version: number;
  readonly note: string;
  readonly decision: 'approve' | 'refuse';
}

/** Staff approve or refuse a case; two different people approve, and the second approval starts the wait. */
@Injectable()
export class DecideFactorCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: FactorCaseRepository,
    private readonly cipher: FieldCipher,
    private readonly desk: FactorCaseDesk,
    private readonly mails: DueMails,
    private readonly audit: Audit,
  ) {}

  /** Throws `NOT_FOUND`, `NOT_ALLOWED` for one's own case, `WRONG_STATE`, `SECOND_PERSON_NEEDED`, `STALE_RECORD`. */
  run(actor: Actor, given: Decision): Promise<FactorCaseView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const before = await this.desk.view(tx, actor, given.id);
      if (before.person.id === actor.personId) throw new Problem('NOT_ALLOWED');
      const verdict = decide(
        factorCaseLifecycle,
        { state: before.state, step: stepOf(before, given) },
        undefined,
      );
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      if (given.decision === 'approve' && !before.canApprove) throw new Problem('SECOND_PERSON_NEEDED');
      const waitUntil =
        verdict.to === 'approved'
          ? new Date(this.clock.now().getTime() + LOST_FACTOR_WAIT_HOURS.value * 3_600_000)
          : null;
      const { id, version } = given;
      const step = { id, version, from: before.state, to: verdict.to, waitUntil };
      if (!(await this.cases.advance(tx, step))) throw new Problem('STALE_RECORD');
      await this.note(tx, actor, { ...given, position: before.decisions.length + 1 });
      await this.tell(tx, before, { to: verdict.to, waitUntil });
      return this.desk.view(tx, actor, given.id);
    });
  }

  private async note(tx: Tx, actor: Actor, given: Decision & { position: number }): Promise<void> {
    const sealer = await this.cipher.sealerFor(null);
    await tx.query(
      `insert into factor_case_decisions (case_id, position, staff_id, decision, note_enc, at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        given.id,
        given.position,
        actor.personId,
        given.decision,
        sealer.seal(notePlace(given.id, given.position), given.note),
        this.clock.now(),
      ],
    );
  }

  private async tell(
    tx: Tx,
    before: FactorCaseView,
    after: { to: string; waitUntil: Date | null },
  ): Promise<void> {
    await this.audit.record(tx, {
      event: after.to === 'refused' ? 'identity.factor_case_refused' : 'identity.factor_case_approved',
      companyId: before.company?.id ?? null,
      subject: { kind: 'factor-case', id: before.id },
      before: { state: before.state },
      after: { state: after.to },
    });
    const personId = before.person.id;
    if (after.to === 'refused') await this.mails.ask(tx, { kind: 'lost_factor_refused', personId });
    if (after.waitUntil) {
      const facts = { waitUntil: after.waitUntil.toISOString() };
      await this.mails.ask(tx, { kind: 'lost_factor_approved', personId, facts });
    }
  }
}

function stepOf(before: FactorCaseView, given: Decision): 'approve' | 'approve_second' | 'refuse' {
  if (given.decision === 'refuse') return 'refuse';
  return before.state === 'open' ? 'approve' : 'approve_second';
}
