import { asciiDigits, withoutInvisible } from '../kernel/digits';
import { CODE_ALPHABET } from '../kernel/ids';
import { isAtLeast, type Money, money } from '../kernel/money';
import { defineRule } from '../kernel/rule';

export const TRANSFER_COUNTRY = defineRule({
  name: 'transfer-country',
  value: 'SA',
  clause: '8',
  meaning: 'Bank transfer only for companies whose verified country of establishment is Saudi Arabia',
});
export const HOLD_BUSINESS_DAYS = defineRule({
  name: 'hold-business-days',
  value: 3,
  clause: '8',
  meaning: 'Saudi business days (Sunday to Thursday, holidays out) that stock is held for a transfer',
});
export const HOLD_EXTENSION_DAYS = defineRule({
  name: 'hold-extension-days',
  value: 2,
  clause: '8',
  meaning: 'Saudi business days added once to the hold of an order when its first receipt is uploaded',
});
export const RECEIPT_LIMIT_MB = defineRule({
  name: 'receipt-limit-mb',
  value: 10,
  clause: 'portal',
  meaning: 'Largest receipt of a transfer, in megabytes',
});
export const RECEIPT_LIMIT_PAGES = defineRule({
  name: 'receipt-limit-pages',
  value: 5,
  clause: 'portal',
  meaning: 'Most pages of one receipt',
});
export const RECEIPTS_AN_ORDER = defineRule({
  name: 'receipts-an-order',
  value: 10,
  clause: 'portal',
  meaning: 'Most receipts one order carries',
});
export const TWO_PEOPLE_FROM = defineRule({
  name: 'two-people-from',
  value: money(2_000_000, 'SAR'),
  clause: '8',
  meaning: 'From this amount, and for short or manual matches of any amount, two people confirm',
});
export const SARIE_INSTANT_LIMIT = defineRule({
  name: 'sarie-instant-limit',
  value: money(2_000_000, 'SAR'),
  clause: 'SARIE',
  meaning:
    'Largest instant transfer to a saved beneficiary; more goes in banking hours (SAMA rulebook 42047169)',
});
export const SARIE_QUICK_LIMIT = defineRule({
  name: 'sarie-quick-limit',
  value: money(250_000, 'SAR'),
  clause: 'SARIE',
  meaning: 'Largest instant transfer without a saved beneficiary (SAMA rulebook 42047169)',
});
export const paymentsRules = [
  TRANSFER_COUNTRY,
  HOLD_BUSINESS_DAYS,
  HOLD_EXTENSION_DAYS,
  RECEIPT_LIMIT_MB,
  RECEIPT_LIMIT_PAGES,
  RECEIPTS_AN_ORDER,
  TWO_PEOPLE_FROM,
  SARIE_INSTANT_LIMIT,
  SARIE_QUICK_LIMIT,
];

/** Why a payment method is offered or not; the code is a problem code. */
export const transferRefusal = (countryOfEstablishment: string): 'TRANSFER_ONLY_IN_SAUDI_ARABIA' | null =>
  countryOfEstablishment === TRANSFER_COUNTRY.value ? null : 'TRANSFER_ONLY_IN_SAUDI_ARABIA';

/** Two people from SAR 20,000, or when the match is short. */
export const needsTwoPeople = (amount: Money<'SAR'>, isShort: boolean): boolean =>
  isShort || isAtLeast(amount, TWO_PEOPLE_FROM.value);

const PREFIX = 'QF';
const SYMBOLS = 7;
const symbolAt = (index: number): string => CODE_ALPHABET[index] ?? '0';

/**
 * Check symbol over the seven symbols: weights 2…8, check weight 1, sum modulo 31 is 0.
 * 31 is prime, so every single wrong symbol and every swap of two is found.
 */
function checkSymbol(symbols: string): string {
  const weighted = [...symbols].reduce(
    (total, symbol, i) => total + CODE_ALPHABET.indexOf(symbol) * (i + 2),
    0,
  );
  return symbolAt((31 - (weighted % 31)) % 31);
}

/** A transfer reference from seven random numbers 0…30. */
export function makeReference(random: readonly number[]): string {
  const symbols = random
    .slice(0, SYMBOLS)
    .map((n) => symbolAt(n % 31))
    .join('');
  return `${PREFIX}${symbols}${checkSymbol(symbols)}`;
}

/** True for a reference whose check symbol agrees. */
export const isReference = (text: string): boolean =>
  /^QF[0-9A-HJKMNP-RTV-Z]{8}$/.test(text) && checkSymbol(text.slice(2, 9)) === text.slice(9);

/** As people read it aloud: `QF7K 2M4 4T8`. */
export const shownReference = (reference: string): string =>
  `${reference.slice(0, 4)} ${reference.slice(4, 7)} ${reference.slice(7)}`;

/** References in a bank's free text, through spaces, hyphens, Arabic digits and commonly confused symbols. */
export function findReferences(text: string): string[] {
  const plain = asciiDigits(withoutInvisible(text.normalize('NFKC')))
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const found = new Set<string>();
  for (let at = plain.indexOf(PREFIX); at >= 0; at = plain.indexOf(PREFIX, at + 1)) {
    const symbols = plain
      .slice(at + 2, at + 10)
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')
      .replace(/S/g, '5')
      .replace(/U/g, 'V');
    if (isReference(PREFIX + symbols)) found.add(PREFIX + symbols);
  }
  return [...found];
}

const DAY_MS = 86_400_000;
const RIYADH_OFFSET_MS = 3 * 3_600_000;

/**
 * Public holidays of banks in Saudi Arabia by Riyadh date, announced days of Eid included.
 * Source: official announcements; years beyond the table count Sunday to Thursday only.
 */
export const SAUDI_HOLIDAYS: ReadonlySet<string> = new Set([
  '2026-02-22',
  '2026-03-19',
  '2026-03-22',
  '2026-03-23',
  '2026-05-26',
  '2026-05-27',
  '2026-05-28',
  '2026-05-31',
  '2026-09-23',
  '2027-02-22',
  '2027-03-08',
  '2027-03-09',
  '2027-03-10',
  '2027-03-11',
  '2027-05-16',
  '2027-05-17',
  '2027-05-18',
  '2027-05-19',
  '2027-09-23',
]);

/** The date in Riyadh, as ISO. */
export const riyadhDate = (at: Date): string =>
  new Date(at.getTime() + RIYADH_OFFSET_MS).toISOString().slice(0, 10);

/** True when banks work that day in Riyadh: Sunday to Thursday, not a holiday. */
export function isBusinessDay(at: Date): boolean {
  const local = new Date(at.getTime() + RIYADH_OFFSET_MS);
  const day = local.getUTCDay();
  return day !== 5 && day !== 6 && !SAUDI_HOLIDAYS.has(riyadhDate(at));
}

/** The end of the n-th business day after `at`: 23:59:59 in Riyadh. */
export function deadlineAfter(at: Date, businessDays: number): Date {
  let day = at.getTime();
  for (let left = businessDays; left > 0; ) {
    day += DAY_MS;
    if (isBusinessDay(new Date(day))) left -= 1;
  }
  const localMidnight = Math.floor((day + RIYADH_OFFSET_MS) / DAY_MS) * DAY_MS;
  return new Date(localMidnight + DAY_MS - 1000 - RIYADH_OFFSET_MS);
}
