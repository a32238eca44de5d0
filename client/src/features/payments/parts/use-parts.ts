import { add, compare, isNegative, type Money, subtract, sum, zero } from '@qafila/shared/kernel/money';
import type { TargetView } from '@qafila/shared/payments/desk.contract';
import { useState } from 'react';
import { amountText, typedAmount } from '../../../lib/amount';
import type { Line, Match } from '../match-facts';

/** A part of a line while somebody decides about it. */
export interface Part {
  readonly target: Pick<TargetView, 'kind' | 'id'>;
  readonly code: string | null;
  readonly company: string;
  /** What the order needs, as far as it is known; a difference up to it can be written off. */
  readonly due: Money | null;
  readonly text: string;
  readonly isWrittenOff: boolean;
}

const sizeOf = (amount: Money): Money =>
  isNegative(amount) ? subtract(zero(amount.currency), amount) : amount;
const least = (a: Money, b: Money): Money => (compare(a, b) < 0 ? a : b);

function targetOf({ refund, order, companyId }: Match): Part['target'] {
  if (refund) return { kind: 'refund', id: refund.id };
  return order ? { kind: 'order', id: order.id } : { kind: 'company', id: companyId };
}
const partOf = (match: Match): Part => ({
  target: targetOf(match),
  code: match.refund?.code ?? match.order?.code ?? null,
  company: match.company,
  due: match.refund ? null : (match.order?.stillDue ?? null),
  text: amountText(match.amount),
  isWrittenOff: match.writtenOff.minor > 0,
});

/** What an order is short by beyond a part; `null` where nothing could be written off. */
export function missingOf(part: Part, amount: Money | null): Money | null {
  if (!part.due || !amount || compare(amount, part.due) >= 0) return null;
  return subtract(part.due, amount);
}

/** A part for what was found: as much as it needs, or all that is free. */
function newPart(target: TargetView, free: Money): Part {
  const isOwed = target.kind !== 'company' && target.amount.minor > 0;
  const amount = isOwed ? least(target.amount, free) : free;
  return {
    target: { kind: target.kind, id: target.id },
    code: target.code,
    company: target.company,
    due: target.kind === 'order' && !target.isClosed ? target.amount : null,
    text: amount.minor > 0 ? amountText(amount) : '',
    isWrittenOff: false,
  };
}

type SentPart = { target: Part['target']; amount: Money; writeOff?: Money };
/** What is sent; `null` without a part, and while an amount is missing. */
function sentOf(parts: readonly Part[], amountOf: (part: Part) => Money | null): SentPart[] | null {
  const whole = parts.flatMap((part) => {
    const amount = amountOf(part);
    const missing = part.isWrittenOff ? missingOf(part, amount) : null;
    return amount ? [{ target: part.target, amount, ...(missing ? { writeOff: missing } : {}) }] : [];
  });
  return parts.length > 0 && whole.length === parts.length ? whole : null;
}

/** The parts of a line, begun with what is proposed for it; what is confirmed or waits for a second person stays. */
export function useParts(line: Line) {
  const proposed = line.matches.filter(
    ({ state, kind }) => state === 'proposed' && (kind === 'order' || kind === 'credit'),
  );
  const [parts, setParts] = useState<readonly Part[]>(() => proposed.map(partOf));
  const { currency } = line.amount;
  const amountOf = (part: Part): Money | null => typedAmount(part.text, currency);
  const given = sum(
    parts.flatMap((part) => amountOf(part) ?? []),
    currency,
  );
  // What proposals take is free again once they are replaced.
  const freed = sum(
    line.matches
      .filter(({ state, kind }) => state === 'proposed' && kind !== 'undo')
      .map(({ amount }) => amount),
    currency,
  );
  const room = add(sizeOf(line.left), freed);
  const left = subtract(room, given);

  const change = (at: number, next: Partial<Part>): void =>
    setParts((now) => now.map((part, i) => (i === at ? { ...part, ...next } : part)));
  const remove = (at: number): void => setParts((now) => now.filter((_, i) => i !== at));
  const take = (target: TargetView): void => {
    const isThere = parts.some((part) => part.target.kind === target.kind && part.target.id === target.id);
    if (!isThere) setParts([...parts, newPart(target, isNegative(left) ? zero(currency) : left)]);
  };
  const sent = (): SentPart[] | null => (isNegative(left) ? null : sentOf(parts, amountOf));
  return { parts, amountOf, left, change, remove, take, sent };
}
