import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { isCountry } from '../kernel/countries';
import { moneySchema } from '../kernel/money';
import { pageOf, pageQuery } from '../kernel/page';
import { ACCOUNT_MOVEMENT_KINDS } from './account.rules';
import {
  ATTEMPT_FAILURES,
  ATTEMPT_FLAGS,
  methodIdSchema,
  notOfferedSchema,
  rateView,
} from './attempts.contract';
import { paymentAttemptLifecycle } from './payments.lifecycle';

/** Gateways that are reached over a line. */
export const REMOTE_GATEWAYS = ['stripe', 'noon', 'tabby', 'tamara'] as const;
const gateway = z.enum(REMOTE_GATEWAYS);

/** The payer's bank asks for the payment back. */
export const disputeView = z.strictObject({
  id: z.string(),
  state: z.enum(['open', 'won', 'lost']),
  amount: moneySchema,
  /** The gateway's own word. */
  reason: z.string(),
  /** Until when evidence is taken. */
  answerBy: z.iso.datetime().nullable(),
});

/** An attempt as finance sees it in a list. */
export const attemptRow = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  orderId: z.uuid(),
  orderCode: z.string(),
  company: z.string(),
  method: methodIdSchema,
  gateway,
  state: z.enum(paymentAttemptLifecycle.states),
  amount: moneySchema,
  pay: moneySchema,
  flag: z.enum(ATTEMPT_FLAGS).nullable(),
  failure: z.enum(ATTEMPT_FAILURES).nullable(),
  /** It should have moved by now. */
  isStuck: z.boolean(),
  dispute: disputeView.nullable(),
  startedAt: z.iso.datetime(),
});
export type AttemptRow = z.output<typeof attemptRow>;

/** What is on the desk: what a person must look at, what payers' banks asked back, everything. */
export const ATTEMPT_VIEWS = ['look', 'disputes', 'all'] as const;
export const gatewayAttempts = endpoint({
  id: 'payments.gateway_attempts',
  method: 'GET',
  path: '/gateways/attempts',
  access: { needs: 'gateway:read' },
  summary: 'Attempts to pay at gateways, the newest first: those that need a look, disputed ones, or all',
  query: pageQuery.extend({
    view: z.enum(ATTEMPT_VIEWS).default('look'),
    gateway: gateway.optional(),
    state: z.enum(paymentAttemptLifecycle.states).optional(),
    /** The beginning of an order's code. */
    q: z.string().trim().max(20).default(''),
  }),
  reply: pageOf(attemptRow).extend({
    counts: z.strictObject({ look: z.int(), disputes: z.int() }),
  }),
});

const entryView = z.strictObject({
  kind: z.enum(ACCOUNT_MOVEMENT_KINDS),
  at: z.iso.datetime(),
  postings: z.array(z.strictObject({ account: z.string(), amount: moneySchema })),
});
export const attemptDetail = attemptRow
  .extend({
    rate: rateView.nullable(),
    /** The gateway's name for the payment, and its word for how it stands. */
    ref: z.string().nullable(),
    rawState: z.string().nullable(),
    isEnding: z.boolean(),
    expiresAt: z.iso.datetime(),
    /** When it is looked at again by itself. */
    nextLookAt: z.iso.datetime().nullable(),
    hooks: z.array(
      z.strictObject({ event: z.string(), at: z.iso.datetime(), handledAt: z.iso.datetime().nullable() }),
    ),
    entries: z.array(entryView),
    /** Flags that people settled. */
    settled: z.array(
      z.strictObject({
        flag: z.enum(ATTEMPT_FLAGS),
        person: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
  })
  .meta({ id: 'GatewayAttempt' });
export type AttemptDetail = z.output<typeof attemptDetail>;

export const gatewayAttempt = endpoint({
  id: 'payments.gateway_attempt',
  method: 'GET',
  path: '/gateways/attempts/:id',
  access: { needs: 'gateway:read' },
  summary:
    'One attempt with what its gateway told, its hooks, its entries in the ledger and what was settled',
  params: idParam,
  reply: attemptDetail,
});
export const lookAgain = endpoint({
  id: 'payments.look_again',
  method: 'POST',
  path: '/gateways/attempts/:id/look',
  access: { needs: 'gateway:settle' },
  idempotent: true,
  summary: 'Has the gateway asked about an attempt now',
  params: idParam,
  reply: attemptDetail,
});
export const settleFlag = endpoint({
  id: 'payments.settle_flag',
  method: 'POST',
  path: '/gateways/attempts/:id/settle',
  access: { needs: 'gateway:settle' },
  idempotent: true,
  summary: 'Says why an attempt needs no look any more; money is moved by nothing here',
  params: idParam,
  body: z.strictObject({
    version: z.int(),
    reason: z.string().trim().min(3, 'too_short').max(200, 'too_long'),
  }),
  reply: attemptDetail,
  errors: ['WRONG_STATE', 'STALE_RECORD'],
});

export const attemptEvidence = endpoint({
  id: 'payments.attempt_evidence',
  method: 'GET',
  path: '/gateways/attempts/:id/evidence',
  access: { needs: 'gateway:read' },
  summary:
    'Evidence for the payer’s bank: the order, the terms accepted with it, its goods and their delivery; the look is written down',
  params: idParam,
  raw: 'application/pdf',
  reply: bytes,
});

const gatewayView = z.strictObject({
  id: gateway,
  state: z.enum(['off', 'ready', 'down']),
  /** What stands behind its address; `null` where it is not set up. */
  place: z.enum(['simulator', 'sandbox', 'live']).nullable(),
  /** Country of our account. */
  country: z.string().refine(isCountry),
  lastHookAt: z.iso.datetime().nullable(),
  lastAnswerAt: z.iso.datetime().nullable(),
  lastFailureAt: z.iso.datetime().nullable(),
  /** Calls in a row that got no answer. */
  failures: z.int(),
  methods: z.array(z.strictObject({ method: methodIdSchema, refusal: notOfferedSchema.nullable() })),
});
export type GatewayView = z.output<typeof gatewayView>;
export const listGateways = endpoint({
  id: 'payments.gateways',
  method: 'GET',
  path: '/gateways',
  access: { needs: 'gateway:read' },
  summary: 'Each gateway: how it stands, when it was heard of, and the methods it carries for us',
  reply: z.strictObject({ rows: z.array(gatewayView) }),
});

export const gatewaysEndpoints = [
  listGateways,
  gatewayAttempts,
  gatewayAttempt,
  attemptEvidence,
  lookAgain,
  settleFlag,
];
