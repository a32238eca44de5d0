import { compare, type Money, money, sum } from '@qafila/shared/kernel/money';
import fc from 'fast-check';
import { FAULTS } from '../../../../simulators/kernel/fault-line';
import { GatewayFailure } from '../../domain/gateways/gateway-failure';
import type { Snapshot } from '../../domain/gateways/snapshot';
import type { Bench, Started } from './bench';

/** Money asked for with the key of a count: asked twice with one count, it moves once. */
export interface Move {
  readonly kind: 'take' | 'give';
  readonly halalas: number;
  readonly count: number;
}
/** One thing that happens to a payment, wanted or not. */
export type LifeEvent =
  | Move
  | { readonly kind: 'press'; readonly way: 'approve' | 'decline' | 'abandon' }
  | { readonly kind: 'end' }
  | { readonly kind: 'fault'; readonly fault: (typeof FAULTS)[number] }
  | { readonly kind: 'wait'; readonly minutes: number };

const BREAKS = FAULTS.filter((fault) => fault !== 'kill' && fault !== 'stall_after');

/** A life of a payment: what payer, store and bad luck may do, in any order. */
export const lifeOf = fc.array(
  fc.oneof<fc.WeightedArbitrary<LifeEvent>[]>(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('press'),
        way: fc.constantFrom('approve', 'approve', 'decline', 'abandon'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('take', 'give'),
        halalas: fc.constantFrom(1, 200_001, 300_000, 500_001, 500_002),
        count: fc.integer({ min: 1, max: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('end') }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('fault'), fault: fc.constantFrom(...BREAKS) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait'), minutes: fc.constantFrom(1, 31, 600) }) },
  ),
  { minLength: 4, maxLength: 14 },
);

/** Lets one thing happen. What the gateway refuses, and what is lost on the way, is part of life. */
export async function live(bench: Bench, started: Started, event: LifeEvent): Promise<void> {
  try {
    await happen(bench, started, event);
  } catch (error) {
    const isNoButton = error instanceof Error && error.message.startsWith('no button');
    if (!(error instanceof GatewayFailure) && !isNoButton) throw error;
  }
}

function happen(bench: Bench, started: Started, event: LifeEvent): Promise<unknown> {
  switch (event.kind) {
    case 'press':
      return bench.person.press(started.url, ...bench.profile[event.way]);
    case 'take':
      return bench.take(started, sar(event.halalas), event.count);
    case 'give':
      return bench.giveBack(started, sar(event.halalas), event.count);
    case 'end':
      return bench.end(started);
    case 'fault':
      return bench.control.fault(event.fault);
    case 'wait':
      return bench.control.advance(event.minutes * 60_000);
  }
}

/** The most that may have moved so far: for each key, the largest amount asked with it. */
export function mostOf(kind: Move['kind'], events: readonly LifeEvent[]): Money {
  const moves = events.filter((event): event is Move => event.kind === kind);
  const byCount = [1, 2, 3].map((count) => moves.filter((move) => move.count === count));
  return sum(
    byCount.map((same) => sar(Math.max(0, ...same.map(({ halalas }) => halalas)))),
    'SAR',
  );
}

const sar = (halalas: number): Money => money(halalas, 'SAR');
const isUpTo = (less: Money, more: Money): boolean => compare(less, more) <= 0;

/** What is wrong with a snapshot, alone or after an earlier one; empty when nothing is. */
export function wrongsOf(before: Snapshot, now: Snapshot): string[] {
  const wrongs = {
    'more is given back than was taken': !isUpTo(now.refunded, now.captured),
    'more is taken than was asked for': !isUpTo(now.captured, now.amount),
    'what was taken becomes less': !isUpTo(before.captured, now.captured),
    'the amount changes': compare(before.amount, now.amount) !== 0,
    'a word nobody knows': now.state === 'unknown',
    'taken, and not said': now.captured.minor > 0 && !/captured$/.test(now.state),
    'said, and not taken': now.captured.minor === 0 && /captured$/.test(now.state),
  };
  return Object.entries(wrongs).flatMap(([name, isWrong]) => (isWrong ? [name] : []));
}
