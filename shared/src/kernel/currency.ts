/** ISO 4217 currencies the portal prices in, with the number of decimals of the minor unit. */
export const CURRENCY_EXPONENT = {
  SAR: 2,
  USD: 2,
  EUR: 2,
  NOK: 2,
  GBP: 2,
  AED: 2,
  QAR: 2,
  MAD: 2,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  JOD: 3,
  JPY: 0,
  KRW: 0,
} as const;
export type Currency = keyof typeof CURRENCY_EXPONENT;
export const CURRENCIES = Object.keys(CURRENCY_EXPONENT) as [Currency, ...Currency[]];

/** True for a currency of our table. */
export const isCurrency = (value: unknown): value is Currency =>
  typeof value === 'string' && Object.hasOwn(CURRENCY_EXPONENT, value);
