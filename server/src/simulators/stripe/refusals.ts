import { json, type SimAnswer } from '../kernel/exchange';
import { type Form, mapAt, textAt } from './form';

/** A refusal in Stripe's envelope. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly told: { readonly type?: string; readonly param?: string; readonly message: string },
  ) {
    super(told.message);
  }

  answer(): SimAnswer {
    const { type = 'invalid_request_error', message, param } = this.told;
    return json(this.status, { error: { type, code: this.code, message, ...(param && { param }) } });
  }
}

export const refuse = (code: string, param: string, message: string): StripeRefusal =>
  new StripeRefusal(400, code, { param, message });
export const missing = (id: string): StripeRefusal =>
  new StripeRefusal(404, 'resource_missing', { param: 'id', message: `No such object: '${id}'` });

const ZERO_DECIMAL = 'bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' ');
const THREE_DECIMAL = 'bhd jod kwd omr tnd'.split(' ');
const TWO_DECIMAL =
  'aed aud cad chf cny czk dkk eur gbp hkd mad nok nzd pln qar ron sar sek sgd usd zar'.split(' ');
const LEAST: Readonly<Record<string, number>> = { usd: 50, eur: 50, gbp: 30, nok: 300, krw: 100 };
const MOST = 99_999_999;

/** Decimals of a currency; undefined for one Stripe does not take. */
export function decimalsOf(currency: string): number | undefined {
  if (ZERO_DECIMAL.includes(currency)) return 0;
  if (THREE_DECIMAL.includes(currency)) return 3;
  return TWO_DECIMAL.includes(currency) ? 2 : undefined;
}

/** An amount as a page shows it. */
export function shownAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency) ?? 2;
  const digits = String(amount).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${currency.toUpperCase()} ${decimals ? `${whole}.${digits.slice(-decimals)}` : whole}`;
}

function checkAmount(amount: number, currency: string): void {
  const param = 'line_items[0][price_data][unit_amount]';
  if (decimalsOf(currency) === undefined) {
    throw refuse('parameter_invalid', 'currency', `Invalid currency: ${currency}`);
  }
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw refuse('parameter_invalid_integer', param, 'Invalid integer');
  }
  if (amount < (LEAST[currency] ?? 1)) throw refuse('amount_too_small', param, 'The amount is too small');
  if (amount > MOST) throw refuse('amount_too_large', param, 'The amount has more than eight digits');
  if (decimalsOf(currency) === 3 && amount % 10 !== 0) {
    throw refuse('parameter_invalid_integer', param, 'The last of three decimals must be 0');
  }
}

function checkSuffix(suffix: string): void {
  if (suffix === '') return;
  const isRight = /^[ -~]{1,22}$/.test(suffix) && /[A-Za-z]/.test(suffix) && !/[<>\\'"*]/.test(suffix);
  if (!isRight) {
    throw refuse(
      'parameter_invalid_string',
      'payment_intent_data[statement_descriptor_suffix]',
      'The statement descriptor needs a letter and allows none of < > \\ \' " *',
    );
  }
}

export interface SessionWish {
  readonly amount: number;
  readonly currency: string;
  readonly lineName: string;
  readonly expiresAt: number;
  readonly captureMethod: 'automatic' | 'manual';
}

/** Reads what a session is made of, or refuses it as Stripe would. */
export function readSession(form: Form, now: number): SessionWish {
  const price = ['line_items', '0', 'price_data'] as const;
  const currency = textAt(form, ...price, 'currency');
  const amount =
    Number(textAt(form, ...price, 'unit_amount')) * Number(textAt(form, 'line_items', '0', 'quantity'));
  if (textAt(form, 'mode') !== 'payment') throw refuse('parameter_missing', 'mode', 'Missing mode');
  if (textAt(form, 'success_url') === '')
    throw refuse('parameter_missing', 'success_url', 'Missing success_url');
  if (Object.keys(mapAt(form, 'metadata')).length > 50) {
    throw refuse('parameter_invalid', 'metadata', 'Too many keys');
  }
  checkAmount(amount, currency);
  checkSuffix(textAt(form, 'payment_intent_data', 'statement_descriptor_suffix'));
  const given = textAt(form, 'expires_at');
  const expiresAt = given === '' ? now + 86_400 : Number(given);
  if (!(expiresAt >= now + 1800 && expiresAt <= now + 86_400)) {
    throw refuse('parameter_invalid', 'expires_at', 'expires_at must be 30 minutes to 24 hours from now');
  }
  const isManual = textAt(form, 'payment_intent_data', 'capture_method') === 'manual';
  return {
    amount,
    currency,
    lineName: textAt(form, ...price, 'product_data', 'name'),
    expiresAt,
    captureMethod: isManual ? 'manual' : 'automatic',
  };
}
