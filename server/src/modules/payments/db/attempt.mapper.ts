import type { Currency } from '@qafila/shared/kernel/currency';
import { money } from '@qafila/shared/kernel/money';
import type { AttemptFailure } from '@qafila/shared/payments/attempts.contract';
import type { MethodId } from '@qafila/shared/payments/methods';
import type { AttemptState } from '@qafila/shared/payments/payments.lifecycle';
import type { RateSnapshot } from '@qafila/shared/payments/quotes.rules';
import type { Place } from '../../../platform/crypto/field-cipher';
import type { Attempt, RemoteGatewayId } from '../domain/attempts/attempt';
import { gatewayRef } from '../domain/gateways/gateway-ref';
import type { Dispute } from '../domain/gateways/snapshot';

export interface AttemptSqlRow {
  company_id: string;
  id: string;
  order_id: string;
  method: MethodId;
  gateway: RemoteGatewayId;
  state: AttemptState;
  amount_minor: string;
  currency: Currency;
  pay_minor: string;
  pay_currency: Currency;
  rate: (Omit<RateSnapshot, 'asOf' | 'expiresAt'> & { asOf: string; expiresAt: string }) | null;
  gateway_ref: string | null;
  page_url: string | null;
  expires_at: Date;
  is_ending: boolean;
  booked_minor: string;
  disputed_minor: string;
  phone_enc: string | null;
  flag: Attempt['flag'];
  settled_flag: Attempt['flag'];
  dispute: StoredDispute | null;
  failure: AttemptFailure | null;
  started_by: string;
  started_at: Date;
  version: number;
}
/** The columns of an attempt. */
export const ATTEMPT_FIELDS = [
  ...['company_id', 'id', 'order_id', 'method', 'gateway', 'state', 'amount_minor', 'currency', 'pay_minor'],
  ...['pay_currency', 'rate', 'gateway_ref', 'page_url', 'expires_at', 'is_ending', 'booked_minor'],
  ...[
    'disputed_minor',
    'phone_enc',
    'flag',
    'settled_flag',
    'dispute',
    'failure',
    'started_by',
    'started_at',
  ],
  'version',
] as const;

/** A dispute as stored. */
type StoredDispute = Omit<Dispute, 'answerBy'> & { readonly answerBy: string | null };
const disputeOf = (stored: StoredDispute | null): Dispute | null =>
  stored && { ...stored, answerBy: stored.answerBy === null ? null : new Date(stored.answerBy) };

/** Where the payer's phone stands, until its gateway has it. */
export const payerPhonePlace = (id: string): Place => ({
  table: 'payment_attempts',
  column: 'phone_enc',
  rowId: id,
});

export const attemptOf = (row: AttemptSqlRow): Attempt => ({
  companyId: row.company_id,
  id: row.id,
  orderId: row.order_id,
  method: row.method,
  gateway: row.gateway,
  state: row.state,
  amount: money(Number(row.amount_minor), row.currency),
  pay: money(Number(row.pay_minor), row.pay_currency),
  rate: row.rate && {
    ...row.rate,
    asOf: new Date(row.rate.asOf),
    expiresAt: new Date(row.rate.expiresAt),
  },
  ref: row.gateway_ref === null ? null : gatewayRef(row.gateway_ref),
  pageUrl: row.page_url,
  expiresAt: row.expires_at,
  isEnding: row.is_ending,
  bookedMinor: Number(row.booked_minor),
  disputedMinor: Number(row.disputed_minor),
  phoneSealed: row.phone_enc,
  flag: row.flag,
  settledFlag: row.settled_flag,
  dispute: disputeOf(row.dispute),
  failure: row.failure,
  startedBy: row.started_by,
  startedAt: row.started_at,
  version: row.version,
});
