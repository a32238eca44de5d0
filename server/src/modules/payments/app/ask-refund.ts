import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { askRefund } from '@qafila/shared/payments/refunds.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId, newPublicCode } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { RefundRepository, refundPlace } from '../db/refund.repository';
import { RefundMoneyRepository, type RefundSource } from '../db/refund-money.repository';
import { type AskedRefund, JudgeRefund } from './judge-refund';
import { LockRefundMoney } from './lock-refund-money';
import { ShowRefunds } from './show-refunds';

type Given = InputOf<typeof askRefund>['body'];

/** The first of two people: asks that money goes back where it came from. From now on nobody else may send it. */
@Injectable()
export class AskRefund {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lock: LockRefundMoney,
    private readonly judge: JudgeRefund,
    private readonly money: RefundMoneyRepository,
    private readonly refunds: RefundRepository,
    private readonly show: ShowRefunds,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, given: Given): Promise<ReplyOf<typeof askRefund>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const source = await this.sourceOf(tx, given);
      const { method, id: wayId } = given.way;
      const attemptId = method === 'gateway' ? wayId : null;
      await this.lock.run(tx, [{ ...source, attemptId }]);
      await this.assertFailed(tx, source, given.replaces);
      const asked = { ...source, method, wayId, amount: given.amount };
      const id = await this.add(tx, asked, { personId: actor.personId, given });
      await this.audit.record(tx, {
        event: 'payments.refund_asked',
        companyId: source.companyId,
        subject: source.orderId
          ? { kind: 'order', id: source.orderId }
          : { kind: 'company', id: source.companyId },
        after: { refundId: id, method, amount: given.amount },
        words: given.reason,
      });
      return oneRow(await this.show.run(await this.refunds.read(tx, [id]), actor.personId));
    });
  }

  private async add(
    tx: Tx,
    asked: AskedRefund,
    by: { readonly personId: string; readonly given: Given },
  ): Promise<string> {
    const { orderId, accountTail, pay } = await this.judge.run(tx, asked);
    const sealer = await this.cipher.sealerFor(null);
    const id = newId();
    await this.refunds.add(tx, {
      ...asked,
      id,
      code: newPublicCode(),
      orderId,
      accountTail,
      pay,
      matchId: asked.method === 'bank' ? asked.wayId : null,
      attemptId: asked.method === 'gateway' ? asked.wayId : null,
      reasonSealed: sealer.seal(refundPlace(id), by.given.reason),
      replacesId: by.given.replaces ?? null,
      personId: by.personId,
      at: this.clock.now(),
    });
    return id;
  }

  private async sourceOf(tx: Tx, { source }: Given): Promise<RefundSource> {
    if (source.kind === 'credit') return { source: 'credit', companyId: source.id, orderId: null };
    return { source: 'order', companyId: await this.money.companyOf(tx, source.id), orderId: source.id };
  }

  /** Throws `WRONG_STATE` for a refund that did not fail, or is another company's. */
  private async assertFailed(tx: Tx, source: RefundSource, replaces: string | undefined): Promise<void> {
    if (replaces === undefined) return;
    const failed = oneRow(await this.refunds.readLocked(tx, [replaces]));
    const isOpen = failed.state === 'failed' && !failed.isReplaced;
    if (!isOpen || failed.companyId !== source.companyId) throw new Problem('WRONG_STATE');
  }
}
