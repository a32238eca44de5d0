import { describe, expect, it } from '@jest/globals';
import { hasBrandChoice, type PlaceFacts, placeOf, wayOf } from './places';

const none: PlaceFacts = { faulty: [], left: new Map(), recipients: [], canChooseBrand: true };
const markOf = (code: string, facts: Partial<PlaceFacts> = {}) => placeOf(code, { ...none, ...facts })?.mark;
const has = (...variantIds: string[]) => ({ items: variantIds.map((variantId) => ({ variantId })) });

describe('where a reason is put right', () => {
  const faulty = [
    { variantId: 'gone', why: 'gone' },
    { variantId: 'oil', why: 'stock' },
    { variantId: 'soap', why: 'price' },
  ] as const;

  it('a quantity in the first cell that is marked, which no filter may hide', () => {
    const cell = { mark: 'cell oil', part: 'goods', variantId: 'oil' };
    expect(placeOf('LINES_NEED_ATTENTION', { ...none, faulty })).toEqual(cell);
    expect(placeOf('STOCK_SHORT', { ...none, faulty })).toEqual(cell);
  });

  it('goods that are not sold where they are taken out: above the grid, or in their cell', () => {
    expect(markOf('VARIANT_UNKNOWN', { faulty })).toBe('gone gone');
    expect(markOf('VARIANT_UNKNOWN', { faulty: faulty.slice(1) })).toBe('cell soap');
  });

  it('address and brand in their fields, beside both sides', () => {
    expect(placeOf('WAREHOUSE_ADDRESS_MISSING', none)).toEqual({ mark: 'address', part: null });
    expect(placeOf('BRAND_MISSING', none)).toEqual({ mark: 'brand', part: null });
    expect(markOf('BRAND_MISSING', { canChooseBrand: false })).toBeUndefined();
  });

  it('the first recipient where he is added', () => {
    expect(placeOf('RECIPIENTS_MISSING', none)).toEqual({ mark: 'add-recipient', part: 'recipients' });
  });

  it('pieces left to share out with who has nothing, else with the first', () => {
    const left = new Map([
      ['oil', 0],
      ['soap', 12],
    ]);
    const shared = (...recipients: PlaceFacts['recipients'][number][]) =>
      markOf('GOODS_NOT_ALLOCATED', { left, recipients });
    expect(shared(has('oil'), has())).toBe('share 1 soap');
    expect(shared(has('oil'), has('oil'))).toBe('share 0 soap');
  });

  it('pieces given too often with who has them', () => {
    const recipients = [has(), has('oil')];
    expect(markOf('GOODS_NOT_ALLOCATED', { left: new Map([['oil', -3]]), recipients })).toBe('share 1 oil');
  });

  it('an empty parcel with its recipient', () => {
    const recipients = [has('oil'), has()];
    expect(markOf('GOODS_NOT_ALLOCATED', { left: new Map([['oil', 0]]), recipients })).toBe('share 1 oil');
  });

  it('nowhere in particular for an order that is empty or small', () => {
    expect(['ORDER_EMPTY', 'ORDER_BELOW_MINIMUM'].map((code) => markOf(code))).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('the way from the review', () => {
  it('names the reason, or the good whose label is to be chosen', () => {
    expect(wayOf({ code: 'RECIPIENTS_MISSING', params: {} })).toEqual({ mend: 'RECIPIENTS_MISSING' });
    expect(wayOf({ code: 'SPEC_NOT_LOCKED', params: { sku: 'ARG-100' } })).toEqual({ q: 'ARG-100' });
    expect(wayOf({ code: 'NOT_ALLOWED', params: {} })).toBeUndefined();
  });
});

describe('the choice of a brand', () => {
  it('stands where there is one: several, or the chosen one no longer ships', () => {
    const [nour, safa] = [{ id: 'nour' }, { id: 'safa' }];
    expect(hasBrandChoice([nour, safa], 'nour')).toBe(true);
    expect(hasBrandChoice([nour], 'archived')).toBe(true);
    expect([hasBrandChoice([nour], 'nour'), hasBrandChoice([], 'archived')]).toEqual([false, false]);
  });
});
