import { z } from 'zod';
import { endpoint } from '../access/endpoint';
import { moneySchema } from '../kernel/money';
import { pageOf, pageQuery } from '../kernel/page';
import { methodIdSchema } from './attempts.contract';
import { receiptView } from './payments.contract';

const orderRef = z.strictObject({ id: z.uuid(), code: z.string(), name: z.string() });

/** An order that waits for money, as whoever pays sees it: neither goods nor recipients. */
export const dueOrder = z.strictObject({
  order: orderRef,
  total: moneySchema,
  received: moneySchema,
  due: moneySchema,
  /** End of the hold. */
  deadline: z.iso.datetime(),
  /** Of its transfer; `null` where the company pays otherwise. */
  reference: z.string().nullable(),
  receipts: z.int(),
});
export type DueOrder = z.output<typeof dueOrder>;
export const dueOrders = endpoint({
  id: 'payments.due_orders',
  method: 'GET',
  path: '/payments/due',
  access: { needs: 'payment:read' },
  summary: 'Orders of the company that wait for money, the nearest deadline first',
  query: pageQuery,
  reply: pageOf(dueOrder),
});

export const PAYMENT_KINDS = ['all', 'transfer', 'online', 'credit'] as const;
export const PAYMENT_STANDS = ['booked', 'taken_back'] as const;
/** Days in Riyadh, both included. */
const days = { from: z.iso.date().optional(), to: z.iso.date().optional() };

export const paymentRow = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.enum(PAYMENT_KINDS).exclude(['all']),
  method: methodIdSchema.nullable(),
  /** What came in, an excess included. */
  amount: moneySchema,
  /** What of it became credit. */
  credit: moneySchema,
  order: orderRef.nullable(),
  reference: z.string().nullable(),
  /** A bank, a card’s bank or the store took it back. */
  stand: z.enum(PAYMENT_STANDS),
});
export type PaymentRow = z.output<typeof paymentRow>;
export const payments = endpoint({
  id: 'payments.payments',
  method: 'GET',
  path: '/payments',
  access: { needs: 'payment:read' },
  summary: 'Payments of the company over all its orders, the newest first',
  query: pageQuery.extend({ ...days, kind: z.enum(PAYMENT_KINDS).default('all') }),
  reply: pageOf(paymentRow),
});

export const RECEIPT_STANDS = ['waiting', 'arrived', 'ended'] as const;
export const ownReceipt = receiptView.extend({
  order: orderRef,
  /** Whether the money of its order came; a receipt itself pays nothing. */
  stand: z.enum(RECEIPT_STANDS),
});
export type OwnReceipt = z.output<typeof ownReceipt>;
export const ownReceipts = endpoint({
  id: 'payments.own_receipts',
  method: 'GET',
  path: '/receipts',
  access: { needs: 'payment:read' },
  summary: 'Receipts of transfers over all orders of the company, the newest first',
  query: pageQuery.extend({ ...days, stand: z.enum(['all', ...RECEIPT_STANDS]).default('all') }),
  reply: pageOf(ownReceipt),
});

export const booksEndpoints = [dueOrders, payments, ownReceipts];
