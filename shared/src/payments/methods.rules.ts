import { type Currency, isCurrency } from '../kernel/currency';
import { compare, type Money, money } from '../kernel/money';
import type { MethodReason, NotOffered } from './method-reasons';
import { type GatewayId, METHODS, type MethodId, type MethodRow, PAYMENT_AREA } from './methods';

/** How our account at a gateway stands: not set up, answering, or failing just now. */
export type GatewayState = 'off' | 'ready' | 'down';

/** What decides whether one method is offered for one payment. */
export interface MethodFacts {
  /** Country of our account at the method's gateway, ISO 3166-1. */
  readonly accountCountry: string;
  /** Verified country of the company's establishment. */
  readonly companyCountry: string;
  /** What the trader would pay in; `payCurrencyOf` suggests it. */
  readonly payCurrency: Currency;
  /** The amount in `payCurrency`; null when there is no rate of today for it. */
  readonly amount: Money | null;
  /** Methods whose use by businesses the store has acknowledged. */
  readonly businessUseAcknowledged: ReadonlySet<MethodId>;
  readonly gatewayState: GatewayState;
}
export type Availability =
  | { readonly method: MethodId; readonly available: true }
  | ({ readonly available: false } & NotOffered);

const takes = (list: readonly string[] | 'any', code: string): boolean =>
  list === 'any' || list.includes(code);
const listed = (list: readonly string[] | 'any'): string => (list === 'any' ? '' : list.join(', '));

/** Whether a method is offered, or the first reason why not. */
export function availabilityOf(method: MethodId, facts: MethodFacts): Availability {
  const found = placeFault(METHODS[method], facts) ?? useFault(method, facts) ?? amountFault(method, facts);
  if (found) return { method, available: false, ...found };
  if (facts.gatewayState === 'down') {
    return { method, available: false, reason: 'gateway_down', params: {} };
  }
  return { method, available: true };
}

type Fault = { readonly reason: MethodReason; readonly params: NotOffered['params'] } | undefined;

/** Why no company at all is offered a method: our account, the store's own choice, or the gateway. */
export function standingRefusal(
  method: MethodId,
  facts: Pick<MethodFacts, 'accountCountry' | 'businessUseAcknowledged' | 'gatewayState'>,
): NotOffered | null {
  const { companyCountries, limits } = METHODS[method];
  const [country = facts.accountCountry] = companyCountries === 'any' ? [] : companyCountries;
  const companyCountry = takes(companyCountries, facts.accountCountry) ? facts.accountCountry : country;
  const payCurrency = payCurrencyOf(method, { orderCurrency: 'SAR', companyCountry });
  const minor = limits[payCurrency]?.min ?? 1;
  const amount = money(minor, payCurrency);
  const verdict = availabilityOf(method, { ...facts, companyCountry, payCurrency, amount });
  return verdict.available ? null : { method, reason: verdict.reason, params: verdict.params };
}

function placeFault(row: MethodRow, facts: MethodFacts): Fault {
  const { accountCountry: account, companyCountry: country } = facts;
  if (facts.gatewayState === 'off') return { reason: 'gateway_off', params: {} };
  if (!takes(row.accountCountries, account)) {
    return { reason: 'account_country', params: { needed: listed(row.accountCountries), country: account } };
  }
  if (!takes(row.companyCountries, country)) {
    return { reason: 'company_country', params: { needed: listed(row.companyCountries), country } };
  }
  return isWithinReach(row, facts) ? undefined : { reason: 'domestic_only', params: { account, country } };
}

function isWithinReach(row: MethodRow, facts: MethodFacts): boolean {
  const { accountCountry, companyCountry } = facts;
  if (row.reach === 'world' || accountCountry === companyCountry) return true;
  return row.reach === 'area' && PAYMENT_AREA.has(accountCountry) && PAYMENT_AREA.has(companyCountry);
}

function useFault(method: MethodId, facts: MethodFacts): Fault {
  const row = METHODS[method];
  if (!row.openToBusiness && !facts.businessUseAcknowledged.has(method)) {
    return { reason: 'business_use', params: {} };
  }
  const currency = facts.payCurrency;
  const isWrongLocal = row.inLocalCurrency && localCurrencyOf(facts.companyCountry) !== currency;
  if (!takes(row.payIn, currency) || isWrongLocal) return { reason: 'pay_currency', params: { currency } };
  return undefined;
}

function amountFault(method: MethodId, { amount, payCurrency: currency }: MethodFacts): Fault {
  if (!amount) return { reason: 'no_rate', params: { currency } };
  const { min, max } = METHODS[method].limits[currency] ?? {};
  const [least, most] = [min, max].map((limit) => (limit === undefined ? null : money(limit, currency)));
  if (least && compare(amount, least) < 0) return { reason: 'amount_below', params: { limit: least } };
  if (most && compare(amount, most) > 0) return { reason: 'amount_above', params: { limit: most } };
  return undefined;
}

const EURO = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');
const LOCAL: Readonly<Record<string, string>> = {
  ...Object.fromEntries(EURO.map((country) => [country, 'EUR'])),
  SA: 'SAR',
  US: 'USD',
  NO: 'NOK',
  GB: 'GBP',
  AE: 'AED',
  QA: 'QAR',
  MA: 'MAD',
  KW: 'KWD',
  BH: 'BHD',
  OM: 'OMR',
  JO: 'JOD',
  JP: 'JPY',
  KR: 'KRW',
};
/** The currency of a country, where the portal knows it. */
const localCurrencyOf = (country: string): Currency | undefined => {
  const local = LOCAL[country];
  return isCurrency(local) ? local : undefined;
};
/** What is offered where neither the order's nor the country's currency serves. */
const COMMON: readonly Currency[] = ['EUR', 'USD', 'KRW'];

/**
 * What a method would be paid in: the order's currency where the method takes it, so that no rate is needed, else the
 * company's own, else a common one. The order's currency when none serves: the method is then not offered.
 */
export function payCurrencyOf(
  method: MethodId,
  facts: { readonly orderCurrency: Currency; readonly companyCountry: string },
): Currency {
  const { payIn, inLocalCurrency } = METHODS[method];
  const local = localCurrencyOf(facts.companyCountry);
  const wanted = inLocalCurrency ? [local] : [facts.orderCurrency, local, ...COMMON];
  return wanted.find((currency) => currency !== undefined && takes(payIn, currency)) ?? facts.orderCurrency;
}

/** True where the gateway gives credit to a person and finds him by his phone. */
export const asksPhone = (method: MethodId): boolean =>
  METHODS[method].gateway === 'tabby' || METHODS[method].gateway === 'tamara';

/** The methods one gateway carries. */
export const methodsOf = (gateway: GatewayId): MethodId[] =>
  (Object.keys(METHODS) as MethodId[]).filter((method) => METHODS[method].gateway === gateway);
