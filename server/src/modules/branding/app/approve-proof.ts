import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import { APPROVAL_STATEMENT } from '@qafila/shared/branding/approval-statement';
import { briefLifecycle, proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { DecisionView } from '@qafila/shared/branding/decision-views';
import type { approveProof } from '@qafila/shared/branding/decisions.contract';
import { isSameSet, missingOf } from '@qafila/shared/branding/decisions.rules';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { isProblemCode } from '@qafila/shared/registry/problems';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { APPROVAL_GIVEN, PROOF_APPROVED } from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';
import { ProofRepository } from '../db/proof.repository';
import { ProofDecisionRepository } from '../db/proof-decision.repository';
import { approvalBlockers, isDecidable, isGivenBy, type Sealed } from '../domain/approval';
import { decisionOf } from '../domain/approval-reply';
import { type Brief, briefFacts } from '../domain/brief';
import type { Proof } from '../domain/proof';
import { MakeSpec } from './make-spec';
import { PassTurn } from './pass-turn';
import { RecordDecision } from './record-decision';
import { SealApproval } from './seal-approval';

type Ticked = InputOf<typeof approveProof>['body'];
interface Held {
  readonly brief: Brief;
  readonly proof: Proof;
}

/** Approves what was read under its seal. The last approval needed closes proof and brief and makes the spec. */
@Injectable()
export class ApproveProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly proofs: ProofRepository,
    private readonly decisions: ProofDecisionRepository,
    private readonly seal: SealApproval,
    private readonly decision: RecordDecision,
    private readonly turn: PassTurn,
    private readonly spec: MakeSpec,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    ticked: Ticked,
  ): Promise<DecisionView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const held = await this.proofs.holdRevision(tx, at);
      const sealed = await this.seal.of(tx, held);
      refuse(actor, held, { sealed, ticked });
      const hash = await this.decision.write(tx, actor, {
        ...held,
        decision: 'approved',
        content: contentOf(sealed),
      });
      const approvals = await this.decisions.approvals(tx, held.proof, sealed.contentHash);
      const isLast = approvals.length >= sealed.needed;
      const { proof, specId } = isLast ? await this.close(tx, held, sealed) : { ...held, specId: null };
      await this.decision.tell(tx, {
        ...{ was: held.proof, proof, decision: 'approved', type: isLast ? PROOF_APPROVED : APPROVAL_GIVEN },
        after: { approval: approvals.length, needed: sealed.needed, hash, specId },
      });
      const { needed } = sealed;
      return decisionOf(actor, { ...held, proof }, { decision: 'approved', hash, approvals, needed, specId });
    });
  }

  /** Nothing is open any more: neither version nor brief, nor a later version that somebody has begun. */
  private async close(
    tx: Tx,
    { brief, proof }: Held,
    sealed: Sealed,
  ): Promise<{ proof: Proof; specId: string }> {
    const at = this.clock.now();
    const approved = await this.proofs.advance(tx, proof, {
      to: proofLifecycle.steps.approve.to,
      decidedAt: at,
      lockedAt: at,
    });
    const from = proofLifecycle.steps.supersede.from;
    await this.proofs.advanceOlder(tx, brief, { before: null, from, at });
    const verdict = decide(briefLifecycle, { state: brief.state, step: 'approve' }, briefFacts(brief));
    if (!verdict.ok) throw new Problem('WRONG_STATE');
    const times = await this.turn.to(tx, brief, { side: null });
    await this.briefs.advance(tx, brief, { to: verdict.to, at, ...times });
    return { proof: approved, specId: await this.spec.of(tx, approved, sealed) };
  }
}

/** Throws the first thing that stands against signing. */
function refuse(actor: Actor, { brief, proof }: Held, given: { sealed: Sealed; ticked: Ticked }): void {
  const { sealed, ticked } = given;
  const isGiven = isGivenBy(actor.personId, sealed);
  const blockers = [...(isGiven ? ['APPROVAL_GIVEN'] : []), ...approvalBlockers(sealed.signed)];
  const verdict = decide(proofLifecycle, { state: proof.state, step: 'approve' }, { blockers });
  const [code] = verdict.ok ? [] : verdict.reasons;
  if (code !== undefined) throw new Problem(isProblemCode(code) ? code : 'WRONG_STATE');
  if (!isDecidable(brief)) throw new Problem('WRONG_STATE');
  if (ticked.seal !== sealed.seal) throw new Problem('APPROVAL_CHANGED');
  const keys = sealed.checklist.map((item) => item.key);
  const count = missingOf(keys, ticked.checklist);
  if (count > 0) throw new Problem('CHECKLIST_OPEN', { count });
  const open = sealed.openNotes.map((note) => note.id);
  if (!isSameSet(open, ticked.openNotes)) throw new Problem('OPEN_NOTES_DIFFER', { count: open.length });
}

/** What the record says beside who, when and which version. */
const contentOf = (sealed: Sealed) => ({
  seal: sealed.seal,
  hashes: {
    file: sealed.signed.artwork.sha256,
    spec: sealed.signed.packaging?.sha256 ?? null,
    content: sealed.contentHash,
  },
  checklist: sealed.checklist.map((item) => item.key),
  openNotes: sealed.openNotes.map((note) => note.id),
  statement: APPROVAL_STATEMENT.version,
  needed: sealed.needed,
});
