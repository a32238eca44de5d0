import { textOf } from '../kernel/decimals';

export interface Part {
  readonly id: string;
  readonly amount: number;
  readonly reference: string;
}
/** A payment of Tabby. Amounts in minor units. */
export interface TabbyPayment {
  readonly id: string;
  readonly sessionId: string;
  readonly createdAt: Date;
  readonly reference: string;
  readonly description: string;
  readonly lang: string;
  readonly urls: { readonly success: string; readonly cancel: string; readonly failure: string };
  amount: number;
  currency: string;
  status: string;
  readonly captures: Part[];
  readonly refunds: Part[];
}

const partOf = (part: Part, currency: string): object => ({
  id: part.id,
  amount: textOf(part.amount, currency),
  reference_id: part.reference,
});

/** A payment as the interface shows it; hooks write the status in small letters. */
export const paymentObject = (payment: TabbyPayment, status = payment.status): object => ({
  id: payment.id,
  created_at: payment.createdAt.toISOString(),
  status,
  is_test: true,
  amount: textOf(payment.amount, payment.currency),
  currency: payment.currency,
  description: payment.description,
  order: { reference_id: payment.reference },
  captures: payment.captures.map((part) => partOf(part, payment.currency)),
  refunds: payment.refunds.map((part) => partOf(part, payment.currency)),
});

export const total = (parts: readonly Part[]): number => parts.reduce((sum, { amount }) => sum + amount, 0);
