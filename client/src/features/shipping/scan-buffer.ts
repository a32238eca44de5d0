import { asciiDigits } from '@qafila/shared/kernel/digits';

/** A scanner types much faster than a hand; a longer pause begins a new code. */
export const PAUSE_MS = 300;
const SHORTEST = 4;
const LONGEST = 60;

/** What one key adds to a code being scanned: the code so far, and the whole code when Enter ends it. */
export interface Scanning {
  readonly typed: string;
  readonly at: number;
}
export const NOT_SCANNING: Scanning = { typed: '', at: 0 };

/** Feeds one key to the buffer; `at` in milliseconds. A code is four symbols or more, ended by Enter. */
export function feed(before: Scanning, key: string, at: number): { next: Scanning; code: string | null } {
  const isFresh = at - before.at > PAUSE_MS;
  const typed = isFresh ? '' : before.typed;
  if (key === 'Enter') return { next: NOT_SCANNING, code: typed.length >= SHORTEST ? typed : null };
  const symbol = asciiDigits(key);
  if (!/^[0-9A-Za-z._/-]$/.test(symbol)) return { next: { typed, at }, code: null };
  return { next: { typed: (typed + symbol).slice(-LONGEST), at }, code: null };
}
