import { type PriceList, priceListOf } from '@qafila/shared/catalogue/catalogue.rules';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import type { Order, TradingCompany } from '../domain/order';

export interface CompanyRow {
  company_id: string;
  company_country: string;
  currency: Currency;
  /** `null` where none was set. */
  price_list: PriceList | null;
  /** SAR for one unit × 10⁶; `null` where no rate is stored. */
  rate_now_e6: string | null;
  has_confirmed: boolean;
}
export interface TotalsRow {
  goods_minor: string;
  branding_minor: string;
  shipping_minor: string;
  vat_minor: string;
  total_minor: string;
}
export interface OrderRow extends CompanyRow, TotalsRow {
  id: string;
  code: string;
  name: string;
  state: OrderState;
  version: number;
  ship_to: 'warehouse' | 'customers';
  address_id: string | null;
  address_country: string | null;
  brand_profile_id: string | null;
  received_minor: string;
  refunded_minor: string;
  over_minor: string;
  credit_minor: string;
  units: number;
  weight_grams: string;
  line_count: number;
  recipient_count: number;
  minimum_kind: 'first' | 'later' | null;
  minimum_minor: string | null;
  hold_until: Date | null;
  changed_at: Date;
  submitted_at: Date | null;
  confirmed_at: Date | null;
  stopped_at: Date | null;
  prepared_reason: string | null;
  prepared_at: Date | null;
  taken_over_at: Date | null;
}

/** Totals as stored. */
export function totalsOfRow(row: TotalsRow, currency: Currency): Order['totals'] {
  const amount = (minor: string): Money => money(Number(minor), currency);
  return {
    goods: amount(row.goods_minor),
    branding: amount(row.branding_minor),
    shipping: amount(row.shipping_minor),
    vat: amount(row.vat_minor),
    total: amount(row.total_minor),
  };
}

/** An order as stored. */
export function orderOfRow(row: OrderRow): Order {
  const { currency } = row;
  return {
    companyId: row.company_id,
    id: row.id,
    code: row.code,
    name: row.name,
    state: row.state,
    version: row.version,
    currency,
    shipTo: row.ship_to,
    addressId: row.address_id,
    addressCountry: row.address_country,
    brandProfileId: row.brand_profile_id,
    totals: totalsOfRow(row, currency),
    received: money(Number(row.received_minor), currency),
    refunded: money(Number(row.refunded_minor), currency),
    over: money(Number(row.over_minor), currency),
    creditUsed: money(Number(row.credit_minor), currency),
    units: row.units,
    weightGrams: Number(row.weight_grams),
    lineCount: row.line_count,
    recipientCount: row.recipient_count,
    minimum:
      row.minimum_kind === null || row.minimum_minor === null
        ? null
        : { kind: row.minimum_kind, required: money(Number(row.minimum_minor), currency) },
    holdUntil: row.hold_until,
    changedAt: row.changed_at,
    submittedAt: row.submitted_at,
    confirmedAt: row.confirmed_at,
    stoppedAt: row.stopped_at,
    prepared:
      row.prepared_reason !== null && row.prepared_at !== null
        ? { reason: row.prepared_reason, at: row.prepared_at, isTakenOver: row.taken_over_at !== null }
        : null,
  };
}

/** The company of an order, or by itself. Throws when its currency has no rate: a fault of the installation. */
export function companyOfRow(row: CompanyRow): TradingCompany {
  const rate = row.currency === 'SAR' ? 1_000_000 : row.rate_now_e6;
  if (rate === null) throw new Error(`No exchange rate is stored for ${row.currency}`);
  return {
    id: row.company_id,
    country: row.company_country,
    currency: row.currency,
    priceList: priceListOf(row.price_list),
    rateE6: Number(rate),
    hasConfirmedOrder: row.has_confirmed,
  };
}
