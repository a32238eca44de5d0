import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { moneySchema } from '../kernel/money';
import { pageQuery } from '../kernel/page';
import { methodIdSchema } from './attempts.contract';
import { refundLifecycle } from './payments.lifecycle';

/** Why a refund did not arrive. `refused`, `broken`: by the gateway, at once or later; `returned`, `not_taken`: by the bank. */
export const REFUND_FAILURES = ['refused', 'broken', 'disputed', 'returned', 'not_taken'] as const;
export type RefundFailure = (typeof REFUND_FAILURES)[number];
/**
 * Why a refund that was sent to a gateway needs a person: the gateway tells another amount, we have no account there any
 * more, or it has given no answer for a while.
 */
export const REFUND_TROUBLES = ['amount', 'no_account', 'silent'] as const;
export type RefundTrouble = (typeof REFUND_TROUBLES)[number];
/** Whose money goes back: that of an order, or what a company has as credit. */
export const REFUND_SOURCES = ['order', 'credit'] as const;
/** Where it goes, which is where it came from: an account, a payment at a gateway, or the company's own credit. */
export const REFUND_METHODS = ['bank', 'gateway', 'credit'] as const;
export type RefundMethod = (typeof REFUND_METHODS)[number];

export const refundView = z
  .strictObject({
    id: z.uuid(),
    code: z.string(),
    version: z.int(),
    state: z.enum(refundLifecycle.states),
    source: z.enum(REFUND_SOURCES),
    companyId: z.uuid(),
    company: z.string(),
    /** The order the money came with; `null` where it came for none. */
    order: z.strictObject({ id: z.uuid(), code: z.string() }).nullable(),
    amount: moneySchema,
    /** The same in the currency it was paid in. */
    pay: moneySchema,
    method: z.enum(REFUND_METHODS),
    /** The account that paid, masked, and its holder as the bank told; `null` where no account did. */
    account: z.strictObject({ iban: z.string(), holder: z.string() }).nullable(),
    /** How it was paid at a gateway; `null` where none took it. */
    paidWith: methodIdSchema.nullable(),
    reason: z.string(),
    askedBy: z.string(),
    isMine: z.boolean(),
    approvedBy: z.string().nullable(),
    askedAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    settledAt: z.iso.datetime().nullable(),
    failure: z.enum(REFUND_FAILURES).nullable(),
    trouble: z.enum(REFUND_TROUBLES).nullable(),
    /** True for one that failed and was asked for anew. */
    isReplaced: z.boolean(),
    /** Of the file that the bank got; `null` for what goes into none. */
    messageId: z.string().nullable(),
  })
  .meta({ id: 'Refund' });
export type RefundView = z.output<typeof refundView>;

/** One file for the bank, and how far it is. */
export const refundFileView = z.strictObject({
  id: z.uuid(),
  messageId: z.string(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  count: z.int(),
  total: moneySchema,
  settled: z.int(),
  failed: z.int(),
});
export type RefundFileView = z.output<typeof refundFileView>;

export const REFUND_VIEWS = ['second', 'to_send', 'on_way', 'failed', 'done'] as const;
export const listRefunds = endpoint({
  id: 'payments.refunds',
  method: 'GET',
  path: '/refunds',
  access: { needs: 'refund:read' },
  summary:
    'Refunds by what they wait for: a second person, the bank’s file, their arrival, somebody’s look; and the newest files',
  query: pageQuery.extend({ view: z.enum(REFUND_VIEWS).default('second') }),
  reply: z.strictObject({
    counts: z.strictObject({
      second: z.int(),
      to_send: z.int(),
      on_way: z.int(),
      failed: z.int(),
      done: z.int(),
    }),
    files: z.array(refundFileView),
    rows: z.array(refundView),
    next: z.string().nullable(),
  }),
});

/** A way back: an account, a payment or the credit the money came from, and how much may go back there. */
export const refundWay = z.strictObject({
  method: z.enum(REFUND_METHODS),
  /** Of the match, of the payment attempt, or of the company whose credit it was. */
  id: z.uuid(),
  account: z.strictObject({ iban: z.string(), holder: z.string() }).nullable(),
  paidWith: methodIdSchema.nullable(),
  paidAt: z.iso.datetime(),
  left: moneySchema,
  /** Why nothing can go back this way now; `null` when it can. */
  refusal: z.enum(['REFUND_FROZEN', 'REFUND_TOO_LATE', 'REFUND_TOO_MUCH']).nullable(),
  isWholeOnly: z.boolean(),
});
export type RefundWay = z.output<typeof refundWay>;
/** Money that may go back, with every way it came by. */
export const refundable = z.strictObject({
  source: z.enum(REFUND_SOURCES),
  companyId: z.uuid(),
  company: z.string(),
  order: z.strictObject({ id: z.uuid(), code: z.string() }).nullable(),
  left: moneySchema,
  ways: z.array(refundWay),
});
export type Refundable = z.output<typeof refundable>;
export const findRefundable = endpoint({
  id: 'payments.refundable',
  method: 'GET',
  path: '/refunds/refundable',
  access: { needs: 'refund:ask' },
  summary:
    'Orders and companies’ credit with money that may go back: by code, by name, or by a payment attempt',
  query: z.strictObject({ q: z.string().trim().max(80).default(''), attempt: z.uuid().optional() }),
  reply: z.strictObject({ rows: z.array(refundable) }),
});

const words = z.string().trim().min(3, 'too_short').max(200, 'too_long');
export const askRefund = endpoint({
  id: 'payments.ask_refund',
  method: 'POST',
  path: '/refunds',
  access: { needs: 'refund:ask', fresh: true },
  idempotent: true,
  summary: 'Asks that money goes back where it came from; a second person approves it',
  body: z.strictObject({
    source: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('order'), id: z.uuid() }),
      /** `id` is the company’s. */
      z.strictObject({ kind: z.literal('credit'), id: z.uuid() }),
    ]),
    way: z.strictObject({ method: z.enum(REFUND_METHODS), id: z.uuid() }),
    amount: moneySchema.refine(({ minor }) => minor > 0, 'too_small'),
    reason: words,
    /** The refund that failed and that this one takes the place of. */
    replaces: z.uuid().optional(),
  }),
  reply: refundView,
  errors: [
    'WRONG_STATE',
    'REFUND_TOO_MUCH',
    'REFUND_NOT_THERE',
    'REFUND_FROZEN',
    'REFUND_WHOLE_ONLY',
    'REFUND_TOO_LATE',
  ],
});

const MOST_AT_ONCE = 200;
const seen = z.strictObject({ refundId: z.uuid(), version: z.int() });
const seenList = z.array(seen).min(1, 'required').max(MOST_AT_ONCE, 'too_long');
export const reviewRefunds = endpoint({
  id: 'payments.review_refunds',
  method: 'POST',
  path: '/refunds/review',
  access: { needs: 'refund:approve' },
  summary: 'The refunds about to be approved, with the hash of all that is shown; changes nothing',
  body: z.strictObject({ refunds: seenList }),
  reply: z.strictObject({ hash: z.string(), rows: z.array(refundView) }),
  errors: ['REVIEW_CHANGED'],
});
export const approveRefunds = endpoint({
  id: 'payments.approve_refunds',
  method: 'POST',
  path: '/refunds/approve',
  access: { needs: 'refund:approve', fresh: true },
  idempotent: true,
  summary: 'The second person approves what was shown, with one fresh code; whoever asked cannot',
  body: z.strictObject({ hash: z.string().length(64), refunds: seenList }),
  reply: z.strictObject({ approved: z.int() }),
  errors: [
    'REVIEW_CHANGED',
    'REFUND_IS_YOURS',
    'REFUND_TOO_MUCH',
    'REFUND_NOT_THERE',
    'REFUND_FROZEN',
    'REFUND_WHOLE_ONLY',
    'REFUND_TOO_LATE',
  ],
});
export const withdrawRefund = endpoint({
  id: 'payments.withdraw_refund',
  method: 'POST',
  path: '/refunds/:id/withdraw',
  access: { needs: 'refund:ask' },
  idempotent: true,
  summary: 'Takes back what has not left, or lets a failed refund rest: the money stays where it is',
  params: idParam,
  body: z.strictObject({ version: z.int(), reason: words }),
  reply: refundView,
  errors: ['WRONG_STATE', 'STALE_RECORD'],
});
export const sendRefunds = endpoint({
  id: 'payments.send_refunds',
  method: 'POST',
  path: '/refunds/files',
  access: { needs: 'refund:send', fresh: true },
  idempotent: true,
  summary: 'Makes one file for the bank (pain.001.001.09) of approved refunds, which are sent with it',
  body: z.strictObject({ refunds: seenList }),
  reply: refundFileView,
  errors: ['REVIEW_CHANGED', 'REFUND_TOO_MUCH', 'REFUND_NOT_THERE'],
});
export const refundFile = endpoint({
  id: 'payments.refund_file',
  method: 'GET',
  path: '/refunds/files/:id',
  access: { needs: 'refund:send' },
  summary: 'The file for the bank, always the same bytes; the download is written down',
  params: idParam,
  raw: 'application/xml',
  reply: bytes,
});
export const refuseRefund = endpoint({
  id: 'payments.refuse_refund',
  method: 'POST',
  path: '/refunds/:id/refused',
  access: { needs: 'refund:send', fresh: true },
  idempotent: true,
  summary: 'The bank did not take this refund of a file: it has failed and can be asked for anew',
  params: idParam,
  body: z.strictObject({ version: z.int(), reason: words }),
  reply: refundView,
  errors: ['WRONG_STATE', 'STALE_RECORD'],
});

/** A refund as the company that gets it sees it. */
export const ownRefundView = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  state: z.enum(refundLifecycle.states),
  amount: moneySchema,
  pay: moneySchema,
  method: z.enum(REFUND_METHODS),
  /** The last four characters of the account; `null` where it goes to none. */
  ibanTail: z.string().nullable(),
  paidWith: methodIdSchema.nullable(),
  askedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  settledAt: z.iso.datetime().nullable(),
  /** It failed before its money was on its way. */
  neverLeft: z.boolean(),
});
export type OwnRefundView = z.output<typeof ownRefundView>;
export const orderRefunds = endpoint({
  id: 'payments.order_refunds',
  method: 'GET',
  path: '/orders/:id/refunds',
  access: { needs: 'payment:read' },
  owned: 'order',
  summary: 'Refunds of an own order, the newest first; withdrawn ones are not told',
  params: idParam,
  reply: z.strictObject({ rows: z.array(ownRefundView) }),
});

export const refundsEndpoints = [
  listRefunds,
  findRefundable,
  askRefund,
  reviewRefunds,
  approveRefunds,
  withdrawRefund,
  sendRefunds,
  refundFile,
  refuseRefund,
  orderRefunds,
];
