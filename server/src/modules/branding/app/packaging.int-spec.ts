import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createPackaging,
  getPackaging,
  getPackagingVersion,
  listPackaging,
  movePackaging,
  type PackagingContent,
  packagingDieline,
  savePackaging,
} from '@qafila/shared/branding/packaging.contract';
import { MAX_PACKAGING_SPECS } from '@qafila/shared/branding/packaging.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { newId } from '../../../platform/ids/new-id';
import { aBrand } from '../testing/a-brand';
import { aLabel, aPackaging } from '../testing/a-packaging';

type Trader = Awaited<ReturnType<TestApp['aTrader']>>;
let app: TestApp;
let trader: Trader;
let other: Trader;
beforeAll(async () => {
  app = await aTestApp();
  trader = await app.aTrader();
  other = await app.aTrader();
});
afterAll(() => app.close());

const read = (id: string, as = trader) => app.call(getPackaging, { as, params: { id } });
const save = (at: { id: string; version: number }, body: PackagingContent, as = trader) =>
  app.call(savePackaging, { as, params: { id: at.id }, version: at.version, body });
const move = (at: { id: string; version: number }, step: 'finish' | 'archive' | 'restore', as = trader) =>
  app.call(movePackaging, { as, params: { id: at.id }, version: at.version, body: { step } });

/** A dieline as its intake leaves it: opened, ready, with the trim box of its one page. */
function aDieline(
  of: Trader,
  trim: { width: number; height: number },
  given: { kind?: 'dieline' | 'logo'; state?: 'ready' | 'checking' } = {},
): Promise<string> {
  const id = newId();
  return app.system(async (tx) => {
    const sealer = await app.get(FieldCipher).sealerFor(of.companyId);
    const name = sealer.seal({ table: 'assets', column: 'name_enc', rowId: id }, 'dieline.pdf');
    await tx.query(
      `insert into assets (company_id, id, kind, name_enc, state, byte_count, sha256, uploaded_by, uploaded_at,
         state_since, rights_version)
       values ($1, $2, $3, $4, $5, 10, 'hash', $6, $7, $7, 1)`,
      [
        ...[of.companyId, id, given.kind ?? 'dieline', name, given.state ?? 'ready'],
        ...[of.personId, app.clock.now()],
      ],
    );
    await tx.query(
      `insert into asset_pages (company_id, asset_id, page, width_px, height_px, media_w_mm, media_h_mm,
         trim_x_mm, trim_y_mm, trim_w_mm, trim_h_mm, tile_levels)
       values ($1, $2, 1, 100, 100, 500, 500, 0, 0, $3, $4, 1)`,
      [of.companyId, id, trim.width, trim.height],
    );
    return id;
  });
}

describe('a packaging spec from the catalogue', () => {
  it('begins as a draft with price, minimum and lead time in the company’s currency', async () => {
    const brandProfileId = await aBrand(app, trader.companyId);
    const content = aLabel({ name: 'Argan label', brandProfileId, finishes: ['matt', 'foil'] });
    const { body } = await app.call(createPackaging, { as: trader, body: content });
    expect(body).toMatchObject({
      state: 'draft',
      version: 1,
      content,
      unitPrice: { per10k: 20_000, currency: 'SAR' },
      minimumPieces: 24,
      leadDays: 7,
      checks: [],
    });
    expect(body.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(body.actions.filter(({ allowed }) => allowed).map(({ step }) => step)).toEqual([
      'finish',
      'archive',
    ]);
  });

  it('is refused field by field where it cannot be made', async () => {
    const { status, body } = await app.call(createPackaging, {
      as: trader,
      body: aLabel({ gsm: 900, closure: 'zip', dims: { diameter: 5, height: 60, overlap: 5 } }),
    });
    expect([status, body.code]).toEqual([422, 'FIELDS_INVALID']);
    expect(body.fields?.map(({ path }) => path)).toEqual(['dims.diameter', 'gsm', 'closure']);
  });

  it('is begun once for one key', async () => {
    const key = newId();
    const first = await app.call(createPackaging, { as: trader, body: aLabel(), key });
    const second = await app.call(createPackaging, { as: trader, body: aLabel(), key });
    expect(second.body.id).toBe(first.body.id);
  });

  it('takes neither a brand nor a file of another company, nor a file that is no ready dieline', async () => {
    const foreign = aLabel({ brandProfileId: await aBrand(app, other.companyId) });
    const wrongBrand = await app.call(createPackaging, { as: trader, body: foreign });
    expect(wrongBrand.body.fields?.map(({ path }) => path)).toEqual(['brandProfileId']);
    const size = { width: 400, height: 300 };
    const files = [
      await aDieline(other, size),
      await aDieline(trader, size, { kind: 'logo' }),
      await aDieline(trader, size, { state: 'checking' }),
    ];
    for (const dielineAssetId of files) {
      const own = aLabel({ source: 'own', dims: { flatWidth: 400, flatHeight: 300 }, dielineAssetId });
      const { body } = await app.call(createPackaging, { as: trader, body: own });
      expect(body.fields?.map(({ path }) => path)).toEqual(['dielineAssetId']);
    }
  });

  it('can be read by whoever orders, and changed by nobody without the right', async () => {
    const id = await aPackaging(app, trader);
    const buyer = await app.aTrader({ company: trader, role: 'buyer' });
    const seen = await read(id, buyer);
    expect([seen.status, seen.body.actions]).toEqual([200, []]);
    expect((await save({ id, version: 1 }, aLabel({ name: 'Other' }), buyer)).status).toBe(403);
    const accountant = await app.aTrader({ company: trader, role: 'accountant' });
    expect((await read(id, accountant)).status).toBe(403);
  });
});

describe('saving', () => {
  it('makes a version with its own hash, and keeps the one before for ever', async () => {
    const id = await aPackaging(app, trader);
    const first = (await read(id)).body;
    const { body } = await save({ id, version: 1 }, aLabel({ gsm: 100 }));
    expect(body.version).toBe(2);
    expect(body.sha256).not.toBe(first.sha256);
    expect(body.versions.map(({ version, sha256 }) => [version, sha256])).toEqual([
      [2, body.sha256],
      [1, first.sha256],
    ]);
    const old = await app.call(getPackagingVersion, { as: trader, params: { id, version: 1 } });
    expect(old.body).toMatchObject({ version: 1, sha256: first.sha256, content: first.content });
    const change = app.system((tx) =>
      tx.query(`update packaging_spec_versions set content = '{}' where spec_id = $1`, [id]),
    );
    await expect(change).rejects.toThrow('permission denied');
  });

  it('makes none of the same content, whatever the order of its fields', async () => {
    const id = await aPackaging(app, trader);
    const turned = Object.fromEntries(Object.entries(aLabel()).reverse()) as PackagingContent;
    const { body } = await save({ id, version: 1 }, turned);
    expect([body.version, body.versions.length]).toEqual([1, 1]);
  });

  it('of an older version is refused, and so is saving what is archived', async () => {
    const id = await aPackaging(app, trader);
    await save({ id, version: 1 }, aLabel({ gsm: 100 }));
    const stale = await save({ id, version: 1 }, aLabel({ gsm: 110 }));
    expect(stale.body.code).toBe('STALE_RECORD');
    await move({ id, version: 2 }, 'archive');
    const archived = await save({ id, version: 2 }, aLabel({ gsm: 110 }));
    expect(archived.body.code).toBe('WRONG_STATE');
  });

  it('changes the price with the content', async () => {
    const id = await aPackaging(app, trader);
    const { body } = await save({ id, version: 1 }, aLabel({ finishes: ['foil'] }));
    expect(body.unitPrice).toEqual({ per10k: 19_500, currency: 'SAR' });
  });

  it('is told in the audit trail with its versions', async () => {
    const id = await aPackaging(app, trader);
    await save({ id, version: 1 }, aLabel({ gsm: 100 }));
    await move({ id, version: 2 }, 'finish');
    const events = await app.system((tx) =>
      tx.query<{ event: string }>(
        `select event from audit_event where subject_id = $1 and company_id = $2 order by at, id`,
        [id, trader.companyId],
      ),
    );
    expect(events.map(({ event }) => event)).toEqual([
      'branding.packaging_created',
      'branding.packaging_saved',
      'branding.packaging_finished',
    ]);
  });
});

describe('an own dieline', () => {
  const own = (dielineAssetId: string | null): PackagingContent =>
    aLabel({ source: 'own', dims: { flatWidth: 400, flatHeight: 300 }, dielineAssetId });

  it('is measured against what was typed: ready when it fits', async () => {
    const id = await aPackaging(app, trader, own(await aDieline(trader, { width: 400.7, height: 300 })));
    const { body } = await move({ id, version: 1 }, 'finish');
    expect(body.state).toBe('ready');
    expect(body.checks).toEqual([
      { id: 'flat-width', verdict: 'warn', typedMm: 400, measuredMm: 400.7 },
      { id: 'flat-height', verdict: 'pass', typedMm: 300, measuredMm: 300 },
    ]);
    expect([body.minimumPieces, body.leadDays]).toEqual([250, 20]);
  });

  it('of another size is not ready, with the measured size in the refusal', async () => {
    const id = await aPackaging(app, trader, own(await aDieline(trader, { width: 380, height: 300 })));
    const { body } = await move({ id, version: 1 }, 'finish');
    expect([body.code, body.params]).toEqual(['PACKAGING_SIZE_DIFFERS', { width: 380, height: 300 }]);
  });

  it('is not ready without its file, and a ready one without it is a draft again', async () => {
    const fits = await aDieline(trader, { width: 400, height: 300 });
    const id = await aPackaging(app, trader, own(fits));
    expect((await move({ id, version: 1 }, 'finish')).body.state).toBe('ready');
    const { body } = await save({ id, version: 1 }, own(null));
    expect(body.state).toBe('draft');
    expect((await move({ id, version: 2 }, 'finish')).body.code).toBe('PACKAGING_NEEDS_DIELINE');
  });
});

describe('the list', () => {
  it('shows the company’s own, the last changed first, and the archive apart', async () => {
    const apart = await app.aTrader();
    const [first, second] = [await aPackaging(app, apart), await aPackaging(app, apart)];
    await app.clock.advance(60_000);
    await save({ id: first, version: 1 }, aLabel({ gsm: 100 }), apart);
    const ids = async (query: object): Promise<string[]> =>
      (await app.call(listPackaging, { as: apart, query })).body.rows.map(({ id }) => id);
    expect(await ids({})).toEqual([first, second]);
    await move({ id: second, version: 1 }, 'archive', apart);
    expect([await ids({}), await ids({ archived: 'true' })]).toEqual([[first], [second]]);
    await move({ id: second, version: 1 }, 'restore', apart);
    expect((await ids({})).length).toBe(2);
  });

  it('costs the same statements for one spec and for twenty, and so does one of them', async () => {
    const apart = await app.aTrader();
    const id = await aPackaging(app, apart);
    const cost = async (): Promise<number[]> => [
      (await app.statements(() => app.call(listPackaging, { as: apart }))).length,
      (await app.statements(() => read(id, apart))).length,
    ];
    const before = await cost();
    for (let count = 0; count < 19; count += 1) await aPackaging(app, apart);
    for (let version = 1; version <= 10; version += 1)
      await save({ id, version }, aLabel({ gsm: 80 + version }), apart);
    expect(await cost()).toEqual(before);
  });

  it('ends at the most specs a company keeps', async () => {
    const apart = await app.aTrader();
    const id = await aPackaging(app, apart);
    await app.system((tx) =>
      tx.query(
        `insert into packaging_specs (company_id, id, name, source, style, state, version, currency, minimum_pieces,
           lead_days, created_at, changed_at)
         select company_id, gen_random_uuid(), name, source, style, 'draft', 1, currency, 1, 1, changed_at, changed_at
         from packaging_specs, generate_series(2, $2::int) where id = $1`,
        [id, MAX_PACKAGING_SPECS.value],
      ),
    );
    const { body } = await app.call(createPackaging, { as: apart, body: aLabel() });
    expect([body.code, body.params]).toEqual([
      'TOO_MANY_PACKAGING_SPECS',
      { most: MAX_PACKAGING_SPECS.value },
    ]);
  });
});

describe('another company', () => {
  it('finds neither the spec, its versions nor its dieline, and changes nothing', async () => {
    const id = await aPackaging(app, trader);
    const statuses = [
      await read(id, other),
      await app.call(getPackagingVersion, { as: other, params: { id, version: 1 } }),
      await app.call(packagingDieline, { as: other, params: { id } }),
      await save({ id, version: 1 }, aLabel({ gsm: 100 }), other),
      await move({ id, version: 1 }, 'archive', other),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
    expect((await read(id)).body).toMatchObject({ version: 1, state: 'draft' });
  });
});

describe('the dieline', () => {
  it('is a drawing in millimetres, saved and never shown', async () => {
    const id = await aPackaging(app, trader);
    const answer = await app.call(packagingDieline, { as: trader, params: { id } });
    const text = answer.raw.toString('utf8');
    // π · 38 + 5 = 124.5 by 60 mm, and 18 mm of room on each side.
    expect(text).toContain('width="160.5mm" height="96mm"');
    expect(text).toContain('data-layer="bleed"');
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-disposition': expect.stringMatching(/^attachment; filename="Bottle label\.svg"/),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });
});
