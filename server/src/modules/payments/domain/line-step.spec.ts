import { describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { type LineSums, lineStep } from './line-step';

const sar = (minor: number) => money(minor, 'SAR');
/** A line of a hundred: its state, what was booked before, and what its matches take now. */
function step(
  state: LineSums['state'],
  before: number,
  now: { amount?: number; booked?: number; returned?: number; taken?: number },
): string | null {
  const { amount = 100, booked = 0, returned = 0, taken = booked } = now;
  return lineStep({
    state,
    amount: sar(amount),
    bookedBefore: sar(before),
    booked: sar(booked),
    returned: sar(returned),
    taken: sar(taken),
  });
}

describe('the step of a line whose matches changed', () => {
  it.each([
    ['something is proposed', step('imported', 0, { taken: 40 }), 'propose'],
    ['nothing is proposed any more', step('proposed', 0, {}), 'free'],
    ['a part is booked', step('proposed', 0, { booked: 40, taken: 100 }), 'book_part'],
    ['all of it is booked', step('proposed', 40, { booked: 100 }), 'allocate'],
    ['all of money out is booked', step('proposed', 0, { amount: -100, booked: -100 }), 'allocate'],
    ['a part of what is booked waits for another proposal', step('proposed', 40, { booked: 40 }), 'propose'],
    ['a part is undone', step('allocated', 100, { booked: 60 }), 'free_part'],
    ['all of it is undone', step('allocated', 100, {}), 'free'],
    ['the bank took all of it back', step('allocated', 100, { booked: 100, returned: 100 }), 'reverse'],
    [
      'the bank took back what was booked of it, and the rest is there',
      step('proposed', 40, { booked: 40, returned: 40 }),
      'propose',
    ],
    ['the bank took a part back', step('allocated', 100, { booked: 100, returned: 60 }), null],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });
});
