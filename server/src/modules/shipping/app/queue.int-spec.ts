import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getParcel, listParcels, pickList, startPicking } from '@qafila/shared/shipping/shipping.contract';
import { readPdf } from '../../../platform/pdf/pdf-reader';
import { Consignments } from '../shipping.api';
import { aPaidOrder, aParcelWorld, aRecipient, OIL, type ParcelWorld } from '../testing/parcel-world';

jest.setTimeout(60_000);

let world: ParcelWorld;
let parcelIds: string[];
beforeAll(async () => {
  world = await aParcelWorld();
  ({ parcelIds } = await aPaidOrder(
    world,
    Array.from({ length: 7 }, () => aRecipient()),
  ));
});
afterAll(() => world?.app.close());

const page = (query: { limit?: number; after?: string; state?: 'todo' | 'picking' }) =>
  world.app.call(listParcels, { as: world.packer, query });

describe('the queue', () => {
  it('pages by key, each parcel once, in the order of payment', async () => {
    const first = await page({ limit: 3 });
    const second = await page({ limit: 3, after: first.body.next ?? '' });
    const third = await page({ limit: 3, after: second.body.next ?? '' });
    const rows = [first, second, third].flatMap((answer) => answer.body.rows);
    expect(rows.map((row) => row.id)).toEqual(parcelIds);
    expect(rows.map((row) => row.index)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(third.body.next).toBeNull();
  });

  it('costs three statements, the session included, however long the page is', async () => {
    for (const limit of [2, 100]) {
      const sent = await world.app.statements(() => page({ limit }));
      expect(sent.length).toBeLessThanOrEqual(3);
    }
  });

  it('begins at the beginning for a cursor that nobody gave out', async () => {
    expect((await page({ after: 'bm9ib2R5' })).body.rows).toHaveLength(7);
  });

  it('tells nothing of recipients and prices', async () => {
    expect(JSON.stringify((await page({})).body)).not.toMatch(/نورة|جدة|SAR|minor|Trading/);
  });

  it('is closed to traders and to other staff', async () => {
    const finance = await world.app.aStaff('finance');
    for (const as of [world.trader, finance]) {
      expect((await world.app.call(listParcels, { as })).status).toBe(403);
      expect((await world.app.call(getParcel, { as, params: { id: parcelIds[0] ?? '' } })).status).toBe(403);
    }
  });

  it('leads from each parcel to the one that follows, and from the last to the first', async () => {
    const nextOf = async (id: string | undefined): Promise<string | null> =>
      (await world.app.call(getParcel, { as: world.packer, params: { id: id ?? '' } })).body.nextId;
    expect(await nextOf(parcelIds[0])).toBe(parcelIds[1]);
    expect(await nextOf(parcelIds[6])).toBe(parcelIds[0]);
  });

  it('is counted for Today with its oldest', async () => {
    await world.app.call(startPicking, { as: world.packer, params: { id: parcelIds[0] ?? '' } });
    expect((await page({ state: 'picking' })).body.rows.map((row) => row.id)).toEqual([parcelIds[0]]);
    const waiting = await world.app.system((tx) => world.app.get(Consignments).waiting(tx));
    expect(waiting).toMatchObject({ toPack: { count: 7 }, toLabel: { count: 0, oldest: null } });
    expect(waiting.toPack.oldest).toBeInstanceOf(Date);
  });
});

describe('the pick list', () => {
  it.each(['en', 'ar'] as const)('has a sheet for each parcel, marked as internal: %s', async (lang) => {
    const answer = await world.app.call(pickList, { as: world.packer, query: { lang } });
    expect(answer.headers['content-disposition']).toBe('inline; filename="pick-list.pdf"');
    const { pages } = await readPdf(answer.raw);
    expect(pages).toHaveLength(7);
    const texts = pages.map((sheet) => sheet.items.map((item) => item.text).join(' '));
    for (const text of texts) {
      expect(text).toContain('INTERNAL');
      expect(text).toContain(OIL);
    }
    expect(texts.join(' ')).not.toMatch(/نورة|العتيبي|جدة/);
  });

  it('says so when there is nothing to pick', async () => {
    await world.app.system((tx) => tx.query(`update consignments set state = 'on_hold'`));
    const answer = await world.app.call(pickList, { as: world.packer });
    const [sheet] = (await readPdf(answer.raw)).pages;
    expect(sheet?.items.map((item) => item.text).join(' ')).toContain('There is nothing to pick now.');
  });
});
