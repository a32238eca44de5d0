import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { createDraft, editDraft, getOrder, putLines } from '@qafila/shared/ordering/ordering.contract';
import { netOfLine, totalsOf, vatCategoryFor } from '@qafila/shared/ordering/ordering.rules';
import { carriageFor } from '@qafila/shared/shipping/shipping.rules';
import fc from 'fast-check';
import type { TestApp } from '../../../../test/support/test-app';
import { demoProducts } from '../../../demo/catalogue/products';
import { demoVariantId } from '../../../demo/load-catalogue';
import { aShop, type Trader } from '../testing/a-draft';

let app: TestApp;
let trader: Trader;
beforeAll(async () => {
  app = await aShop();
  trader = await app.aTrader();
});
afterAll(() => app.close());

const VARIANTS = demoProducts.flatMap((product) => product.variants).slice(0, 24);
const bySku = new Map(VARIANTS.map((variant) => [variant.sku, variant]));
const edit = fc.array(
  fc.record({
    sku: fc.constantFrom(...VARIANTS.map((variant) => variant.sku)),
    // Zero often, so that lines go and come again.
    quantity: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 99_999 })),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The whole calculation from nothing, by the function that invoices call too. */
function fromNothing(held: ReadonlyMap<string, number>, shipTo: 'warehouse' | 'customers') {
  const category = vatCategoryFor('SA');
  const goods = [...held].map(([sku, quantity]) => {
    const variant = bySku.get(sku);
    const price = { per10k: variant?.pricesSar10k['trade-b'] ?? 0, currency: 'SAR' as const };
    return { net: netOfLine(price, variant?.tiers ?? [], quantity), category };
  });
  const carriage = held.size > 0 ? carriageFor({ shipTo, parcels: 1, country: 'SA' }) : money(0, 'SAR');
  return totalsOf({ goods, branding: [], shipping: [{ net: carriage, category }] }, 'SAR');
}

type Edits = readonly (readonly { readonly sku: string; readonly quantity: number }[])[];

/** Plays edits one after the other on a new draft; each answer must show what the whole calculation shows. */
async function play(edits: Edits, shipTo: 'warehouse' | 'customers'): Promise<void> {
  const { body: draft } = await app.call(createDraft, { as: trader, body: { name: 'Any' } });
  const params = { id: draft.id };
  const moved = await app.call(editDraft, { as: trader, params, version: draft.version, body: { shipTo } });
  const held = new Map<string, number>();
  let { version } = moved.body;
  for (const each of edits) {
    const lines = each.map(({ sku, quantity }) => ({ variantId: demoVariantId(sku), quantity }));
    const { body } = await app.call(putLines, { as: trader, params, version, body: { lines } });
    version = body.version;
    for (const { sku, quantity } of each) held.set(sku, quantity);
    for (const { sku } of each) if (held.get(sku) === 0) held.delete(sku);
    expect(body.totals).toEqual(fromNothing(held, shipTo));
  }
  const { body: shown } = await app.call(getOrder, { as: trader, params });
  const sumOf = (value: (sku: string, quantity: number) => number): number =>
    [...held].reduce((total, [sku, quantity]) => total + value(sku, quantity), 0);
  expect(shown).toMatchObject({
    units: sumOf((_, quantity) => quantity),
    weightGrams: sumOf((sku, quantity) => (bySku.get(sku)?.weightGrams ?? 0) * quantity),
    totals: fromNothing(held, shipTo),
  });
  expect(shown.lines).toHaveLength(held.size);
}

describe('stored totals', () => {
  it('moved by deltas are those of a full recalculation, after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('warehouse' as const, 'customers' as const),
        play,
      ),
      { numRuns: 25 },
    );
  });
});
