import { findReferences } from '@qafila/shared/payments/reference.rules';
import type { StatementFormat } from '@qafila/shared/payments/statements.contract';
import { foldWords } from '@qafila/shared/shipping/fold';

/** What two lines are compared by; their account is the same, and the days of their statements overlap. */
export interface Movement {
  readonly format: StatementFormat;
  /** ISO date of value. */
  readonly valueOn: string;
  /** In minor units of the account's currency. */
  readonly minor: number;
  readonly payerName: string;
  readonly payerIbanHash: string | null;
  readonly text: string;
  readonly bankReference: string | null;
}

const folded = (text: string): string => foldWords(text).join(' ');
/** Banks give a movement one reference in all messages of a family. */
const familyOf = ({ format }: Movement): string => format.slice(0, 4);

/** True when nothing that both lines say tells them apart. */
export function isAlike(a: Movement, b: Movement): boolean {
  if (a.valueOn !== b.valueOn || a.minor !== b.minor) return false;
  const areReferenced = a.bankReference !== null && b.bankReference !== null;
  if (areReferenced && familyOf(a) === familyOf(b) && a.bankReference !== b.bankReference) return false;
  if (folded(a.text) === folded(b.text)) return true;
  const named = new Set(findReferences(a.text));
  const others = findReferences(b.text);
  const isSameNamed = named.size === 0 ? others.length === 0 : others.some((each) => named.has(each));
  return isSameNamed && isSamePayer(a, b);
}

function isSamePayer(a: Movement, b: Movement): boolean {
  if (a.payerIbanHash !== null && b.payerIbanHash !== null) return a.payerIbanHash === b.payerIbanHash;
  return folded(a.payerName) !== '' && folded(a.payerName) === folded(b.payerName);
}

/**
 * Lines of one statement that may be known ones under another key: each known line explains one of them. Two alike in
 * one statement are two payments.
 */
export function maybeDoubles<L extends Movement>(
  lines: readonly L[],
  known: readonly Movement[],
): ReadonlySet<L> {
  const left = new Map<string, Movement[]>();
  for (const each of known) left.set(placeOf(each), [...(left.get(placeOf(each)) ?? []), each]);
  return new Set(
    lines.filter((line) => {
      const others = left.get(placeOf(line)) ?? [];
      const at = others.findIndex((other) => isAlike(line, other));
      if (at < 0) return false;
      others.splice(at, 1);
      return true;
    }),
  );
}

const placeOf = ({ valueOn, minor }: Movement): string => `${valueOn} ${minor}`;
