import {
  add,
  compare,
  isNegative,
  isZero,
  type Money,
  subtract,
  sum,
  zero,
} from '@qafila/shared/kernel/money';

export const LEDGER_ACCOUNTS = [
  'order',
  'company_credit',
  'provider_clearing',
  'bank_clearing',
  'fees',
  'write_off',
  'fx',
  'rounding',
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** Kinds of entries, each with which of its order's sums it moves. */
export const ENTRY_KINDS = {
  transfer_received: 'received',
  transfer_reversed: 'received',
  payment_captured: 'received',
  refund_sent: 'refunded',
  refund_failed: 'refunded',
  dispute_opened: 'received',
  dispute_won: 'received',
  fee: 'neither',
  write_off: 'received',
  write_off_reversed: 'received',
  credit_applied: 'received',
  credit_returned: 'received',
  late_credited: 'received',
  credit_paid_out: 'neither',
} as const satisfies Readonly<Record<string, 'received' | 'refunded' | 'neither'>>;
export type EntryKind = keyof typeof ENTRY_KINDS;

export interface Posting {
  readonly account: LedgerAccount;
  /** Positive is a debit; the postings of an entry sum to zero, which the database checks at commit. */
  readonly amount: Money;
}
export interface NewEntry {
  readonly companyId: string;
  readonly kind: EntryKind;
  /** `null` where only the company's credit is concerned. */
  readonly orderId: string | null;
  /** The match that is booked; one entry of a kind for each match. */
  readonly matchId: string | null;
  /** The attempt at a gateway that is booked, where it is one. */
  readonly attemptId?: string;
  /** The refund that left, or came back; one entry of a kind for each. */
  readonly refundId?: string;
  readonly postings: readonly Posting[];
}

/** The same amount on the other side. */
export const opposite = (amount: Money): Money => subtract(zero(amount.currency), amount);
export const least = (a: Money, b: Money): Money => (compare(a, b) < 0 ? a : b);
export const notNegative = (amount: Money): Money => (isNegative(amount) ? zero(amount.currency) : amount);

export interface Split {
  /** What the order takes, or gives back. */
  readonly order: Money;
  /** What becomes the company's credit, or is taken from it. */
  readonly credit: Money;
}
/** How a payment is shared: the order takes what it still needs, the rest is the company's credit. */
export function splitPayment(amount: Money, due: Money): Split {
  const order = least(amount, due);
  return { order, credit: subtract(amount, order) };
}
/** How a payment taken back is shared: what its order had too much goes first, so that the order stays covered by the rest. */
export function splitReversal(amount: Money, over: Money): Split {
  const credit = least(amount, over);
  return { order: subtract(amount, credit), credit };
}

const postings = (amounts: Partial<Record<LedgerAccount, Money>>): Posting[] =>
  LEDGER_ACCOUNTS.flatMap((account) => {
    const amount = amounts[account];
    return amount && !isZero(amount) ? [{ account, amount }] : [];
  });

type Clearing = 'bank_clearing' | 'provider_clearing';
/** Money came in: clearing is debited, order and credit are credited. */
export const receivedThrough = (clearing: Clearing, { order, credit }: Split): Posting[] =>
  postings({ [clearing]: add(order, credit), order: opposite(order), company_credit: opposite(credit) });

/** Money came in through a gateway in another currency than the order's: each currency sums to zero over `fx`. */
export const receivedInOther = (pay: Money, { order, credit }: Split): Posting[] => [
  ...postings({ order: opposite(order), company_credit: opposite(credit), fx: add(order, credit) }),
  ...postings({ provider_clearing: pay, fx: opposite(pay) }),
];

/** Money that came in went back where it came from. */
export const takenBackThrough = (clearing: Clearing, { order, credit }: Split): Posting[] =>
  receivedThrough(clearing, { order: opposite(order), credit: opposite(credit) });

/** A difference nobody asks for any more covers the order; a negative amount brings it back. */
export const writtenOff = (amount: Money): Posting[] =>
  postings({ order: opposite(amount), write_off: amount });

/** Credit of a company pays its order; a negative amount gives it back. */
export const creditApplied = (amount: Money): Posting[] =>
  postings({ order: opposite(amount), company_credit: amount });

/** What an order holds becomes the company's credit. */
export const creditedFromOrder = (amount: Money): Posting[] => creditApplied(opposite(amount));

/** Credit of a company was sent to its account. */
export const creditPaidOut = (amount: Money): Posting[] =>
  postings({ company_credit: amount, bank_clearing: opposite(amount) });

/** Money that goes back where it came from. */
export interface SentBack {
  readonly refundId: string;
  readonly companyId: string;
  /** Whose money it is; `orderId` is `null` for credit. */
  readonly source: 'order' | 'credit';
  readonly orderId: string | null;
  readonly matchId: string | null;
  /** The payment at a gateway that is given back; none for the bank. */
  readonly attemptId: string | null;
  /** Where it goes: out through a clearing account, or to what its company has as credit. */
  readonly to: Clearing | 'company_credit';
  readonly amount: Money;
  /** The same in the currency it was paid in: each currency sums to zero over `fx`. */
  readonly pay: Money;
}
const leaving = ({ source, to, amount, pay }: SentBack): Posting[] => {
  const account = source === 'order' ? 'order' : 'company_credit';
  if (pay.currency === amount.currency) return postings({ [account]: amount, [to]: opposite(pay) });
  return [
    ...postings({ [account]: amount, fx: opposite(amount) }),
    ...postings({ [to]: opposite(pay), fx: pay }),
  ];
};
const ofRefund = ({ companyId, source, orderId, matchId, attemptId, refundId }: SentBack) => ({
  companyId,
  orderId: source === 'order' ? orderId : null,
  matchId,
  refundId,
  ...(attemptId === null ? {} : { attemptId }),
});

/** A refund left. */
export const refundSent = (sent: SentBack): NewEntry => ({
  ...ofRefund(sent),
  kind: sent.source === 'order' ? 'refund_sent' : 'credit_paid_out',
  postings: leaving(sent),
});

/** A refund that left came back: the money is again where it was. */
export const refundFailed = (sent: SentBack): NewEntry => ({
  ...ofRefund(sent),
  kind: 'refund_failed',
  postings: leaving(sent).map(({ account, amount }) => ({ account, amount: opposite(amount) })),
});

/** What an entry moves, in the currency of its order: its debits, which are as much as its credits. */
export function debitOf({ postings: all }: NewEntry): Money {
  const currency = all[0]?.amount.currency ?? 'SAR';
  const debits = all.map(({ amount }) => amount).filter((amount) => !isNegative(amount));
  return sum(
    debits.filter((amount) => amount.currency === currency),
    currency,
  );
}

/** What of an entry stands on an account. */
function standsOn(entry: NewEntry, account: LedgerAccount, currency: Money['currency']): Money {
  const own = entry.postings.filter((posting) => posting.account === account);
  return sum(
    own.map(({ amount }) => amount),
    currency,
  );
}

/** What an entry changes of its order's sums, in minor units. */
interface Moved {
  readonly receivedMinor: number;
  readonly refundedMinor: number;
  /** Of what was received, what the order did not take and became credit; left out where it is none. */
  readonly overMinor?: number;
  /** Of what the order holds, the company's own credit; left out where it is none. */
  readonly creditMinor?: number;
}
/** As the others are told; zero where no order is moved. */
export function movedBy(entry: NewEntry): Moved {
  const currency = entry.postings[0]?.amount.currency ?? 'SAR';
  const order = standsOn(entry, 'order', currency);
  switch (ENTRY_KINDS[entry.kind]) {
    case 'refunded': {
      // What was the company's own credit is that again.
      const back = standsOn(entry, 'company_credit', currency);
      const moved = { receivedMinor: 0, refundedMinor: order.minor };
      return isZero(back) ? moved : { ...moved, creditMinor: back.minor };
    }
    case 'received': {
      // Credit that is used was received with an earlier order; an excess counts where it came in.
      const isUse = entry.kind === 'credit_applied' || entry.kind === 'credit_returned';
      if (isUse) {
        const { minor } = opposite(order);
        return { receivedMinor: minor, refundedMinor: 0, creditMinor: minor };
      }
      const credit = standsOn(entry, 'company_credit', currency);
      const receivedMinor = opposite(add(order, credit)).minor;
      const over = opposite(credit);
      return { receivedMinor, refundedMinor: 0, ...(isZero(over) ? {} : { overMinor: over.minor }) };
    }
    case 'neither':
      return { receivedMinor: 0, refundedMinor: 0 };
  }
}
