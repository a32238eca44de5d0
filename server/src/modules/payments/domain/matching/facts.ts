import type { Money } from '@qafila/shared/kernel/money';
import type { MATCH_CLASSES, MATCH_KINDS } from '@qafila/shared/payments/desk.contract';
import type { MatchReason, PayableOrder } from './payable';

/** A new line of a statement, as far as a match can be told from it. */
export interface NewLine {
  readonly id: string;
  /** Negative: money that went out. */
  readonly amount: Money;
  /** ISO date. */
  readonly bookedOn: string;
  /** Everything the payer wrote, wrapped lines joined. */
  readonly text: string;
  readonly payerName: string;
  readonly payerIbanHash: string | null;
  readonly bankReference: string | null;
  readonly endToEnd: string | null;
  /** The bank took an earlier movement back. */
  readonly isReversal: boolean;
}
export interface PayingCompany {
  readonly companyId: string;
  /** Its own permanent reference, for payments of several orders at once. */
  readonly reference: string | null;
  /** Its legal names, in each script that is known. */
  readonly names: readonly string[];
}
/** A receipt that tells its amount and day. */
export interface ReceiptFact {
  readonly amount: Money;
  /** ISO date. */
  readonly paidOn: string;
}
/** A booked payment that the bank could take back. */
export interface BookedPayment {
  readonly matchId: string;
  readonly lineId: string;
  /** Of the whole line, of which the match is one part. */
  readonly lineAmount: Money;
  readonly amount: Money;
  readonly writtenOff: Money;
  readonly companyId: string;
  readonly orderId: string | null;
  readonly reference: string | null;
  readonly bankReference: string | null;
  readonly endToEnd: string | null;
  readonly payerIbanHash: string | null;
}
/** A refund that the bank has, with what of it the desk knows. */
export interface SentRefund {
  readonly refundId: string;
  readonly code: string;
  readonly companyId: string;
  readonly source: 'order' | 'credit';
  readonly orderId: string | null;
  readonly reference: string | null;
  readonly amount: Money;
  readonly accountHash: string | null;
  /** A line is matched with its leaving, or with its coming back. */
  readonly hasLeft: boolean;
  readonly hasComeBack: boolean;
}
/** What is known when lines are matched; every order that a line can name is among them. */
export interface MatchingFacts {
  /** Orders by reference: those that were named, and those one symbol away. */
  readonly orders: ReadonlyMap<string, PayableOrder>;
  readonly companies: ReadonlyMap<string, PayingCompany>;
  /** Companies by their own reference. */
  readonly ownReferences: ReadonlyMap<string, string>;
  /** By company: its open orders that need money, the oldest first; a company with more than can be tried has one too many. */
  readonly openOf: ReadonlyMap<string, readonly PayableOrder[]>;
  /** How many open orders of all companies need exactly so many minor units. */
  readonly needing: ReadonlyMap<number, number>;
  /** By order: what its receipts say was sent, and on which day. */
  readonly receipts: ReadonlyMap<string, readonly ReceiptFact[]>;
  /** By hash of an account: companies whose confirmed payments came from it. */
  readonly payers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Money on its way back, of the amounts that came in, that no match takes yet. */
  readonly returns: readonly NewLine[];
  /** Booked payments of the amounts that went out. */
  readonly booked: readonly BookedPayment[];
  /** Refunds that the bank has, of the amounts that went out or came back. */
  readonly refunds: readonly SentRefund[];
}
export interface Proposal {
  readonly lineId: string;
  readonly kind: (typeof MATCH_KINDS)[number];
  /** `null`: a person said so. */
  readonly class: (typeof MATCH_CLASSES)[number] | null;
  readonly companyId: string;
  readonly orderId: string | null;
  readonly reference: string | null;
  readonly amount: Money;
  readonly writtenOff: Money;
  /** The match that this one takes back. */
  readonly reversesId: string | null;
  /** The refund that left, or came back. */
  readonly refundId?: string;
  readonly reasons: readonly MatchReason[];
}
