import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { designSpec, readSpec, retireSpec } from '@qafila/shared/branding/production-specs.contract';
import { putLines } from '@qafila/shared/ordering/ordering.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { demoProductId, demoVariantId } from '../../../demo/load-catalogue';
import { Outbox } from '../../../platform/outbox/outbox';
import { ORDER_CONFIRMED } from '../../ordering/ordering.api';
import { aDraft, aShop, book, stockUp, submit, type Trader } from '../../ordering/testing/a-draft';
import { aBrand, aSpec } from '../testing/a-brand';
import { good } from '../testing/a-brief';
import { ReleaseSpecs } from './release-specs';

const SKU = 'ARG-100';
let app: TestApp;
beforeAll(async () => {
  app = await aShop();
});
afterAll(() => app.close());

async function aDressed(): Promise<{ trader: Trader; specId: string }> {
  const trader = await app.aTrader();
  const brandId = await aBrand(app, trader.companyId);
  const productIds = [demoProductId('argan-oil-cold-pressed')];
  await stockUp(app, SKU, { onHand: 5000 });
  const specId = await aSpec(app, trader.companyId, { brandId, productIds });
  return { trader, specId };
}

/** A submitted order of goods in this spec, with what is due. */
async function anOrder(trader: Trader, specId: string | null) {
  const draft = await aDraft(app, trader);
  const line = { variantId: demoVariantId(SKU), quantity: 180 };
  const dressed = specId === null ? line : { ...line, pack: 'private_label' as const, specId };
  const lines = { lines: [dressed] };
  const put = good(
    await app.call(putLines, { as: trader, params: { id: draft.id }, version: draft.version, body: lines }),
  );
  const sent = good(await submit(app, trader, { id: draft.id, version: put.version }));
  return { orderId: sent.id, code: sent.code, due: sent.totals.total.minor };
}
const pay = (trader: Trader, order: { orderId: string; due: number }) =>
  book(app, trader, { orderId: order.orderId, receivedMinor: order.due });
const read = async (as: Trader, id: string) => good(await app.call(readSpec, { as, params: { id } }));
const releases = (id: string) =>
  app.system((tx) =>
    tx.query<{ person_id: string | null; orderId: string }>(
      `select person_id, after ->> 'orderId' as "orderId" from audit_event
       where subject_id = $1 and event = 'branding.spec_released'`,
      [id],
    ),
  );

describe('a locked spec', () => {
  it('comes into production with the first order that is paid, by the portal itself, and stays with it', async () => {
    const { trader, specId } = await aDressed();
    const first = await anOrder(trader, specId);
    expect(await read(trader, specId)).toMatchObject({
      state: 'locked',
      releasedAt: null,
      releasedFor: null,
    });
    await pay(trader, first);
    const released = await read(trader, specId);
    expect(released).toMatchObject({
      state: 'released',
      releasedFor: { id: first.orderId, code: first.code },
    });
    expect(released.releasedAt).not.toBeNull();
    await pay(trader, await anOrder(trader, specId));
    expect(await read(trader, specId)).toEqual(released);
    expect(await releases(specId)).toEqual([{ person_id: null, orderId: first.orderId }]);
  });

  it('is released once, however often the order is told to be confirmed', async () => {
    const { trader, specId } = await aDressed();
    const order = await anOrder(trader, specId);
    await pay(trader, order);
    const released = await read(trader, specId);
    await app.clock.advance(60_000);
    await app.system((tx) =>
      app.get(Outbox).record(tx, {
        type: ORDER_CONFIRMED,
        companyId: trader.companyId,
        payload: { orderId: order.orderId },
      }),
    );
    await app.drain();
    expect(await read(trader, specId)).toEqual(released);
    expect(await releases(specId)).toHaveLength(1);
  });

  it('is released by one of two orders at once', async () => {
    const { trader, specId } = await aDressed();
    const orders = [await anOrder(trader, null), await anOrder(trader, null)];
    for (const order of orders) await pay(trader, order);
    const ids = orders.map((order) => order.orderId);
    await app.system((tx) =>
      tx.query(`update order_lines set pack = 'private_label', spec_id = $1 where order_id = any($2)`, [
        specId,
        ids,
      ]),
    );
    const release = app.get(ReleaseSpecs);
    await Promise.all(ids.map((id) => app.system((tx) => release.run(tx, trader.companyId, id))));
    const [only, ...others] = await releases(specId);
    expect(others).toEqual([]);
    expect((await read(trader, specId)).releasedFor?.id).toBe(only?.orderId);
  });

  it('is not released by goods without it, by an order that waits for money, or once it is retired', async () => {
    const { trader, specId } = await aDressed();
    await pay(trader, await anOrder(trader, null));
    const waiting = await anOrder(trader, specId);
    const { revision, state } = await read(trader, specId);
    expect(state).toBe('locked');
    good(await app.call(retireSpec, { as: trader, params: { id: specId }, version: revision }));
    await pay(trader, waiting);
    expect(await read(trader, specId)).toMatchObject({ state: 'retired', releasedAt: null });
  });

  it('tells its order to whoever reads orders; brand managers and designers read only since when', async () => {
    const { trader, specId } = await aDressed();
    const order = await anOrder(trader, specId);
    await pay(trader, order);
    const { releasedAt } = await read(trader, specId);
    const manager = await app.aTrader({ role: 'brand_manager', company: trader });
    expect(await read(manager, specId)).toMatchObject({ releasedAt, releasedFor: null });
    const designer = await app.aStaff('designer');
    const shown = await app.call(designSpec, { as: designer, params: { id: specId } });
    expect(good(shown).releasedAt).toBe(releasedAt);
    const text = shown.raw.toString();
    expect([order.code, order.orderId].filter((each) => text.includes(each))).toEqual([]);
  });

  it('says since when it is made once: no SQL of the application takes the order or the time back', async () => {
    const { trader, specId } = await aDressed();
    await pay(trader, await anOrder(trader, specId));
    for (const change of [
      `state = 'retired', released_at = now()`,
      `state = 'retired', released_at = null, released_for = null`,
      `released_for = gen_random_uuid()`,
      `state = 'locked'`,
    ]) {
      const sql = `update production_specs set ${change} where id = '${specId}'`;
      await expect(app.system((tx) => tx.query(sql))).rejects.toThrow(/no step leads|written once/);
    }
  });
});
