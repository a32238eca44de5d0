import { Injectable } from '@nestjs/common';
import { proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { takesNotes, takesReplies } from '@qafila/shared/branding/proof-notes.rules';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Assets } from '../assets.api';
import { BriefFactsRepository, type VersionFacts } from '../db/brief-facts.repository';
import { ProofMarkRepository } from '../db/proof-mark.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { ProofTodoRepository, type Todo } from '../db/proof-todo.repository';
import { type Brief, sendingProofBlockers } from '../domain/brief';
import { action, isoOf } from '../domain/brief-reply';
import type { Proof } from '../domain/proof';
import { designThreadsOf, proofHeadOf } from '../domain/proof-reply';

/** A version as the design team sees it, with internal notes and the to-dos of the brief. */
@Injectable()
export class DescribeDesignProof {
  constructor(
    private readonly facts: BriefFactsRepository,
    private readonly notes: ProofNoteRepository,
    private readonly todos: ProofTodoRepository,
    private readonly marks: ProofMarkRepository,
    private readonly assets: Assets,
  ) {}

  async of(tx: Tx, actor: Actor, { brief, proof }: { brief: Brief; proof: Proof }): Promise<DesignProofView> {
    const { brand } = await this.facts.around(tx, brief);
    const { pages, ...preflight } = await this.assets.judgedFor(tx, proof);
    const notes = await this.notes.of(tx, proof, ['shared', 'internal']);
    const todos = await this.todos.of(tx, brief);
    const marks = await this.marks.of(tx, proof);
    const versions = await this.facts.versions(tx, brief, false);
    const own = versions.find((version) => version.id === proof.id);
    return {
      ...proofHeadOf(brief, proof, pages),
      preflight,
      actions: actionsOf(actor, { brief, proof, todos }),
      brand: { code: brand.code, nameLatin: brand.nameLatin, nameArabic: brand.nameArabic },
      madeBy: own?.madeBy ?? '',
      isMaker: proof.madeBy === actor.personId,
      sentBackFor: proof.sentBackFor,
      marks: {
        viewed: marks.filter((mark) => mark.viewedAt !== null).length,
        commented: marks.filter((mark) => mark.commentedAt !== null).length,
        decided: marks.filter((mark) => mark.decidedAt !== null).length,
      },
      notes: designThreadsOf(notes, { side: 'store', personId: actor.personId, version: proof.version }),
      todos: todos.map(todoOf),
      versions: versions.map(versionOf),
    };
  }
}

const todoOf = (todo: Todo) => ({
  id: todo.id,
  position: todo.position,
  text: todo.text,
  isDone: todo.doneAt !== null,
  doneAt: isoOf(todo.doneAt),
  notes: [...todo.notes],
  fromVersion: todo.fromVersion,
});

const versionOf = (version: VersionFacts) => ({
  id: version.id,
  version: version.version,
  state: version.state,
  assetId: version.assetId,
  sentAt: isoOf(version.sentAt),
});

function actionsOf(
  actor: Actor,
  { brief, proof, todos }: { brief: Brief; proof: Proof; todos: readonly Todo[] },
) {
  const isOpen = proof.lockedAt === null;
  const isMine = brief.assigneeId === null || brief.assigneeId === actor.personId;
  const mayWork = may(actor, 'design:work') && isOpen;
  const isGate =
    may(actor, 'design:gate') && proof.madeBy !== actor.personId && brief.assigneeId !== actor.personId;
  const openTodos = todos.some((todo) => todo.doneAt === null);
  const blockers = openTodos ? ['PROOF_TODOS_OPEN'] : [];
  const sending = [...blockers, ...sendingProofBlockers(brief)];
  const step = (name: 'hand_in' | 'send_back' | 'send', is: boolean, reasons: readonly string[]) => {
    const verdict = decide(proofLifecycle, { state: proof.state, step: name }, { blockers: reasons });
    if (verdict.ok || !is)
      return action(name, verdict.ok && is, name === 'hand_in' ? 'BRIEF_TAKEN' : 'PROOF_OWN_GATE');
    return { step: name, allowed: false, reasons: [...verdict.reasons] };
  };
  return [
    action('replace_file', mayWork && isMine && proof.state === 'draft'),
    step('hand_in', mayWork && isMine, blockers),
    step('send_back', isGate, []),
    step('send', isGate, sending),
    action('note', mayWork && takesNotes('store', proof.state)),
    action('reply', mayWork && takesReplies(proof.state)),
    action('fold', isGate && isOpen, isOpen ? 'PROOF_OWN_GATE' : 'PROOF_LOCKED'),
    action('tick', mayWork && isMine, isOpen ? 'BRIEF_TAKEN' : 'PROOF_LOCKED'),
  ];
}
