/** An order of noon payments. Amounts in minor units. */
export interface NoonOrder {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly returnUrl: string;
  readonly locale: string;
  readonly createdAt: number;
  amount: number;
  currency: string;
  status: string;
  captured: number;
  refunded: number;
  /** Why it failed. */
  errorCode: number;
  readonly transactions: NoonTransaction[];
  /** The payer is before the page of his bank: mada always asks. */
  isAtBank: boolean;
}
export interface NoonTransaction {
  readonly id: string;
  readonly type: 'SALE' | 'REFUND';
  readonly amount: number;
  readonly reference: string;
  status: 'SUCCESS' | 'PENDING' | 'FAILED';
}

/** Refusals of the interface; the answer is still 200. */
export const CODES = {
  ok: 0,
  notFound: 19001,
  duplicate: 19012,
  badName: 5034,
  badReturnUrl: 5035,
  badAmount: 5036,
  notAllowed: 19077,
  tooMuch: 19079,
} as const;

export class NoonRefusal extends Error {
  constructor(
    readonly code: number,
    readonly told: string,
    /** The order that a duplicate reference belongs to. */
    readonly order?: NoonOrder,
  ) {
    super(told);
  }
}
