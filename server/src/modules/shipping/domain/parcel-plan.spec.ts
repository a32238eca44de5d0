import { describe, expect, it } from '@jest/globals';
import { type OrderToPlan, planParcels } from './parcel-plan';
import { cityOf, detailsOf } from './recipient-record';

const LINES = [
  { lineId: 'l1', variantId: 'v1', quantity: 5, pack: 'private_label', specId: 's1' },
  { lineId: 'l2', variantId: 'v2', quantity: 1, pack: 'neutral', specId: null },
] as const;
const WAREHOUSE: OrderToPlan = {
  shipTo: 'warehouse',
  locale: 'no',
  lines: LINES,
  recipients: [],
  destination: {
    nameLatin: 'Fjord & Fønix',
    nameArabic: null,
    country: 'NO',
    lines: ['Sandviksbodene 12', '5035 Bergen'],
  },
};
const NOURA = { name: 'نورة', phone: '+966551234567', email: null } as const;
const PARTS = {
  form: 'parts',
  buildingNumber: '8228',
  street: 'Prince Sultan St',
  district: 'As Salamah',
  city: 'Jeddah',
  postalCode: '23436',
  additionalNumber: '6789',
} as const;

describe('parcels of an order', () => {
  it('are one with every line to the trader’s own warehouse, in the language of its owner', () => {
    const [parcel, ...more] = planParcels(WAREHOUSE);
    expect(more).toEqual([]);
    expect(parcel).toMatchObject({
      locale: 'no',
      items: LINES,
      recipient: { name: 'Fjord & Fønix', phone: '' },
    });
  });

  it('name the warehouse of an Arabic reader in Arabic first', () => {
    const destination = {
      nameLatin: 'Dar Nour',
      nameArabic: 'دار نور',
      country: 'SA',
      lines: ['12 Street', 'Riyadh'],
    };
    const [parcel] = planParcels({ ...WAREHOUSE, locale: 'ar', destination });
    expect(parcel?.recipient).toMatchObject({ name: 'دار نور', otherName: 'Dar Nour' });
  });

  it('are one for each recipient, with his share and the pack of the line', () => {
    const order: OrderToPlan = {
      ...WAREHOUSE,
      shipTo: 'customers',
      destination: null,
      recipients: [
        { ...NOURA, address: PARTS, items: [{ variantId: 'v1', quantity: 2 }] },
        {
          ...NOURA,
          name: 'Huda',
          address: PARTS,
          items: [
            { variantId: 'v1', quantity: 3 },
            { variantId: 'v2', quantity: 1 },
          ],
        },
      ],
    };
    const parcels = planParcels(order);
    expect(parcels.map((parcel) => parcel.locale)).toEqual(['ar', 'en']);
    expect(parcels.map((parcel) => parcel.items)).toMatchObject([
      [{ lineId: 'l1', quantity: 2, pack: 'private_label', specId: 's1' }],
      [
        { lineId: 'l1', quantity: 3 },
        { lineId: 'l2', quantity: 1, pack: 'neutral' },
      ],
    ]);
  });
});

describe('a recipient as papers show him', () => {
  const record = { ...NOURA, otherName: null };

  it('has the parts of his national address, or its short form alone', () => {
    const parts = detailsOf({ ...record, destination: { kind: 'national', address: PARTS } }, 'en');
    expect(parts.address).toEqual({
      lines: ['8228 Prince Sultan St', 'As Salamah – 6789'],
      city: 'Jeddah',
      postalCode: '23436',
      country: 'SA',
    });
    const short = { form: 'short', shortAddress: 'RNBB2312', city: 'Riyadh' } as const;
    expect(detailsOf({ ...record, destination: { kind: 'national', address: short } }, 'en').address).toEqual(
      {
        lines: [],
        city: 'Riyadh',
        country: 'SA',
        shortAddress: 'RNBB2312',
      },
    );
  });

  it('stands on the lines of a warehouse, the last of which is its town', () => {
    const destination = {
      kind: 'lines',
      lines: ['Sandviksbodene 12', '5035 Bergen'],
      country: 'NO',
    } as const;
    expect(detailsOf({ ...record, destination }, 'no').address).toMatchObject({
      lines: ['Sandviksbodene 12'],
      city: '5035 Bergen',
      country: 'NO',
    });
    expect(cityOf({ ...record, destination })).toBe('5035 Bergen');
  });
});
