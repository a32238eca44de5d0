import { Injectable } from '@nestjs/common';
import type { ProofDecision } from '@qafila/shared/branding/decisions.rules';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Outbox } from '../../../platform/outbox/outbox';
import { ProofDecisionRepository } from '../db/proof-decision.repository';
import { ProofMarkRepository } from '../db/proof-mark.repository';
import type { Brief } from '../domain/brief';
import type { Proof } from '../domain/proof';

const AUDITED = {
  approved: 'branding.proof_approved',
  changes_required: 'branding.changes_required',
  rejected: 'branding.proof_rejected',
} as const satisfies Record<ProofDecision, string>;

/** Writes what a trader decided about a version: the chained record, the mark, the audit row and the event. */
@Injectable()
export class RecordDecision {
  constructor(
    private readonly decisions: ProofDecisionRepository,
    private readonly marks: ProofMarkRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Answers the hash of the record. Called while the brief is held, before the version moves. */
  async write(
    tx: Tx,
    actor: Actor,
    made: {
      readonly brief: Brief;
      readonly proof: Proof;
      readonly decision: ProofDecision;
      readonly content: object;
    },
  ): Promise<string> {
    const { brief, proof, decision } = made;
    const at = this.clock.now();
    const content = { briefId: brief.id, version: proof.version, ...made.content };
    const by = { id: newId(), decision, personId: actor.personId, at };
    const hash = await this.decisions.add(tx, proof, { ...by, content });
    await this.marks.mark(tx, proof, { personId: actor.personId, kind: 'decided', at });
    return hash;
  }

  /** Tells of it, once the version has moved. */
  async tell(
    tx: Tx,
    made: {
      readonly was: Proof;
      readonly proof: Proof;
      readonly decision: ProofDecision;
      readonly type: string;
      readonly after: Readonly<Record<string, unknown>>;
      readonly words?: string;
    },
  ): Promise<void> {
    const { was, proof } = made;
    await this.audit.record(tx, {
      event: AUDITED[made.decision],
      companyId: proof.companyId,
      subject: { kind: 'proof', id: proof.id },
      before: { state: was.state },
      after: { state: proof.state, version: proof.version, ...made.after },
      ...(made.words === undefined ? {} : { words: made.words }),
    });
    await this.outbox.record(tx, {
      type: made.type,
      companyId: proof.companyId,
      payload: { briefId: proof.briefId, proofId: proof.id, version: proof.version },
    });
  }
}
