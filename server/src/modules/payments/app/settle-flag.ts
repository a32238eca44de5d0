import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { settleFlag } from '@qafila/shared/payments/gateways.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { AttemptDeskRepository, settledWordsPlace } from '../db/attempt-desk.repository';
import { DescribeAttempt } from './describe-attempt';

/** Takes a flag down, with the reason. What stands in the ledger stays: money is moved by refunds only. */
@Injectable()
export class SettleFlag {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: AttemptDeskRepository,
    private readonly describe: DescribeAttempt,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    asked: { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<ReplyOf<typeof settleFlag>> {
    const at = this.clock.now();
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const attempt = oneRow(await this.desk.one(tx, at, asked.id));
      const { companyId, id, orderId, flag } = attempt;
      if (flag === null) throw new Problem('WRONG_STATE');
      const sealer = await this.cipher.sealerFor(companyId);
      const settled = await this.desk.settle(
        tx,
        { companyId, id, version: asked.version },
        {
          flag,
          at,
          personId: actor.personId,
          sealed: (lookId) => sealer.seal(settledWordsPlace(lookId), asked.reason),
        },
      );
      if (settled !== 1) throw new Problem('STALE_RECORD');
      await this.audit.record(tx, {
        event: 'payments.flag_settled',
        companyId,
        subject: { kind: 'order', id: orderId },
        before: { attemptId: id, flag },
        words: asked.reason,
      });
      return this.describe.run(tx, id);
    });
  }
}
