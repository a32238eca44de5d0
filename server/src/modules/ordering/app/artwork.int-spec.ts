import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listBrandProfiles } from '@qafila/shared/branding/branding.contract';
import { readSpec, retireSpec } from '@qafila/shared/branding/production-specs.contract';
import { createDraft, getOrder, putLines } from '@qafila/shared/ordering/ordering.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { aBriefInDesign, aDesk, type Desk, good } from '../../branding/testing/a-brief';
import { aLockedSpec, anApproved, check } from '../../branding/testing/a-decision';
import { aShop, submit } from '../testing/a-draft';

let app: TestApp;
let desk: Desk;
beforeAll(async () => {
  app = await aShop();
});
afterAll(() => app.close());

/** A variant of the product that a spec dresses, with stock, and as many pieces as the dressing asks for. */
async function goodsFor(specId: string) {
  const [row] = await app.system((tx) =>
    tx.query<{ id: string; pieces: number }>(
      `select v.id, (ceil(greatest(s.minimum_pieces, 600)::numeric / v.step) * v.step)::int as pieces
       from production_specs s join production_spec_products d on d.company_id = s.company_id and d.spec_id = s.id
       join product_variants v on v.product_id = d.product_id where s.id = $1 order by v.sku limit 1`,
      [specId],
    ),
  );
  if (!row) throw new Error('The spec dresses nothing that is sold');
  await app.system((tx) => tx.query('update stock set on_hand = 50000 where variant_id = $1', [row.id]));
  return { variantId: row.id, quantity: row.pieces };
}
const lineOf = async (specId: string) => ({
  ...(await goodsFor(specId)),
  pack: 'private_label' as const,
  specId,
});

async function draftWith(specId: string) {
  const as = desk.trader;
  const begun = good(await app.call(createDraft, { as, body: { name: 'Spring' } }));
  const at = { as, params: { id: begun.id } };
  const body = { lines: [await lineOf(specId)] };
  const put = await app.call(putLines, { ...at, version: begun.version, body });
  return { id: begun.id, put };
}
const artworkOf = async (id: string) =>
  good(await app.call(getOrder, { as: desk.trader, params: { id } })).artwork;

describe('an order with a spec that came of an approval', () => {
  beforeAll(async () => {
    desk = await aDesk(app);
  });

  it('is refused before the technical check, and ordered with after it, at the price that was signed', async () => {
    const { specId } = await anApproved(app, desk);
    const early = await draftWith(specId);
    expect(early.put.body.code).toBe('SPEC_NOT_LOCKED');
    const locked = good(await check(app, desk.gatekeeper, specId));
    const profiles = good(await app.call(listBrandProfiles, { as: desk.trader }));
    expect(profiles.rows.flatMap((row) => row.specs.map((spec) => spec.id))).toContain(specId);
    const { id, put } = await draftWith(specId);
    const { unitPrice } = good(await app.call(readSpec, { as: desk.trader, params: { id: specId } }));
    const [line] = good(put).lines;
    expect(line).toMatchObject({ specId, specCode: locked.code, faults: [] });
    expect(put.body.totals.branding.minor).toBe(Math.round((unitPrice.per10k * (line?.quantity ?? 0)) / 100));
    expect(await artworkOf(id)).toBe('approved');
    const placed = good(await submit(app, desk.trader, { id, version: put.body.version }));
    expect(placed).toMatchObject({ state: 'submitted', artwork: 'approved' });
  });

  it('is ordered again with the same spec, without a new proof', async () => {
    const { id: specId } = await aLockedSpec(app, desk);
    for (const _ of ['first', 'again']) {
      const { id, put } = await draftWith(specId);
      expect(good(await submit(app, desk.trader, { id, version: good(put).version })).state).toBe(
        'submitted',
      );
    }
    const [orders] = await app.system((tx) =>
      tx.query<{ orders: number; specs: number }>(
        `select count(distinct order_id)::int as orders, count(distinct spec_id)::int as specs from order_lines
         where spec_id = $1`,
        [specId],
      ),
    );
    expect(orders).toEqual({ orders: 2, specs: 1 });
  });

  it('says what its artwork waits for: a brief, then its proof; a placed order keeps what it was placed with', async () => {
    desk = await aDesk(app);
    const { id: specId } = await aLockedSpec(app, desk);
    const placed = await draftWith(specId);
    good(await submit(app, desk.trader, { id: placed.id, version: good(placed.put).version }));
    const open = await draftWith(specId);
    const { revision } = good(await app.call(readSpec, { as: desk.trader, params: { id: specId } }));
    good(await app.call(retireSpec, { as: desk.trader, params: { id: specId }, version: revision }));
    expect(await artworkOf(open.id)).toBe('awaiting_brief');
    await aBriefInDesign(app, desk);
    expect(await artworkOf(open.id)).toBe('proofing');
    expect(await artworkOf(placed.id)).toBe('approved');
  });
});
