import { Injectable } from '@nestjs/common';
import { type ProofState, proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { isProblemCode } from '@qafila/shared/registry/problems';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ProofRepository } from '../db/proof.repository';
import { ProofTodoRepository } from '../db/proof-todo.repository';
import { type Brief, sendingProofBlockers } from '../domain/brief';
import type { Proof } from '../domain/proof';

/** What stands against a version leaving the hands that have it. */
@Injectable()
export class JudgeProof {
  constructor(
    private readonly proofs: ProofRepository,
    private readonly todos: ProofTodoRepository,
  ) {}

  /** The next state; throws the first problem that stands against the step. */
  async next(
    tx: Tx,
    { brief, proof }: { readonly brief: Brief; readonly proof: Proof },
    step: 'hand_in' | 'send',
  ): Promise<ProofState> {
    const pages = await this.proofs.pagesOf(tx, brief, proof.assetId);
    const open = await this.todos.countOpen(tx, brief);
    const blockers = [
      ...(pages.length > 0 ? [] : ['PROOF_FILE_NOT_READY']),
      ...(open > 0 ? ['PROOF_TODOS_OPEN'] : []),
      ...(step === 'send' ? sendingProofBlockers(brief) : []),
    ];
    // A brief that waits for an answer, or is over, sends nothing.
    if (brief.state !== 'in_design') throw new Problem('WRONG_STATE');
    const verdict = decide(proofLifecycle, { state: proof.state, step }, { blockers });
    if (verdict.ok) return verdict.to;
    const [code = 'WRONG_STATE'] = verdict.reasons;
    if (code === 'PROOF_TODOS_OPEN') throw new Problem(code, { count: open });
    throw new Problem(isProblemCode(code) ? code : 'WRONG_STATE');
  }
}
