import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { CURRENCIES } from '../kernel/currency';
import { LOCALES } from '../kernel/locale';
import { moneySchema } from '../kernel/money';
import { pageOf, pageQuery } from '../kernel/page';
import { ACCOUNT_MOVEMENT_KINDS } from './account.rules';
import { methodIdSchema } from './attempts.contract';

/** Where an account stands: what is owed on orders, negative where more was paid; and the credit that no order took. */
export const accountStanding = z.strictObject({ balance: moneySchema, credit: moneySchema });

export const accountRow = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.enum(ACCOUNT_MOVEMENT_KINDS),
  order: z.strictObject({ id: z.uuid(), code: z.string() }).nullable(),
  /** Of the order's transfer, where one moved. */
  reference: z.string().nullable(),
  method: methodIdSchema.nullable(),
  /** What more, or less, is asked for. */
  charged: moneySchema,
  /** What was paid of it, negative where it went back. */
  paid: moneySchema,
  /** What the company's credit grew by. */
  credit: moneySchema,
  /** What is owed after it. */
  balance: moneySchema,
});
export type AccountRow = z.output<typeof accountRow>;

export const accountView = pageOf(accountRow).extend({
  company: z.strictObject({ latin: z.string(), arabic: z.string().nullable() }),
  currency: z.enum(CURRENCIES),
  /** Every currency that anything moved in. */
  currencies: z.array(z.enum(CURRENCIES)),
  from: z.iso.date(),
  to: z.iso.date(),
  opening: accountStanding,
  /** Of the whole period, whatever page is shown. */
  moved: z.strictObject({ charged: moneySchema, paid: moneySchema, credit: moneySchema }),
  closing: accountStanding,
});
export type AccountView = z.output<typeof accountView>;

/** Days in Riyadh, both included; left out, the month of today. The currency of the company where none is named. */
const period = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  currency: z.enum(CURRENCIES).optional(),
};
const accountQuery = pageQuery.extend(period);
const paperQuery = z.strictObject({ ...period, locale: z.enum(LOCALES).default('en') });
const own = { access: { needs: 'payment:read' } } as const;
const ofCompany = { access: { needs: 'transfer:read' }, params: idParam } as const;

export const account = endpoint({
  ...own,
  id: 'payments.account',
  method: 'GET',
  path: '/account',
  summary: 'The company’s statement of account: opening, movements in order, closing, credit apart',
  query: accountQuery,
  reply: accountView,
});
export const accountPaper = endpoint({
  ...own,
  id: 'payments.account_paper',
  method: 'GET',
  path: '/account/paper',
  summary: 'The company’s statement of account as a PDF',
  query: paperQuery,
  raw: 'application/pdf',
  reply: bytes,
  errors: ['ACCOUNT_TOO_LONG'],
});
export const accountTable = endpoint({
  ...own,
  id: 'payments.account_table',
  method: 'GET',
  path: '/account/table',
  summary: 'The company’s statement of account as a CSV',
  query: paperQuery,
  raw: 'text/csv',
  reply: bytes,
  errors: ['ACCOUNT_TOO_LONG'],
});
export const companyAccount = endpoint({
  ...ofCompany,
  id: 'payments.company_account',
  method: 'GET',
  path: '/transfers/accounts/:id',
  summary: 'A company’s statement of account as finance sees it',
  query: accountQuery,
  reply: accountView,
});
export const companyAccountPaper = endpoint({
  ...ofCompany,
  id: 'payments.company_account_paper',
  method: 'GET',
  path: '/transfers/accounts/:id/paper',
  summary: 'A company’s statement of account as a PDF',
  query: paperQuery,
  raw: 'application/pdf',
  reply: bytes,
  errors: ['ACCOUNT_TOO_LONG'],
});
export const companyAccountTable = endpoint({
  ...ofCompany,
  id: 'payments.company_account_table',
  method: 'GET',
  path: '/transfers/accounts/:id/table',
  summary: 'A company’s statement of account as a CSV',
  query: paperQuery,
  raw: 'text/csv',
  reply: bytes,
  errors: ['ACCOUNT_TOO_LONG'],
});

export const accountEndpoints = [
  account,
  accountPaper,
  accountTable,
  companyAccount,
  companyAccountPaper,
  companyAccountTable,
];
