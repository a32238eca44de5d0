import { describe, expect, it } from '@jest/globals';
import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { money } from '@qafila/shared/kernel/money';
import { catalogueOf, draftBlockers, draftSums, missingTo, piecesLeft, previewTotals } from './draft-sums';
import type { DraftHeader, DraftLine } from './save-queue';

const products = [
  {
    variants: [
      {
        id: 'oil',
        sku: 'ARG-100',
        caseSize: 12,
        minimumQuantity: 12,
        step: 12,
        weightGrams: 74,
        available: 480,
        price: { per10k: 184_000, currency: 'SAR' },
        tiers: [{ from: 48, percentOff: 8 }],
      },
      {
        id: 'soap',
        sku: 'SVN',
        caseSize: 1,
        minimumQuantity: 1,
        step: 1,
        available: 5,
        price: null,
        tiers: [],
      },
    ],
  },
] as unknown as ProductView[];
const line = (variantId: string, quantity: number): DraftLine => ({
  variantId,
  quantity,
  pack: 'neutral',
  specId: null,
});
const sums = (...lines: DraftLine[]) => draftSums(lines, catalogueOf(products), 'SAR');
const required = money(500_000, 'SAR');
const header: DraftHeader = {
  name: 'Eid',
  shipTo: 'warehouse',
  addressId: 'riyadh',
  brandProfileId: 'dar-nour',
};
const blockers = (lines: DraftLine[], more: Partial<DraftHeader> = {}, shares: [string, number][][] = []) => {
  const recipients = shares.map((items) => ({
    items: items.map(([variantId, quantity]) => ({ variantId, quantity })),
  }));
  const left = piecesLeft(lines, recipients);
  const head = { ...header, ...more };
  const facts = { ...sums(...lines), required, header: head, recipients, left };
  return draftBlockers({
    ...facts,
    catalogue: catalogueOf(products),
    hasBrand: head.brandProfileId !== null,
  });
};

describe('sums of a draft', () => {
  it('prices by tier and counts pieces', () => {
    expect(sums(line('oil', 48))).toEqual({
      goods: money(81_254, 'SAR'),
      units: 48,
      grams: 3552,
      faulty: [],
    });
  });

  it('names broken quantities, goods without a price and goods no longer sold, as the grid shows them', () => {
    const { faulty } = sums(line('soap', 1), line('oil', 15), line('gone', 6));
    expect(faulty.map(({ variantId, why }) => `${variantId} ${why}`)).toEqual([
      'gone gone',
      'oil step',
      'soap price',
    ]);
  });

  it('says what is missing to the minimum', () => {
    expect(missingTo(required, money(302_020, 'SAR'))).toEqual(money(197_980, 'SAR'));
    expect(missingTo(required, required)).toEqual(money(0, 'SAR'));
  });
});

describe('totals before the server answers', () => {
  const facts = { goods: money(100_000, 'SAR'), branding: money(0, 'SAR'), country: 'SA', parcels: 2 };

  it('adds the pallet and VAT in Saudi Arabia, and a parcel each to recipients', () => {
    expect(previewTotals({ ...facts, shipTo: 'warehouse' })?.total).toEqual(money(125_925, 'SAR'));
    expect(previewTotals({ ...facts, shipTo: 'customers' })?.shipping).toEqual(money(4_800, 'SAR'));
  });

  it('takes no VAT on goods that leave the country, and nothing for an empty draft', () => {
    expect(previewTotals({ ...facts, shipTo: 'warehouse', country: 'NO' })?.vat).toEqual(money(0, 'SAR'));
    expect(previewTotals({ ...facts, goods: money(0, 'SAR'), shipTo: 'warehouse' })?.total).toEqual(
      money(0, 'SAR'),
    );
  });

  it('waits for the server in other currencies', () => {
    expect(previewTotals({ ...facts, goods: money(100, 'NOK'), shipTo: 'warehouse' })).toBeUndefined();
  });
});

describe('what stands against reviewing', () => {
  const enough = [line('oil', 360)];
  const codes = (...given: Parameters<typeof blockers>) => blockers(...given).map((reason) => reason.code);

  it('nothing for a whole order to the warehouse', () => {
    expect(codes(enough)).toEqual([]);
  });

  it('an empty draft, a small one, a broken quantity, no address', () => {
    expect(codes([])).toEqual(['ORDER_EMPTY']);
    expect(codes([line('oil', 12)])).toEqual(['ORDER_BELOW_MINIMUM']);
    expect(codes([line('oil', 361)])).toEqual(['LINES_NEED_ATTENTION']);
    expect(codes(enough, { addressId: null })).toEqual(['WAREHOUSE_ADDRESS_MISSING']);
  });

  it('goods that are not sold, and the one that is short of stock by its name', () => {
    expect(blockers([...enough, line('soap', 1), line('gone', 6)])).toEqual([
      { code: 'VARIANT_UNKNOWN', params: { count: 2 } },
    ]);
    expect(blockers([line('oil', 492)])).toEqual([
      { code: 'STOCK_SHORT', params: { sku: 'ARG-100', available: 480 } },
    ]);
  });

  it('a recipient whose parcel would be empty', () => {
    expect(blockers(enough, { shipTo: 'customers' }, [[['oil', 360]], []])).toEqual([
      { code: 'GOODS_NOT_ALLOCATED', params: { count: 1 } },
    ]);
  });

  it('recipients, brand and the pieces still to share out', () => {
    const toThem = { shipTo: 'customers', brandProfileId: null } as const;
    expect(codes(enough, toThem)).toEqual(['BRAND_MISSING', 'RECIPIENTS_MISSING']);
    expect(blockers(enough, { shipTo: 'customers' }, [[['oil', 348]]])).toEqual([
      { code: 'GOODS_NOT_ALLOCATED', params: { count: 12 } },
    ]);
    expect(codes(enough, { shipTo: 'customers' }, [[['oil', 348]], [['oil', 12]]])).toEqual([]);
  });

  it('more given than ordered stands against it too', () => {
    expect(codes(enough, { shipTo: 'customers' }, [[['oil', 372]]])).toEqual(['GOODS_NOT_ALLOCATED']);
  });
});
