import { Injectable } from '@nestjs/common';
import { APPROVAL_STATEMENT } from '@qafila/shared/branding/approval-statement';
import { APPROVALS_AT_LEAST, checklistOf } from '@qafila/shared/branding/decisions.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Approvers } from '../briefs.api';
import { ApprovalFactsRepository } from '../db/approval-facts.repository';
import { ProofDecisionRepository } from '../db/proof-decision.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { neededOf, openNotesOf, type Sealed, sealedFields } from '../domain/approval';
import type { Brief } from '../domain/brief';
import type { Proof } from '../domain/proof';

/** Puts together what an approval of a version signs, and seals it; for reading and for signing alike. */
@Injectable()
export class SealApproval {
  constructor(
    private readonly facts: ApprovalFactsRepository,
    private readonly notes: ProofNoteRepository,
    private readonly decisions: ProofDecisionRepository,
    private readonly approvers: Approvers,
  ) {}

  async of(tx: Tx, at: { readonly brief: Brief; readonly proof: Proof }): Promise<Sealed> {
    const signed = await this.facts.signed(tx, at);
    const openNotes = openNotesOf(await this.notes.of(tx, at.proof, ['shared']));
    const approvals = await this.decisions.approvalsOfContent(tx, at.proof, signed);
    const { approvalsNeeded: asked, companyId } = at.brief;
    // One is never too many, whoever may give it.
    const approvers = asked > APPROVALS_AT_LEAST.value ? await this.approvers.of(tx, companyId) : [];
    const needed = neededOf(at.brief, { approvers, given: approvals });
    const statement = APPROVAL_STATEMENT.version;
    const fields = sealedFields(at, { signed, openNotes, statement, needed });
    const [contentHash = '', seal = ''] = await this.decisions.hashesOf(tx, [signed, fields]);
    const checklist = checklistOf(at.brief.languages);
    return { signed, openNotes, checklist, approvals, needed, contentHash, seal };
  }
}
