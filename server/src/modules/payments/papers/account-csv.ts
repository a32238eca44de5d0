import { decimalOf } from '@qafila/shared/kernel/decimal';
import type { Locale } from '@qafila/shared/kernel/locale';
import { movementName } from '@qafila/shared/payments/account.rules';
import { methodName } from '@qafila/shared/payments/methods';
import { riyadhDate } from '@qafila/shared/payments/payments.rules';
import { closingOf, type Movement } from '../domain/account';
import type { WholeAccount } from './account-paper';
import { ACCOUNT_WORDS } from './account-words';

const COLUMNS = [
  'date',
  'what',
  'order',
  'reference',
  'method',
  'charged',
  'paid',
  'credit',
  'balance',
  'currency',
] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Tells programs that the bytes are UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';
const ACTS = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** RFC 4180, opened by spreadsheets without a question: nothing of it is a formula, and no digit is rounded. */
export function accountCsv(whole: WholeAccount, locale: Locale): Buffer {
  const { sums, period, movements } = whole;
  const closing = closingOf(sums);
  const blank: Row = {
    ...{ date: '', what: '', order: '', reference: '', method: '' },
    ...{ charged: '', paid: '', credit: '', balance: '', currency: sums.currency },
  };
  const rows: Row[] = [
    {
      ...blank,
      date: period.from,
      what: ACCOUNT_WORDS.opening[locale],
      credit: decimalOf(sums.credit),
      balance: decimalOf(sums.balance),
    },
    ...movements.map((movement) => ({ ...blank, ...rowOf(movement, locale) })),
    {
      ...blank,
      date: period.to,
      what: ACCOUNT_WORDS.closing[locale],
      charged: decimalOf(sums.moved.charged),
      paid: decimalOf(sums.moved.paid),
      credit: decimalOf(closing.credit),
      balance: decimalOf(closing.balance),
    },
  ];
  const head = COLUMNS.map((column) => cell(ACCOUNT_WORDS[column][locale]));
  const lines = [head, ...rows.map((row) => COLUMNS.map((column) => cell(row[column])))];
  const text = lines.map((line) => line.join(',') + LINE_END).join('');
  return Buffer.from(BYTE_ORDER_MARK + text, 'utf8');
}

const rowOf = (movement: Movement, locale: Locale): Omit<Row, 'currency'> => ({
  date: riyadhDate(movement.at),
  what: movementName(movement.kind, locale),
  order: movement.order?.code ?? '',
  reference: movement.reference ?? '',
  method: movement.method === null ? '' : methodName(movement.method, locale),
  charged: decimalOf(movement.charged),
  paid: decimalOf(movement.paid),
  credit: decimalOf(movement.credit),
  balance: decimalOf(movement.balance),
});

/** Quoted; a text that a spreadsheet would take for a formula begins with an apostrophe. */
export function cell(text: string): string {
  const safe = ACTS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
