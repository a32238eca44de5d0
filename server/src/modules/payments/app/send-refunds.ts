import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import { sum } from '@qafila/shared/kernel/money';
import { isBusinessDay, riyadhDate } from '@qafila/shared/payments/payments.rules';
import type { sendRefunds } from '@qafila/shared/payments/refunds.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId, newPublicCode } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { linePlace } from '../db/line.mapper';
import { RefundRepository } from '../db/refund.repository';
import { RefundFileRepository, refundFilePlace } from '../db/refund-file.repository';
import { SellerRepository } from '../db/seller.repository';
import { endToEndOf } from '../domain/matching/refunds';
import { bankText } from '../domain/refunds/bank-text';
import { type FileRefund, pain001Of } from '../domain/refunds/pain001';
import type { Refund } from '../domain/refunds/refund';
import { askedAgain, JudgeRefund } from './judge-refund';
import { LockRefundMoney } from './lock-refund-money';
import { MoveRefund } from './move-refund';
import { sealRefunds } from './seal-refunds';

const DAY_MS = 86_400_000;
interface NewFile {
  readonly id: string;
  readonly messageId: string;
  readonly at: Date;
}

/** Makes one file for the bank of approved refunds. A refund is in one file only: it is sent with it. */
@Injectable()
export class SendRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RefundRepository,
    private readonly files: RefundFileRepository,
    private readonly seller: SellerRepository,
    private readonly lock: LockRefundMoney,
    private readonly judge: JudgeRefund,
    private readonly move: MoveRefund,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { refunds: seen }: InputOf<typeof sendRefunds>['body'],
  ): Promise<ReplyOf<typeof sendRefunds>> {
    const ids = seen.map(({ refundId }) => refundId);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      await this.lock.run(tx, await this.refunds.read(tx, ids));
      const { refunds } = sealRefunds(seen, await this.refunds.readLocked(tx, ids), 'approved');
      if (refunds.some(({ method }) => method !== 'bank')) throw new Problem('REVIEW_CHANGED');
      for (const refund of refunds) await this.judge.run(tx, askedAgain(refund), refund);
      const at = this.clock.now();
      const file = {
        id: newId(),
        messageId: `RF-${riyadhDate(at).replaceAll('-', '')}-${newPublicCode()}`,
        at,
      };
      await this.keep(tx, file, { refunds, personId: actor.personId });
      for (const refund of refunds) await this.move.run(tx, refund, { step: 'send', fileId: file.id });
      return this.files.one(tx, file.id);
    });
  }

  private async keep(
    tx: Tx,
    file: NewFile,
    { refunds, personId }: { readonly refunds: readonly Refund[]; readonly personId: string },
  ): Promise<void> {
    const sealer = await this.cipher.sealerFor(null);
    const { identity, iban, bic } = await this.seller.read(tx);
    const content = pain001Of({
      ...file,
      payOn: payDate(file.at),
      debtor: { name: identity.nameLatin, iban, bic },
      refunds: refunds.map((refund) => toldToBank(refund, sealer)),
    });
    const total = sum(
      refunds.map(({ amount }) => amount),
      'SAR',
    );
    const contentSealed = sealer.seal(refundFilePlace(file.id), content);
    await this.files.add(tx, { ...file, count: refunds.length, total, contentSealed, personId });
    await this.audit.record(tx, {
      event: 'payments.refund_file_made',
      companyId: null,
      subject: { kind: 'refund_file', id: file.id },
      after: { messageId: file.messageId, count: refunds.length, total },
    });
  }
}

/** The day banks pay: today, or the next business day in Riyadh. */
function payDate(at: Date): string {
  let day = at;
  while (!isBusinessDay(day)) day = new Date(day.getTime() + DAY_MS);
  return riyadhDate(day);
}

function toldToBank({ account, code, amount, orderCode, company }: Refund, sealer: Sealer): FileRefund {
  if (!account) throw new Problem('REFUND_NOT_THERE');
  const open = (column: 'payer_iban_enc' | 'payer_name_enc', sealed: string): string =>
    sealer.open(linePlace(column, account.lineId), sealed);
  const endToEnd = endToEndOf(code);
  const holder = open('payer_name_enc', account.holderSealed);
  return {
    endToEnd,
    amount,
    // Some scripts have no letter that banks pass on; the company's Latin name has.
    holder: bankText(holder, 1) === '' ? company : holder,
    iban: open('payer_iban_enc', account.ibanSealed),
    text: orderCode === null ? `Refund ${endToEnd}` : `Refund ${endToEnd} order ${orderCode}`,
  };
}
