import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import {
  createDraft,
  editDraft,
  getOrder,
  putLines,
  reviewOrder,
  submitOrder,
} from '@qafila/shared/ordering/ordering.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { demoProductId, demoVariantId } from '../../../demo/load-catalogue';
import { newId } from '../../../platform/ids/new-id';
import { aBrand, aSpec } from '../../branding/testing/a-brand';
import { aDraft, aShop, available, linesOf, manyVariants, stockUp, submit } from '../testing/a-draft';

let app: TestApp;
beforeAll(async () => {
  app = await aShop();
});
afterAll(() => app.close());

/** 180 × 37.72: a first order of 6,789.60. */
const ENOUGH = { 'ARG-100': 180 };

describe('a submitted order', () => {
  it('holds its stock and keeps what was decided', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, ENOUGH);
    const before = await available(app, 'ARG-100');
    const placed = await submit(app, trader, draft);
    expect(placed.body).toMatchObject({
      state: 'submitted',
      payment: 'awaiting',
      version: draft.version + 1,
    });
    expect(await available(app, 'ARG-100')).toBe(before - 180);
    const [row] = await app.system((tx) =>
      tx.query(
        `select minimum_kind, minimum_minor, minimum_rule_version, rate_e6, policy_version, vat_category, parcel_count,
           hold_until > submitted_at as has_hold from orders where id = $1`,
        [draft.id],
      ),
    );
    expect(row).toEqual({
      minimum_kind: 'first',
      minimum_minor: '500000',
      minimum_rule_version: 1,
      rate_e6: '1000000',
      policy_version: 1,
      vat_category: 'standard',
      parcel_count: 1,
      has_hold: true,
    });
  });

  it('writes history, audit and event in the same transaction', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, ENOUGH);
    await submit(app, trader, draft);
    const shown = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(shown.body.timeline.map((step) => step.step)).toEqual(['create', 'submit']);
    expect(shown.body.actions).toEqual([
      { step: 'submit', allowed: false, reasons: [{ code: 'WRONG_STATE', params: {} }] },
      { step: 'cancel', allowed: true, reasons: [] },
      { step: 'reorder', allowed: true, reasons: [] },
    ]);
    const told = await app.system((tx) =>
      tx.query<{ what: string }>(
        `select event as what from audit_event where subject_id = $1
         union all select type from outbox_event where payload->>'orderId' = $1 order by what`,
        [draft.id],
      ),
    );
    expect(told.map((row) => row.what)).toEqual([
      'ordering.draft_created',
      'ordering.lines_changed',
      'ordering.order_submitted',
      'ordering.order_submitted',
    ]);
  });

  it('is one order for one key, however often the button is pressed', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, ENOUGH);
    const before = await available(app, 'ARG-100');
    const review = await app.call(reviewOrder, { as: trader, params: { id: draft.id } });
    const call = {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
      key: newId(),
      body: { expectedTotal: review.body.totals.total, method: 'bank_transfer' as const },
    };
    const first = await app.call(submitOrder, call);
    const second = await app.call(submitOrder, call);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(await available(app, 'ARG-100')).toBe(before - 180);
  });

  it('keeps the tier, the spec and the branding of its lines', async () => {
    const trader = await app.aTrader();
    const brandId = await aBrand(app, trader.companyId);
    const productIds = [demoProductId('argan-oil-cold-pressed')];
    const specId = await aSpec(app, trader.companyId, { brandId, productIds });
    const draft = await aDraft(app, trader);
    const { body } = await app.call(putLines, {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
      body: {
        lines: [{ variantId: demoVariantId('ARG-100'), quantity: 180, pack: 'private_label', specId }],
      },
    });
    const placed = await submit(app, trader, { id: draft.id, version: body.version });
    expect(placed.body.totals.branding.minor).toBe(180 * 150);
    expect(placed.body.lines[0]).toMatchObject({
      specId,
      percentOff: 8,
      net: { minor: 678_960 },
      faults: [],
    });
    expect(placed.body.lines[0]?.specCode).toMatch(/^.{3}-.{4}$/);
  });

  it('is refused below the minimum of its dressing, which counts all lines of it', async () => {
    const trader = await app.aTrader();
    const brandId = await aBrand(app, trader.companyId);
    const productIds = [demoProductId('argan-oil-cold-pressed')];
    const specId = await aSpec(app, trader.companyId, { brandId, productIds, minimumPieces: 200 });
    await stockUp(app, 'ARG-100', { onHand: 500 });
    const draft = await aDraft(app, trader);
    const dress = async (version: number, quantities: Record<string, number>) => {
      const lines = linesOf(quantities).map((line) => ({ ...line, pack: 'private_label' as const, specId }));
      const put = { as: trader, params: { id: draft.id }, version, body: { lines } };
      return (await app.call(putLines, put)).body.version;
    };
    const short = await dress(draft.version, { 'ARG-100': 180, 'ARG-030': 12 });
    const review = await app.call(reviewOrder, { as: trader, params: { id: draft.id } });
    expect(review.body.dressings).toEqual([
      expect.objectContaining({ specId, pieces: 192, minimumPieces: 200, missing: 8, leadDays: 7 }),
    ]);
    const refused = await submit(app, trader, { id: draft.id, version: short });
    expect([refused.body.code, refused.body.params]).toEqual([
      'BRANDING_MINIMUM',
      { spec: 'Label and ribbon', minimum: 200, missing: 8 },
    ]);
    const enough = await dress(short, { 'ARG-030': 24 });
    expect((await submit(app, trader, { id: draft.id, version: enough })).status).toBe(200);
  });

  it('costs twenty statements at most, the same for fifty lines and for five hundred', async () => {
    const sizes: number[] = [];
    for (const count of [50, 500]) {
      const trader = await app.aTrader();
      const goods = await manyVariants(app, count);
      const draft = await aDraft(app, trader);
      const { body } = await app.call(putLines, {
        as: trader,
        params: { id: draft.id },
        version: draft.version,
        body: { lines: goods.map((variantId) => ({ variantId, quantity: 1 })) },
      });
      const statements = await app.statements(async () => {
        const placed = await app.call(submitOrder, {
          as: trader,
          params: { id: draft.id },
          version: body.version,
          body: { expectedTotal: body.totals.total, method: 'bank_transfer' },
        });
        expect(placed.body).toMatchObject({ state: 'submitted', units: count });
      });
      sizes.push(statements.length);
    }
    expect(sizes[0]).toBeLessThanOrEqual(20);
    expect(sizes[1]).toBe(sizes[0]);
  });
});

describe('the minimum', () => {
  /** A draft whose goods come to exactly this many halalas: twelve pieces of a variant priced for it. */
  const draftOf = async (sku: string, per10k: number) => {
    const trader = await app.aTrader();
    await stockUp(app, sku, { per10k, onHand: 1000 });
    return { trader, draft: await aDraft(app, trader, { [sku]: 12 }) };
  };

  it('refuses 4,999.99 and names what is missing', async () => {
    const { trader, draft } = await draftOf('ARG-030', 4_166_658);
    const answer = await submit(app, trader, draft);
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'ORDER_BELOW_MINIMUM',
        params: { missing: { minor: 1, currency: 'SAR' }, required: { minor: 500_000, currency: 'SAR' } },
        detail: 'Add SAR\u00a00.01 of goods to reach the minimum of SAR\u00a05,000.00.',
      },
    });
    const shown = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(shown.body).toMatchObject({ state: 'draft', version: draft.version });
  });

  it('passes 5,000.00', async () => {
    const { trader, draft } = await draftOf('ARG-500', 4_166_667);
    const answer = await submit(app, trader, draft);
    expect(answer.body).toMatchObject({ state: 'submitted', totals: { goods: { minor: 500_000 } } });
  });

  it('counts goods only, not branding, carriage or VAT', async () => {
    const trader = await app.aTrader();
    const brandId = await aBrand(app, trader.companyId);
    const productIds = [demoProductId('argan-oil-cold-pressed')];
    const specId = await aSpec(app, trader.companyId, { brandId, productIds, unitPer10k: 1_000_000 });
    const draft = await aDraft(app, trader);
    const { body } = await app.call(putLines, {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
      body: {
        lines: [{ variantId: demoVariantId('ARG-100'), quantity: 60, pack: 'private_label', specId }],
      },
    });
    expect(body.totals.total.minor).toBeGreaterThan(900_000);
    const answer = await submit(app, trader, { id: draft.id, version: body.version });
    expect(answer.body.code).toBe('ORDER_BELOW_MINIMUM');
  });
});

describe('submit refuses', () => {
  it('an empty draft', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader);
    expect((await submit(app, trader, draft)).body.code).toBe('ORDER_EMPTY');
  });

  it('quantities that are no whole cases', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, { ...ENOUGH, 'ARG-030': 13 });
    expect((await submit(app, trader, draft)).body).toMatchObject({
      code: 'LINES_NEED_ATTENTION',
      params: { count: 1 },
    });
  });

  it('more than there is, naming what is left, and holds nothing', async () => {
    const trader = await app.aTrader();
    await stockUp(app, 'ARG-100', { onHand: 180 });
    const draft = await aDraft(app, trader, { 'ARG-100': 192, 'ARG-030': 12 });
    const answer = await submit(app, trader, draft);
    expect(answer.body).toMatchObject({ code: 'STOCK_SHORT', params: { sku: 'ARG-100', available: 180 } });
    expect(await available(app, 'ARG-100')).toBe(180);
    await stockUp(app, 'ARG-100', { onHand: 5000 });
  });

  it('another total than the one that was shown, and review shows why', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, { 'AGC-250': 144 });
    const shown = await app.call(reviewOrder, { as: trader, params: { id: draft.id } });
    await stockUp(app, 'AGC-250', { per10k: 800_000 });
    const call = (expectedTotal: { minor: number; currency: 'SAR' }) =>
      app.call(submitOrder, {
        as: trader,
        params: { id: draft.id },
        version: draft.version,
        body: { expectedTotal, method: 'bank_transfer' },
      });
    const before = shown.body.totals.total as { minor: number; currency: 'SAR' };
    const refused = await call(before);
    const again = await app.call(reviewOrder, { as: trader, params: { id: draft.id } });
    expect(refused.body).toMatchObject({
      code: 'PRICES_CHANGED',
      params: { before, now: again.body.totals.total },
    });
    expect(again.body.changes.map((change) => [change.sku, change.before.minor, change.now.minor])).toEqual([
      ['AGC-250', 144 * 7_268, 144 * 7_360],
    ]);
    // The draft keeps what the trader typed at until he submits at the new price.
    const placed = await call(again.body.totals.total as { minor: number; currency: 'SAR' });
    expect(placed.body).toMatchObject({ state: 'submitted', lines: [{ unitPrice: { per10k: 800_000 } }] });
  });

  it('goods that left the range', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, { ...ENOUGH, 'AGC-100': 12 });
    await app.system((tx) =>
      tx.query('update product_variants set is_sold = false where sku = $1', ['AGC-100']),
    );
    expect((await submit(app, trader, draft)).body).toMatchObject({
      code: 'VARIANT_UNKNOWN',
      params: { count: 1 },
    });
  });

  it('a spec that was retired since', async () => {
    const trader = await app.aTrader();
    const brandId = await aBrand(app, trader.companyId);
    const productIds = [demoProductId('argan-oil-cold-pressed')];
    const specId = await aSpec(app, trader.companyId, { brandId, productIds });
    const draft = await aDraft(app, trader);
    const { body } = await app.call(putLines, {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
      body: {
        lines: [{ variantId: demoVariantId('ARG-100'), quantity: 180, pack: 'private_label', specId }],
      },
    });
    await app.system((tx) =>
      tx.query(`update production_specs set state = 'retired' where id = $1`, [specId]),
    );
    const answer = await submit(app, trader, { id: draft.id, version: body.version });
    expect(answer.body).toMatchObject({ code: 'SPEC_NOT_LOCKED', params: { sku: 'ARG-100' } });
  });

  it('a warehouse order without an address', async () => {
    const trader = await app.aTrader();
    await app.system((tx) =>
      tx.query('delete from company_addresses where company_id = $1', [trader.companyId]),
    );
    const draft = await aDraft(app, trader, ENOUGH);
    expect((await submit(app, trader, draft)).body.code).toBe('WAREHOUSE_ADDRESS_MISSING');
  });

  it('bank transfer for a company established outside Saudi Arabia, with the reason', async () => {
    const trader = await app.aTrader({ country: 'NO' });
    const draft = await aDraft(app, trader, ENOUGH);
    const review = await app.call(reviewOrder, { as: trader, params: { id: draft.id } });
    const transfer = review.body.methods.find(({ method }) => method === 'bank_transfer');
    expect(transfer?.refusal).toMatchObject({ reason: 'company_country', params: { country: 'NO' } });
    expect(review.body.vatCategory).toBe('export');
    expect((await submit(app, trader, draft)).body.code).toBe('TRANSFER_ONLY_IN_SAUDI_ARABIA');
    const kept = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(kept.body.state).toBe('draft');
  });

  it('a stale version, and an order that was submitted already', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, ENOUGH);
    await app.call(editDraft, {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
      body: { name: 'Renamed' },
    });
    expect((await submit(app, trader, draft)).body.code).toBe('STALE_RECORD');
    const current = { id: draft.id, version: draft.version + 1 };
    const placed = await submit(app, trader, current);
    const twice = await app.call(submitOrder, {
      as: trader,
      params: { id: draft.id },
      version: current.version,
      body: { expectedTotal: placed.body.totals.total, method: 'bank_transfer' },
    });
    expect(twice.body.code).toBe('WRONG_STATE');
  });

  it('another company’s draft, and a role that may not place', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, ENOUGH);
    const call = { params: { id: draft.id }, version: draft.version };
    const body = { expectedTotal: money(1, 'SAR'), method: 'bank_transfer' as const };
    const other = await app.aTrader();
    expect((await app.call(submitOrder, { as: other, ...call, body })).body.code).toBe('NOT_FOUND');
    const approver = await app.aTrader({ company: trader, role: 'approver' });
    expect((await app.call(submitOrder, { as: approver, ...call, body })).body.code).toBe('NOT_ALLOWED');
  });
});

describe('review', () => {
  it('lists everything that stands against the draft, and changes nothing', async () => {
    const trader = await app.aTrader();
    const { body: draft } = await app.call(createDraft, { as: trader, body: { name: 'Small' } });
    await app.call(putLines, {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
      body: { lines: linesOf({ 'ARG-100': 13 }) },
    });
    const { body } = await app.call(reviewOrder, { as: trader, params: { id: draft.id } });
    expect(body.blockers.map((blocker) => blocker.code)).toEqual([
      'LINES_NEED_ATTENTION',
      'ORDER_BELOW_MINIMUM',
    ]);
    expect(body).toMatchObject({ changes: [], parcels: 1, vatCategory: 'standard', version: 2 });
  });
});
