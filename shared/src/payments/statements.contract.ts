import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { moneySchema } from '../kernel/money';
import { problemParamSchema } from '../kernel/problem';
import { statementImportLifecycle } from './payments.lifecycle';

/** What a file of the bank was; found by its content. */
export const STATEMENT_FORMATS = ['camt.053', 'camt.054', 'mt940', 'csv'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

export const statementView = z.strictObject({
  id: z.uuid(),
  format: z.enum(STATEMENT_FORMATS),
  number: z.string(),
  accountTail: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** `null` where the file tells no balances: a notification, or a CSV without a column of them. */
  opening: moneySchema.nullable(),
  closing: moneySchema.nullable(),
  movements: moneySchema,
  isProven: z.boolean(),
  /** The opening balance less the closing one of the statement before, when they differ. */
  gap: moneySchema.nullable(),
  /** The bank says that it sent this before. */
  isCopy: z.boolean(),
  lines: z.int(),
  credits: z.int(),
  /** Announced by the bank and not booked; not imported. */
  pending: z.int(),
  importedAt: z.iso.datetime(),
  importedBy: z.string(),
});
export type StatementView = z.output<typeof statementView>;

/** How far an import has come, why it was refused, or what it brought. A refused one leaves nothing. */
export const statementImportView = z.strictObject({
  id: z.uuid(),
  state: z.enum(statementImportLifecycle.states),
  linesRead: z.int(),
  /** `null` until the file was opened. */
  linesInAll: z.int().nullable(),
  refusal: z.strictObject({ code: z.string(), params: z.record(z.string(), problemParamSchema) }).nullable(),
  statements: z.array(statementView),
  newLines: z.int(),
  knownLines: z.int(),
  proposed: z.int(),
});
export type StatementImportView = z.output<typeof statementImportView>;

/** Any file of the bank; the server finds its format by its content. */
export const STATEMENT_FILE_TYPE = 'application/x-bank-statement';

export const importStatement = endpoint({
  id: 'payments.import_statement',
  method: 'POST',
  path: '/transfers/statements',
  access: { needs: 'transfer:import' },
  idempotent: true,
  summary:
    'Imports a bank’s file (camt.053, camt.054, MT940, CSV): balance proven, lines kept once, matches proposed; the worker reads a large one',
  upload: { types: [STATEMENT_FILE_TYPE, 'application/xml', 'text/xml'], maxBytes: 20 * 1024 * 1024 },
  reply: statementImportView,
  errors: [
    'STATEMENT_NOT_READABLE',
    'STATEMENT_HIJRI_DATE',
    'STATEMENT_NOT_PROVEN',
    'STATEMENT_OTHER_ACCOUNT',
    'STATEMENT_KNOWN',
    'TOO_LARGE',
    'WRONG_FILE_TYPE',
  ],
});

export const getStatementImport = endpoint({
  id: 'payments.statement_import',
  method: 'GET',
  path: '/transfers/imports/:id',
  access: { needs: 'transfer:import' },
  summary: 'How far an import has come: lines read of all, why it was refused, or what it brought',
  params: idParam,
  reply: statementImportView,
});

/** No bank's table is wider. */
const MAX_COLUMNS = 60;
/** How many rows of a file a person is shown, its heading included. */
export const SHOWN_ROWS = 30;
const column = z
  .int()
  .min(0)
  .max(MAX_COLUMNS - 1);

export const DATE_ORDERS = ['dmy', 'ymd', 'mdy'] as const;
/** Where a bank's CSV has what: columns by their place, counted from 0. */
export const csvLayout = z
  .strictObject({
    /** In which order a date is written; the signs between do not matter. */
    dateOrder: z.enum(DATE_ORDERS),
    decimal: z.enum(['.', ',']),
    columns: z.strictObject({
      date: column,
      valueDate: column.nullable(),
      /** One column with a sign, or two of which one is filled. */
      amount: column.nullable(),
      /** Beside one column of amounts: whether money went out or came in, as `Dr` or `Cr`. */
      direction: column.nullable().default(null),
      debit: column.nullable(),
      credit: column.nullable(),
      text: z.array(column).min(1, 'required').max(5, 'too_long'),
      payerName: column.nullable(),
      payerIban: column.nullable(),
      reference: column.nullable(),
      balance: column.nullable(),
    }),
  })
  .refine(
    ({ columns }) => (columns.amount === null) === (columns.debit !== null && columns.credit !== null),
    { path: ['columns', 'amount'], message: 'required' },
  )
  .refine(({ columns }) => columns.amount !== null || columns.direction === null, {
    path: ['columns', 'direction'],
    message: 'invalid',
  });
export type CsvLayout = z.output<typeof csvLayout>;

/** The layout a person names, and the row its header stands in, counted from 1 as in a spreadsheet. */
const namedLayout = { headerRow: z.int().min(1).max(SHOWN_ROWS), layout: csvLayout };

export const getImportTable = endpoint({
  id: 'payments.import_table',
  method: 'GET',
  path: '/transfers/imports/:id/table',
  access: { needs: 'transfer:import' },
  summary: 'First rows of a CSV whose columns nobody has told yet, and what they look like',
  params: idParam,
  reply: z.strictObject({
    rows: z.array(z.array(z.string())),
    headerRow: z.int(),
    /** `null` where nothing looks like it. */
    guess: z.strictObject({
      dateOrder: z.enum(DATE_ORDERS),
      decimal: z.enum(['.', ',']),
      columns: z.strictObject({
        date: z.int().nullable(),
        valueDate: z.int().nullable(),
        amount: z.int().nullable(),
        direction: z.int().nullable(),
        debit: z.int().nullable(),
        credit: z.int().nullable(),
        text: z.array(z.int()),
        payerName: z.int().nullable(),
        payerIban: z.int().nullable(),
        reference: z.int().nullable(),
        balance: z.int().nullable(),
      }),
    }),
  }),
  errors: ['WRONG_STATE'],
});
export const previewLayout = endpoint({
  id: 'payments.preview_layout',
  method: 'POST',
  path: '/transfers/imports/:id/preview',
  access: { needs: 'transfer:import' },
  summary: 'The file as a layout reads it: first lines, figures and proof; changes nothing',
  params: idParam,
  body: z.strictObject(namedLayout),
  reply: z.strictObject({
    /** Why the layout does not fit the file; the figures are empty then. */
    fault: z.strictObject({ code: z.string(), params: z.record(z.string(), problemParamSchema) }).nullable(),
    isProven: z.boolean(),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    opening: moneySchema.nullable(),
    movements: moneySchema.nullable(),
    closing: moneySchema.nullable(),
    lineCount: z.int(),
    /** The file is longer than what was read for this. */
    hasMore: z.boolean(),
    lines: z.array(
      z.strictObject({
        bookedOn: z.iso.date(),
        amount: moneySchema,
        payerName: z.string(),
        payerIbanTail: z.string().nullable(),
        text: z.string(),
        balanceAfter: moneySchema.nullable(),
      }),
    ),
  }),
  errors: ['WRONG_STATE'],
});
export const saveLayout = endpoint({
  id: 'payments.save_layout',
  method: 'POST',
  path: '/transfers/imports/:id/layout',
  access: { needs: 'transfer:import' },
  idempotent: true,
  summary:
    'Keeps a layout under the header of the file, which every file with that header follows from now on, and imports it',
  params: idParam,
  body: z.strictObject({ ...namedLayout, name: z.string().trim().min(2, 'too_short').max(60, 'too_long') }),
  reply: statementImportView,
  errors: ['WRONG_STATE', 'STATEMENT_NOT_READABLE', 'STATEMENT_HIJRI_DATE', 'STATEMENT_NOT_PROVEN'],
});
export const dropImport = endpoint({
  id: 'payments.drop_import',
  method: 'POST',
  path: '/transfers/imports/:id/drop',
  access: { needs: 'transfer:import' },
  idempotent: true,
  summary: 'Lets go of a file whose columns nobody names; nothing of it was imported',
  params: idParam,
  reply: statementImportView,
  errors: ['WRONG_STATE'],
});

export const statementEndpoints = [
  importStatement,
  getStatementImport,
  getImportTable,
  previewLayout,
  saveLayout,
  dropImport,
];
