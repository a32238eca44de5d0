import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cancelOrder,
  createDraft,
  editDraft,
  getOrder,
  putLines,
  reviewOrder,
} from '@qafila/shared/ordering/ordering.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { demoProductId, demoVariantId } from '../../../demo/load-catalogue';
import { newId } from '../../../platform/ids/new-id';
import { aBrand, aSpec } from '../../branding/testing/a-brand';
import { aDraft, aShop, linesOf, stockUp, type Trader } from '../testing/a-draft';

let app: TestApp;
let trader: Trader;
beforeAll(async () => {
  app = await aShop();
  trader = await app.aTrader();
});
afterAll(() => app.close());

const put = (
  draft: { id: string; version: number },
  lines: { variantId: string; quantity: number; pack?: 'private_label' | 'neutral'; specId?: string }[],
  as = trader,
) => app.call(putLines, { as, params: { id: draft.id }, version: draft.version, body: { lines } });

describe('a new draft', () => {
  it('is empty, goes to the default address and says the first minimum', async () => {
    const { body } = await app.call(createDraft, { as: trader, body: { name: '  Eid boxes ' } });
    expect(body).toMatchObject({
      name: 'Eid boxes',
      state: 'draft',
      version: 1,
      shipTo: 'warehouse',
      payment: 'unpaid',
      totals: { total: { minor: 0, currency: 'SAR' } },
      minimum: { kind: 'first', required: { minor: 500_000, currency: 'SAR' }, isMet: false },
    });
    expect(body.code).toMatch(/^[0-9A-HJKMNP-RTV-Z]{3}-[0-9A-HJKMNP-RTV-Z]{4}$/);
    expect(body.addressId).toBe(body.addresses[0]?.id);
    expect(body.timeline.map((step) => [step.step, step.by])).toEqual([['create', expect.any(String)]]);
  });

  it('takes the brand when the company has exactly one', async () => {
    const branded = await app.aTrader();
    const brandId = await aBrand(app, branded.companyId);
    const { body } = await app.call(createDraft, { as: branded, body: { name: 'One' } });
    expect(body.brandProfileId).toBe(brandId);
    await aBrand(app, branded.companyId);
    const two = await app.call(createDraft, { as: branded, body: { name: 'Two' } });
    expect(two.body.brandProfileId).toBeNull();
  });

  it('is made once for one key', async () => {
    const key = newId();
    const first = await app.call(createDraft, { as: trader, body: { name: 'Twice' }, key });
    const second = await app.call(createDraft, { as: trader, body: { name: 'Twice' }, key });
    expect(second.body.id).toBe(first.body.id);
  });

  it('cannot be begun by a role that does not order', async () => {
    const accountant = await app.aTrader({ company: trader, role: 'accountant' });
    expect((await app.call(createDraft, { as: accountant, body: { name: 'x' } })).status).toBe(403);
  });
});

describe('setting lines', () => {
  it('prices with the tier, adds carriage and VAT, and answers only what changed', async () => {
    const draft = await aDraft(app, trader, { 'ARG-030': 12 });
    const { body } = await put(draft, linesOf({ 'ARG-100': 48 }));
    // 41.00 less 8 % is 37.72; 48 of them are 1,810.56. With 12 × 18.40 the goods are 2,031.36.
    expect(body.lines.map((line) => [line.sku, line.percentOff, line.net.minor])).toEqual([
      ['ARG-100', 8, 181_056],
    ]);
    expect(body.totals).toEqual({
      goods: { minor: 203_136, currency: 'SAR' },
      branding: { minor: 0, currency: 'SAR' },
      shipping: { minor: 9_500, currency: 'SAR' },
      vat: { minor: 31_895, currency: 'SAR' },
      total: { minor: 244_531, currency: 'SAR' },
    });
    expect(body).toMatchObject({ units: 60, weightGrams: 12 * 74 + 48 * 182 });
    expect(body.minimum.missing).toEqual({ minor: 296_864, currency: 'SAR' });
  });

  it('keeps the line’s id when the quantity changes, and takes a line away at zero', async () => {
    const draft = await aDraft(app, trader, { 'ARG-030': 12, 'ARG-100': 12 });
    const before = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    const more = await put(draft, linesOf({ 'ARG-030': 24 }));
    expect(more.body.lines[0]?.id).toBe(before.body.lines.find((line) => line.sku === 'ARG-030')?.id);
    const less = await put({ id: draft.id, version: more.body.version }, linesOf({ 'ARG-030': 0 }));
    expect(less.body).toMatchObject({ lines: [], removed: [demoVariantId('ARG-030')], units: 12 });
    const none = await put({ id: draft.id, version: less.body.version }, linesOf({ 'ARG-100': 0 }));
    // An empty draft costs nothing, carriage included.
    expect(none.body.totals.total.minor).toBe(0);
  });

  it('accepts wrong steps and too much, and says what is wrong with them', async () => {
    await stockUp(app, 'ARG-500', { onHand: 24 });
    const draft = await aDraft(app, trader);
    const { body } = await put(draft, linesOf({ 'ARG-030': 15, 'ARG-500': 36, 'ARG-100': 6 }));
    expect(Object.fromEntries(body.lines.map((line) => [line.sku, line.faults]))).toEqual({
      'ARG-030': [{ code: 'step', params: { step: 12, lower: 12, upper: 24 } }],
      'ARG-500': [{ code: 'STOCK_SHORT', params: { sku: 'ARG-500', available: 24 } }],
      'ARG-100': [{ code: 'minimum_quantity', params: { minimum: 12 } }],
    });
  });

  it('refuses goods that are unknown, not sold or without a price, and changes nothing', async () => {
    const draft = await aDraft(app, trader);
    const unknown = await put(draft, [...linesOf({ 'ARG-030': 12 }), { variantId: newId(), quantity: 1 }]);
    expect(unknown).toMatchObject({ status: 409, body: { code: 'VARIANT_UNKNOWN', params: { count: 1 } } });
    const dollars = await app.aTrader({ country: 'AE', currency: 'USD' });
    const foreign = await aDraft(app, dollars);
    expect((await put(foreign, linesOf({ 'ARG-030': 12 }), dollars)).body.code).toBe('VARIANT_UNKNOWN');
    const shown = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(shown.body).toMatchObject({ lines: [], version: draft.version });
  });

  it('still names goods that are sold no longer, and takes them out', async () => {
    const draft = await aDraft(app, trader, { 'AGC-250': 12, 'ARG-030': 12 });
    const sell = (isSold: boolean) =>
      app.system((tx) =>
        tx.query('update product_variants set is_sold = $2 where sku = $1', ['AGC-250', isSold]),
      );
    await sell(false);
    const shown = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    const gone = shown.body.lines.find((line) => line.sku === 'AGC-250');
    expect(gone?.name.en).not.toBe('');
    const { body } = await put(draft, linesOf({ 'AGC-250': 0 }));
    expect(body).toMatchObject({ removed: [demoVariantId('AGC-250')], units: 12 });
    await sell(true);
  });

  it('prices private label by its locked spec and refuses any other spec', async () => {
    const brandId = await aBrand(app, trader.companyId);
    const productIds = [demoProductId('argan-oil-cold-pressed')];
    const locked = await aSpec(app, trader.companyId, { brandId, productIds, unitPer10k: 12_550 });
    const open = await aSpec(app, trader.companyId, { brandId, productIds, state: 'draft' });
    const elsewhere = await aSpec(app, trader.companyId, { brandId, productIds: [] });
    const draft = await aDraft(app, trader);
    const line = { variantId: demoVariantId('ARG-030'), quantity: 12, pack: 'private_label' as const };
    const refusal = { status: 409, body: { code: 'SPEC_NOT_LOCKED', params: { sku: 'ARG-030' } } };
    expect(await put(draft, [line])).toMatchObject(refusal);
    expect(await put(draft, [{ ...line, specId: open }])).toMatchObject(refusal);
    expect(await put(draft, [{ ...line, specId: elsewhere }])).toMatchObject(refusal);
    const { body } = await put(draft, [{ ...line, specId: locked }]);
    // 12 × 1.255, rounded once; it does not count toward the minimum.
    expect(body.totals.branding.minor).toBe(1_506);
    expect(body.minimum.reached.minor).toBe(12 * 1840);
    expect(body.lines[0]).toMatchObject({ pack: 'private_label', specId: locked });
  });

  it('of a stale version changes nothing: two tabs', async () => {
    const draft = await aDraft(app, trader, { 'ARG-030': 12 });
    const first = await put(draft, linesOf({ 'ARG-030': 24 }));
    const second = await put(draft, linesOf({ 'ARG-030': 36 }));
    expect(second).toMatchObject({ status: 409, body: { code: 'STALE_RECORD' } });
    const shown = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(shown.body).toMatchObject({ units: 24, version: first.body.version });
  });

  it('of an order that is no draft is refused', async () => {
    const draft = await aDraft(app, trader, { 'ARG-030': 12 });
    const { body } = await app.call(cancelOrder, {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
    });
    const answer = await put({ id: draft.id, version: body.version }, linesOf({ 'ARG-030': 24 }));
    expect(answer.body.code).toBe('WRONG_STATE');
    const review = await app.call(reviewOrder, { as: trader, params: { id: draft.id } });
    expect(review.body.code).toBe('WRONG_STATE');
  });

  it('of another company’s order answers as if there were none', async () => {
    const draft = await aDraft(app, trader);
    const other = await app.aTrader();
    expect((await put(draft, linesOf({ 'ARG-030': 12 }), other)).body.code).toBe('NOT_FOUND');
    const stolen = await app.call(editDraft, {
      as: other,
      params: { id: draft.id },
      version: draft.version,
      body: { name: 'Mine' },
    });
    expect(stolen.body.code).toBe('NOT_FOUND');
  });

  it('needs the version that was edited', async () => {
    const draft = await aDraft(app, trader);
    const answer = await app.call(putLines, {
      as: trader,
      params: { id: draft.id },
      body: { lines: linesOf({ 'ARG-030': 12 }) },
    });
    expect(answer.body.code).toBe('VERSION_REQUIRED');
  });

  it('costs six statements at most, for one line and for two hundred', async () => {
    const all = await app.system((tx) =>
      tx.query<{ id: string }>('select id from product_variants order by id limit 200'),
    );
    expect(all).toHaveLength(200);
    for (const lines of [all.slice(0, 1), all]) {
      const draft = await aDraft(app, trader);
      const statements = await app.statements(async () => {
        const { status } = await put(
          draft,
          lines.map(({ id }) => ({ variantId: id, quantity: 12 })),
        );
        expect(status).toBe(200);
      });
      expect(statements.length).toBeLessThanOrEqual(6);
    }
  });
});

describe('the destination', () => {
  const edit = (draft: { id: string; version: number }, body: object) =>
    app.call(editDraft, { as: trader, params: { id: draft.id }, version: draft.version, body });

  it('decides carriage and VAT', async () => {
    const abroad = newId();
    await app.system((tx) =>
      tx.query(
        `insert into company_addresses (company_id, id, label, country, lines) values ($1, $2, 'Dubai', 'AE', $3)`,
        [trader.companyId, abroad, ['Gate 4']],
      ),
    );
    const draft = await aDraft(app, trader, { 'ARG-030': 120 });
    const { body } = await edit(draft, { addressId: abroad });
    // Export: carriage 480.00, zero-rated.
    expect(body.totals).toMatchObject({ shipping: { minor: 48_000 }, vat: { minor: 0 } });
    const back = await edit({ id: draft.id, version: body.version }, { shipTo: 'customers' });
    // To recipients in Saudi Arabia: one parcel at least, standard VAT.
    expect(back.body.totals.shipping.minor).toBe(2_400);
    expect(back.body.totals.vat.minor).toBeGreaterThan(0);
  });

  it('is an address and a brand of the company', async () => {
    const draft = await aDraft(app, trader);
    const other = await app.aTrader();
    const brandId = await aBrand(app, other.companyId);
    const address = await edit(draft, { addressId: newId() });
    expect(address.body.fields?.map((field) => field.path)).toEqual(['addressId']);
    const brand = await edit(draft, { brandProfileId: brandId });
    expect(brand.body.fields?.map((field) => field.path)).toEqual(['brandProfileId']);
  });

  it('of a stale version is not changed', async () => {
    const draft = await aDraft(app, trader);
    await edit(draft, { name: 'First' });
    expect((await edit(draft, { name: 'Second' })).body.code).toBe('STALE_RECORD');
  });
});
