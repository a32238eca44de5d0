import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@qafila/shared/kernel/locale';
import {
  listPolicies,
  myPolicy,
  type PolicyTexts,
  publishPolicy,
  readPolicy,
  readPolicyDraft,
  savePolicyDraft,
  seePolicy,
} from '@qafila/shared/privacy/privacy.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { actingAs } from '../../traders/testing/acting-as';
import { FIRST_POLICY } from '../policy/first-policy';
import { PoliciesInForce } from '../privacy.api';

const withLine = (line: string, texts: PolicyTexts = FIRST_POLICY): PolicyTexts => ({
  en: `${texts.en}\n${line}`,
  ar: `${texts.ar}\n${line}`,
  no: `${texts.no}\n${line}`,
  fr: `${texts.fr}\n${line}`,
});

let app: TestApp;
let officer: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  officer = await app.aStaff('privacy_officer');
});
afterAll(() => app.close());

async function publish(basedOn: number, texts: PolicyTexts) {
  return app.call(publishPolicy, {
    as: officer,
    body: { basedOn, texts },
    freshCode: await app.freshCode(officer),
  });
}

describe('version 1', () => {
  it('is in force from the start and read by anybody in every language', async () => {
    const list = await app.call(listPolicies);
    expect(list.body).toEqual({ current: 1, versions: [{ version: 1, publishedAt: null }] });
    for (const locale of LOCALES) {
      const { body } = await app.call(readPolicy, { params: { version: 1 }, query: { locale } });
      expect(body).toEqual({ version: 1, publishedAt: null, locale, text: FIRST_POLICY[locale] });
    }
  });

  it('is the only one: another number is not found', async () => {
    const answer = await app.call(readPolicy, { params: { version: 9 }, query: { locale: 'en' } });
    expect(answer.status).toBe(404);
  });
});

describe('the draft', () => {
  it('begins with the texts in force and is kept with a version of its own', async () => {
    const first = await app.call(readPolicyDraft, { as: officer });
    expect(first.body).toMatchObject({ basedOn: 1, savedAt: null, version: 0 });
    const texts = withLine('A line.');
    const saved = await app.call(savePolicyDraft, { as: officer, version: 0, body: { texts } });
    expect(saved.body.version).toBe(1);
    const again = await app.call(readPolicyDraft, { as: officer });
    expect(again.body).toMatchObject({ basedOn: 1, version: 1, texts });
    const stale = await app.call(savePolicyDraft, { as: officer, version: 0, body: { texts } });
    expect(stale.body.code).toBe('STALE_RECORD');
  });

  it('belongs to whoever may publish', async () => {
    const admin = await app.aStaff('admin');
    expect((await app.call(readPolicyDraft, { as: admin })).body.code).toBe('NOT_ALLOWED');
    const trader = await app.aTrader();
    expect(
      (await app.call(publishPolicy, { as: trader, body: { basedOn: 1, texts: FIRST_POLICY } })).body.code,
    ).toBe('NOT_ALLOWED');
  });
});

describe('publishing', () => {
  it('refuses texts that did not change, and languages that part', async () => {
    expect((await publish(1, FIRST_POLICY)).body.code).toBe('POLICY_UNCHANGED');
    const uneven = { ...FIRST_POLICY, fr: `${FIRST_POLICY.fr}\nUn mot de plus.` };
    const answer = await publish(1, uneven);
    expect(answer.body).toMatchObject({ code: 'POLICY_UNEVEN', params: { line: 71 } });
  });

  it('wants a fresh code', async () => {
    const answer = await app.call(publishPolicy, { as: officer, body: { basedOn: 1, texts: withLine('x') } });
    expect(answer.body.code).toBe('FRESH_CODE_REQUIRED');
  });

  it('puts the next version in force at once, drops the draft, and is told to who came before', async () => {
    const before = await app.aTrader();
    expect((await app.call(myPolicy, { as: before })).body).toEqual({
      current: 1,
      seen: null,
      newsSince: null,
    });
    await app.clock.advance(60_000);
    const at = app.clock.now().getTime();
    const answer = await publish(1, withLine('The second version.'));
    expect(answer.body.version).toBe(2);
    expect(Date.parse(answer.body.publishedAt ?? '')).toBeGreaterThanOrEqual(at);
    expect((await app.call(listPolicies)).body.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await app.system((tx) => app.get(PoliciesInForce).current(tx))).toBe(2);
    expect((await app.call(readPolicyDraft, { as: officer })).body).toMatchObject({
      basedOn: 2,
      savedAt: null,
    });
    expect((await app.call(myPolicy, { as: before })).body).toEqual({ current: 2, seen: null, newsSince: 1 });
    const after = await app.aTrader();
    expect((await app.call(myPolicy, { as: after })).body.newsSince).toBeNull();
  });

  it('refuses a version built on a past one', async () => {
    expect((await publish(1, withLine('Too late.'))).body.code).toBe('POLICY_MOVED_ON');
  });

  it('is written down with the hash of every text', async () => {
    const rows = await app.system((tx) =>
      tx.query<{ after: { version: number; hashes: object } }>(
        `select after from audit_event where event = 'privacy.policy_published'`,
      ),
    );
    expect(rows.map(({ after }) => after.version)).toEqual([2]);
    expect(Object.keys(rows[0]?.after.hashes ?? {}).sort()).toEqual([...LOCALES].sort());
  });
});

describe('who saw what', () => {
  it('is recorded once for each person and version', async () => {
    const trader = await app.aTrader();
    await app.call(seePolicy, { as: trader, body: { version: 2 } });
    const first = await app.call(myPolicy, { as: trader });
    await app.clock.advance(120_000);
    await app.call(seePolicy, { as: trader, body: { version: 2 } });
    expect((await app.call(myPolicy, { as: trader })).body).toEqual(first.body);
    expect(first.body).toMatchObject({ current: 2, seen: { version: 2 }, newsSince: null });
    const rows = await app.system((tx) =>
      tx.query(`select 1 from audit_event where event = 'privacy.policy_seen' and subject_id = $1`, [
        trader.personId,
      ]),
    );
    expect(rows).toHaveLength(1);
  });

  it('stands in no trail of the company that staff act for meanwhile', async () => {
    const { companyId } = await app.aTrader();
    const manager = await app.aStaff('account_manager');
    const reason = { code: 'order_help' as const, text: 'Asked by phone' };
    const acting = await actingAs(app, manager, { companyId, reason });
    expect((await app.call(seePolicy, { as: acting, body: { version: 2 } })).status).toBe(200);
    const rows = await app.system((tx) =>
      tx.query<{ company_id: string | null }>(
        `select company_id from audit_event where event = 'privacy.policy_seen' and subject_id = $1`,
        [manager.personId],
      ),
    );
    expect(rows).toEqual([{ company_id: null }]);
  });

  it('is asked with one statement beside the session', async () => {
    const trader = await app.aTrader();
    const statements = await app.statements(() => app.call(myPolicy, { as: trader }));
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  it('knows no version that was never published', async () => {
    const trader = await app.aTrader();
    expect((await app.call(seePolicy, { as: trader, body: { version: 77 } })).status).toBe(404);
  });
});
