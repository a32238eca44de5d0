import { plainHeader } from './csv-dialect';

/** What the columns of a file look like by their names; `null` where nothing does. A person decides. */
export interface GuessedLayout {
  readonly dateOrder: 'dmy' | 'ymd';
  readonly decimal: '.' | ',';
  readonly columns: {
    readonly date: number | null;
    readonly valueDate: number | null;
    readonly amount: number | null;
    readonly direction: number | null;
    readonly debit: number | null;
    readonly credit: number | null;
    readonly text: number[];
    readonly payerName: number | null;
    readonly payerIban: number | null;
    readonly reference: number | null;
    readonly balance: number | null;
  };
}

/** Words that banks put above a column, in English and Arabic. */
const NAMES = {
  payerIban: /iban|آيبان|ايبان/,
  valueDate: /value date|تاريخ الحق|تاريخ القيمة/,
  date: /date|تاريخ/,
  balance: /balance|رصيد/,
  direction:
    /^(dr cr|cr dr|d c|c d|debit credit|credit debit|direction|in out|مدين دائن|دائن مدين|نوع الحركة|الاتجاه)( indicator| flag)?$/,
  debit: /debit|withdraw|paid out|مدين|سحب/,
  credit: /credit|deposit|paid in|دائن|ايداع|إيداع/,
  amount: /amount|مبلغ/,
  reference: /ref|transaction (id|no)|مرجع/,
  payerName: /sender|payer|remitter|beneficiary|from|name|مرسل|محول|اسم/,
  text: /desc|narr|detail|particular|remark|text|بيان|وصف|تفاصيل/,
} as const;
type Named = keyof typeof NAMES;

/** The layout the header and the first rows below it suggest. Each column is taken once. */
export function guessedLayout(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): GuessedLayout {
  const free = new Map(plainHeader(header).map((name, column) => [column, name]));
  const take = (named: Named): number | null => {
    const [column] = [...free].find(([, name]) => NAMES[named].test(name)) ?? [];
    if (column === undefined) return null;
    free.delete(column);
    return column;
  };
  const payerIban = take('payerIban');
  const valueDate = take('valueDate');
  const date = take('date');
  const balance = take('balance');
  const direction = take('direction');
  const [debit, credit] = [take('debit'), take('credit')];
  const isSplit = debit !== null && credit !== null;
  const text = take('text');
  const columns = {
    date: date ?? valueDate,
    valueDate: date === null ? null : valueDate,
    amount: isSplit ? null : take('amount'),
    direction: isSplit ? null : direction,
    debit: isSplit ? debit : null,
    credit: isSplit ? credit : null,
    text: text === null ? [] : [text],
    payerName: take('payerName'),
    payerIban,
    reference: take('reference'),
    balance,
  };
  return { ...spellingOf(columns, rows), columns };
}

/** How the rows below write their days and amounts. */
function spellingOf(
  columns: GuessedLayout['columns'],
  rows: readonly (readonly string[])[],
): Pick<GuessedLayout, 'dateOrder' | 'decimal'> {
  const cells = (column: number | null): string[] =>
    column === null ? [] : rows.flatMap((row) => row[column]?.trim() || []);
  const dates = cells(columns.date);
  const amounts = [...cells(columns.amount), ...cells(columns.credit), ...cells(columns.debit)];
  return {
    dateOrder: dates.some((cell) => /^[\d٠-٩]{4}\D/.test(cell)) ? 'ymd' : 'dmy',
    decimal: amounts.some((cell) => /,\d{2}\D*$/.test(cell)) ? ',' : '.',
  };
}
