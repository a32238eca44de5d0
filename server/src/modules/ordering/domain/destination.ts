import type { Currency } from '@qafila/shared/kernel/currency';
import { equivalent, type Money } from '@qafila/shared/kernel/money';
import { type VatCategory, vatCategoryFor } from '@qafila/shared/ordering/ordering.rules';
import { carriageFor } from '@qafila/shared/shipping/shipping.rules';
import type { Order, TradingCompany } from './order';

/** Where the goods go, as far as carriage and VAT depend on it. */
export interface Destination {
  readonly shipTo: 'warehouse' | 'customers';
  /** Country of delivery. */
  readonly country: string;
  readonly parcels: number;
  readonly currency: Currency;
  /** SAR for one unit of the currency × 10⁶. */
  readonly rateE6: number;
}

/** Recipients have Saudi addresses; a warehouse stands where its address says, or where the company does. */
export function destinationOf(
  order: Pick<Order, 'shipTo' | 'addressCountry' | 'recipientCount' | 'currency'>,
  company: Pick<TradingCompany, 'country' | 'rateE6'>,
): Destination {
  const isToWarehouse = order.shipTo === 'warehouse';
  return {
    shipTo: order.shipTo,
    country: isToWarehouse ? (order.addressCountry ?? company.country) : 'SA',
    parcels: isToWarehouse ? 1 : order.recipientCount,
    currency: order.currency,
    rateE6: company.rateE6,
  };
}

/** By place of delivery, never by the trader's country. */
export const vatCategoryOf = (destination: Destination): VatCategory => vatCategoryFor(destination.country);

/** Carriage in the order's currency; the tariff is in SAR and converted with the rate the order keeps. */
export const carriageOf = (destination: Destination): Money =>
  equivalent(carriageFor(destination), destination.currency, destination.rateE6);
