import type { BrandColour } from '@qafila/shared/branding/profile-content';
import { asciiDigits } from '@qafila/shared/kernel/digits';

type Inks = NonNullable<BrandColour['cmyk']>;

/** The inks of a separation, in the order in which they are named everywhere. */
export const INK_LETTERS = ['C', 'M', 'Y', 'K'] as const;
const MOST = 100;

/** The four shares with one of them typed anew, in any digit set; `null` where all of them are empty. */
export function withInk(cmyk: BrandColour['cmyk'], at: number, text: string): Inks | null {
  const share = Math.min(MOST, Number.parseInt(asciiDigits(text), 10) || 0);
  const [c, m, y, k] = INK_LETTERS.map((_, index) => (index === at ? share : (cmyk?.[index] ?? 0)));
  const isNone = text === '' && INK_LETTERS.every((_, index) => index === at || !cmyk?.[index]);
  return isNone ? null : [c ?? 0, m ?? 0, y ?? 0, k ?? 0];
}
