const MAX_TEXT = 1000;
/** What banks write where they have no reference. */
const NO_REFERENCE = /^(|NOTPROVIDED|NOT PROVIDED|NONREF|NONE|N|N\/A|0+|-|[EK]REF\+?)$/i;

/** False for what stands where a reference would. */
export const isGiven = (text: string): boolean => !NO_REFERENCE.test(text.trim());

/** Parts of a remittance, each once, in one line of bounded length. */
export const joined = (parts: readonly string[]): string =>
  [...new Set(parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter(isGiven))]
    .join(' ')
    .slice(0, MAX_TEXT);

/** An IBAN as machines write it; `null` for anything else. */
export function ibanIn(text: string): string | null {
  const plain = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain) ? plain : null;
}
