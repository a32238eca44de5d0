import { z } from 'zod';
import { done, endpoint, idParam } from '../access/endpoint';
import { CURRENCIES } from '../kernel/currency';
import { moneySchema } from '../kernel/money';
import { phoneNumber } from '../kernel/phone';
import { METHOD_REASONS } from './method-reasons';
import { METHOD_IDS } from './methods';
import { paymentAttemptLifecycle } from './payments.lifecycle';

/** Why an attempt ended unpaid. */
export const ATTEMPT_FAILURES = [
  'rejected',
  'refused',
  'declined',
  'lost',
  'paid_meanwhile',
  'not_waiting',
] as const;
export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number];

/** Why somebody of the store must look at an attempt. */
export const ATTEMPT_FLAGS = [
  'reference',
  'currency',
  'amount',
  'closed',
  'twice',
  'unknown',
  'review',
  'dispute',
] as const;
export type AttemptFlag = (typeof ATTEMPT_FLAGS)[number];

/** A way to pay. */
export const methodIdSchema = z.enum(METHOD_IDS);
/** A method that is not offered: the reason and what its sentence names. */
export const notOfferedSchema = z.strictObject({
  method: methodIdSchema,
  reason: z.enum(METHOD_REASONS),
  params: z.record(z.string(), z.union([z.string(), moneySchema])),
});

/** The rate of a quoted amount: units of `quote` for one of `base` are `rateNum` × 10^−`rateScale`. */
export const rateView = z.strictObject({
  base: z.enum(CURRENCIES),
  quote: z.enum(CURRENCIES),
  rateNum: z.int(),
  rateScale: z.int(),
  source: z.string(),
  asOf: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  markupBps: z.int(),
});
export const methodOffer = z.strictObject({
  method: methodIdSchema,
  /** What is paid, in the currency of the method; `null` without a rate of today. */
  amount: moneySchema.nullable(),
  rate: rateView.nullable(),
  refusal: notOfferedSchema.nullable(),
});
export type MethodOffer = z.output<typeof methodOffer>;

export const attemptView = z.strictObject({
  id: z.uuid(),
  method: methodIdSchema,
  state: z.enum(paymentAttemptLifecycle.states),
  /** What is paid of the order, and the same in the currency of the payment. */
  amount: moneySchema,
  pay: moneySchema,
  rate: rateView.nullable(),
  /** The gateway's page; `null` until it is known, and after the attempt is over. */
  pageUrl: z.url().nullable(),
  isEnding: z.boolean(),
  isUnderReview: z.boolean(),
  failure: z.enum(ATTEMPT_FAILURES).nullable(),
  startedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type AttemptView = z.output<typeof attemptView>;

export const orderPaymentView = z
  .strictObject({
    orderId: z.uuid(),
    code: z.string(),
    name: z.string(),
    total: moneySchema,
    received: moneySchema,
    due: moneySchema,
    /** Until when its stock is held; `null` where no deadline ends that. */
    holdUntil: z.iso.datetime().nullable(),
    /** The company's credit in the order's currency, as far as no refund holds it. */
    credit: moneySchema,
    /** Why this person cannot pay now; `null` when he can. */
    noPayFor: z.enum(['not_allowed', 'not_waiting', 'nothing_due']).nullable(),
    methods: z.array(methodOffer),
    /** True where the order has a transfer instruction. */
    hasTransfer: z.boolean(),
    live: attemptView.nullable(),
    /** Earlier attempts, the newest first. */
    history: z.array(attemptView),
  })
  .meta({ id: 'OrderPayment' });
export type OrderPaymentView = z.output<typeof orderPaymentView>;

export const orderPayment = endpoint({
  id: 'payments.order_payment',
  method: 'GET',
  path: '/orders/:id/payment',
  access: { needs: 'payment:read' },
  owned: 'order',
  summary: 'What is due for an order, every way to pay it, and how attempts to pay it stand',
  params: idParam,
  reply: orderPaymentView,
});
export const startPayment = endpoint({
  id: 'payments.start_payment',
  method: 'POST',
  path: '/orders/:id/payment/attempts',
  access: { needs: 'payment:pay' },
  owned: 'order',
  idempotent: true,
  summary:
    'Starts to pay what is due; the gateway’s page follows. The attempt that lives is kept or ended first',
  params: idParam,
  body: z.strictObject({
    method: methodIdSchema.exclude(['bank_transfer']),
    /** What was shown as due. */
    due: moneySchema,
    /** Of who pays, for methods that ask it: goes to their gateway and to nobody else. */
    phone: phoneNumber('SA').optional(),
  }),
  reply: orderPaymentView,
  errors: ['WRONG_STATE', 'NOTHING_DUE', 'DUE_CHANGED', 'METHOD_NOT_OFFERED'],
});
export const cancelPayment = endpoint({
  id: 'payments.cancel_payment',
  method: 'POST',
  path: '/orders/:id/payment/cancel',
  access: { needs: 'payment:pay' },
  owned: 'order',
  idempotent: true,
  summary: 'Ends the attempt that lives; money that came meanwhile is booked',
  params: idParam,
  reply: orderPaymentView,
});
export const takeHook = endpoint({
  id: 'payments.take_hook',
  method: 'POST',
  path: '/payments/hooks/:gateway',
  access: 'public',
  isHook: true,
  summary: 'A gateway’s call: proven, kept once, looked into afterwards',
  params: z.strictObject({ gateway: z.enum(['stripe', 'noon', 'tabby', 'tamara']) }),
  query: z.record(z.string(), z.string()),
  upload: { types: ['application/json'], maxBytes: 1024 * 1024 },
  reply: done,
  errors: ['HOOK_REFUSED'],
});

export const attemptsEndpoints = [orderPayment, startPayment, cancelPayment, takeHook];
