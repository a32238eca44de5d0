import { compare, isZero, type Money } from '@qafila/shared/kernel/money';
import type { statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';

/** A line and what its matches take of it; amounts in the direction of the line's own. */
export interface LineSums {
  readonly state: (typeof statementLineLifecycle.states)[number];
  readonly amount: Money;
  /** What of it was booked before something changed. */
  readonly bookedBefore: Money;
  /** What of it is booked now, whether the bank took it back since or not. */
  readonly booked: Money;
  /** What of it the bank took back. */
  readonly returned: Money;
  /** What of it is booked or proposed. */
  readonly taken: Money;
}
export type LineStepName = Exclude<keyof typeof statementLineLifecycle.steps, 'ignore'>;

const sizeOf = ({ minor }: Money): number => Math.abs(minor);

/** The step a line takes when its matches changed; `null` when nothing of that concerns its state. */
export function lineStep(line: LineSums): LineStepName | null {
  const { state, amount, bookedBefore, booked, returned, taken } = line;
  if (compare(returned, amount) === 0) return 'reverse';
  const moved = sizeOf(booked) - sizeOf(bookedBefore);
  if (moved > 0) return compare(booked, amount) === 0 ? 'allocate' : 'book_part';
  if (moved < 0) return isZero(taken) ? 'free' : 'free_part';
  if (state === 'allocated') return null;
  return isZero(taken) ? 'free' : 'propose';
}
