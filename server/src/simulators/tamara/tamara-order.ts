import { textOf } from '../kernel/decimals';

export interface Part {
  readonly id: string;
  readonly amount: number;
  readonly reference: string;
}
/** An order of Tamara. Amounts in minor units. */
export interface TamaraOrder {
  readonly id: string;
  readonly reference: string;
  readonly number: string;
  readonly locale: string;
  readonly urls: { readonly success: string; readonly failure: string; readonly cancel: string };
  /** When it came to the status it has. */
  since: number;
  amount: number;
  currency: string;
  status: string;
  readonly captures: Part[];
  readonly refunds: Part[];
}

export const total = (parts: readonly Part[]): number => parts.reduce((sum, { amount }) => sum + amount, 0);

/** Amounts are JSON numbers in major units; `rawJson` writes them digit by digit. */
export const amountObject = (minor: number, currency: string): object => ({
  amount: `#${textOf(minor, currency)}`,
  currency,
});

/** An order as the interface shows it. */
export const orderObject = (order: TamaraOrder): object => ({
  order_id: order.id,
  order_reference_id: order.reference,
  order_number: order.number,
  status: order.status,
  total_amount: amountObject(order.amount, order.currency),
  captured_amount: amountObject(total(order.captures), order.currency),
  refunded_amount: amountObject(total(order.refunds), order.currency),
  transactions: {
    captures: order.captures.map(({ id, amount }) => ({
      capture_id: id,
      total_amount: amountObject(amount, order.currency),
    })),
    refunds: order.refunds.map(({ id, amount, reference }) => ({
      refund_id: id,
      merchant_refund_id: reference,
      total_amount: amountObject(amount, order.currency),
    })),
  },
});

/** JSON with `#1.50` as the number 1.50. */
export const rawJson = (value: unknown): string => JSON.stringify(value).replace(/"#(\d+(?:\.\d+)?)"/g, '$1');
