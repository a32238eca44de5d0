import { Injectable } from '@nestjs/common';
import { placeOn } from '@qafila/shared/branding/proof-notes.rules';
import type { DesignProofView, ProofPageView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ProofRepository } from '../db/proof.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import type { Proof } from '../domain/proof';
import { DescribeDesignProof } from './describe-design-proof';
import { refuseOthers } from './refuse-others';

/** Another file for a version that is still with its maker; notes stay where they are, or move onto the page. */
@Injectable()
export class ReplaceProofFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly notes: ProofNoteRepository,
    private readonly describe: DescribeDesignProof,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    assetId: string,
  ): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { brief, proof } = await this.proofs.holdRevision(tx, at);
      refuseOthers(actor, brief);
      if (proof.state !== 'draft') throw new Problem('WRONG_STATE');
      const pages = await this.proofs.pagesOf(tx, brief, assetId);
      if (pages.length === 0) throw new Problem('PROOF_FILE_NOT_READY');
      const next = await this.proofs.advance(tx, proof, {
        to: proof.state,
        assetId,
        madeBy: actor.personId,
      });
      await this.moveNotes(tx, proof, pages);
      await this.audit.record(tx, {
        event: 'branding.proof_file_replaced',
        companyId: brief.companyId,
        subject: { kind: 'proof', id: proof.id },
        before: { assetId: proof.assetId },
        after: { assetId },
      });
      return this.describe.of(tx, actor, { brief, proof: next });
    });
  }

  private async moveNotes(tx: Tx, proof: Proof, pages: readonly ProofPageView[]): Promise<void> {
    const notes = await this.notes.of(tx, proof, ['shared', 'internal']);
    const places = notes.flatMap((note) =>
      note.page === null || note.shape === null
        ? []
        : [{ id: note.id, ...placeOn({ page: note.page, shape: note.shape }, pages) }],
    );
    await this.notes.place(tx, proof, places);
  }
}
