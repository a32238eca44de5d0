import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assetOriginal,
  assetThumb,
  finishUpload,
  readAsset,
  readUpload,
} from '@qafila/shared/branding/assets.contract';
import { readBrief, submitBrief } from '@qafila/shared/branding/briefs.contract';
import { designBrief } from '@qafila/shared/branding/design.contract';
import {
  designAssetOriginal,
  designAssetThumb,
  readDesignAsset,
  readDesignUpload,
  startDesignUpload,
} from '@qafila/shared/branding/design-assets.contract';
import { createProof } from '@qafila/shared/branding/design-proofs.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { newId } from '../../../platform/ids/new-id';
import { changeBrand } from '../testing/a-brand';
import { aBriefInDesign, aDesk, aDraft, type Desk, good, sendOut } from '../testing/a-brief';
import { aPicture, aProofFile, aReadyFile } from '../testing/a-file';
import { aPackaging } from '../testing/a-packaging';

let app: TestApp;
let desk: Desk;
beforeAll(async () => {
  app = await aTestApp();
  desk = await aDesk(app);
});
afterAll(() => app.close());

describe('a designer', () => {
  it('sees the references of a brief once it was sent, under a neutral name, and nothing before', async () => {
    const { trader, maker } = desk;
    const file = await aReadyFile(app, trader, { kind: 'reference', name: 'Al Noor Trading.png' });
    const draft = await aDraft(app, trader);
    await app.system((tx) =>
      tx.query(
        'insert into brief_references (company_id, brief_id, asset_id, position) values ($1, $2, $3, 0)',
        [trader.companyId, draft.id, file],
      ),
    );
    const params = { id: file };
    expect((await app.call(readDesignAsset, { as: maker, params })).status).toBe(404);
    good(await app.call(submitBrief, { as: trader, params: { id: draft.id }, version: draft.version }));
    const { asset } = good(await app.call(readDesignAsset, { as: maker, params }));
    expect(asset.name).toBe(`reference-${file.slice(-8)}.png`);
    expect((await app.call(designAssetThumb, { as: maker, params })).status).toBe(200);
    const saving = await app.call(designAssetOriginal, { as: maker, params });
    expect(String(saving.headers['content-disposition'])).not.toContain('Noor');
    const looks = await app.system((tx) =>
      tx.query<{ event: string }>(
        'select event from audit_event where subject_id = $1 and person_id = $2 order by event',
        [file, maker.personId],
      ),
    );
    expect(looks.map(({ event }) => event)).toEqual(['branding.file_read', 'branding.file_saved_by_staff']);
  });

  it('has the dieline of the packaging and the logos of the brand on the brief; its trader reads what he added', async () => {
    const { trader, maker } = desk;
    const dieline = await aReadyFile(app, trader, { kind: 'dieline', name: 'cutter.png' });
    const logo = await aReadyFile(app, trader, { kind: 'logo', name: 'mark.png' });
    const own = { source: 'own', dims: { flatWidth: 90, flatHeight: 50 }, dielineAssetId: dieline } as const;
    const packaging = await aPackaging(app, trader, own);
    const draft = await aDraft(app, trader);
    await app.system(async (tx) => {
      const logos = { primary: logo, mono: logo, reversed: null, icon: null };
      await changeBrand(tx, trader.companyId, { logos });
      await tx.query('update briefs set packaging_spec_id = $2 where id = $1', [draft.id, packaging]);
    });
    const params = { id: draft.id };
    good(await app.call(submitBrief, { as: trader, params, version: draft.version }));
    const seen = good(await app.call(designBrief, { as: maker, params }));
    expect(seen.references).toEqual([
      { assetId: dieline, kind: 'dieline', state: 'ready' },
      { assetId: logo, kind: 'logo', state: 'ready' },
    ]);
    expect((await app.call(designAssetOriginal, { as: maker, params: { id: dieline } })).status).toBe(200);
    expect(good(await app.call(readBrief, { as: trader, params })).references).toEqual([]);
  });

  it('sends a proof file in parts, for a brief in design only, and no other designer goes on with it', async () => {
    const brief = await aBriefInDesign(app, desk);
    const body = { name: 'label.png', bytes: 10 };
    const start = (id: string) => app.call(startDesignUpload, { as: desk.maker, params: { id }, body });
    const { id } = good(await start(brief.id));
    const params = { id };
    expect((await app.call(readDesignUpload, { as: desk.maker, params })).status).toBe(200);
    expect((await app.call(readDesignUpload, { as: desk.gatekeeper, params })).status).toBe(404);
    expect((await app.call(readUpload, { as: desk.trader, params })).status).toBe(404);
    expect((await app.call(finishUpload, { as: desk.trader, params })).status).toBe(404);
    const draft = await aDraft(app, desk.trader);
    expect((await start(draft.id)).status).toBe(404);
    expect((await start(newId())).status).toBe(404);
  });
});

describe('a proof file', () => {
  it('is nothing to the trader until the gatekeeper sent it, and no original before it is approved', async () => {
    const brief = await aBriefInDesign(app, desk);
    const file = await aProofFile(app, desk.maker, { briefId: brief.id, bytes: await aPicture({ hue: 77 }) });
    const seen = async (endpoint: typeof readAsset | typeof assetThumb | typeof assetOriginal) =>
      (await app.call(endpoint, { as: desk.trader, params: { id: file } })).status;
    expect([await seen(readAsset), await seen(assetThumb)]).toEqual([404, 404]);
    const proof = good(
      await app.call(createProof, { as: desk.maker, params: { id: brief.id }, body: { assetId: file } }),
    );
    expect(await seen(readAsset)).toBe(404);
    await sendOut(app, desk, proof.id);
    expect([await seen(readAsset), await seen(assetThumb), await seen(assetOriginal)]).toEqual([
      200, 200, 404,
    ]);
    await app.system((tx) => tx.query(`update proofs set state = 'approved' where id = $1`, [proof.id]));
    expect(await seen(assetOriginal)).toBe(200);
  });
});
