import type { CsvColumns, CsvDialect } from './csv-dialect';

const NONE: Omit<CsvColumns, 'date' | 'text'> = {
  valueDate: null,
  amount: null,
  direction: null,
  debit: null,
  credit: null,
  payerName: null,
  payerIban: null,
  reference: null,
  balance: null,
};

/**
 * Layouts of banks that do not exist, made after what is known of Saudi exports: no bank publishes its own. A real
 * one is added on the mapping screen, and needs no new code.
 */
export const INVENTED_DIALECTS: readonly CsvDialect[] = [
  {
    name: 'Najd (invented): debit, credit, balance',
    header: ['Date', 'Description', 'Reference', 'Debit', 'Credit', 'Balance'],
    dateOrder: 'dmy',
    decimal: '.',
    columns: { ...NONE, date: 0, text: [1], reference: 2, debit: 3, credit: 4, balance: 5 },
  },
  {
    name: 'Hijaz (invented): Arabic, debit, credit, balance',
    header: ['التاريخ', 'البيان', 'مدين', 'دائن', 'الرصيد', 'المرجع'],
    dateOrder: 'ymd',
    decimal: '.',
    columns: { ...NONE, date: 0, text: [1], debit: 2, credit: 3, balance: 4, reference: 5 },
  },
  {
    name: 'Asir (invented): one signed amount',
    header: ['Posting Date', 'Value Date', 'Narrative', 'Amount (SAR)', 'Transaction ID'],
    dateOrder: 'dmy',
    decimal: '.',
    columns: { ...NONE, date: 0, valueDate: 1, text: [2], amount: 3, reference: 4 },
  },
  {
    name: 'Khaleej (invented): payer, signed amount, running balance',
    header: ['Transaction Date', 'Sender Name', 'Sender IBAN', 'Details', 'Amount', 'Running Balance'],
    dateOrder: 'ymd',
    decimal: '.',
    columns: { ...NONE, date: 0, payerName: 1, payerIban: 2, text: [3], amount: 4, balance: 5 },
  },
  {
    name: 'Tihama (invented): amount with Dr or Cr, balance',
    header: ['Trans Date', 'Particulars', 'Ref No', 'Dr/Cr', 'Amount', 'Closing Balance'],
    dateOrder: 'dmy',
    decimal: '.',
    columns: { ...NONE, date: 0, text: [1], reference: 2, direction: 3, amount: 4, balance: 5 },
  },
];
