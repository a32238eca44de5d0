import { countryName } from '../kernel/country-name';
import { isCurrency } from '../kernel/currency';
import { formatMoney } from '../kernel/format';
import type { Locale } from '../kernel/locale';
import type { Money } from '../kernel/money';
import { fillSentence } from '../kernel/problem';
import type { WordsFor } from '../kernel/rule';
import { type MethodId, methodName } from './methods';

/** Why a method is not offered, in the order in which it is judged. */
export const METHOD_REASONS = [
  'gateway_off',
  'account_country',
  'company_country',
  'domestic_only',
  'business_use',
  'pay_currency',
  'no_rate',
  'amount_below',
  'amount_above',
  'gateway_down',
] as const;
export type MethodReason = (typeof METHOD_REASONS)[number];

/** A method that is not offered: why, and what its sentence names. */
export interface NotOffered {
  readonly method: MethodId;
  readonly reason: MethodReason;
  readonly params: Readonly<Record<string, string | Money>>;
}

/** What the screen says of a method that is not offered. */
export const METHOD_REASON_WORDS: WordsFor<MethodReason> = {
  gateway_off: {
    en: '{method} is not set up.',
    ar: 'لم يتم إعداد {method}.',
    no: '{method} er ikke satt opp.',
    fr: '{method} n’est pas configuré.',
  },
  account_country: {
    en: '{method} needs an account in another country (ours: {country}; needed: {needed}).',
    ar: 'يتطلب {method} حسابًا في بلد آخر (حسابنا: {country}؛ المطلوب: {needed}).',
    no: '{method} krever en konto i et annet land (vår: {country}; krav: {needed}).',
    fr: '{method} demande un compte dans un autre pays (le nôtre : {country} ; requis : {needed}).',
  },
  company_country: {
    en: '{method} is open to companies of some countries only (yours: {country}; open: {needed}).',
    ar: '{method} متاح لشركات بلدان بعينها (شركتك: {country}؛ المتاح: {needed}).',
    no: '{method} er bare åpen for selskaper fra noen land (ditt: {country}; åpen for: {needed}).',
    fr: '{method} n’est ouvert qu’aux sociétés de certains pays (la vôtre : {country} ; ouvert à : {needed}).',
  },
  domestic_only: {
    en: '{method} does not pay across this border (our account: {account}; your company: {country}).',
    ar: 'لا يدفع {method} عبر هذه الحدود (حسابنا: {account}؛ شركتك: {country}).',
    no: '{method} betaler ikke over denne grensen (kontoen vår: {account}; selskapet ditt: {country}).',
    fr: '{method} ne paie pas au-delà de cette frontière (notre compte : {account} ; votre société : {country}).',
  },
  business_use: {
    en: '{method} is made for private people and is switched off for businesses.',
    ar: '{method} مخصص للأفراد وهو متوقف للشركات.',
    no: '{method} er laget for privatpersoner og er slått av for bedrifter.',
    fr: '{method} s’adresse aux particuliers et est désactivé pour les entreprises.',
  },
  pay_currency: {
    en: '{method} cannot be paid in {currency}.',
    ar: 'لا يمكن الدفع عبر {method} بعملة {currency}.',
    no: '{method} kan ikke betales i {currency}.',
    fr: '{method} ne peut pas être payé en {currency}.',
  },
  no_rate: {
    en: '{method} is paid in {currency}, and no exchange rate of today is there. Try again later or choose another way.',
    ar: 'يُدفع {method} بعملة {currency} ولا يوجد سعر صرف لليوم. أعد المحاولة لاحقًا أو اختر طريقة أخرى.',
    no: '{method} betales i {currency}, og dagens vekslingskurs mangler. Prøv igjen senere, eller velg en annen måte.',
    fr: '{method} se paie en {currency} et le taux de change du jour manque. Réessayez plus tard ou choisissez un autre moyen.',
  },
  amount_below: {
    en: '{method} starts at {limit}.',
    ar: 'يبدأ {method} من {limit}.',
    no: '{method} starter på {limit}.',
    fr: '{method} commence à {limit}.',
  },
  amount_above: {
    en: '{method} ends at {limit}.',
    ar: 'الحد الأعلى لـ {method} هو {limit}.',
    no: '{method} går opp til {limit}.',
    fr: '{method} s’arrête à {limit}.',
  },
  gateway_down: {
    en: '{method} does not answer right now. Try again in some minutes or choose another way.',
    ar: 'لا يستجيب {method} الآن. أعد المحاولة بعد دقائق أو اختر طريقة أخرى.',
    no: '{method} svarer ikke nå. Prøv igjen om noen minutter, eller velg en annen måte.',
    fr: '{method} ne répond pas pour l’instant. Réessayez dans quelques minutes ou choisissez un autre moyen.',
  },
};

const isMoney = (value: string | Money): value is Money =>
  typeof value === 'object' && isCurrency(value.currency);

/** Parameters that name countries, by their codes. */
const OF_COUNTRIES: readonly string[] = ['needed', 'country', 'account'];
const COMMA: Readonly<Record<Locale, string>> = { en: ', ', ar: '، ', no: ', ', fr: ', ' };

/** Some languages bend the name of a country after a preposition; the sentences put it into brackets. */
function shown(name: string, value: string | Money, locale: Locale): string {
  if (isMoney(value)) return formatMoney(value, locale);
  if (!OF_COUNTRIES.includes(name)) return value;
  const names = value.split(', ').map((code) => countryName(code, locale));
  return names.join(COMMA[locale]);
}

/** The sentence of a method that is not offered, in the reader's language. */
export function sayNotOffered({ method, reason, params }: NotOffered, locale: Locale): string {
  const values = Object.entries(params).map(([name, value]) => [name, shown(name, value, locale)]);
  const sentence = METHOD_REASON_WORDS[reason][locale];
  return fillSentence(sentence, { method: methodName(method, locale), ...Object.fromEntries(values) });
}
