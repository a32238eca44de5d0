import { foldWords } from '@qafila/shared/shipping/fold';

/** Words of a firm's form, folded: they tell nobody from anybody. */
const FORMS = new Set([
  ...[
    'co',
    'company',
    'corp',
    'corporation',
    'inc',
    'llc',
    'ltd',
    'limited',
    'est',
    'establishment',
    'group',
  ],
  ...['for', 'and', 'the', 'of', 'trading', 'trade', 'trad', 'commercial', 'al', 'el'],
  ...[
    'شركه',
    'شركة',
    'مؤسسه',
    'موسسه',
    'مجموعه',
    'التجاريه',
    'تجاريه',
    'للتجاره',
    'التجاره',
    'المحدوده',
    'ذ',
    'م',
  ],
]);

/**
 * Arabic letters as the consonants that Latin spellings agree on. Long vowels and ʿayn are written in many ways or not
 * at all, so that they are left out on both sides.
 */
const CONSONANT_OF: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  ه: 'h',
  خ: 'k',
  ك: 'k',
  ق: 'k',
  گ: 'g',
  غ: 'g',
  د: 'd',
  ض: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  ظ: 'z',
  س: 's',
  ص: 's',
  ش: 's',
  ف: 'f',
  ڤ: 'f',
  ل: 'l',
  م: 'm',
  ن: 'n',
};
const ARABIC = /\p{Script=Arabic}/u;
/** Latin spellings of one Arabic letter, the longer first. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/th/g, 't'],
  [/kh/g, 'k'],
  [/dh/g, 'd'],
  [/sh|ch/g, 's'],
  [/gh/g, 'g'],
  [/ph|v/g, 'f'],
  [/q|c/g, 'k'],
  [/p/g, 'b'],
  [/x/g, 'ks'],
  // A final h is the ta marbuta, which folding turned into ه.
  [/h$/g, ''],
  [/[aeiouyw]/g, ''],
];

function skeleton(word: string): string {
  const consonants = ARABIC.test(word)
    ? [...word.replace(/^ال(?=..)/u, '').replace(/ه$/u, '')]
        .map((letter) => CONSONANT_OF[letter] ?? '')
        .join('')
    : LATIN.reduce(
        (text, [spelling, letter]) => text.replace(spelling, letter),
        word.replace(/^(al|el)(?=...)/, ''),
      );
  // A word of vowels only is still a word.
  return consonants.replace(/(.)\1+/g, '$1') || 'a';
}

const tokensOf = (name: string): Set<string> =>
  new Set(
    foldWords(name)
      .filter((word) => !FORMS.has(word))
      .map((word) => (/\d/.test(word) ? word : skeleton(word))),
  );

/**
 * How alike two names are, 0 to 100, whatever their scripts and the order of their words: the mean share of words that
 * each finds in the other. `null` when one of them says nothing.
 */
export function likeness(a: string, b: string): number | null {
  const [one, other] = [tokensOf(a), tokensOf(b)];
  if (one.size === 0 || other.size === 0) return null;
  const shared = [...one].filter((token) => other.has(token)).length;
  return Math.round(50 * (shared / one.size + shared / other.size));
}

/** Likeness with the most alike of several names; `null` when there is nothing to compare. */
export function bestLikeness(name: string, others: readonly string[]): number | null {
  const found = others.flatMap((other) => likeness(name, other) ?? []);
  return found.length > 0 ? Math.max(...found) : null;
}
