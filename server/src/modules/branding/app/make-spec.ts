import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId, newPublicCode } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { ProductionSpecRepository } from '../db/production-spec.repository';
import type { Sealed } from '../domain/approval';
import type { Proof } from '../domain/proof';

/** Makes the production spec of an approved version: what was signed, word for word, waiting for the technical check. */
@Injectable()
export class MakeSpec {
  constructor(
    private readonly specs: ProductionSpecRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async of(tx: Tx, proof: Proof, { signed, contentHash }: Sealed): Promise<string> {
    const { packaging, terms } = signed;
    if (packaging === null || terms === null) throw new Problem('APPROVAL_NEEDS_PACKAGING');
    if (terms.unitPrice === null) throw new Problem('PACKAGING_NOT_PRICED');
    const id = newId();
    const code = newPublicCode();
    const content = { ...signed, packaging, terms };
    const made = { companyId: proof.companyId, id, code, content, contentHash };
    await this.specs.add(tx, {
      ...made,
      madeBy: proof.madeBy,
      at: this.clock.now(),
      price: terms.unitPrice,
    });
    await this.audit.record(tx, {
      event: 'branding.spec_made',
      companyId: proof.companyId,
      subject: { kind: 'production-spec', id },
      after: { proofId: proof.id, code, contentHash },
    });
    return id;
  }
}
