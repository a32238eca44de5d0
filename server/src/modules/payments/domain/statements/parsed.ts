import type { StatementFormat } from '@qafila/shared/payments/statements.contract';
import { bounded, totalOf, type Units } from './amounts';
import { periodOf } from './dates';
import { NotReadable } from './not-readable';

/** One movement of money: a whole entry, or one transaction of a batch. */
export interface ParsedLine {
  /** ISO dates of booking and of value. */
  readonly bookedOn: string;
  readonly valueOn: string;
  /** Positive: money that came in. */
  readonly units: Units;
  /** The bank took back an earlier movement. */
  readonly isReversal: boolean;
  readonly payerName: string;
  readonly payerIban: string | null;
  /** Everything the payer wrote, joined. */
  readonly text: string;
  /** The bank's own reference, where it gives one. */
  readonly bankReference: string | null;
  /** The payer's own, where it came along. */
  readonly endToEnd: string | null;
  /** Balance of the account after this movement, where the file tells balances. */
  readonly balanceAfter: Units | null;
}
export type LineWithoutBalance = Omit<ParsedLine, 'balanceAfter'>;

/**
 * Whether the file's own figures agree: opening + movements = closing, and what its summary announces. A file
 * without balances can be neither proven nor broken, and neither can one row whose balance nothing else confirms.
 */
export type Proof =
  | { readonly state: 'proven' }
  | { readonly state: 'unproven'; readonly reason: 'no_balances' | 'one_row' }
  | { readonly state: 'broken'; readonly fault: 'balance' | 'other'; readonly place: string };

export interface ParsedStatement {
  readonly format: StatementFormat;
  readonly number: string;
  /** How many pages of the bank were joined. */
  readonly pages: number;
  /** IBAN or local number; `null` where the file names no account. */
  readonly account: string | null;
  readonly currency: string;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly opening: Units | null;
  readonly movements: Units;
  readonly closing: Units | null;
  readonly lines: readonly ParsedLine[];
  /** Movements the bank announced and has not booked; they are counted, never imported. */
  readonly pending: number;
  /** The bank says that it sent this before. */
  readonly isCopy: boolean;
  readonly proof: Proof;
}

/** What a reader found; period, movements, balances and proof follow from it. */
export interface FoundStatement {
  readonly format: StatementFormat;
  readonly number: string;
  readonly pages: number;
  readonly account: string | null;
  readonly currency: string;
  /** Days the file tells for the whole; without two of them its lines and balances decide. */
  readonly told: readonly string[];
  readonly balanceDates: readonly string[];
  readonly opening: Units | null;
  readonly closing: Units | null;
  readonly lines: readonly LineWithoutBalance[];
  readonly pending: number;
  readonly isCopy: boolean;
  readonly place: string;
}

const MAX_NUMBER = 100;

export function statementOf(found: FoundStatement): ParsedStatement {
  const { told, balanceDates, place, ...rest } = found;
  if (rest.number === '' || rest.number.length > MAX_NUMBER) throw new NotReadable(place);
  const period =
    told.length === 2
      ? periodOf(told)
      : periodOf([...balanceDates, ...rest.lines.map((line) => line.bookedOn)]);
  if (period === undefined) throw new NotReadable(`${place}: period`);
  const movements = bounded(totalOf(rest.lines.map((line) => line.units)), `${place}: sum`);
  return {
    ...rest,
    ...period,
    movements,
    lines: withBalances(rest.lines, rest.opening),
    proof: proofOf(found, movements),
  };
}

function proofOf({ opening, closing, place }: FoundStatement, movements: Units): Proof {
  if (opening === null || closing === null) return { state: 'unproven', reason: 'no_balances' };
  return opening + movements === closing ? { state: 'proven' } : { state: 'broken', fault: 'balance', place };
}

/** Lines with the balance after each; `opening` is the balance before the first. */
function withBalances(lines: readonly LineWithoutBalance[], opening: Units | null): ParsedLine[] {
  let balance = opening;
  return lines.map((line) => {
    balance = balance === null ? null : balance + line.units;
    return { ...line, balanceAfter: balance };
  });
}
