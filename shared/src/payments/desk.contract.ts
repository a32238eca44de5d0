import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { MONEY_BOUND, moneySchema } from '../kernel/money';
import { matchLifecycle, statementLineLifecycle } from './payments.lifecycle';
import { statementView } from './statements.contract';

/** What a match does with its amount. */
export const MATCH_KINDS = ['order', 'credit', 'payout', 'return', 'undo', 'refund', 'refund_back'] as const;
/**
 * How a match was found. A: reference and amount agree. B: short. C: too much. D: several orders, together exact.
 * E: no reference, by score. F: the bank took a payment back. By hand: no class.
 */
export const MATCH_CLASSES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** Why a match is proposed, and what stands against taking it for certain. */
export const MATCH_REASONS = [
  'reference_exact',
  'reference_of_company',
  'reference_near',
  'no_reference',
  'several_orders',
  'amount_exact',
  'amount_short',
  'amount_over',
  'amount_unique',
  'receipt_agrees',
  'difference_written_off',
  'payer_known',
  'payer_new',
  'payer_name_alike',
  'payer_third_party',
  'date_fits',
  'order_closed',
  'bank_reference_same',
  'end_to_end_same',
  'refund_named',
  'bank_returned',
] as const;

/** One match of a line: what would be booked, for what, and why. */
export const matchView = z
  .strictObject({
    id: z.uuid(),
    version: z.int(),
    state: z.enum(matchLifecycle.states),
    kind: z.enum(MATCH_KINDS),
    class: z.enum(MATCH_CLASSES).nullable(),
    /** `null` where only the company's credit is concerned. */
    order: z
      .strictObject({
        id: z.uuid(),
        code: z.string(),
        reference: z.string(),
        total: moneySchema,
        stillDue: moneySchema,
        deadline: z.iso.datetime(),
      })
      .nullable(),
    /** The refund that left, or came back; `null` for every other kind. */
    refund: z.strictObject({ id: z.uuid(), code: z.string() }).nullable(),
    companyId: z.uuid(),
    company: z.string(),
    amount: moneySchema,
    /** Difference that nobody asks for any more; booked with the match. */
    writtenOff: moneySchema,
    reasons: z.array(z.enum(MATCH_REASONS)),
    /** What the person who made or changed it wrote. */
    words: z.string().nullable(),
    needsTwoPeople: z.boolean(),
    firstPerson: z.string().nullable(),
    isMine: z.boolean(),
  })
  .meta({ id: 'Match' });
export type MatchView = z.output<typeof matchView>;

export const statementLineView = z
  .strictObject({
    id: z.uuid(),
    version: z.int(),
    state: z.enum(statementLineLifecycle.states),
    bookedOn: z.iso.date(),
    /** Negative: money that went out. */
    amount: moneySchema,
    /** What no match takes. */
    left: moneySchema,
    /** The statement proved its balance; a match of any other line needs a second person. */
    isProven: z.boolean(),
    /** It may be a line imported before: a match of it needs a second person. */
    maybeDouble: z.boolean(),
    payerName: z.string(),
    payerIbanTail: z.string().nullable(),
    text: z.string(),
    ignoredReason: z.string().nullable(),
    matches: z.array(matchView),
  })
  .meta({ id: 'StatementLine' });
export type StatementLineView = z.output<typeof statementLineView>;

export const DESK_VIEWS = ['open', 'second', 'done', 'out'] as const;
export const transferDesk = endpoint({
  id: 'payments.desk',
  method: 'GET',
  path: '/transfers',
  access: { needs: 'transfer:read' },
  summary:
    'Lines of the bank with explained matches: open, for a second person, done, and unmatched money out',
  query: z.strictObject({
    view: z.enum(DESK_VIEWS).default('open'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(100),
  }),
  reply: z.strictObject({
    latest: statementView.nullable(),
    counts: z.strictObject({ exact: z.int(), second: z.int(), look: z.int(), done: z.int(), out: z.int() }),
    rows: z.array(statementLineView),
    next: z.string().nullable(),
  }),
});

/** A match about to be confirmed, with what a second pair of eyes needs of its line. */
export const reviewedMatchView = matchView
  .extend({
    line: statementLineView.pick({
      id: true,
      bookedOn: true,
      amount: true,
      isProven: true,
      maybeDouble: true,
      payerName: true,
      payerIbanTail: true,
      text: true,
    }),
  })
  .meta({ id: 'ReviewedMatch' });
export type ReviewedMatchView = z.output<typeof reviewedMatchView>;

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
    rows: z.array(reviewedMatchView),
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
    'Confirms a reviewed list with one fresh code; books each match once; whatever is not exact, or large, waits for a second person',
  body: z.strictObject({
    hash: z.string().length(64),
    matches: z.array(reviewed).min(1, 'required').max(200, 'too_long'),
  }),
  reply: z.strictObject({ confirmed: z.int(), waitingForSecond: z.int() }),
  errors: ['REVIEW_CHANGED', 'SECOND_PERSON_NEEDED', 'MONEY_MOVED_ON', 'REFUND_BOOK_DEBIT_FIRST'],
});
export const withdrawMatch = endpoint({
  id: 'payments.withdraw_match',
  method: 'POST',
  path: '/transfers/matches/:id/withdraw',
  access: { needs: 'transfer:confirm' },
  idempotent: true,
  summary: 'Not this order: withdraws what is not booked yet',
  params: idParam,
  body: z.strictObject({ version: z.int() }),
  reply: statementLineView,
  errors: ['WRONG_STATE', 'STALE_RECORD'],
});

const words = z.string().trim().min(3, 'too_short').max(200, 'too_long');
export const undoMatch = endpoint({
  id: 'payments.undo_match',
  method: 'POST',
  path: '/transfers/matches/:id/undo',
  access: { needs: 'transfer:confirm' },
  idempotent: true,
  summary: 'Asks that a booked match be taken back by a reversing entry; two people confirm it',
  params: idParam,
  body: z.strictObject({ version: z.int(), reason: words }),
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
  body: z.strictObject({ version: z.int(), reason: words }),
  reply: statementLineView,
  errors: ['WRONG_STATE', 'STALE_RECORD'],
});

const positive = moneySchema.refine(({ minor }) => minor > 0, 'too_small');
/** What a part of a line is for: an order, a company's credit, a payment that the bank took back, or a refund. */
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('order'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('company'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('payment'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('refund'), id: z.uuid() }),
]);
const part = z.strictObject({
  target,
  amount: positive,
  /** What the order needs beyond the amount and nobody asks for any more. */
  writeOff: positive.optional(),
});
export type LinePart = z.output<typeof part>;
const MOST_PARTS = 20;
export const splitLine = endpoint({
  id: 'payments.split_line',
  method: 'POST',
  path: '/transfers/lines/:id/parts',
  access: { needs: 'transfer:confirm' },
  idempotent: true,
  summary: 'Says by hand what a line is for: its open matches become these parts; nothing is booked',
  params: idParam,
  body: z.strictObject({
    version: z.int(),
    parts: z.array(part).min(1, 'required').max(MOST_PARTS, 'too_long'),
    reason: words,
  }),
  reply: statementLineView,
  errors: ['WRONG_STATE', 'STALE_RECORD', 'LINE_HAS_NO_ROOM', 'WRITE_OFF_DOES_NOT_FIT'],
});

export const targetView = z.strictObject({
  kind: z.enum(['order', 'company', 'payment', 'refund']),
  id: z.uuid(),
  /** Code of the order, or of the refund; `null` for a company. */
  code: z.string().nullable(),
  company: z.string(),
  /** What the order still needs, the company has as credit, the payment brought, or the refund takes. */
  amount: moneySchema,
  isClosed: z.boolean(),
});
export type TargetView = z.output<typeof targetView>;
export const findTargets = endpoint({
  id: 'payments.find_targets',
  method: 'GET',
  path: '/transfers/lines/:id/targets',
  access: { needs: 'transfer:confirm' },
  summary:
    'What a line could be for: orders and companies by code, reference, name or amount; for money out, payments and refunds of its amount',
  params: idParam,
  query: z.strictObject({
    q: z.string().trim().max(80).default(''),
    /** What was typed, read as an amount in minor units. */
    minor: z.coerce.number().int().positive().max(MONEY_BOUND).optional(),
  }),
  reply: z.strictObject({ rows: z.array(targetView) }),
});

export const deskEndpoints = [
  transferDesk,
  reviewMatches,
  confirmMatches,
  withdrawMatch,
  undoMatch,
  ignoreLine,
  splitLine,
  findTargets,
];
