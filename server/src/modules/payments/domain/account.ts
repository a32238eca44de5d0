import type { Currency } from '@qafila/shared/kernel/currency';
import { add, type Money, subtract, zero } from '@qafila/shared/kernel/money';
import type { AccountMovement } from '@qafila/shared/payments/account.rules';
import type { MethodId } from '@qafila/shared/payments/methods';
import { riyadhDate } from '@qafila/shared/payments/payments.rules';
import type { EntryKind } from './ledger-entry';

/** Whose account it is. */
export interface AccountHolder {
  readonly companyId: string;
  readonly nameLatin: string;
  readonly nameArabic: string | null;
  readonly country: string;
  readonly currency: Currency;
  readonly vatNumber: string | null;
  readonly registrationNumber: string | null;
}

/** Days in Riyadh, both included, and the instants they begin and end at. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly start: Date;
  /** The first instant that is no more of it. */
  readonly end: Date;
}

/** A kind of entry that no statement of account has a word for does not compile. */
export type MovementKind = EntryKind | Exclude<AccountMovement, EntryKind>;
export interface Movement {
  readonly id: string;
  readonly at: Date;
  readonly rank: number;
  readonly kind: MovementKind;
  readonly order: { readonly id: string; readonly code: string } | null;
  readonly reference: string | null;
  readonly method: MethodId | null;
  readonly charged: Money;
  readonly paid: Money;
  readonly credit: Money;
  /** What is owed after it. */
  readonly balance: Money;
}

/** What an account stood at before a period, and what the period moved. */
export interface AccountSums {
  readonly currency: Currency;
  readonly balance: Money;
  readonly credit: Money;
  readonly moved: { readonly charged: Money; readonly paid: Money; readonly credit: Money };
}

export interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly currency?: Currency | undefined;
}

const DAY_MS = 86_400_000;
const startOf = (day: string): Date => new Date(`${day}T00:00:00+03:00`);
const endOf = (day: string): Date => new Date(startOf(day).getTime() + DAY_MS);

/** The period asked for: the month of its last day where no beginning is named, today where no end. `null` when it ends before it begins. */
export function periodOf({ from, to }: Asked, now: Date): Period | null {
  const today = riyadhDate(now);
  const last = to ?? today;
  const first = from ?? `${last.slice(0, 8)}01`;
  if (last < first) return null;
  return { from: first, to: last, start: startOf(first), end: endOf(last) };
}

/** The instants that days begin and end at, where there are any. */
export const boundsOf = ({
  from,
  to,
}: Pick<Asked, 'from' | 'to'>): { start: Date | null; end: Date | null } => ({
  start: from === undefined ? null : startOf(from),
  end: to === undefined ? null : endOf(to),
});

/** What is owed at the end, and the credit then. */
export const closingOf = ({ balance, credit, moved }: AccountSums): { balance: Money; credit: Money } => ({
  balance: add(balance, subtract(moved.charged, moved.paid)),
  credit: add(credit, moved.credit),
});

/** An account that nothing ever moved. */
export const noSums = (currency: Currency): AccountSums => {
  const none = zero(currency);
  return { currency, balance: none, credit: none, moved: { charged: none, paid: none, credit: none } };
};
