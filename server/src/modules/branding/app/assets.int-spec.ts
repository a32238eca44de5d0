import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assetOriginal,
  assetPreview,
  assetThumb,
  assetTile,
  checkAsset,
  listAssets,
  readAsset,
  startUpload,
} from '@qafila/shared/branding/assets.contract';
import { CHECK_TRIES, REJECTED_KEPT_DAYS } from '@qafila/shared/branding/assets.rules';
import { designAssetThumb, readDesignAsset } from '@qafila/shared/branding/design-assets.contract';
import { currentRuleset } from '@qafila/shared/branding/preflight-ruleset';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { newId } from '../../../platform/ids/new-id';
import { aFile, aPicture, aReadyFile, beginning, noise, onDisk, openAll } from '../testing/a-file';
import { PurgeAssets } from './purge-assets';

type Trader = Awaited<ReturnType<TestApp['aTrader']>>;
const DAY_MS = 86_400_000;
let app: TestApp;
let trader: Trader;
beforeAll(async () => {
  app = await aTestApp();
  trader = await app.aTrader();
});
afterAll(() => app.close());

const read = async (id: string, as = trader) => (await app.call(readAsset, { as, params: { id } })).body;
const stateOf = async (id: string) => (await read(id)).asset.state;
const eventsOf = (id: string) =>
  app.system(async (tx) => {
    const rows = await tx.query<{ event: string }>(
      'select event from audit_event where subject_id = $1 order by at, id',
      [id],
    );
    return rows.map(({ event }) => event);
  });

describe('a file', () => {
  it('waits in quarantine, is opened by the worker and is ready with our own pictures of it', async () => {
    const bytes = await aPicture({ width: 1400, height: 900 });
    const id = await aFile(app, trader, { bytes, name: 'logo.png' });
    expect((await read(id)).asset).toMatchObject({
      state: 'quarantined',
      name: 'logo.png',
      hasPreview: false,
    });
    expect((await app.call(assetThumb, { as: trader, params: { id } })).status).toBe(404);
    await openAll(app);
    const { asset, pages, results, rulesetVersion } = await read(id);
    expect(asset).toMatchObject({ state: 'ready', contentType: 'image/png', pageCount: 1, hasPreview: true });
    expect(pages[0]).toMatchObject({ page: 1, widthPx: 1400, heightPx: 900 });
    expect(results.length).toBeGreaterThan(0);
    expect(rulesetVersion).toBe(currentRuleset().version);
    for (const [endpoint, params] of [
      [assetThumb, { id }],
      [assetPreview, { id, page: 1 }],
      [assetTile, { id, page: 1, level: 0, col: 0, row: 0 }],
    ] as const) {
      const answer = await app.call(endpoint, { as: trader, params: params as never });
      expect([answer.status, String(answer.headers['content-type'])]).toEqual([
        200,
        expect.stringMatching(/^image\/(png|jpeg)$/),
      ]);
      expect(answer.raw.equals(bytes)).toBe(false);
    }
    expect(await eventsOf(id)).toEqual(['branding.file_uploaded', 'branding.file_accepted']);
  });

  it('that is not what its name says is rejected with a reason, and its uploader is told', async () => {
    const id = await aReadyFile(app, trader, { bytes: noise(5000), name: 'art.pdf', kind: 'artwork' });
    const { asset, actions } = await read(id);
    expect(asset.state).toBe('rejected');
    expect(asset.rejection?.code).toMatch(/^[a-z_]+$/);
    expect(actions).toEqual(['check', 'download']);
    const notices = await app.system((tx) =>
      tx.query<{ event: string; link: string }>('select event, link from notices where company_id = $1', [
        trader.companyId,
      ]),
    );
    expect(notices).toContainEqual({ event: 'file_rejected', link: `/brand/files?file=${id}` });
    expect(onDisk(app, 'quarantine')).toEqual([]);
  });

  it('takes the place of another only once it is ready itself', async () => {
    const old = await aReadyFile(app, trader);
    const broken = await aReadyFile(app, trader, { bytes: noise(900), replaces: old });
    expect([await stateOf(broken), await stateOf(old)]).toEqual(['rejected', 'ready']);
    const next = await aReadyFile(app, trader, { bytes: await aPicture({ hue: 9 }), replaces: old });
    expect((await read(old)).asset).toMatchObject({ state: 'superseded', replacedBy: next });
    const again = await app.call(startUpload, {
      as: trader,
      ...beginning({ bytes: noise(1), replaces: old }),
    });
    expect([again.status, again.body.code]).toEqual([409, 'WRONG_STATE']);
  });

  it('whose worker died is taken again after its time, and rejected when that goes on', async () => {
    const id = await aFile(app, trader, { bytes: await aPicture({ hue: 31 }) });
    const die = () =>
      app.system((tx) =>
        tx.query(
          `update assets set state = 'checking', tries = tries + 1, claim_id = $2, claimed_until = $3 where id = $1`,
          [id, newId(), new Date(app.clock.now().getTime() + 60_000)],
        ),
      );
    await die();
    await openAll(app);
    expect(await stateOf(id)).toBe('checking');
    await app.clock.advance(61_000);
    await openAll(app);
    expect(await stateOf(id)).toBe('ready');

    const deadly = await aFile(app, trader, { bytes: await aPicture({ hue: 32 }) });
    await app.system((tx) =>
      tx.query(
        `update assets set state = 'checking', tries = $2, claim_id = $3, claimed_until = $4 where id = $1`,
        [deadly, CHECK_TRIES.value, newId(), app.clock.now()],
      ),
    );
    await app.clock.advance(1000);
    await openAll(app);
    expect((await read(deadly)).asset).toMatchObject({
      state: 'rejected',
      rejection: { code: 'check_failed', params: {} },
    });
  });
});

describe('checking again', () => {
  it('judges a ready file by what was measured, as if the rules were new to it', async () => {
    const id = await aReadyFile(app, trader);
    const before = await read(id);
    await app.system(async (tx) => {
      await tx.query('update assets set ruleset_version = 0 where id = $1', [id]);
      await tx.query(`update asset_checks set verdict = 'fail', ruleset_version = 0 where asset_id = $1`, [
        id,
      ]);
    });
    expect((await read(id)).isOutdated).toBe(true);
    const { body } = await app.call(checkAsset, { as: trader, params: { id } });
    expect(body).toEqual(before);
    expect(body.isOutdated).toBe(false);
  });

  it('opens a rejected file once more', async () => {
    const id = await aReadyFile(app, trader, { bytes: noise(700) });
    const { body } = await app.call(checkAsset, { as: trader, params: { id } });
    expect(body.asset.state).toBe('checking');
    expect((await app.call(checkAsset, { as: trader, params: { id } })).body.code).toBe('WRONG_STATE');
    await openAll(app);
    expect(await stateOf(id)).toBe('rejected');
  });
});

describe('the list', () => {
  it('goes from the newest to the oldest, by kind and state, page by page', async () => {
    const owner = await app.aTrader();
    const ids: string[] = [];
    for (const kind of ['logo', 'artwork', 'logo'] as const) {
      ids.unshift(await aFile(app, owner, { bytes: noise(50), kind }));
      await app.clock.advance(1000);
    }
    const page = async (query: object) => (await app.call(listAssets, { as: owner, query })).body;
    const first = await page({ limit: 2 });
    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await page({ limit: 2, after: first.next ?? '' });
    expect([second.rows.map(({ id }) => id), second.next]).toEqual([ids.slice(2), null]);
    expect((await page({ kind: 'artwork' })).rows.map(({ id }) => id)).toEqual([ids[1]]);
    expect((await page({ state: 'ready' })).rows).toEqual([]);
  });
});

describe('a rejected file', () => {
  it('loses its content after its time, and is no longer shown', async () => {
    const owner = await app.aTrader();
    const id = await aReadyFile(app, owner, { bytes: noise(800) });
    const sealed = () => onDisk(app, 'sealed').length;
    const before = sealed();
    await app.clock.advance(REJECTED_KEPT_DAYS.value * DAY_MS - 60_000);
    await app.get(PurgeAssets).run();
    expect((await app.call(assetOriginal, { as: owner, params: { id } })).status).toBe(200);
    await app.clock.advance(120_000);
    await app.get(PurgeAssets).run();
    expect((await app.call(readAsset, { as: owner, params: { id } })).status).toBe(404);
    expect(sealed()).toBeLessThan(before);
    expect((await app.call(listAssets, { as: owner })).body.rows).toEqual([]);
  });
});

describe('files of others', () => {
  it('do not exist: reading, pictures, original, checking and replacing answer 404', async () => {
    const id = await aReadyFile(app, trader);
    const other = await app.aTrader();
    for (const endpoint of [readAsset, assetThumb, assetOriginal, checkAsset])
      expect((await app.call(endpoint, { as: other, params: { id } })).status).toBe(404);
    const taking = await app.call(startUpload, {
      as: other,
      ...beginning({ bytes: noise(1), replaces: id }),
    });
    expect(taking.status).toBe(404);
  });

  it('are nothing to a designer while no brief that was sent names them', async () => {
    const id = await aReadyFile(app, trader);
    const designer = await app.aStaff('designer');
    expect((await app.call(readDesignAsset, { as: designer, params: { id } })).status).toBe(404);
    expect((await app.call(designAssetThumb, { as: designer, params: { id } })).status).toBe(404);
  });
});
