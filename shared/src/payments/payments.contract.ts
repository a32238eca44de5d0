import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { moneySchema } from '../kernel/money';
import {
  matchLifecycle,
  PAYMENT_STATES,
  statementLineLifecycle,
  transferInstructionLifecycle,
} from './payments.lifecycle';
import { statementView } from './statements.contract';

/** What a trader has shown of a transfer: a bank's receipt. It never pays. */
export const receiptView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  pages: z.int(),
  amount: moneySchema.nullable(),
  paidOn: z.iso.date().nullable(),
  uploadedAt: z.iso.datetime(),
  uploadedBy: z.string(),
});
export type ReceiptView = z.output<typeof receiptView>;

export const transferInstructionView = z
  .strictObject({
    orderId: z.uuid(),
    state: z.enum(transferInstructionLifecycle.states),
    payment: z.enum(PAYMENT_STATES),
    reference: z.string(),
    beneficiary: z.strictObject({ latin: z.string(), arabic: z.string() }),
    iban: z.string(),
    bic: z.string(),
    bank: z.strictObject({ latin: z.string(), arabic: z.string() }),
    amount: moneySchema,
    received: moneySchema,
    due: moneySchema,
    deadline: z.iso.datetime(),
    /** True when the hold has had its one extension. */
    isExtended: z.boolean(),
    receipts: z.array(receiptView),
    /** Why no receipt can be added by this person now; `null` when it can. */
    noReceiptFor: z.enum(['not_allowed', 'settled', 'enough']).nullable(),
  })
  .meta({ id: 'TransferInstruction' });
export type TransferInstructionView = z.output<typeof transferInstructionView>;

export const getTransferInstruction = endpoint({
  id: 'payments.transfer_instruction',
  method: 'GET',
  path: '/orders/:id/transfer',
  access: { needs: 'payment:read' },
  owned: 'order',
  summary: 'How to pay an order by bank transfer',
  params: idParam,
  reply: transferInstructionView,
});

export const MATCH_REASONS = [
  'reference_exact',
  'amount_exact',
  'amount_short',
  'amount_over',
  'payer_known',
  'payer_new',
  'no_reference',
  'order_closed',
] as const;
/** One proposed match of a line and an order: the amount that would be booked, and why. */
export const matchView = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(matchLifecycle.states),
  orderId: z.uuid(),
  orderCode: z.string(),
  company: z.string(),
  amount: moneySchema,
  orderTotal: moneySchema,
  stillDue: moneySchema,
  reference: z.string(),
  reasons: z.array(z.enum(MATCH_REASONS)),
  needsTwoPeople: z.boolean(),
  firstPerson: z.string().nullable(),
  isMine: z.boolean(),
  deadline: z.iso.datetime(),
});
export const statementLineView = z.strictObject({
  id: z.uuid(),
  state: z.enum(statementLineLifecycle.states),
  bookedOn: z.iso.date(),
  amount: moneySchema,
  payerName: z.string(),
  payerIbanTail: z.string().nullable(),
  text: z.string(),
  ignoredReason: z.string().nullable(),
  match: matchView.nullable(),
});
export type StatementLineView = z.output<typeof statementLineView>;

export const transferDesk = endpoint({
  id: 'payments.desk',
  method: 'GET',
  path: '/transfers',
  access: { needs: 'transfer:read' },
  summary: 'Credit lines with explained proposals, and the hash of the list as shown',
  query: z.strictObject({
    view: z.enum(['open', 'second', 'done']).default('open'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(100),
  }),
  reply: z.strictObject({
    latest: statementView.nullable(),
    counts: z.strictObject({ exact: z.int(), second: z.int(), look: z.int(), done: z.int() }),
    rows: z.array(statementLineView),
    next: z.string().nullable(),
  }),
});
const reviewed = z.strictObject({ matchId: z.uuid(), version: z.int() });
export const reviewMatches = endpoint({
  id: 'payments.review',
  method: 'POST',
  path: '/transfers/review',
  access: { needs: 'transfer:confirm' },
  summary: 'The list about to be confirmed, exactly as it would be booked, with its hash; changes nothing',
  body: z.strictObject({ matches: z.array(reviewed).min(1, 'required').max(200, 'too_long') }),
  reply: z.strictObject({
    hash: z.string(),
    total: moneySchema,
    rows: z.array(matchView),
  }),
  errors: ['REVIEW_CHANGED'],
});
export const confirmMatches = endpoint({
  id: 'payments.confirm',
  method: 'POST',
  path: '/transfers/confirm',
  access: { needs: 'transfer:confirm', fresh: true },
  idempotent: true,
  summary:
    'Confirms a reviewed list with one fresh code; books each payment once; large and short ones wait for a second person',
  body: z.strictObject({
    hash: z.string().length(64),
    matches: z.array(reviewed).min(1, 'required').max(200, 'too_long'),
  }),
  reply: z.strictObject({ confirmed: z.int(), waitingForSecond: z.int() }),
  errors: ['REVIEW_CHANGED', 'SECOND_PERSON_NEEDED'],
});
export const withdrawMatch = endpoint({
  id: 'payments.withdraw_match',
  method: 'POST',
  path: '/transfers/matches/:id/withdraw',
  access: { needs: 'transfer:confirm' },
  idempotent: true,
  summary: 'Not this order: withdraws a proposal',
  params: idParam,
  body: z.strictObject({ version: z.int() }),
  reply: statementLineView,
  errors: ['WRONG_STATE', 'STALE_RECORD'],
});
export const ignoreLine = endpoint({
  id: 'payments.ignore_line',
  method: 'POST',
  path: '/transfers/lines/:id/ignore',
  access: { needs: 'transfer:confirm' },
  idempotent: true,
  summary: 'Sets a line aside that pays no order, with the reason',
  params: idParam,
  body: z.strictObject({ reason: z.string().trim().min(3, 'too_short').max(200, 'too_long') }),
  reply: statementLineView,
  errors: ['WRONG_STATE'],
});
export const demoStatement = endpoint({
  id: 'payments.demo_statement',
  method: 'GET',
  path: '/demo/bank/statement',
  access: 'public',
  demoOnly: true,
  summary: 'The demo bank’s camt.053 of today: the open orders, one paid short, one from an unknown payer',
  reply: bytes,
  raw: 'application/xml',
});

export const paymentsEndpoints = [
  getTransferInstruction,
  transferDesk,
  reviewMatches,
  confirmMatches,
  withdrawMatch,
  ignoreLine,
  demoStatement,
];
