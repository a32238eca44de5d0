import { Injectable } from '@nestjs/common';
import { proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { DecisionView } from '@qafila/shared/branding/decision-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { CHANGES_REQUIRED } from '../briefs.api';
import { ProofRepository } from '../db/proof.repository';
import { ProofDecisionRepository } from '../db/proof-decision.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { isDecidable, openNotesOf } from '../domain/approval';
import { decisionOf } from '../domain/approval-reply';
import { GiveBack } from './give-back';
import { RecordDecision } from './record-decision';

/** Sends a version back for changes. One person's word is enough, whatever others have approved. */
@Injectable()
export class RequireChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly notes: ProofNoteRepository,
    private readonly decisions: ProofDecisionRepository,
    private readonly giveBack: GiveBack,
    private readonly decision: RecordDecision,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    text: string | null,
  ): Promise<DecisionView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const held = await this.proofs.holdRevision(tx, at);
      const was = held.proof;
      const verdict = decide(proofLifecycle, { state: was.state, step: 'require_changes' }, { blockers: [] });
      if (!verdict.ok || !isDecidable(held.brief)) throw new Problem('WRONG_STATE');
      const open = openNotesOf(await this.notes.of(tx, was, ['shared']));
      if (open.length === 0 && text === null) throw new Problem('CHANGES_EMPTY');
      const messageId = text === null ? null : await this.giveBack.say(tx, actor, { ...held, text });
      const content = { openNotes: open.map((note) => note.id), messageId };
      const hash = await this.decision.write(tx, actor, { ...held, decision: 'changes_required', content });
      // Not locked: the gatekeeper folds its notes while the next version is made.
      const proof = await this.proofs.advance(tx, was, { to: verdict.to, decidedAt: this.clock.now() });
      const brief = await this.giveBack.turn(tx, held.brief);
      await this.decision.tell(tx, {
        ...{ was, proof, decision: 'changes_required', type: CHANGES_REQUIRED },
        after: { openNotes: open.length, messageId, hash },
        ...(text === null ? {} : { words: text }),
      });
      const approvals = await this.decisions.approvals(tx, proof, null);
      const made = {
        decision: 'changes_required',
        hash,
        approvals,
        needed: brief.approvalsNeeded,
        specId: null,
      } as const;
      return decisionOf(actor, { brief, proof }, made);
    });
  }
}
