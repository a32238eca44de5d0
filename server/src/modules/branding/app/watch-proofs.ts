import { Injectable } from '@nestjs/common';
import { briefLifecycle, proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { PROOF_REMINDER_HOURS, remindersDue } from '@qafila/shared/branding/brief-clock.rules';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { PROOF_EXPIRED, PROOF_REMINDED } from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';
import { ProofRepository } from '../db/proof.repository';
import { ProofWatchRepository, type WaitingProof } from '../db/proof-watch.repository';
import { type Brief, briefFacts } from '../domain/brief';

const AT_ONCE = 200;

/** Brings unanswered proofs to mind, and lets them expire in the end: silence never approves. Safe to repeat. */
@Injectable()
export class WatchProofs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watched: ProofWatchRepository,
    private readonly briefs: BriefRepository,
    private readonly proofs: ProofRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    const scope = systemScope('proofs without an answer');
    const now = this.clock.now();
    const over = await this.unitOfWork.run(scope, (tx) => this.watched.expiring(tx, { now, limit: AT_ONCE }));
    for (const each of over) await this.unitOfWork.run(scope, (tx) => this.expire(tx, each));
    await this.unitOfWork.run(scope, (tx) => this.remind(tx, now));
  }

  /** All that are due, with one statement each for the count, the audit and the telling. */
  private async remind(tx: Tx, now: Date): Promise<void> {
    const hours = PROOF_REMINDER_HOURS.value;
    const due = await this.watched.toRemind(tx, { now, hours, limit: AT_ONCE });
    if (due.length === 0) return;
    const noted = new Set(
      await this.watched.noteReminders(
        tx,
        due.map((proof) => ({
          id: proof.id,
          before: proof.reminded,
          reminded: remindersDue(proof.sentAt, now),
        })),
      ),
    );
    const told = due.filter((proof) => noted.has(proof.id));
    await this.audit.recordAll(
      tx,
      told.map((proof) => ({
        event: 'branding.proof_reminded',
        companyId: proof.companyId,
        subject: { kind: 'proof', id: proof.id },
        after: { reminder: remindersDue(proof.sentAt, now) },
      })),
    );
    await this.outbox.recordAll(
      tx,
      told.map((proof) => ({
        type: PROOF_REMINDED,
        companyId: proof.companyId,
        payload: { briefId: proof.briefId, proofId: proof.id },
      })),
    );
  }

  private async expire(tx: Tx, waiting: WaitingProof): Promise<void> {
    const { brief, proof } = await this.proofs.hold(tx, waiting.id);
    const now = this.clock.now();
    const verdict = decide(proofLifecycle, { state: proof.state, step: 'expire' }, { blockers: [] });
    // Answered, or expired by another worker, between the list and the lock.
    if (!verdict.ok) return;
    const expired = await this.proofs.advance(tx, proof, { to: verdict.to, lockedAt: now });
    const held = await this.hold(tx, brief, now);
    await this.audit.record(tx, {
      event: 'branding.proof_expired',
      companyId: brief.companyId,
      subject: { kind: 'proof', id: proof.id },
      before: { state: proof.state, brief: brief.state },
      after: { state: expired.state, brief: held.state },
    });
    await this.outbox.record(tx, {
      type: PROOF_EXPIRED,
      companyId: brief.companyId,
      payload: { briefId: brief.id, proofId: proof.id, version: proof.version },
    });
  }

  /** The brief waits; a version that nobody answered uses no round. The turn stays with the trader. */
  private async hold(tx: Tx, brief: Brief, at: Date): Promise<Brief> {
    const verdict = decide(briefLifecycle, { state: brief.state, step: 'hold' }, briefFacts(brief));
    if (!verdict.ok) return brief;
    const roundsUsed = Math.max(0, brief.roundsUsed - 1);
    return this.briefs.advance(tx, brief, { to: verdict.to, at, roundsUsed });
  }
}
