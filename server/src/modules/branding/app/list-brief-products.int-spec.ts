import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { briefProducts, readBrief } from '@qafila/shared/branding/briefs.contract';
import { askBriefInfo } from '@qafila/shared/branding/design.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { newId } from '../../../platform/ids/new-id';
import { aDesk, aSentBrief, good, look } from '../testing/a-brief';

const A_WHILE = 300_000;
let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app.close());

const aProduct = (given: { readonly name: string; readonly isSold?: boolean; readonly canDress?: boolean }) =>
  app.system(async (tx) => {
    const id = newId();
    const words = { en: given.name, ar: given.name, no: given.name, fr: given.name };
    await tx.query(
      `insert into categories (slug, position, name) values ('dressed', 1, '{}') on conflict do nothing`,
    );
    await tx.query(
      `insert into products (id, slug, category_slug, position, name, blurb, origin, can_private_label, picture_svg,
         picture_hash, search_text, is_sold)
       values ($1, $5, 'dressed', 1, $2, '{}', 'MA', $3, '<svg/>', 'hash', 'tea', $4)`,
      [id, JSON.stringify(words), given.canDress ?? true, given.isSold ?? true, id],
    );
    return id;
  });

describe('products of a brief', () => {
  it('are those that can be dressed, with name and picture and nothing that costs', async () => {
    const id = await aProduct({ name: 'Oil' });
    await aProduct({ name: 'Cup', canDress: false });
    await aProduct({ name: 'Old', isSold: false });
    const { rows } = good(
      await app.call(briefProducts, { as: await app.aTrader({ role: 'brand_manager' }) }),
    );
    expect(rows).toEqual([{ id, name: { en: 'Oil', ar: 'Oil', no: 'Oil', fr: 'Oil' }, pictureHash: 'hash' }]);
  });
});

describe('a brief that was sent', () => {
  it('tells its trader whose move it was and when, so that he sees why the promise moved', async () => {
    const desk = await aDesk(app);
    const { id } = await aSentBrief(app, desk.trader);
    await app.clock.advance(A_WHILE);
    const { version } = await look(app, desk.maker, id);
    const body = { text: 'Which paper?' };
    good(await app.call(askBriefInfo, { as: desk.maker, params: { id }, version, body }));
    const { turns } = good(await app.call(readBrief, { as: desk.trader, params: { id } }));
    const [sent, asked] = turns;
    expect(turns.map(({ side, leg }) => [side, leg])).toEqual([
      ['store', 0],
      ['trader', 0],
    ]);
    expect(sent?.until).toBe(asked?.from);
    expect(asked?.until).toBeNull();
  });
});
