import { describe, expect, it } from '@jest/globals';
import { money } from '../kernel/money';
import {
  carriageFor,
  EXPORT_CHARGE,
  expectedWeight,
  PACKAGING_GRAMS,
  PALLET_CHARGE,
  PARCEL_CHARGE,
  WEIGHT_TOLERANCE,
} from './shipping.rules';

describe('carriage', () => {
  it('is a pallet to a warehouse in Saudi Arabia, and another charge abroad', () => {
    expect(carriageFor({ shipTo: 'warehouse', parcels: 1, country: 'SA' })).toEqual(PALLET_CHARGE.value);
    expect(carriageFor({ shipTo: 'warehouse', parcels: 1, country: 'NO' })).toEqual(EXPORT_CHARGE.value);
  });

  it('is counted by parcels to recipients, and at least one', () => {
    const of = (parcels: number) => carriageFor({ shipTo: 'customers', parcels, country: 'SA' });
    expect(of(1)).toEqual(PARCEL_CHARGE.value);
    expect(of(3)).toEqual(money(3 * 2_400, 'SAR'));
    expect(of(0)).toEqual(PARCEL_CHARGE.value);
  });
});

describe('weight', () => {
  it('includes the packaging and may differ by the tolerance', () => {
    const { low, expected, high } = expectedWeight(2_000 - PACKAGING_GRAMS);
    expect([low, expected, high]).toEqual([
      2_000 - 20 * WEIGHT_TOLERANCE.value,
      2_000,
      2_000 + 20 * WEIGHT_TOLERANCE.value,
    ]);
  });

  it('never asks for less than 50 g of slack', () => {
    expect(expectedWeight(10)).toEqual({ low: 80, expected: 130, high: 180 });
  });
});
