import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PreflightView } from '@qafila/shared/branding/asset-views';
import { readAsset } from '@qafila/shared/branding/assets.contract';
import { submitBrief } from '@qafila/shared/branding/briefs.contract';
import { readDesignAsset } from '@qafila/shared/branding/design-assets.contract';
import { createProof } from '@qafila/shared/branding/design-proofs.contract';
import { type PackagingContent, savePackaging } from '@qafila/shared/branding/packaging.contract';
import { usualContent } from '@qafila/shared/branding/packaging.rules';
import { styleOf } from '@qafila/shared/branding/packaging-catalogue';
import type { PreflightRuleId } from '@qafila/shared/branding/preflight-ruleset';
import { readProof } from '@qafila/shared/branding/proofs.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { aBriefInDesign, aDesk, aDraft, type Desk, good, lookAt, sendOut } from '../testing/a-brief';
import { aPicture, aProofFile, aReadyFile } from '../testing/a-file';
import { aPackaging } from '../testing/a-packaging';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app.close());

/** With its bleed 127 × 127 mm, which is five inches. */
const STICKER: PackagingContent = {
  ...usualContent(styleOf('sticker'), 'Gift sticker'),
  dims: { width: 121, height: 121, radius: 0 },
  bleedMm: 3,
};
const JUDGED = { name: 'Gift sticker', version: 1, widthMm: 121, heightMm: 121, bleedMm: 3 };
/** 50.8 × 50.8 mm at the 300 pixels an inch it claims. */
const sharpAlone = (): Promise<Buffer> => aPicture({ width: 600, height: 600, ppi: 300 });

async function aStickerDesk(): Promise<Desk & { readonly packaging: string }> {
  const desk = await aDesk(app);
  return { ...desk, packaging: await aPackaging(app, desk.trader, STICKER) };
}
const checkOf = ({ results }: PreflightView, rule: PreflightRuleId) =>
  results.find(({ ruleId }) => ruleId === rule);
const COARSE = { verdict: 'fail', measured: 120, limit: 300, unit: 'ppi' };

describe('a proof file', () => {
  it('sharp at its own size fails at the size it is printed at, by the same number for both sides', async () => {
    const desk = await aStickerDesk();
    const brief = await aBriefInDesign(app, desk);
    const file = await aProofFile(app, desk.maker, { briefId: brief.id, bytes: await sharpAlone() });
    const uploaded = good(await app.call(readDesignAsset, { as: desk.maker, params: { id: file } }));
    expect(uploaded.judgedFor).toEqual(JUDGED);
    expect(checkOf(uploaded, 'picture_ppi')).toMatchObject(COARSE);
    expect(checkOf(uploaded, 'size')).toMatchObject({ verdict: 'pass', limit: '121 × 121' });
    expect(uploaded.asset.checks.fail).toBe(
      uploaded.results.filter(({ verdict }) => verdict === 'fail').length,
    );
    const made = good(
      await app.call(createProof, { as: desk.maker, params: { id: brief.id }, body: { assetId: file } }),
    );
    expect(made.preflight).toEqual({ judgedFor: JUDGED, results: uploaded.results });
    await sendOut(app, desk, made.id);
    const read = good(await app.call(readProof, { as: desk.trader, params: { id: made.id } }));
    expect(read.preflight).toEqual(made.preflight);
    const [alone] = await app.system((tx) =>
      tx.query<{ verdict: string; measured: object }>(
        `select verdict, measured from asset_checks where asset_id = $1 and rule_id = 'picture_ppi'`,
        [file],
      ),
    );
    expect(alone).toMatchObject({ verdict: 'pass', measured: { measured: 300 } });
  });

  it('stays judged for the packaging version its proof was made for', async () => {
    const desk = await aStickerDesk();
    const brief = await aBriefInDesign(app, desk);
    const file = await aProofFile(app, desk.maker, { briefId: brief.id, bytes: await sharpAlone() });
    const made = good(
      await app.call(createProof, { as: desk.maker, params: { id: brief.id }, body: { assetId: file } }),
    );
    const smaller = { ...STICKER, name: 'Small sticker', dims: { width: 44, height: 44, radius: 0 } };
    const saving = { as: desk.trader, params: { id: desk.packaging }, version: 1, body: smaller };
    expect(good(await app.call(savePackaging, saving)).version).toBe(2);
    expect((await lookAt(app, desk.maker, made.id)).preflight).toEqual(made.preflight);
    const next = await aProofFile(app, desk.maker, {
      briefId: brief.id,
      bytes: await aPicture({ width: 600, height: 600, ppi: 300, hue: 9 }),
    });
    const seen = good(await app.call(readDesignAsset, { as: desk.maker, params: { id: next } }));
    expect(seen.judgedFor).toMatchObject({ name: 'Small sticker', version: 2, widthMm: 44 });
    expect(checkOf(seen, 'picture_ppi')).toMatchObject({ verdict: 'pass', measured: 304.8 });
  });
});

describe('artwork', () => {
  const attach = (desk: Desk, briefId: string, file: string) =>
    app.system((tx) =>
      tx.query(
        'insert into brief_references (company_id, brief_id, asset_id, position) values ($1, $2, $3, 0)',
        [desk.trader.companyId, briefId, file],
      ),
    );

  it('is judged by itself until a brief with a packaging has it; the design team reads of briefs that were sent', async () => {
    const desk = await aStickerDesk();
    const bytes = await sharpAlone();
    const file = await aReadyFile(app, desk.trader, { kind: 'artwork', name: 'art.png', bytes });
    const asTrader = { as: desk.trader, params: { id: file } };
    const alone = good(await app.call(readAsset, asTrader));
    expect(alone.judgedFor).toBeNull();
    expect(checkOf(alone, 'size')).toBeUndefined();
    expect(checkOf(alone, 'picture_ppi')).toMatchObject({ verdict: 'pass', measured: 300 });
    const sent = await aDraft(app, desk.trader);
    await attach(desk, sent.id, file);
    expect(good(await app.call(readAsset, asTrader)).judgedFor).toEqual(JUDGED);
    good(await app.call(submitBrief, { as: desk.trader, params: { id: sent.id }, version: sent.version }));
    const other = await aPackaging(app, desk.trader, { ...STICKER, name: 'Not told yet' });
    const draft = await aDraft(app, desk.trader);
    await app.system((tx) =>
      tx.query('update briefs set packaging_spec_id = $2 where id = $1', [draft.id, other]),
    );
    await attach(desk, draft.id, file);
    expect(good(await app.call(readAsset, asTrader)).judgedFor?.name).toBe('Not told yet');
    const seen = good(await app.call(readDesignAsset, { as: desk.maker, params: { id: file } }));
    expect(seen.judgedFor).toEqual(JUDGED);
    expect(checkOf(seen, 'picture_ppi')).toMatchObject(COARSE);
  });

  it('that is no print of a packaging is judged by itself: a reference, or a brief without one', async () => {
    const desk = await aStickerDesk();
    const draft = await aDraft(app, desk.trader);
    const reference = await aReadyFile(app, desk.trader, { kind: 'reference', name: 'a.png' });
    await attach(desk, draft.id, reference);
    const read = good(await app.call(readAsset, { as: desk.trader, params: { id: reference } }));
    expect(read.judgedFor).toBeNull();
    const bytes = await aPicture({ hue: 5 });
    const art = await aReadyFile(app, desk.trader, { kind: 'artwork', name: 'b.png', bytes });
    const bare = await aDraft(app, desk.trader);
    await app.system((tx) => tx.query('update briefs set packaging_spec_id = null where id = $1', [bare.id]));
    await attach(desk, bare.id, art);
    expect(good(await app.call(readAsset, { as: desk.trader, params: { id: art } })).judgedFor).toBeNull();
  });
});
