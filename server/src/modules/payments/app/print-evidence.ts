import { Injectable } from '@nestjs/common';
import { methodName } from '@qafila/shared/payments/methods';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { AttemptDeskRepository } from '../db/attempt-desk.repository';
import { EvidenceRepository } from '../db/evidence.repository';
import { renderEvidence } from '../papers/evidence-paper';

/** The evidence pack of a payment for the payer's bank; the look is written down. */
@Injectable()
export class PrintEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: AttemptDeskRepository,
    private readonly evidence: EvidenceRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<Buffer> {
    const now = this.clock.now();
    const paper = await this.unitOfWork.run(staffScope(actor), async (tx) => {
      const attempt = oneRow(await this.desk.one(tx, now, id));
      await this.audit.look(tx, {
        event: 'payments.evidence_read',
        companyId: attempt.companyId,
        subject: { kind: 'order', id: attempt.orderId },
      });
      const { dispute, gateway, ref, pay, method } = attempt;
      const payment = { method: methodName(method, 'en'), gateway, ref: ref ?? '', amount: pay };
      return { evidence: await this.evidence.of(tx, attempt), dispute, payment, now };
    });
    return renderEvidence(paper);
  }
}
