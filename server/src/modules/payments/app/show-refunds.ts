import { Injectable } from '@nestjs/common';
import { maskedIban } from '@qafila/shared/payments/iban';
import type { refundView } from '@qafila/shared/payments/refunds.contract';
import type { z } from 'zod';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import { linePlace } from '../db/line.mapper';
import { refundPlace } from '../db/refund.repository';
import type { Refund } from '../domain/refunds/refund';

/** The account that paid, as much of it as a person is shown. */
export function shownAccount(account: NonNullable<Refund['account']>, sealer: Sealer) {
  const iban = sealer.open(linePlace('payer_iban_enc', account.lineId), account.ibanSealed);
  return {
    iban: maskedIban(iban),
    holder: sealer.open(linePlace('payer_name_enc', account.lineId), account.holderSealed),
  };
}

/** Refunds as one person of finance sees them: no account is ever told whole. */
@Injectable()
export class ShowRefunds {
  constructor(private readonly cipher: FieldCipher) {}

  async run(refunds: readonly Refund[], personId: string): Promise<z.input<typeof refundView>[]> {
    const sealer = await this.cipher.sealerFor(null);
    return refunds.map((refund) => viewOf(refund, sealer, personId));
  }
}

const viewOf = (refund: Refund, sealer: Sealer, personId: string): z.input<typeof refundView> => ({
  id: refund.id,
  code: refund.code,
  version: refund.version,
  state: refund.state,
  source: refund.source,
  companyId: refund.companyId,
  company: refund.company,
  order:
    refund.orderId === null || refund.orderCode === null
      ? null
      : { id: refund.orderId, code: refund.orderCode },
  amount: refund.amount,
  pay: refund.pay,
  method: refund.method,
  account: refund.account && shownAccount(refund.account, sealer),
  paidWith: refund.paidWith,
  reason: sealer.open(refundPlace(refund.id), refund.reasonSealed),
  askedBy: refund.askedByName,
  isMine: refund.askedBy === personId,
  approvedBy: refund.approvedByName,
  askedAt: refund.askedAt.toISOString(),
  sentAt: refund.sentAt?.toISOString() ?? null,
  settledAt: refund.settledAt?.toISOString() ?? null,
  failure: refund.failure,
  trouble: refund.state === 'sent' ? refund.trouble : null,
  isReplaced: refund.isReplaced,
  messageId: refund.messageId,
});
