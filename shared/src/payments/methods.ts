import type { Locale, Words } from '../kernel/locale';

/** Who takes money for us. Each has an adapter in the server and a simulator beside it. */
export const GATEWAY_IDS = ['stripe', 'noon', 'tabby', 'tamara', 'bank_transfer'] as const;
export type GatewayId = (typeof GATEWAY_IDS)[number];

/** How a trader may pay; each belongs to one gateway. */
export const METHOD_IDS = [
  'visa',
  'mastercard',
  'amex',
  'apple_pay',
  'google_pay',
  'link',
  'wechat_pay',
  'cashapp',
  'klarna',
  'affirm',
  'afterpay_clearpay',
  'amazon_pay',
  'p24',
  'kr_card',
  'kakao_pay',
  'naver_pay',
  'payco',
  'samsung_pay',
  'mada',
  'tabby',
  'tamara',
  'bank_transfer',
] as const;
export type MethodId = (typeof METHOD_IDS)[number];

/** Smallest and largest amount in minor units of one currency, both included. */
export interface AmountLimit {
  readonly min?: number;
  readonly max?: number;
}
/** What is known of a method; `any` where its owner names no list. */
export interface MethodRow {
  /** A brand's name is the same in every language. */
  readonly name: string | Words;
  readonly gateway: GatewayId;
  /** ISO 4217 codes it can be paid in. */
  readonly payIn: readonly string[] | 'any';
  /** Countries our account at the gateway may stand in. */
  readonly accountCountries: readonly string[] | 'any';
  /** Countries the company may stand in. */
  readonly companyCountries: readonly string[] | 'any';
  /** How far from our account: the same country only, or inside one area freely. */
  readonly reach: 'world' | 'domestic' | 'area';
  /** True where it must be paid in the currency of the company's country. */
  readonly inLocalCurrency: boolean;
  /** False for consumer credit and for what its owner closes to businesses: off until the store acknowledges it. */
  readonly openToBusiness: boolean;
  readonly limits: Readonly<Record<string, AmountLimit>>;
  readonly source: string;
  /** ISO date on which the source was read. */
  readonly checkedAt: string;
}

const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
  ' ',
);
/** Countries whose methods sell to one another: the EEA, the United Kingdom and Switzerland. */
export const PAYMENT_AREA: ReadonlySet<string> = new Set([...EEA, 'GB', 'CH']);

const KOREAN_ACCOUNTS =
  'AT BE CY DE DK EE ES FI FR GB GR HK HR HU IE IT JP LT LU LV MT NL PT SE SG SI SK US'.split(' ');
const CHECKED_AT = '2026-11-22';
/** The interface takes eight digits. */
const EIGHT_DIGITS = { max: 99_999_999 };
const STRIPE_LIMITS = {
  SAR: EIGHT_DIGITS,
  USD: { min: 50, ...EIGHT_DIGITS },
  EUR: { min: 50, ...EIGHT_DIGITS },
  NOK: { min: 300, ...EIGHT_DIGITS },
  GBP: { min: 30, ...EIGHT_DIGITS },
};

const onStripe = {
  gateway: 'stripe',
  accountCountries: 'any',
  companyCountries: 'any',
  reach: 'world',
  inLocalCurrency: false,
  openToBusiness: true,
  limits: STRIPE_LIMITS,
  checkedAt: CHECKED_AT,
} as const;
const card = { ...onStripe, payIn: 'any', source: 'docs.stripe.com/currencies' } as const;
const korean = {
  ...onStripe,
  payIn: ['KRW'],
  companyCountries: ['KR'],
  accountCountries: KOREAN_ACCOUNTS,
  limits: { KRW: { min: 100 } },
  source: 'docs.stripe.com/changelog/acacia/2024-11-20/south-korea-payment-methods',
} as const;
/** What a wallet may hold in stored value. */
const KOREAN_WALLET = { KRW: { min: 100, max: 2_000_000 } };
const inSaudiArabia = {
  payIn: ['SAR'],
  accountCountries: ['SA'],
  companyCountries: ['SA'],
  reach: 'domestic',
  inLocalCurrency: true,
  checkedAt: CHECKED_AT,
} as const;

/** Every method of the policy and of Saudi Arabia. What is offered is computed from it, never listed by hand. */
export const METHODS: Readonly<Record<MethodId, MethodRow>> = {
  visa: { ...card, name: 'Visa' },
  mastercard: { ...card, name: 'Mastercard' },
  amex: { ...card, name: 'American Express' },
  apple_pay: { ...card, name: 'Apple Pay' },
  google_pay: { ...card, name: 'Google Pay' },
  link: { ...card, name: 'Link', source: 'docs.stripe.com/payments/link' },
  wechat_pay: {
    ...onStripe,
    name: 'WeChat Pay',
    payIn: 'AUD CAD CNY EUR GBP HKD JPY SGD USD DKK NOK SEK CHF'.split(' '),
    accountCountries:
      'AU AT BE BG CA CY CZ DK EE FI FR DE GR HK HU IE IT JP LV LT LU MT NL NO PL PT RO SG SK SI ES SE CH GB US'.split(
        ' ',
      ),
    companyCountries: ['CN'],
    limits: { ...STRIPE_LIMITS, CNY: { max: 5_000_000 } },
    source: 'docs.stripe.com/payments/wechat-pay',
  },
  cashapp: {
    ...onStripe,
    name: 'Cash App Pay',
    payIn: ['USD'],
    accountCountries: ['US'],
    companyCountries: ['US'],
    reach: 'domestic',
    openToBusiness: false,
    source: 'docs.stripe.com/payments/cash-app-pay',
  },
  klarna: {
    ...onStripe,
    name: 'Klarna',
    payIn: 'AUD CAD CHF CZK DKK EUR GBP NOK NZD PLN RON SEK USD'.split(' '),
    accountCountries:
      'AT AU BE CA CH CY CZ DE DK EE ES FI FR GB GR HR IE IT LT LU LV MT NL NO NZ PL PT RO SE SI SK US'.split(
        ' ',
      ),
    companyCountries: 'AT AU BE CA CH CZ DE DK ES FI FR GB GR IE IT NL NO NZ PL PT RO SE US'.split(' '),
    reach: 'area',
    inLocalCurrency: true,
    openToBusiness: false,
    limits: { NOK: { max: 10_000_000 }, EUR: { max: 400_000 }, GBP: { max: 400_000 } },
    source: 'docs.stripe.com/payments/klarna; limits help.mollie.com',
  },
  affirm: {
    ...onStripe,
    name: 'Affirm',
    payIn: ['USD', 'CAD'],
    accountCountries: ['US', 'CA'],
    companyCountries: ['US', 'CA'],
    reach: 'domestic',
    openToBusiness: false,
    limits: { USD: { min: 5_000 } },
    source: 'docs.stripe.com/payments/affirm',
  },
  afterpay_clearpay: {
    ...onStripe,
    name: 'Afterpay',
    payIn: 'AUD CAD GBP NZD USD'.split(' '),
    accountCountries: 'AU CA GB NZ US'.split(' '),
    companyCountries: 'AU CA GB NZ US'.split(' '),
    reach: 'domestic',
    inLocalCurrency: true,
    openToBusiness: false,
    limits: {
      AUD: { min: 100, max: 200_000 },
      USD: { min: 100, max: 400_000 },
      GBP: { min: 100, max: 120_000 },
    },
    source: 'docs.stripe.com/payments/afterpay-clearpay; limits ppro.com',
  },
  amazon_pay: {
    ...onStripe,
    name: 'Amazon Pay',
    payIn: 'USD AUD GBP DKK EUR HKD JPY NZD NOK ZAR SEK CHF'.split(' '),
    accountCountries: 'AT BE CH CY DE DK ES FR GB HU IE IT LU NL PT SE US'.split(' '),
    source: 'docs.stripe.com/payments/amazon-pay',
  },
  p24: {
    ...onStripe,
    name: 'Przelewy24',
    payIn: ['EUR', 'PLN'],
    accountCountries: [...EEA, 'GB', 'CH', 'US'],
    companyCountries: ['PL'],
    limits: { EUR: STRIPE_LIMITS.EUR, PLN: { max: 5_500_000 } },
    source: 'docs.stripe.com/payments/p24; limit ppro.com',
  },
  kr_card: {
    ...korean,
    name: {
      en: 'South Korean cards',
      ar: 'البطاقات الكورية الجنوبية',
      no: 'Sørkoreanske kort',
      fr: 'Cartes sud-coréennes',
    },
  },
  kakao_pay: {
    ...korean,
    name: 'Kakao Pay',
    accountCountries: KOREAN_ACCOUNTS.filter((country) => country !== 'SG'),
    limits: KOREAN_WALLET,
  },
  naver_pay: { ...korean, name: 'Naver Pay' },
  payco: {
    ...korean,
    name: 'PAYCO',
    limits: KOREAN_WALLET,
  },
  samsung_pay: {
    ...korean,
    name: 'Samsung Pay',
    limits: KOREAN_WALLET,
  },
  mada: {
    ...inSaudiArabia,
    name: 'mada',
    gateway: 'noon',
    openToBusiness: true,
    limits: { SAR: { max: 5_000_000 } },
    source: 'noon payments, configuration of a Saudi business',
  },
  tabby: {
    ...inSaudiArabia,
    name: 'Tabby',
    gateway: 'tabby',
    openToBusiness: false,
    // Tabby decides the ceiling for each person; its test list says not to filter before it.
    limits: {},
    source: 'docs.tabby.sa',
  },
  tamara: {
    ...inSaudiArabia,
    name: 'Tamara',
    gateway: 'tamara',
    openToBusiness: false,
    limits: { SAR: { min: 100 } },
    source: 'docs.tamara.co; limit antom.com',
  },
  bank_transfer: {
    ...inSaudiArabia,
    name: { en: 'Bank transfer', ar: 'التحويل البنكي', no: 'Bankoverføring', fr: 'Virement bancaire' },
    gateway: 'bank_transfer',
    openToBusiness: true,
    limits: {},
    source: 'trade terms, clause 8',
  },
};

/** The name of a method in the reader's language. */
export function methodName(method: MethodId, locale: Locale): string {
  const { name } = METHODS[method];
  return typeof name === 'string' ? name : name[locale];
}
