import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brandLogo, listBrandProfiles } from '@qafila/shared/branding/branding.contract';
import { aTestApp, type TestApp } from '../../../test/support/test-app';
import { demoProductId, loadCatalogue } from '../../demo/load-catalogue';
import { Branding } from './branding.api';
import { aBrand, aSpec } from './testing/a-brand';

let app: TestApp;
let trader: Awaited<ReturnType<TestApp['aTrader']>>;
let brandId: string;
beforeAll(async () => {
  app = await aTestApp();
  await app.system((tx) => loadCatalogue(tx, app.clock.now()));
  trader = await app.aTrader();
  brandId = await aBrand(app, trader.companyId, { logo: Buffer.from('a picture') });
});
afterAll(() => app.close());

describe('brand profiles', () => {
  it('come with the specs that are locked, and no others', async () => {
    const productIds = [demoProductId('argan-oil-cold-pressed')];
    const locked = await aSpec(app, trader.companyId, { brandId, productIds });
    await aSpec(app, trader.companyId, { brandId, productIds, state: 'draft' });
    const { body } = await app.call(listBrandProfiles, { as: trader });
    expect(body.rows).toHaveLength(1);
    expect(body.rows[0]).toMatchObject({ id: brandId, hasLogo: true });
    expect(body.rows[0]?.specs.map((spec) => [spec.id, spec.productIds])).toEqual([[locked, productIds]]);
  });

  it('of another company do not exist, and neither does their logo', async () => {
    const other = await app.aTrader();
    expect((await app.call(listBrandProfiles, { as: other })).body.rows).toEqual([]);
    expect((await app.call(brandLogo, { as: other, params: { id: brandId } })).status).toBe(404);
    const seen = await app.system((tx) => app.get(Branding).profilesOf(tx, other.companyId, [brandId]));
    expect(seen.size).toBe(0);
  });

  it('show their logo to their own company', async () => {
    const answer = await app.call(brandLogo, { as: trader, params: { id: brandId } });
    expect(answer.raw.toString('utf8')).toBe('a picture');
    expect(answer.headers['content-type']).toBe('image/png');
  });

  it('without a logo answer 404', async () => {
    const plain = await aBrand(app, trader.companyId);
    expect((await app.call(brandLogo, { as: trader, params: { id: plain } })).status).toBe(404);
  });
});
