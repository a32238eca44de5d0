import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { orderLifecycle } from '@qafila/shared/ordering/ordering.lifecycle';
import { isOver, nextStepOf } from './next-step-of';

const order: Parameters<typeof nextStepOf>[0] = {
  state: 'draft',
  submittedAt: null,
  stoppedAt: null,
  timeline: [],
};
const stopped = { ...order, state: 'confirmed', stoppedAt: '2026-11-29T10:00:00.000Z' } as const;
const builder = { fulfilment: 'not_started', canDraft: true } as const;

describe('what comes next for an order', () => {
  it('is to go on with a draft, for whoever builds drafts; anybody else reads who does', () => {
    expect(nextStepOf(order, builder)).toBe('draft');
    expect(nextStepOf(order, { ...builder, canDraft: false })).toBe('othersDraft');
  });

  it('of a cancelled one says whether it was ever placed', () => {
    expect(nextStepOf({ ...order, state: 'cancelled' }, builder)).toBe('deleted');
    const placed = { ...order, submittedAt: '2026-11-22T10:00:00.000Z' };
    expect(nextStepOf({ ...placed, state: 'cancelled' }, builder)).toBe('cancelled');
  });

  it('of one whose money went back after a parcel left is to pay it again, wherever its parcels are', () => {
    expect(nextStepOf(stopped, { ...builder, fulfilment: 'in_warehouse' })).toBe('stopped');
    expect(nextStepOf(stopped, { ...builder, fulfilment: 'on_the_way' })).toBe('stopped');
  });

  it('is a new order only where nothing more comes of it', () => {
    expect(isOver(nextStepOf({ ...order, state: 'expired' }, builder))).toBe(true);
    expect(isOver(nextStepOf({ ...order, state: 'submitted' }, builder))).toBe(false);
    expect(isOver(nextStepOf({ ...order, state: 'confirmed' }, builder))).toBe(false);
  });

  it.each(['en', 'ar', 'no', 'fr'])('has words in %s for every state, whoever reads', (locale) => {
    const file = join(__dirname, '..', 'words', `ordering.${locale}.json`);
    const { next } = JSON.parse(readFileSync(file, 'utf8')) as { next: Record<string, unknown> };
    const steps = orderLifecycle.states.flatMap((state) =>
      [true, false].map((canDraft) => nextStepOf({ ...order, state }, { ...builder, canDraft })),
    );
    steps.push(nextStepOf(stopped, builder));
    expect(steps.filter((step) => next[step] === undefined)).toEqual([]);
  });
});
