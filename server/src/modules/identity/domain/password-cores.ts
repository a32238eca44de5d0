const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
  '(': 'c',
};
const unleet = (text: string, one: string): string =>
  [...text].map((sign) => (sign === '1' || sign === '!' ? one : (LEET[sign] ?? sign))).join('');

/** The piece a text repeats, or the text. */
function pieceOf(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return at > 0 && at < text.length ? text.slice(0, at) : text;
}
const withoutTail = (text: string): string => text.replace(/[^\p{L}]+$/u, '');
const withoutHead = (text: string): string => text.replace(/^[^\p{L}]+/u, '');

/**
 * What is left of a password without the usual dress: case, digits for letters, digits and signs before and behind,
 * repetition, and a letter or two at the end. A known word among them means a known password.
 */
export function coresOf(password: string): string[] {
  const plain = password.toLowerCase();
  const variants = [plain, unleet(plain, 'i'), unleet(plain, 'l')];
  const bare = [plain, withoutTail(plain), withoutHead(plain), withoutHead(withoutTail(plain))];
  const dressed = bare.flatMap((text) => [text, unleet(text, 'i'), unleet(text, 'l')]);
  const undressed = variants.flatMap((text) => [withoutTail(text), withoutHead(withoutTail(text))]);
  const all = [...variants, ...dressed, ...undressed].flatMap((text) => [text, pieceOf(text)]);
  return [...new Set(all)].filter((text) => [...text].length >= 4);
}
