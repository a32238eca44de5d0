import { describe, expect, it } from '@jest/globals';
import { isCountry } from '../kernel/countries';
import { LOCALES } from '../kernel/locale';
import { type Money, money } from '../kernel/money';
import { placeholdersOf } from '../kernel/problem';
import { METHOD_REASON_WORDS, METHOD_REASONS, type MethodReason, sayNotOffered } from './method-reasons';
import { METHOD_IDS, METHODS, type MethodId } from './methods';
import {
  asksPhone,
  availabilityOf,
  type MethodFacts,
  methodsOf,
  payCurrencyOf,
  standingRefusal,
} from './methods.rules';

const none: ReadonlySet<MethodId> = new Set();
/** A company in Bergen that owes SAR 5,000 in its own currency; our account stands in Norway. */
const bergen: MethodFacts = {
  accountCountry: 'NO',
  companyCountry: 'NO',
  payCurrency: 'NOK',
  amount: money(1_356_725, 'NOK'),
  businessUseAcknowledged: none,
  gatewayState: 'ready',
};
const riyadh: MethodFacts = {
  ...bergen,
  accountCountry: 'SA',
  companyCountry: 'SA',
  payCurrency: 'SAR',
  amount: money(500_000, 'SAR'),
};
const seoul: MethodFacts = {
  ...bergen,
  accountCountry: 'DE',
  companyCountry: 'KR',
  payCurrency: 'KRW',
  amount: money(1_900_000, 'KRW'),
};
const austin: MethodFacts = {
  ...bergen,
  accountCountry: 'US',
  companyCountry: 'US',
  payCurrency: 'USD',
  amount: money(133_334, 'USD'),
};
const reasonOf = (method: MethodId, facts: MethodFacts): MethodReason | null => {
  const found = availabilityOf(method, facts);
  return found.available ? null : found.reason;
};
const offered = (facts: MethodFacts): MethodId[] =>
  METHOD_IDS.filter((method) => availabilityOf(method, facts).available);
const acknowledged = (facts: MethodFacts): MethodFacts => ({
  ...facts,
  businessUseAcknowledged: new Set(METHOD_IDS),
});

describe('the table of methods', () => {
  it('names known countries, currencies by three letters, a source and its day', () => {
    for (const row of Object.values(METHODS)) {
      const countries = [row.accountCountries, row.companyCountries].flatMap((list) =>
        list === 'any' ? [] : list,
      );
      const currencies = [...(row.payIn === 'any' ? [] : row.payIn), ...Object.keys(row.limits)];
      expect(countries.filter((code) => !isCountry(code))).toEqual([]);
      expect(currencies.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
      expect([row.source.length > 5, /^2026-\d\d-\d\d$/.test(row.checkedAt)]).toEqual([true, true]);
    }
  });

  it('gives every method to one gateway', () => {
    expect(methodsOf('stripe')).toHaveLength(18);
    expect(methodsOf('noon')).toEqual(['mada']);
    expect(methodsOf('bank_transfer')).toEqual(['bank_transfer']);
  });
});

describe('what is offered', () => {
  it('to a company in Bergen: cards and wallets, as a Norwegian account may', () => {
    expect(offered(bergen)).toEqual(['visa', 'mastercard', 'amex', 'apple_pay', 'google_pay', 'link']);
  });

  it('to a company in Bergen whose store acknowledged the use by businesses: Klarna too', () => {
    expect(offered(acknowledged(bergen))).toContain('klarna');
  });

  it('in Saudi Arabia: cards, mada and transfer; the credit of Tabby and Tamara after acknowledging', () => {
    expect(offered(riyadh)).toEqual(expect.arrayContaining(['visa', 'mada', 'bank_transfer']));
    expect(offered(riyadh)).not.toEqual(expect.arrayContaining(['tabby']));
    expect(offered(acknowledged(riyadh))).toEqual(expect.arrayContaining(['tabby', 'tamara']));
  });

  it('to a company in Seoul: the five Korean ways', () => {
    expect(offered(seoul)).toEqual(
      expect.arrayContaining(['kr_card', 'kakao_pay', 'naver_pay', 'payco', 'samsung_pay']),
    );
  });

  it('to a company in Austin with an American account, acknowledged: Cash App, Klarna, Affirm, Afterpay, Amazon', () => {
    expect(offered(acknowledged(austin))).toEqual(
      expect.arrayContaining(['cashapp', 'klarna', 'affirm', 'afterpay_clearpay', 'amazon_pay']),
    );
  });

  it('to a company in China and one in Poland: WeChat Pay, Przelewy24', () => {
    const inEuro = { ...bergen, payCurrency: 'EUR', amount: money(120_000, 'EUR') } as const;
    expect(reasonOf('wechat_pay', { ...inEuro, companyCountry: 'CN' })).toBeNull();
    expect(reasonOf('p24', { ...inEuro, companyCountry: 'PL' })).toBeNull();
  });
});

describe('what is not offered says why', () => {
  it.each<[MethodReason, MethodId, Partial<MethodFacts>]>([
    ['gateway_off', 'mada', { ...riyadh, gatewayState: 'off' }],
    ['account_country', 'cashapp', {}],
    ['account_country', 'amazon_pay', {}],
    ['account_country', 'mada', { companyCountry: 'SA' }],
    ['account_country', 'kakao_pay', { ...seoul, accountCountry: 'SG' }],
    ['company_country', 'wechat_pay', {}],
    ['company_country', 'bank_transfer', { ...riyadh, companyCountry: 'AE' }],
    ['company_country', 'klarna', { companyCountry: 'SA' }],
    ['domestic_only', 'klarna', { companyCountry: 'US' }],
    ['domestic_only', 'affirm', { ...austin, companyCountry: 'CA' }],
    ['business_use', 'klarna', {}],
    ['business_use', 'cashapp', austin],
    ['business_use', 'afterpay_clearpay', austin],
    ['business_use', 'affirm', austin],
    ['business_use', 'tabby', riyadh],
    ['business_use', 'tamara', riyadh],
    ['pay_currency', 'mada', { ...riyadh, payCurrency: 'USD', amount: money(133_334, 'USD') }],
    ['pay_currency', 'klarna', { ...acknowledged(bergen), payCurrency: 'EUR', amount: money(1, 'EUR') }],
    ['pay_currency', 'klarna', { ...acknowledged(bergen), companyCountry: 'SE' }],
    ['no_rate', 'visa', { amount: null }],
    ['amount_below', 'visa', { amount: money(299, 'NOK') }],
    ['amount_below', 'tamara', { ...acknowledged(riyadh), amount: money(99, 'SAR') }],
    ['amount_above', 'visa', { amount: money(100_000_000, 'NOK') }],
    ['amount_above', 'klarna', { ...acknowledged(bergen), amount: money(10_000_001, 'NOK') }],
    ['amount_above', 'samsung_pay', { ...seoul, amount: money(2_000_001, 'KRW') }],
    ['amount_above', 'mada', { ...riyadh, amount: money(5_000_001, 'SAR') }],
    ['gateway_down', 'visa', { gatewayState: 'down' }],
  ])('%s: %s', (reason, method, given) => {
    expect(reasonOf(method, { ...bergen, ...given })).toBe(reason);
  });

  it('an outage hides nothing that lasts: the country is said first', () => {
    expect(reasonOf('cashapp', { ...bergen, gatewayState: 'down' })).toBe('account_country');
  });

  it.each<[Money, MethodReason | null]>([
    [money(300, 'NOK'), null],
    [money(99_999_999, 'NOK'), null],
  ])('limits are included: %j', (amount, reason) => {
    expect(reasonOf('visa', { ...bergen, amount })).toBe(reason);
  });

  it('in four languages, with every placeholder filled', () => {
    const places: readonly MethodFacts[] = [
      bergen,
      { ...bergen, gatewayState: 'off' },
      { ...bergen, companyCountry: 'US' },
      { ...bergen, gatewayState: 'down' },
      { ...bergen, amount: null },
      { ...bergen, amount: money(1, 'NOK') },
      { ...bergen, amount: money(100_000_000, 'NOK') },
      acknowledged({ ...bergen, payCurrency: 'SAR', amount: money(500_000, 'SAR') }),
      { ...bergen, companyCountry: 'GB' },
    ];
    const seen = new Set<MethodReason>();
    for (const found of places.flatMap((facts) =>
      METHOD_IDS.map((method) => availabilityOf(method, facts)),
    )) {
      if (found.available) continue;
      seen.add(found.reason);
      for (const locale of LOCALES) expect(placeholdersOf(sayNotOffered(found, locale))).toEqual([]);
    }
    expect([...METHOD_REASONS].filter((reason) => !seen.has(reason))).toEqual([]);
  });

  it('names the same values in every language', () => {
    for (const words of Object.values(METHOD_REASON_WORDS)) {
      const named = LOCALES.map((locale) => placeholdersOf(words[locale]).join());
      expect(new Set(named).size).toBe(1);
    }
  });

  it.each([
    ['en', 'mada is open to companies of some countries only (yours: United States; open: Saudi Arabia).'],
    ['no', 'mada er bare åpen for selskaper fra noen land (ditt: USA; åpen for: Saudi-Arabia).'],
  ] as const)('names countries by their names in %s', (locale, said) => {
    const params = { needed: 'SA', country: 'US' };
    expect(sayNotOffered({ method: 'mada', reason: 'company_country', params }, locale)).toBe(said);
  });

  it('puts the comma of the language between countries', () => {
    const params = { needed: 'US, CA', country: 'SA' };
    const said = sayNotOffered({ method: 'mada', reason: 'account_country', params }, 'ar');
    expect(said).toContain('المطلوب: الولايات المتحدة، كندا');
  });
});

describe('what a method is paid in', () => {
  it.each([
    ['visa', 'NO', 'SAR'],
    ['klarna', 'NO', 'NOK'],
    ['klarna', 'DE', 'EUR'],
    ['klarna', 'SE', 'SAR'],
    ['wechat_pay', 'CN', 'EUR'],
    ['amazon_pay', 'NO', 'NOK'],
    ['p24', 'PL', 'EUR'],
    ['kakao_pay', 'KR', 'KRW'],
    ['cashapp', 'US', 'USD'],
    ['mada', 'SA', 'SAR'],
  ] as const)('%s in %s, for an order in SAR: %s', (method, companyCountry, currency) => {
    expect(payCurrencyOf(method, { orderCurrency: 'SAR', companyCountry })).toBe(currency);
  });
});

describe('a method as the store sees it, before any company', () => {
  const norway = {
    accountCountry: 'NO',
    businessUseAcknowledged: new Set<MethodId>(['klarna']),
    gatewayState: 'ready',
  } as const;
  const reasonOf = (method: MethodId, facts: Parameters<typeof standingRefusal>[1] = norway) =>
    standingRefusal(method, facts)?.reason ?? null;

  it.each([
    ['visa', null],
    ['klarna', null],
    ['wechat_pay', null],
    ['p24', null],
    ['affirm', 'account_country'],
    ['amazon_pay', 'account_country'],
    ['kakao_pay', 'account_country'],
  ] as const)('%s with an account in Norway: %s', (method, reason) => {
    expect(reasonOf(method)).toBe(reason);
  });

  it('says what the store has not acknowledged, not set up, or cannot reach', () => {
    const nothing = { ...norway, businessUseAcknowledged: none };
    expect(reasonOf('klarna', nothing)).toBe('business_use');
    expect(reasonOf('visa', { ...norway, gatewayState: 'off' })).toBe('gateway_off');
    expect(reasonOf('visa', { ...norway, gatewayState: 'down' })).toBe('gateway_down');
  });

  it('asks the payer’s phone where a person gets credit in Saudi Arabia', () => {
    expect(METHOD_IDS.filter(asksPhone)).toEqual(['tabby', 'tamara']);
  });
});
