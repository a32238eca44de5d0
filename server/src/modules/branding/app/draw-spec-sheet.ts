import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProductionSpecRepository } from '../db/production-spec.repository';
import { ProofDecisionRepository } from '../db/proof-decision.repository';
import { renderSpecSheet } from '../papers/spec-sheet';

/** The production sheet as a PDF, the same for both sides. */
@Injectable()
export class DrawSpecSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly specs: ProductionSpecRepository,
    private readonly decisions: ProofDecisionRepository,
    private readonly audit: Audit,
  ) {}

  async run(
    actor: Actor,
    id: string,
    locale: Locale,
  ): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const given = await this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const spec = await this.specs.read(tx, id);
      const { companyId, proofId, contentHash } = spec;
      const subject = { kind: 'production-spec', id };
      await this.audit.look(tx, { event: 'branding.spec_opened', companyId, subject });
      const approvals =
        proofId === null ? [] : await this.decisions.approvals(tx, { companyId, id: proofId }, contentHash);
      return { spec, approvals };
    });
    return { name: `spec-${given.spec.code}.pdf`, bytes: await renderSpecSheet(given, locale) };
  }
}
