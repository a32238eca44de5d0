import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBrief } from '@qafila/shared/branding/briefs.contract';
import { TECHNICAL_CHECKS } from '@qafila/shared/branding/decisions.rules';
import { savePackaging } from '@qafila/shared/branding/packaging.contract';
import {
  designSpecSheet,
  designSpecs,
  listSpecs,
  lockSpec,
  readSpec,
  refuseSpec,
  retireSpec,
  specSheet,
} from '@qafila/shared/branding/production-specs.contract';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { listNotices } from '@qafila/shared/notifications/notifications.contract';
import { connectedTo } from '../../../../test/support/schema-facts';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { readPdf } from '../../../platform/pdf/pdf-reader';
import { Branding } from '../branding.api';
import { changeBrand } from '../testing/a-brand';
import { aDesk, aSentProof, type Desk, good } from '../testing/a-brief';
import { aLockedSpec, anApproved, check, specAt } from '../testing/a-decision';
import { aLabel } from '../testing/a-packaging';

let app: TestApp;
let desk: Desk;
beforeAll(async () => {
  app = await aTestApp();
  desk = await aDesk(app);
});
afterAll(() => app.close());

const read = async (id: string, as = desk.trader) => good(await app.call(readSpec, { as, params: { id } }));
const refuse = async (id: string, as = desk.gatekeeper) => {
  const { revision } = await specAt(app, as, id);
  const body = { reason: 'The hairline is 0.1 mm' };
  return app.call(refuseSpec, { as, params: { id }, version: revision, body });
};
const owner = (sql: string) =>
  connectedTo(app.database.adminUrl, (client) => client.query(`set app.staff = 'on'; ${sql}`));
const textOf = async (bytes: Buffer): Promise<string> => {
  const { pages, info } = await readPdf(bytes);
  expect(info).toEqual(info.filter((entry) => !/qafila/i.test(entry)));
  return pages.flatMap((page) => page.items.map((item) => item.text)).join(' ');
};
const auditOf = async (id: string) => {
  const rows = await app.system((tx) =>
    tx.query<{ event: string }>('select event from audit_event where subject_id = $1 order by at, id', [id]),
  );
  return rows.map((row) => row.event);
};

describe('the technical check', () => {
  it('is made by a second person, never by the maker of the proof', async () => {
    const { specId } = await anApproved(app, desk);
    expect((await check(app, desk.maker, specId)).body.code).toBe('SPEC_OWN_CHECK');
    expect((await refuse(specId, desk.maker)).body.code).toBe('SPEC_OWN_CHECK');
    const sql = `update production_specs set state = 'locked', checked_by = made_by where id = '${specId}'`;
    await expect(app.system((tx) => tx.query(sql))).rejects.toThrow('ck_production_specs_second');
    expect((await specAt(app, desk.maker, specId)).actions[0]?.reasons).toEqual(['SPEC_OWN_CHECK']);
  });

  it('locks what was signed: the spec can be ordered, and the company is told', async () => {
    const { specId } = await anApproved(app, desk);
    const before = await read(specId);
    const spec = good(await check(app, desk.gatekeeper, specId));
    expect(spec).toMatchObject({ state: 'locked', contentHash: before.contentHash });
    const facts = await app.system((tx) => app.get(Branding).specsOf(tx, desk.trader.companyId, [specId]));
    expect(facts.get(specId)).toMatchObject({
      isLocked: true,
      code: spec.code,
      unitPrice: before.unitPrice,
      minimumPieces: before.minimumPieces,
      productIds: before.products.map((product) => product.id),
    });
    expect(await auditOf(specId)).toEqual(
      expect.arrayContaining(['branding.spec_made', 'branding.spec_locked']),
    );
    await app.drain();
    const notices = good(await app.call(listNotices, { as: desk.trader }));
    expect(notices.rows.map((row) => row.event)).toEqual(
      expect.arrayContaining(['proof_approved', 'spec_locked']),
    );
  });

  it('asks for every tick, and is made once', async () => {
    const { specId } = await anApproved(app, desk);
    const { revision } = await specAt(app, desk.gatekeeper, specId);
    const at = { as: desk.gatekeeper, params: { id: specId }, version: revision };
    const some = await app.call(lockSpec, { ...at, body: { checks: ['size', 'bleed'] } });
    expect(some.body).toMatchObject({
      code: 'CHECKLIST_OPEN',
      params: { count: TECHNICAL_CHECKS.length - 2 },
    });
    good(await check(app, desk.gatekeeper, specId));
    const stale = await app.call(lockSpec, { ...at, body: { checks: [...TECHNICAL_CHECKS] } });
    expect(stale.body.code).toBe('STALE_RECORD');
    expect((await check(app, desk.gatekeeper, specId)).body.code).toBe('WRONG_STATE');
  });

  it('locks nothing when the file is no longer the one that was signed', async () => {
    const { specId } = await anApproved(app, desk);
    const { signed } = await specAt(app, desk.gatekeeper, specId);
    const sql = `update assets set sha256 = repeat('a', 64) where id = '${signed?.artwork.assetId}'`;
    await app.system((tx) => tx.query(sql));
    expect((await check(app, desk.gatekeeper, specId)).body.code).toBe('SPEC_CHANGED');
    expect((await read(specId)).state).toBe('draft');
  });

  it('locks nothing when a product stands on the spec that nobody signed', async () => {
    const { specId } = await anApproved(app, desk);
    await app.system((tx) =>
      tx.query(
        `with other as (insert into products (id, slug, category_slug, position, name, blurb, origin, can_private_label,
             picture_svg, picture_hash, search_text)
           select gen_random_uuid(), 'other-' || left(d.id::text, 13), category_slug, 99, name, blurb, origin, true, '', '', ''
           from products d limit 1 returning id)
         insert into production_spec_products select $1, $2, id from other`,
        [desk.trader.companyId, specId],
      ),
    );
    expect((await check(app, desk.gatekeeper, specId)).body.code).toBe('SPEC_CHANGED');
  });

  it('refuses with a reason: the brief is open again with its round given back, and another version can be sent', async () => {
    const { briefId, specId } = await anApproved(app, desk);
    const used = good(await app.call(readBrief, { as: desk.trader, params: { id: briefId } })).rounds.used;
    const refused = good(await refuse(specId));
    expect(refused).toMatchObject({ state: 'retired', refusedFor: 'The hairline is 0.1 mm' });
    const brief = good(await app.call(readBrief, { as: desk.trader, params: { id: briefId } }));
    expect(brief).toMatchObject({ state: 'in_design', turn: 'store', rounds: { used: used - 1 } });
    expect(await auditOf(specId)).toContain('branding.spec_refused');
    await aSentProof(app, desk, briefId);
    await app.drain();
    const notices = good(await app.call(listNotices, { as: desk.trader }));
    expect(notices.rows.map((row) => row.event)).toContain('spec_refused');
  });
});

describe('a locked spec', () => {
  const STEPS = [
    ...['state', 'revision', 'checked_by', 'checked_at', 'locked_at', 'refused_for', 'retired_at'],
    ...['released_at', 'released_for'],
  ];

  it('is changed by no SQL of the login of the application: every column is refused, and removal', async () => {
    const { id } = await aLockedSpec(app, desk);
    const columns = await app.system((tx) =>
      tx.query<{ column_name: string }>(
        `select column_name from information_schema.columns where table_name = 'production_specs'`,
      ),
    );
    const written = columns.map((row) => row.column_name).filter((name) => !STEPS.includes(name));
    expect(written.length).toBeGreaterThan(12);
    for (const name of written) {
      const sql = `update production_specs set ${name} = ${name} where id = '${id}'`;
      await expect(app.system((tx) => tx.query(sql))).rejects.toThrow('permission denied');
    }
    for (const sql of [
      `delete from production_specs where id = '${id}'`,
      `update production_spec_products set product_id = gen_random_uuid() where spec_id = '${id}'`,
      `delete from production_spec_products where spec_id = '${id}'`,
      'truncate production_specs cascade',
      'alter table production_specs disable trigger all',
      'drop trigger tr_production_specs_kept on production_specs',
      'set session_replication_role = replica',
    ])
      await expect(app.system((tx) => tx.query(sql))).rejects.toThrow(/permission denied|must be owner/);
  });

  it('takes no further product', async () => {
    const { id } = await aLockedSpec(app, desk);
    const sql = `insert into production_spec_products select company_id, id, (select id from products limit 1)
      from production_specs where id = '${id}'`;
    await expect(app.system((tx) => tx.query(sql))).rejects.toThrow('before it is locked');
  });

  it('goes no way but that of its lifecycle, and its check is written once', async () => {
    const { id } = await aLockedSpec(app, desk);
    for (const change of [
      `state = 'draft'`,
      `revision = 7`,
      `state = 'released', checked_by = null`,
      `state = 'locked', released_at = now()`,
      `state = 'released', locked_at = now() - interval '1 year'`,
      `state = 'retired', refused_for = 'No'`,
    ]) {
      const sql = `update production_specs set ${change} where id = '${id}'`;
      await expect(app.system((tx) => tx.query(sql))).rejects.toThrow(/no step leads|written once/);
    }
  });

  it('is changed by the owner of the tables no more than by the application', async () => {
    const { id } = await aLockedSpec(app, desk);
    for (const sql of [
      `update production_specs set name = 'Another' where id = '${id}'`,
      `update production_specs set content = content || '{"quantity": 1}' where id = '${id}'`,
      `update production_specs set unit_per10k = 1 where id = '${id}'`,
      `delete from production_specs where id = '${id}'`,
      `delete from production_spec_products where spec_id = '${id}'`,
    ])
      await expect(owner(sql)).rejects.toThrow(/written once|before it is locked/);
  });

  it('cannot be made beside the approval: what was signed begins as a draft and is its own hash', async () => {
    const { id } = await aLockedSpec(app, desk);
    const copy = (change: string) =>
      app.system((tx) =>
        tx.query(
          `insert into production_specs select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(),
             'code', gen_random_uuid(), 'proof_id', $2::text) || ${change})).* from production_specs s where id = $1`,
          [id, null],
        ),
      );
    await expect(copy(`jsonb_build_object('state', 'draft')`)).rejects.toThrow('ck_production_specs_signed');
    const signed = `jsonb_build_object('proof_id', s.proof_id`;
    await expect(copy(`${signed})`)).rejects.toThrow('begins as a draft');
    await expect(copy(`${signed}, 'state', 'draft', 'content_hash', 'another')`)).rejects.toThrow(
      'ck_production_specs_hash',
    );
    await expect(copy(`${signed}, 'state', 'draft', 'unit_per10k', 1)`)).rejects.toThrow(
      'ck_production_specs_terms',
    );
    await expect(copy(`${signed}, 'state', 'draft')`)).rejects.toThrow('uq_production_specs_proof');
  });

  it('says what was signed, whatever becomes of brand and packaging', async () => {
    const { id } = await aLockedSpec(app, desk);
    const before = await read(id);
    await app.system((tx) =>
      changeBrand(tx, desk.trader.companyId, {
        names: { latin: 'Renamed', arabic: null, french: null, norwegian: null },
      }),
    );
    const packagingId = await app.system((tx) =>
      tx.query<{ id: string; version: number }>(
        'select id, version from packaging_specs where company_id = $1 order by id limit 1',
        [desk.trader.companyId],
      ),
    );
    const [packaging] = packagingId;
    good(
      await app.call(savePackaging, {
        as: desk.trader,
        params: { id: packaging?.id ?? '' },
        version: packaging?.version ?? 0,
        body: aLabel({ name: 'Another label', gsm: 100 }),
      }),
    );
    expect(await read(id)).toEqual(before);
  });

  it('is taken out of use by its company, and by nobody twice', async () => {
    const { id } = await aLockedSpec(app, desk);
    const { revision } = await read(id);
    const at = { params: { id }, version: revision };
    const member = await app.aTrader({ role: 'buyer', company: desk.trader });
    expect((await app.call(retireSpec, { as: member, ...at })).body.code).toBe('NOT_ALLOWED');
    const retired = good(await app.call(retireSpec, { as: desk.trader, ...at }));
    expect(retired.state).toBe('retired');
    expect(await auditOf(id)).toContain('branding.spec_retired');
    const again = await app.call(retireSpec, { as: desk.trader, params: { id }, version: retired.revision });
    expect(again.body.code).toBe('WRONG_STATE');
    const rows = good(await app.call(listSpecs, { as: desk.trader, query: { retired: 'true' } })).rows;
    expect(rows.map((row) => row.id)).toContain(id);
  });
});

describe('lists and sheets', () => {
  it('a company has its own specs with two statements, and pages them', async () => {
    const own = { ...desk, trader: await app.aTrader() };
    const ids = [];
    for (let count = 0; count < 3; count += 1) {
      ids.unshift((await anApproved(app, own)).specId);
      await app.clock.advance(60_000);
    }
    const as = own.trader;
    good(await app.call(listSpecs, { as }));
    const statements = await app.statements(async () => good(await app.call(listSpecs, { as })));
    expect(statements.length).toBeLessThanOrEqual(2);
    const first = good(await app.call(listSpecs, { as, query: { limit: 2 } }));
    const rest = good(await app.call(listSpecs, { as, query: { limit: 2, after: first.next ?? '' } }));
    expect([...first.rows, ...rest.rows].map((row) => row.id)).toEqual(ids);
    const stranger = await app.aTrader();
    expect((await app.call(readSpec, { as: stranger, params: { id: ids[0] ?? '' } })).status).toBe(404);
  });

  it('the design desk sees what waits, the longest first, without price, person or company', async () => {
    const { specId } = await anApproved(app, desk);
    const waiting = good(await app.call(designSpecs, { as: desk.gatekeeper, query: { limit: 100 } }));
    expect(waiting.rows.at(-1)?.id).toBe(specId);
    expect(waiting.rows.every((row) => row.state === 'draft')).toBe(true);
    const text = JSON.stringify([waiting.rows.at(-1), await specAt(app, desk.maker, specId)]);
    expect(text).not.toMatch(/unitPrice|per10k|Company|companyId/);
    expect(text).not.toContain(desk.trader.personId);
    good(await check(app, desk.gatekeeper, specId));
    const all = good(await app.call(designSpecs, { as: desk.gatekeeper, query: { filter: 'all' } }));
    expect(all.rows[0]?.id).toBe(specId);
  });

  it.each(LOCALES)(
    'the sheet says in %s what is made, with the hashes, and nothing of price or people',
    async (lang) => {
      const { id, code, contentHash } = await aLockedSpec(app, desk);
      const sheet = await app.call(specSheet, { as: desk.trader, params: { id }, query: { lang } });
      expect(sheet.headers['content-type']).toBe('application/pdf');
      const text = await textOf(sheet.raw);
      expect(text.replace(/\s/g, '')).toContain(contentHash);
      expect(text).toContain(code);
      expect(text).not.toMatch(/Person|SAR|Company/);
      if (lang === 'ar') expect(text).toContain('مواصفة');
      const again = await app.call(specSheet, { as: desk.trader, params: { id }, query: { lang } });
      expect(again.raw.equals(sheet.raw)).toBe(true);
      if (lang === 'no' || lang === 'fr') return;
      const theirs = await app.call(designSpecSheet, { as: desk.maker, params: { id }, query: { lang } });
      expect(theirs.raw.equals(sheet.raw)).toBe(true);
    },
  );
});
