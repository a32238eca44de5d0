import { describe, expect, it } from '@jest/globals';
import { decide, defineLifecycle, faultsOf, type Lifecycle } from './lifecycle';

const parcel = defineLifecycle<{ readonly missing: number }>()({
  name: 'parcel',
  initial: 'open',
  terminal: ['closed'],
  states: ['open', 'packed', 'closed'],
  steps: {
    pack: {
      from: ['open'],
      to: 'packed',
      needs: 'fulfilment:pack',
      blockedBy: ({ missing }) => (missing > 0 ? ['PIECES_MISSING'] : []),
    },
    close: { from: ['packed'], to: 'closed', needs: 'system' },
  },
});

describe('deciding a step', () => {
  it('goes on when state and facts allow it', () => {
    expect(decide(parcel, { state: 'open', step: 'pack' }, { missing: 0 })).toEqual({
      ok: true,
      to: 'packed',
    });
  });

  it('names what blocks it', () => {
    expect(decide(parcel, { state: 'open', step: 'pack' }, { missing: 2 })).toEqual({
      ok: false,
      code: 'BLOCKED',
      reasons: ['PIECES_MISSING'],
    });
  });

  it('says the state first, whatever else is wrong', () => {
    expect(decide(parcel, { state: 'closed', step: 'pack' }, { missing: 2 })).toEqual({
      ok: false,
      code: 'WRONG_STATE',
      reasons: ['WRONG_STATE'],
    });
  });

  it('does not compile for unknown states and steps', () => {
    // @ts-expect-error no such state
    decide(parcel, { state: 'lost', step: 'pack' }, { missing: 0 });
    // @ts-expect-error no such step
    const unknown = () => decide(parcel, { state: 'open', step: 'lose' }, { missing: 0 });
    expect(unknown).toThrow(TypeError);
  });
});

describe('the faults of a table', () => {
  const table = (given: Partial<Lifecycle<string, string, never>>): Lifecycle<string, string, never> => ({
    name: 't',
    initial: 'a',
    terminal: ['b'],
    states: ['a', 'b'],
    steps: { go: { from: ['a'], to: 'b', needs: 'system' } },
    ...given,
  });

  it('are none for a good one', () => {
    expect(faultsOf(table({}))).toEqual([]);
  });

  it('name a state nobody reaches', () => {
    const faults = faultsOf(table({ states: ['a', 'b', 'c'], terminal: ['b', 'c'] }));
    expect(faults).toEqual(['t: c is unreachable']);
  });

  it('name a dead end', () => {
    expect(faultsOf(table({ terminal: [] }))).toEqual(['t: b is a dead end']);
  });

  it('name a step out of an end', () => {
    const steps = {
      go: { from: ['a'], to: 'b', needs: 'system' },
      back: { from: ['b'], to: 'a', needs: 'system' },
    };
    expect(faultsOf(table({ steps }))).toEqual(['t: a step leaves terminal b']);
  });

  it('name a step to an unknown state', () => {
    const steps = {
      go: { from: ['a'], to: 'b', needs: 'system' },
      fly: { from: ['a'], to: 'moon', needs: 'system' },
    };
    expect(faultsOf(table({ steps }))).toEqual(['t: step fly names unknown moon']);
  });
});
