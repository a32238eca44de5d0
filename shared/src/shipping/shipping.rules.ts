import { type Money, money, times } from '../kernel/money';
import { defineRule } from '../kernel/rule';

export const PALLET_CHARGE = defineRule({
  name: 'pallet-charge',
  value: money(9_500, 'SAR'),
  clause: 'seller tariff',
  meaning: 'Carriage of an order to the trader’s own warehouse in Saudi Arabia',
});
export const PARCEL_CHARGE = defineRule({
  name: 'parcel-charge',
  value: money(2_400, 'SAR'),
  clause: 'seller tariff',
  meaning: 'Carriage of one parcel to a recipient in Saudi Arabia',
});
export const EXPORT_CHARGE = defineRule({
  name: 'export-charge',
  value: money(48_000, 'SAR'),
  clause: 'seller tariff',
  meaning: 'Carriage of an order to a warehouse outside Saudi Arabia',
});
export const WEIGHT_TOLERANCE = defineRule({
  name: 'weight-tolerance',
  value: 10,
  clause: 'portal',
  meaning: 'Percent by which a packed parcel may differ from its expected weight, and never less than 50 g',
});
export const shippingRules = [PALLET_CHARGE, PARCEL_CHARGE, EXPORT_CHARGE, WEIGHT_TOLERANCE];

/** Carriage of an order in SAR, before VAT. */
export function carriageFor(order: {
  readonly shipTo: 'warehouse' | 'customers';
  readonly parcels: number;
  readonly country: string;
}): Money<'SAR'> {
  if (order.shipTo === 'customers') return times(PARCEL_CHARGE.value, Math.max(order.parcels, 1));
  return order.country === 'SA' ? PALLET_CHARGE.value : EXPORT_CHARGE.value;
}

/** Weight of box and paper added to every parcel, in grams. */
export const PACKAGING_GRAMS = 120;

/** Expected weight of a parcel with its bounds, in grams. */
export function expectedWeight(goodsGrams: number): { low: number; expected: number; high: number } {
  const expected = goodsGrams + PACKAGING_GRAMS;
  const slack = Math.max(50, Math.round((expected * WEIGHT_TOLERANCE.value) / 100));
  return { low: expected - slack, expected, high: expected + slack };
}
