import { asciiDigits, withoutInvisible } from '../kernel/digits';
import { CODE_ALPHABET } from '../kernel/ids';

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

const LOOKS_LIKE_ONE = /^QF[0-9A-HJKMNP-RTV-Z]{8}$/;
/** True for a reference whose check symbol agrees. */
export const isReference = (text: string): boolean =>
  LOOKS_LIKE_ONE.test(text) && checkSymbol(text.slice(2, 9)) === text.slice(9);

/** As people read it aloud: `QF7K 2M4 4T8`. */
export const shownReference = (reference: string): string =>
  `${reference.slice(0, 4)} ${reference.slice(4, 7)} ${reference.slice(7)}`;

/** References in a bank's free text, through spaces, hyphens, Arabic digits and commonly confused symbols. */
export function findReferences(text: string): string[] {
  return [...new Set(written(text).filter(isReference))];
}

/**
 * References that differ in one symbol from something in the text that looks like one and is none. Any of the eight
 * symbols may be the wrong one, and for each the check leaves a single right one: at most eight for each place.
 */
export function nearReferences(text: string): string[] {
  const broken = written(text).filter((each) => LOOKS_LIKE_ONE.test(each) && !isReference(each));
  return [...new Set(broken.flatMap(oneSymbolAway))];
}

function oneSymbolAway(broken: string): string[] {
  const places = Array.from({ length: SYMBOLS + 1 }, (_, i) => PREFIX.length + i);
  return places.flatMap((at) =>
    [...CODE_ALPHABET]
      .map((symbol) => broken.slice(0, at) + symbol + broken.slice(at + 1))
      .filter((each) => each !== broken && isReference(each)),
  );
}

/** Whatever begins like a reference in a text, as long as one, confused symbols read as the ones that exist. */
function written(text: string): string[] {
  const plain = asciiDigits(withoutInvisible(text.normalize('NFKC')))
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const found: string[] = [];
  for (let at = plain.indexOf(PREFIX); at >= 0; at = plain.indexOf(PREFIX, at + 1)) {
    const symbols = plain
      .slice(at + PREFIX.length, at + PREFIX.length + SYMBOLS + 1)
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')
      .replace(/S/g, '5')
      .replace(/U/g, 'V');
    found.push(PREFIX + symbols);
  }
  return found;
}
