const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '|': 'l',
  '+': 't',
  '(': 'c',
};
/** Shorter words stand in too many good passwords. */
const SHORTEST = 4;
/** What may be added to a known password without making it another one. */
const FEW_LETTERS = 3;
const FEW_DIGITS = 8;

const unleet = (signs: readonly string[], one: string): string[] =>
  signs.map((sign) => (sign === '1' || sign === '!' ? one : (LEET[sign] ?? sign)));

/** Known passwords and their l33t forms read as letters, all in lower case. */
export function wornList(words: readonly string[]): ReadonlySet<string> {
  const plain = words.map((word) => word.toLowerCase());
  const read = plain.flatMap((word) => ['i', 'l'].map((one) => unleet([...word], one).join('')));
  return new Set([...plain, ...read]);
}

/** The longest known word inside a text, as signs. */
function longestKnown(signs: readonly string[], known: ReadonlySet<string>): string[] | undefined {
  for (let length = signs.length; length >= SHORTEST; length -= 1) {
    for (let from = 0; from + length <= signs.length; from += 1) {
      const piece = signs.slice(from, from + length);
      if (known.has(piece.join(''))) return piece;
    }
  }
  return undefined;
}

/** What stands beside a word, each time it stands in the text; `shown` are the signs as they were typed. */
function beside(word: readonly string[], text: readonly string[], shown: readonly string[]): string {
  const rest: string[] = [];
  for (let at = 0; at < text.length; ) {
    const isHere = word.every((sign, index) => text[at + index] === sign);
    if (!isHere) rest.push(shown[at] ?? '');
    at += isHere ? word.length : 1;
  }
  return rest.join('');
}
const isLittle = (rest: string): boolean =>
  (rest.match(/\p{L}/gu) ?? []).length <= FEW_LETTERS && (rest.match(/\p{N}/gu) ?? []).length <= FEW_DIGITS;

/**
 * True for a known password in its usual dress: case, signs for letters, repetition, a year or a few signs around.
 * `known` is made by `wornList`.
 */
export function isWorn(password: string, known: ReadonlySet<string>): boolean {
  const shown = [...password.toLowerCase()];
  return [shown, unleet(shown, 'i'), unleet(shown, 'l')].some((text) => {
    const word = longestKnown(text, known);
    return word !== undefined && isLittle(beside(word, text, shown));
  });
}
