import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import {
  cancelOrder,
  createDraft,
  editDraft,
  getOrder,
  putLines,
  putRecipients,
} from '@qafila/shared/ordering/ordering.contract';
import { proposeReorder, reorder } from '@qafila/shared/ordering/reorder.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { demoProductId, demoVariantId } from '../../../demo/load-catalogue';
import { newId } from '../../../platform/ids/new-id';
import { aBrand, aSpec, changeBrand } from '../../branding/testing/a-brand';
import { aDesk, good } from '../../branding/testing/a-brief';
import { aLockedSpec } from '../../branding/testing/a-decision';
import {
  aDraft,
  aRecipient,
  aShop,
  linesOf,
  manyVariants,
  stockUp,
  submit,
  type Trader,
} from '../testing/a-draft';

let app: TestApp;
let trader: Trader;
beforeAll(async () => {
  app = await aShop();
});
afterAll(() => app.close());

type Lines = { variantId: string; quantity: number; pack?: 'private_label' | 'neutral'; specId?: string }[];

/** An order that was placed and given up again: its lines stand, its goods are free. */
async function anEarlierOrder(lines: Lines, as = trader): Promise<OrderView> {
  const draft = good(await app.call(createDraft, { as, body: { name: 'Autumn' } }));
  const at = { as, params: { id: draft.id } };
  const { version } = good(await app.call(putLines, { ...at, version: draft.version, body: { lines } }));
  return good(await app.call(cancelOrder, { ...at, version }));
}
const again = (id: string, body: object = {}, as = trader) => app.call(reorder, { as, params: { id }, body });
const proposed = async (id: string) => good(await app.call(proposeReorder, { as: trader, params: { id } }));
const argan = (quantity: number, more: Partial<Lines[number]> = {}) => ({
  variantId: demoVariantId('ARG-030'),
  quantity,
  ...more,
});
const ARGAN = demoProductId('argan-oil-cold-pressed');

describe('ordering again', () => {
  beforeAll(async () => {
    trader = await app.aTrader();
  });

  it('begins a draft with the goods of a placed order, and leaves that order alone', async () => {
    const draft = await aDraft(app, trader, { 'ARG-030': 120, 'ARG-100': 96 });
    const placed = good(await submit(app, trader, draft));
    const { order, plan } = good(await again(placed.id));
    expect(order).toMatchObject({
      state: 'draft',
      name: 'Autumn (2)',
      shipTo: 'warehouse',
      artwork: 'not_needed',
    });
    expect(order.addressId).toBe(placed.addressId);
    expect(order.totals).toEqual(placed.totals);
    expect(order.lines.map((line) => [line.sku, line.quantity]).sort()).toEqual([
      ['ARG-030', 120],
      ['ARG-100', 96],
    ]);
    expect(plan.lines.flatMap((line) => line.reasons)).toEqual([]);
    expect(plan.lines.map((line) => line.now?.unitPrice)).toEqual(
      plan.lines.map((line) => line.before.unitPrice),
    );
    const source = good(await app.call(getOrder, { as: trader, params: { id: placed.id } }));
    expect(source).toMatchObject({ state: 'submitted', version: placed.version });
    // The draft is an ordinary one: it is judged, saved and submitted as any other.
    expect(good(await submit(app, trader, order)).state).toBe('submitted');
  });

  it('takes the lines that are picked, in the pieces that are typed, under the name that is given', async () => {
    const { id } = await anEarlierOrder(linesOf({ 'ARG-030': 24, 'ARG-100': 12, 'ARG-500': 12 }));
    const lines = linesOf({ 'ARG-030': 36, 'ARG-500': 7 });
    const { order, plan } = good(await again(id, { name: ' Spring ', lines }));
    expect(order.name).toBe('Spring');
    expect(order.lines.map((line) => [line.sku, line.quantity]).sort()).toEqual([
      ['ARG-030', 36],
      ['ARG-500', 12],
    ]);
    expect(plan.lines.flatMap((line) => line.reasons)).toEqual([
      { code: 'REORDER_ROUNDED', params: { before: 7, now: 12, minimum: 12, step: 12 } },
    ]);
  });

  it('refuses goods that are not of the order, and the same goods twice', async () => {
    const { id } = await anEarlierOrder(linesOf({ 'ARG-030': 24 }));
    const lines = [...linesOf({ 'ARG-030': 12, 'ARG-100': 12 }), argan(12)];
    const { status, body } = await again(id, { lines });
    expect(status).toBe(422);
    expect(body.fields?.map((field) => field.path)).toEqual(['lines.1.variantId', 'lines.2.variantId']);
  });

  it('is one draft for one key, and stands in the audit', async () => {
    const { id } = await anEarlierOrder(linesOf({ 'ARG-030': 24 }));
    const key = newId();
    const call = { as: trader, params: { id }, body: {}, key };
    const first = good(await app.call(reorder, call));
    expect(good(await app.call(reorder, call)).order.id).toBe(first.order.id);
    const told = await app.system((tx) =>
      tx.query<{ event: string; after: object }>(
        'select event, after from audit_event where subject_id = $1',
        [first.order.id],
      ),
    );
    expect(told).toEqual([{ event: 'ordering.draft_reordered', after: { from: id, set: 1, left: 0 } }]);
  });

  it('is not for drafts, for roles that do not order, or for orders of others', async () => {
    const draft = await aDraft(app, trader, { 'ARG-030': 12 });
    expect((await again(draft.id)).body.code).toBe('WRONG_STATE');
    expect(good(await app.call(getOrder, { as: trader, params: { id: draft.id } })).actions.at(-1)).toEqual({
      step: 'reorder',
      allowed: false,
      reasons: [{ code: 'WRONG_STATE', params: {} }],
    });
    const { id, actions } = await anEarlierOrder(linesOf({ 'ARG-030': 24 }));
    expect(actions.at(-1)).toEqual({ step: 'reorder', allowed: true, reasons: [] });
    const accountant = await app.aTrader({ company: trader, role: 'accountant' });
    expect((await again(id, {}, accountant)).status).toBe(403);
    const other = await app.aTrader();
    expect((await again(id, {}, other)).body.code).toBe('NOT_FOUND');
    const shown = await app.call(proposeReorder, { as: other, params: { id } });
    expect(shown.body.code).toBe('NOT_FOUND');
  });

  it('runs twenty statements at most, the same for five lines and for five hundred', async () => {
    const sizes: number[] = [];
    for (const count of [5, 500]) {
      const goods = await manyVariants(app, count);
      const { id } = await anEarlierOrder(goods.map((variantId) => ({ variantId, quantity: 1 })));
      const statements = await app.statements(async () => {
        expect(good(await again(id)).order.lines).toHaveLength(count);
      });
      sizes.push(statements.length);
    }
    expect(sizes[0]).toBeLessThanOrEqual(20);
    expect(sizes[1]).toBe(sizes[0]);
  });
});

describe('what changed since', () => {
  beforeAll(async () => {
    trader = await app.aTrader();
  });

  it('is told before and after: other prices, another case, goods that are gone or short', async () => {
    const lines = linesOf({ 'ARG-030': 36, 'ARG-100': 12, 'ARG-500': 12 });
    const { id } = await anEarlierOrder(lines);
    const priceOf = async () => {
      const plan = await proposed(id);
      return new Map(plan.lines.map((line) => [line.sku, line]));
    };
    expect((await priceOf()).get('ARG-030')).toMatchObject({ reasons: [], now: { quantity: 36 } });
    await stockUp(app, 'ARG-030', { per10k: 200_000 });
    await stockUp(app, 'ARG-100', { onHand: 5 });
    await app.system(async (tx) => {
      await tx.query('update product_variants set step = 24, minimum_quantity = 24 where id = $1', [
        demoVariantId('ARG-030'),
      ]);
      await tx.query('delete from variant_prices where variant_id = $1', [demoVariantId('ARG-500')]);
    });
    const now = await priceOf();
    expect(now.get('ARG-030')?.before.unitPrice.per10k).toBe(184_000);
    expect(now.get('ARG-030')?.now).toMatchObject({
      quantity: 48,
      terms: { unitPrice: { per10k: 200_000 } },
    });
    expect(now.get('ARG-030')?.reasons).toEqual([
      { code: 'REORDER_ROUNDED', params: { before: 36, now: 48, minimum: 24, step: 24 } },
    ]);
    expect(now.get('ARG-100')?.reasons).toEqual([
      { code: 'STOCK_SHORT', params: { sku: 'ARG-100', available: 5 } },
    ]);
    expect(now.get('ARG-500')).toMatchObject({
      now: null,
      reasons: [{ code: 'REORDER_NOT_SOLD', params: {} }],
    });
    const { order, plan } = good(await again(id));
    expect(plan.lines.map((line) => line.reasons)).toEqual(
      (await proposed(id)).lines.map((line) => line.reasons),
    );
    expect(order.lines.map((line) => [line.sku, line.quantity, line.unitPrice.per10k]).sort()).toEqual([
      ['ARG-030', 48, 200_000],
      ['ARG-100', 12, 410_000],
    ]);
    const nothing = await again(id, { lines: linesOf({ 'ARG-500': 12 }) });
    expect(nothing).toMatchObject({ status: 409, body: { code: 'NOTHING_TO_REORDER' } });
  });

  it('of recipients is only their number: nobody’s name comes into another order', async () => {
    await aBrand(app, trader.companyId);
    const draft = await aDraft(app, trader, { 'ARG-100': 12 });
    const at = { as: trader, params: { id: draft.id } };
    const edited = good(
      await app.call(editDraft, { ...at, version: draft.version, body: { shipTo: 'customers' } }),
    );
    const body = { recipients: [aRecipient('Sami Bakr', { 'ARG-100': 12 })] };
    const { version } = good(await app.call(putRecipients, { ...at, version: edited.version, body }));
    good(await app.call(cancelOrder, { ...at, version }));
    const { order, plan } = good(await again(draft.id));
    expect(order).toMatchObject({ shipTo: 'customers', recipients: [] });
    expect(plan.reasons).toEqual([{ code: 'REORDER_RECIPIENTS_LEFT', params: { count: 1 } }]);
    expect(JSON.stringify({ order, plan })).not.toContain('Sami Bakr');
  });

  it('of address and brand is told where they do not stand any more', async () => {
    const own = await app.aTrader();
    const brandId = await aBrand(app, own.companyId, { nameLatin: 'Old name' });
    const { id } = await anEarlierOrder(linesOf({ 'ARG-100': 12 }), own);
    await app.system(async (tx) => {
      await tx.query(`update brand_profiles set state = 'archived' where id = $1`, [brandId]);
      await tx.query(
        'update company_addresses set is_default = false, removed_at = $2 where company_id = $1',
        [own.companyId, app.clock.now()],
      );
    });
    const { order, plan } = good(await again(id, {}, own));
    expect(order).toMatchObject({ addressId: null, brandProfileId: null });
    expect(plan.reasons).toEqual([
      { code: 'REORDER_ADDRESS_GONE', params: {} },
      { code: 'REORDER_BRAND_GONE', params: { brand: 'Old name' } },
    ]);
  });
});

describe('the spec of a line', () => {
  it('comes along while it is in force: the artwork is approved without another proof', async () => {
    const desk = await aDesk(app);
    ({ trader } = desk);
    const { id: specId } = await aLockedSpec(app, desk);
    const [dressed] = await app.system((tx) =>
      tx.query<{ id: string }>(
        `select v.id from production_spec_products d join product_variants v on v.product_id = d.product_id
         where d.spec_id = $1 order by v.sku limit 1`,
        [specId],
      ),
    );
    const line = { variantId: dressed?.id ?? '', quantity: 1200, pack: 'private_label' as const, specId };
    const earlier = await anEarlierOrder([line]);
    const proofs = () =>
      app.system((tx) => tx.query('select id from proofs where company_id = $1', [trader.companyId]));
    const before = await proofs();
    const { order, plan } = good(await again(earlier.id));
    expect(order.artwork).toBe('approved');
    expect(order.lines).toEqual([expect.objectContaining({ pack: 'private_label', specId })]);
    expect(order.totals.branding).toEqual(earlier.totals.branding);
    expect(plan.reasons).toEqual([]);
    expect(await proofs()).toEqual(before);
    // The brand says something else by now: a hint, the spec is what was signed.
    await app.system((tx) => changeBrand(tx, trader.companyId, { replyEmail: 'new@brand.example' }));
    const later = good(await again(earlier.id));
    expect(later.order.artwork).toBe('approved');
    expect(later.plan.reasons.map((each) => each.code)).toEqual(['REORDER_BRAND_CHANGED']);
  });

  it('that is retired is left: the goods come in neutral pack and say so', async () => {
    trader = await app.aTrader();
    const brandId = await aBrand(app, trader.companyId);
    const specId = await aSpec(app, trader.companyId, { brandId, productIds: [ARGAN], name: 'Gold sleeve' });
    const { id, lines } = await anEarlierOrder([argan(48, { pack: 'private_label', specId })]);
    await app.system((tx) =>
      tx.query(`update production_specs set state = 'retired' where id = $1`, [specId]),
    );
    const { order, plan } = good(await again(id));
    expect(plan.lines[0]).toMatchObject({
      before: { pack: 'private_label', specCode: lines[0]?.specCode },
      now: { pack: 'neutral', specId: null, specCode: null },
      reasons: [{ code: 'REORDER_SPEC_GONE', params: { spec: 'Gold sleeve' } }],
    });
    expect(order).toMatchObject({ artwork: 'not_needed', totals: { branding: { minor: 0 } } });
  });
});
