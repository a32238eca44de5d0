import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ConsignmentRepository } from '../db/consignment.repository';
import { PaperRepository } from '../db/paper.repository';
import type { Consignment } from '../domain/consignment';
import type { ScanResult } from '../domain/leak-scan';

/** Writes down what a scan found. The refusal rolls its own transaction back; this one stays. */
@Injectable()
export class LeakReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly papers: PaperRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async write(actor: Actor, parcel: Consignment, scan: ScanResult): Promise<void> {
    const { companyId, id } = parcel;
    const subject = { kind: 'consignment', id };
    const found = scan.hits.map(({ surface, list, kind }) => ({ surface, list, kind }));
    await this.unitOfWork.runApart(staffScope(actor), async (tx) => {
      const at = this.clock.now();
      await this.consignments.block(tx, parcel, { surfaces: scan.surfaces.length, at });
      await this.papers.addFindings(tx, parcel, { hits: scan.hits, at });
      await this.audit.record(tx, {
        event: 'shipping.recipient_read',
        companyId,
        subject,
        after: { for: 'label' },
      });
      await this.audit.record(tx, { event: 'shipping.leak_blocked', companyId, subject, after: { found } });
      if (scan.forPrivacyOfficer.length === 0) return;
      // Without a company: the trader may read the audit rows of his own one, and must not learn of another.
      const companies = [...new Set(scan.forPrivacyOfficer.map(({ ref }) => ref))];
      await this.audit.record(tx, {
        event: 'shipping.foreign_identity_found',
        companyId: null,
        subject,
        after: { companies },
      });
    });
  }
}
