import { Injectable } from '@nestjs/common';
import { APPROVAL_STATEMENT } from '@qafila/shared/branding/approval-statement';
import { checklistOf } from '@qafila/shared/branding/decisions.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ApprovalFactsRepository } from '../db/approval-facts.repository';
import { ProofDecisionRepository } from '../db/proof-decision.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { openNotesOf, type Sealed, sealedFields } from '../domain/approval';
import type { Brief } from '../domain/brief';
import type { Proof } from '../domain/proof';

/** Puts together what an approval of a version signs, and seals it; for reading and for signing alike. */
@Injectable()
export class SealApproval {
  constructor(
    private readonly facts: ApprovalFactsRepository,
    private readonly notes: ProofNoteRepository,
    private readonly decisions: ProofDecisionRepository,
  ) {}

  async of(tx: Tx, at: { readonly brief: Brief; readonly proof: Proof }): Promise<Sealed> {
    const signed = await this.facts.signed(tx, at);
    const openNotes = openNotesOf(await this.notes.of(tx, at.proof, ['shared']));
    const approvals = await this.decisions.approvals(tx, at.proof);
    const statement = APPROVAL_STATEMENT.version;
    const [contentHash = '', seal = ''] = await this.decisions.hashesOf(tx, [
      signed,
      sealedFields(at, { signed, openNotes, statement }),
    ]);
    const checklist = checklistOf(at.brief.languages);
    return { signed, openNotes, checklist, approvals, contentHash, seal };
  }
}
