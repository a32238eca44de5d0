import { describe, expect, it } from '@jest/globals';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import { leakOf, reasonsAgainst, stepOf, weightFault } from './parcel-reasons';

const parcel: ParcelView = {
  id: '0198b000-0000-7000-8000-000000000001',
  parcelCode: 'K7M-2QX9',
  orderCode: 'P3R-9WXA',
  brandCode: 'B7T-44QQ',
  brandName: 'Dar Nour',
  state: 'picking',
  pieces: 3,
  index: 1,
  count: 2,
  confirmedAt: '2026-11-22T09:00:00.000Z',
  version: 2,
  items: [],
  hasLogo: true,
  ink: '#211d18',
  accent: '#e4c777',
  weight: { low: 580, expected: 620, high: 660, measured: null },
  scan: null,
  carrier: null,
  trackingNumber: null,
  actions: [],
  nextId: null,
};
const against = (reasons: ParcelView['actions'][number]['reasons']): ParcelView => ({
  ...parcel,
  actions: [
    { step: 'pack', allowed: false, reasons },
    { step: 'label', allowed: false, reasons },
  ],
});

describe('what stands against a step of a parcel', () => {
  it('is what the server says', () => {
    const missing = { code: 'PIECES_MISSING', params: { count: 1 } };
    expect(reasonsAgainst(against([missing]), 'pack')).toEqual([missing]);
  });

  it('leaves out the weight, which is judged when it is typed', () => {
    expect(reasonsAgainst(against([{ code: 'WEIGHT_OFF', params: { low: 1, high: 2 } }]), 'pack')).toEqual(
      [],
    );
  });

  it('leaves the label step open after a leak: it draws and scans anew; the leak is named beside it', () => {
    const leak = { code: 'LEAK_FOUND', params: { surface: 'slip' } };
    const scan = { verdict: 'blocked' as const, surfaces: 2, at: '2026-11-22T09:00:00.000Z' };
    expect(reasonsAgainst({ ...against([leak]), scan }, 'label')).toEqual([]);
    expect(leakOf({ ...against([leak]), scan })).toEqual(leak);
    expect(leakOf(against([leak]))).toBeUndefined();
  });

  it('is a wrong state where the server offers no such step', () => {
    expect(reasonsAgainst(parcel, 'hand_over')).toEqual([{ code: 'WRONG_STATE', params: {} }]);
  });
});

describe('the weight of a parcel', () => {
  it.each([
    [undefined, 'missing'],
    [0, 'missing'],
    [579, { code: 'WEIGHT_OFF', params: { low: 580, high: 660 } }],
    [580, undefined],
    [660, undefined],
    [661, { code: 'WEIGHT_OFF', params: { low: 580, high: 660 } }],
  ])('%s g gives %j', (grams, fault) => {
    expect(weightFault(parcel, grams)).toEqual(fault);
  });
});

describe('the step a parcel waits for', () => {
  it('follows its state and ends with the carrier', () => {
    expect(
      (['planned', 'picking', 'packed', 'labelled', 'handed_over', 'on_hold'] as const).map(stepOf),
    ).toEqual(['start_picking', 'pack', 'label', 'hand_over', null, null]);
  });
});
