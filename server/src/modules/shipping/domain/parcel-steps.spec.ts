import { describe, expect, it } from '@jest/globals';
import { consignmentLifecycle } from '@qafila/shared/shipping/shipping.lifecycle';
import { actionsOf, factsOf, PACKER_STEPS, reasonsAgainst } from './parcel-steps';

const AT = new Date('2026-11-22T10:00:00Z');
const PARCEL = { goodsGrams: 880, scan: null };
const READY = factsOf(
  { ...PARCEL, scan: { verdict: 'pass', surfaces: 12, at: AT } },
  [{ quantity: 2, packed: 2 }],
  { measuredGrams: 1000 },
);

describe('steps of a packer', () => {
  it('are each allowed in one state only, when nothing stands against them', () => {
    const allowed = Object.fromEntries(
      PACKER_STEPS.map((step) => [
        step,
        consignmentLifecycle.states.filter((state) => reasonsAgainst(state, step, READY).length === 0),
      ]),
    );
    expect(allowed).toEqual({
      start_picking: ['planned'],
      pack: ['picking'],
      label: ['packed'],
      hand_over: ['labelled'],
    });
  });

  it('say which pieces and which weight are missing, both at once', () => {
    const facts = factsOf(PARCEL, [{ quantity: 3, packed: 1 }], { measuredGrams: 1101 });
    expect(reasonsAgainst('picking', 'pack', facts)).toEqual([
      { code: 'PIECES_MISSING', params: { count: 2 } },
      { code: 'WEIGHT_OFF', params: { low: 900, high: 1100 } },
    ]);
  });

  it.each([
    [899, false],
    [900, true],
    [1100, true],
    [1101, false],
  ])('weigh %i g against 1,000 g and ten percent: %s', (measuredGrams, isRight) => {
    expect(factsOf(PARCEL, [], { measuredGrams }).isWeightRight).toBe(isRight);
  });

  it('print nothing before a scan, and nothing after one that found a leak', () => {
    const unscanned = factsOf(PARCEL, [], { measuredGrams: 1000 });
    expect(reasonsAgainst('packed', 'label', unscanned)).toMatchObject([{ code: 'LEAK_FOUND' }]);
    const blocked = factsOf({ ...PARCEL, scan: { verdict: 'blocked', surfaces: 12, at: AT } }, [], {
      measuredGrams: 1000,
      leakSurface: 'slip · text',
    });
    expect(reasonsAgainst('packed', 'label', blocked)).toEqual([
      { code: 'LEAK_FOUND', params: { surface: 'slip · text' } },
    ]);
  });

  it('are shown all four, the forbidden ones with their reason', () => {
    const actions = actionsOf('labelled', READY);
    expect(actions.map(({ step, allowed }) => [step, allowed])).toEqual([
      ['start_picking', false],
      ['pack', false],
      ['label', false],
      ['hand_over', true],
    ]);
    expect(actions[0]?.reasons).toEqual([{ code: 'WRONG_STATE', params: {} }]);
  });
});
