import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RefundFileRepository, refundFilePlace } from '../db/refund-file.repository';

/** The file for the bank, as it was made: a second download holds nothing twice. Every download is written down. */
@Injectable()
export class ShowRefundFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: RefundFileRepository,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<{ readonly name: string; readonly content: string }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { messageId, sealed } = await this.files.content(tx, id);
      const sealer = await this.cipher.sealerFor(null);
      await this.audit.record(tx, {
        event: 'payments.refund_file_read',
        companyId: null,
        subject: { kind: 'refund_file', id },
        after: { messageId },
      });
      return { name: `${messageId}.xml`, content: sealer.open(refundFilePlace(id), sealed) };
    });
  }
}
