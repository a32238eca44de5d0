import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { editCompany, getCompany, limitCompany } from '@qafila/shared/traders/company.contract';
import { createOwnRole } from '@qafila/shared/traders/members.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { Trader } from '../testing/invited';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app.close());

const sar = (minor: number) => ({ minor, currency: 'SAR' as const });
const LIMITS = { limit: { amount: sar(900_000), window: 'month' as const }, approvalLimit: sar(200_000) };
const versionOf = async (who: Trader): Promise<number> =>
  (await app.call(getCompany, { as: who })).body.version;
const limit = async (as: Trader, body: typeof LIMITS) =>
  app.call(limitCompany, { as, version: await versionOf(as), freshCode: await app.freshCode(as), body });

describe('the limits of a company', () => {
  it('are set by an owner with a fresh code, shown, and kept when the settings change', async () => {
    const owner = await app.aTrader();
    const bare = await app.call(limitCompany, { as: owner, version: 1, body: LIMITS });
    expect(bare.body.code).toBe('FRESH_CODE_REQUIRED');
    expect((await limit(owner, LIMITS)).body).toMatchObject(LIMITS);
    const edited = await app.call(editCompany, {
      as: owner,
      version: await versionOf(owner),
      body: { timeZone: 'Europe/Oslo', locale: 'no' },
    });
    expect(edited.body).toMatchObject({ ...LIMITS, timeZone: 'Europe/Oslo', locale: 'no' });
    const again = await limit(owner, { ...LIMITS, approvalLimit: sar(1) });
    expect(again.body).toMatchObject({ approvalLimit: sar(1), timeZone: 'Europe/Oslo', locale: 'no' });
  });

  it('are no matter of who may edit the company by an own role', async () => {
    const owner = await app.aTrader();
    const editor = await app.aTrader({ role: 'buyer', company: owner });
    await app.call(createOwnRole, {
      as: owner,
      freshCode: await app.freshCode(owner),
      body: { name: 'Editor', permissions: ['company:edit'] },
    });
    await app.system((tx) =>
      tx.query(`update sessions set own_permissions = '{company:read,company:edit}' where person_id = $1`, [
        editor.personId,
      ]),
    );
    expect((await limit(editor, LIMITS)).body.code).toBe('NOT_ALLOWED');
    const edited = await app.call(editCompany, {
      as: editor,
      version: 1,
      body: { timeZone: 'Asia/Riyadh', locale: 'en' },
    });
    expect(edited.status).toBe(200);
  });

  it('stand in the company’s own currency', async () => {
    const owner = await app.aTrader();
    const wrong = { minor: 100, currency: 'USD' as const };
    const answer = await app.call(limitCompany, {
      as: owner,
      version: 1,
      freshCode: await app.freshCode(owner),
      body: { limit: { amount: wrong, window: 'day' }, approvalLimit: wrong },
    });
    expect(answer.body).toMatchObject({
      code: 'FIELDS_INVALID',
      fields: [{ path: 'limit.amount' }, { path: 'approvalLimit' }],
    });
  });
});
