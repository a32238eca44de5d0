import type { Money } from '@qafila/shared/kernel/money';
import type { MethodId } from '@qafila/shared/payments/methods';
import type { RefundState } from '@qafila/shared/payments/payments.lifecycle';
import type { RefundFailure, RefundMethod, RefundTrouble } from '@qafila/shared/payments/refunds.contract';

/** Money on its way back to where it came from; what a person wrote and whom an account belongs to stay sealed. */
export interface Refund {
  readonly companyId: string;
  readonly company: string;
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly state: RefundState;
  readonly source: 'order' | 'credit';
  /** The order the money came with; `null` where it came for none. */
  readonly orderId: string | null;
  readonly orderCode: string | null;
  readonly method: RefundMethod;
  /** The booked match whose payer gets it. */
  readonly matchId: string | null;
  readonly attemptId: string | null;
  /** Which refund of its attempt: the gateway's key is made of it. */
  readonly actCount: number | null;
  readonly amount: Money;
  readonly pay: Money;
  readonly account: {
    readonly lineId: string;
    readonly ibanSealed: string;
    readonly ibanHash: string;
    readonly holderSealed: string;
  } | null;
  readonly paidWith: MethodId | null;
  readonly reasonSealed: string;
  readonly isReplaced: boolean;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly approvedByName: string | null;
  readonly askedAt: Date;
  readonly sentAt: Date | null;
  readonly settledAt: Date | null;
  /** The ledger has it. */
  readonly isBooked: boolean;
  readonly failure: RefundFailure | null;
  /** Since when its gateway could not be followed; `null` while it can. */
  readonly troubledAt: Date | null;
  readonly trouble: RefundTrouble | null;
  readonly gatewayRefundId: string | null;
  readonly messageId: string | null;
}
