import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Money } from '@qafila/shared/kernel/money';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import type { Totals } from '@qafila/shared/ordering/ordering.rules';
import type { NationalAddress } from '@qafila/shared/shipping/address.rules';

/** Names one order: both walls need the company. */
export interface OrderKey {
  readonly companyId: string;
  readonly id: string;
}

/** The company as ordering sees it: where it stands, what it trades in, what it did before. */
export interface TradingCompany {
  readonly id: string;
  /** Verified country of establishment. */
  readonly country: string;
  readonly currency: Currency;
  /** Which prices of the catalogue it buys at today. */
  readonly priceList: PriceList;
  /** SAR for one unit of the currency × 10⁶. */
  readonly rateE6: number;
  /** Clause 8: an order that reached `confirmed` and kept some of its money. */
  readonly hasConfirmedOrder: boolean;
}

export interface Order extends OrderKey {
  readonly code: string;
  readonly name: string;
  readonly state: OrderState;
  readonly version: number;
  readonly currency: Currency;
  readonly shipTo: 'warehouse' | 'customers';
  readonly addressId: string | null;
  /** Country of the chosen address. */
  readonly addressCountry: string | null;
  readonly brandProfileId: string | null;
  readonly totals: Totals;
  readonly received: Money;
  readonly refunded: Money;
  /** Of what was received, what the order did not take: it became the company's credit. */
  readonly over: Money;
  /** Of what was received, the company's own credit. */
  readonly creditUsed: Money;
  readonly units: number;
  readonly weightGrams: number;
  readonly lineCount: number;
  readonly recipientCount: number;
  /** The minimum that was decided at submit; `null` before. */
  readonly minimum: { readonly kind: 'first' | 'later'; readonly required: Money } | null;
  readonly holdUntil: Date | null;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
  readonly confirmedAt: Date | null;
  /** Since when its money is gone and what stayed of it is held; `null` of an order that was not stopped. */
  readonly stoppedAt: Date | null;
  /** Set where staff prepared the draft while they acted for the trader. */
  readonly prepared: {
    /** Packed: code and words. */
    readonly reason: string;
    readonly at: Date;
    readonly isTakenOver: boolean;
  } | null;
}

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly address: NationalAddress;
  readonly items: readonly { readonly variantId: string; readonly quantity: number }[];
}

export interface PastStep {
  readonly at: Date;
  readonly step: string;
  /** Name of the company's own person; `null` for staff and the system. */
  readonly by: string | null;
}

/** What may become of the parcels of an order: they may leave, wait for its money, or it is over. */
export type OrderStand = 'ships' | 'waits' | 'over';

/** True of an order that waits for money: placed and not paid, or stopped after a parcel of it left. */
export const waitsForMoney = (order: Pick<Order, 'state' | 'stoppedAt'>): boolean =>
  order.state === 'submitted' || order.stoppedAt !== null;

/** Since when an order is stopped after a step. */
export function stoppedAfter(
  order: Pick<Order, 'stoppedAt'>,
  { step, at }: { readonly step: string; readonly at: Date },
): Date | null {
  if (step === 'stop') return at;
  return step === 'go_on' ? null : order.stoppedAt;
}

/** True while a draft is in the store's hands. */
export const isStoreDraft = (order: Pick<Order, 'prepared'>): boolean =>
  order.prepared !== null && !order.prepared.isTakenOver;
