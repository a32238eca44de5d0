import type { FileRule } from '../rule';

/** Long digits, grouped or not, that are no part of a word, an id or a decimal. */
const DIGITS = /(?<![\w.+-])\d{4}(?:[ -]?\d{2,6}){2,4}(?![\w.]|-\w)/g;
/** First digits and length, by scheme: Visa, Mastercard and mada, American Express, Diners, JCB, the rest. */
const CARD = /^(4\d{15}(\d{3})?|(5\d|2[2-7])\d{14}|3[47]\d{13}|3[0689]\d{12}|35\d{14}|6\d{15,18})$/;
const FIELD =
  /autocomplete\W{1,4}cc-\w+|\bname\W{1,4}(card-?number|cardnumber|cc-?number|cvc|cvv|csc|security-?code)\b|\bdata-stripe\b/gi;

/** The schemes' own check digit. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

export const noCards: FileRule = {
  name: 'no-cards',
  sentence: 'No card number and no card field stands anywhere, not even a test number.',
  why: 'The first one in our pages or files ends the short questionnaire of the card schemes (SAQ A).',
  check(file) {
    if (file.path === 'package-lock.json') return [];
    const numbers = [...file.text.matchAll(DIGITS)].filter((hit) => {
      const digits = hit[0].replace(/\D/g, '');
      return CARD.test(digits) && isLuhn(digits);
    });
    return [...numbers.map((hit) => file.atOffset(hit.index, 'a card number')), ...file.matches(FIELD)];
  },
};
