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

export const statementEndpoints = [importStatement, getStatementImport];
