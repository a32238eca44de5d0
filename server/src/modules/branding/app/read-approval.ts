import { Injectable } from '@nestjs/common';
import { APPROVAL_STATEMENT } from '@qafila/shared/branding/approval-statement';
import { proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { ActionView } from '@qafila/shared/branding/brief-views';
import type { ApprovalView } from '@qafila/shared/branding/decision-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { type Actor, may } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefRepository } from '../db/brief.repository';
import { ProofRepository } from '../db/proof.repository';
import { approvalBlockers, isDecidable, isGivenBy, type Sealed } from '../domain/approval';
import { approvalsOf, openNoteOf } from '../domain/approval-reply';
import type { Brief } from '../domain/brief';
import { action } from '../domain/brief-reply';
import type { Proof } from '../domain/proof';
import { SealApproval } from './seal-approval';

/** What an approval of a version would sign. Changes nothing. */
@Injectable()
export class ReadApproval {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly proofs: ProofRepository,
    private readonly seal: SealApproval,
  ) {}

  run(actor: Actor, id: string): Promise<ApprovalView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const proof = await this.proofs.read(tx, id);
      const brief = await this.briefs.read(tx, proof.briefId);
      const sealed = await this.seal.of(tx, { brief, proof });
      return viewOf(actor, { brief, proof, sealed });
    });
  }
}

interface Read {
  readonly brief: Brief;
  readonly proof: Proof;
  readonly sealed: Sealed;
}
function viewOf(actor: Actor, read: Read): ApprovalView {
  const { brief, proof, sealed } = read;
  const { brand, packaging, artwork, products, terms } = sealed.signed;
  return {
    proofId: proof.id,
    briefId: brief.id,
    briefCode: brief.code,
    briefTitle: brief.title,
    version: proof.version,
    state: proof.state,
    revision: proof.revision,
    brand: { id: brand.id, nameLatin: brand.nameLatin, nameArabic: brand.nameArabic, version: brand.version },
    products: products.map((product) => ({ id: product.id, name: { ...product.name } })),
    quantity: brief.quantity,
    languages: [...brief.languages],
    pages: artwork.pages.map((page) => ({ ...page })),
    packaging: packaging && { id: packaging.id, name: packaging.content.name, version: packaging.version },
    terms,
    checklist: sealed.checklist.map((item) => ({ ...item })),
    openNotes: sealed.openNotes.map(openNoteOf),
    hashes: { file: artwork.sha256, spec: packaging?.sha256 ?? null, content: sealed.contentHash },
    statement: { version: APPROVAL_STATEMENT.version, text: { ...APPROVAL_STATEMENT.text } },
    approvals: approvalsOf(actor, brief, sealed),
    seal: sealed.seal,
    actions: actionsOf(actor, read),
  };
}

function actionsOf(actor: Actor, { brief, proof, sealed }: Read): ActionView[] {
  const isGiven = isGivenBy(actor.personId, sealed);
  const blockers = [...approvalBlockers(sealed.signed), ...(isGiven ? ['APPROVAL_GIVEN'] : [])];
  return (['approve', 'require_changes', 'reject'] as const).map((step) => {
    if (!may(actor, 'proof:approve')) return action(step, false, 'NOT_ALLOWED');
    const verdict = decide(proofLifecycle, { state: proof.state, step }, { blockers });
    if (!verdict.ok) return { step, allowed: false, reasons: [...verdict.reasons] };
    return action(step, isDecidable(brief));
  });
}
