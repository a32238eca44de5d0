import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDraft } from '@qafila/shared/ordering/ordering.contract';
import {
  activateTrader,
  closeTrader,
  listTraders,
  readTrader,
  suspendTrader,
} from '@qafila/shared/traders/acting.contract';
import { auditWordsOf, isClearInTrail } from '../../../../test/support/audit-words';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { newId } from '../../../platform/ids/new-id';

let app: TestApp;
let manager: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  manager = await app.aStaff('account_manager');
  admin = await app.aStaff('admin');
});
afterAll(() => app.close());

type Query = { q?: string; state?: 'active' | 'suspended'; country?: string; mine?: 'yes'; limit?: number };
const found = async (query: Query) => {
  const { body } = await app.call(listTraders, { as: manager, query });
  return body.rows.map((row) => row.nameLatin);
};
const move = async (endpoint: typeof suspendTrader, id: string, as = admin) =>
  app.call(endpoint, {
    as,
    params: { id },
    body: { reason: 'Papers expired' },
    freshCode: await app.freshCode(as),
  });

describe('the list of traders', () => {
  beforeAll(async () => {
    const shop = await app.aTrader({ nameLatin: 'Dār Ñour Trading', nameArabic: 'مؤسسة دار النُّور التجارية' });
    await app.aTrader({ nameLatin: 'Fjord & Fønix AS', country: 'NO', currency: 'SAR' });
    await app.system((tx) =>
      tx.query('update companies set registration_number = $2, account_manager_id = $3 where id = $1', [
        shop.companyId,
        '7012345678',
        manager.personId,
      ]),
    );
  });

  it.each([
    ['Latin without its marks', 'dar nour'],
    ['Arabic without harakat, with another alef and ta marbuta', 'موسسه دار إلنور'],
    ['Arabic stretched by tatweel', 'دار النـــور'],
    ['part of the number, in Arabic digits', '٧٠١٢٣٤'],
  ])('finds a name: %s', async (_, q) => {
    expect(await found({ q })).toEqual(['Dār Ñour Trading']);
  });

  it('finds ø by o, and nothing by signs alone', async () => {
    expect(await found({ q: 'fonix' })).toEqual(['Fjord & Fønix AS']);
    expect(await found({ q: '%%' })).toEqual([]);
  });

  it('is narrowed by country, state and account manager', async () => {
    expect(await found({ country: 'NO' })).toEqual(['Fjord & Fønix AS']);
    expect(await found({ mine: 'yes' })).toEqual(['Dār Ñour Trading']);
    expect(await found({ state: 'suspended' })).toEqual([]);
  });

  it('comes page by page, in three statements with the session', async () => {
    const first = await app.call(listTraders, { as: manager, query: { limit: 1 } });
    expect(first.body.countries).toEqual(['NO', 'SA']);
    const after = first.body.next ?? '';
    const sent = await app.statements(async () => {
      const second = await app.call(listTraders, { as: manager, query: { limit: 1, after } });
      expect(second.body.rows[0]?.id).not.toBe(first.body.rows[0]?.id);
      expect(second.body.next).toBeNull();
    });
    expect(sent.length).toBeLessThanOrEqual(3);
  });

  it('is closed to finance, warehouse and traders', async () => {
    for (const as of [await app.aStaff('finance'), await app.aStaff('warehouse'), await app.aTrader()])
      expect((await app.call(listTraders, { as })).status).toBe(403);
  });
});

describe('a trader’s page', () => {
  it('shows facts and names, no mail and no money, and stands in the trader’s trail', async () => {
    const trader = await app.aTrader();
    await app.aTrader({ company: trader, role: 'buyer' });
    const answer = await app.call(readTrader, { as: manager, params: { id: trader.companyId } });
    expect(answer.body).toMatchObject({ state: 'active', mayAct: true, steps: [], openOrders: 0 });
    expect(answer.body.people.map((person) => person.roles)).toEqual(
      expect.arrayContaining([['owner'], ['buyer']]),
    );
    expect(answer.raw.toString('utf8')).not.toMatch(/@people\.example|minor|totp/);
    const looks = await app.system((tx) =>
      tx.query<{ person_id: string }>(
        `select person_id from audit_event where company_id = $1 and event = 'traders.company_looked_at'`,
        [trader.companyId],
      ),
    );
    expect(looks).toEqual([{ person_id: manager.personId }]);
    expect((await app.call(readTrader, { as: manager, params: { id: newId() } })).status).toBe(404);
  });

  it.each([
    ['trade-a', 'trade-a'],
    ['trade-b', 'trade-b'],
    [undefined, 'trade-b'],
  ] as const)('names the price list it buys at: %s set is %s', async (priceList, shown) => {
    const trader = await app.aTrader(priceList ? { priceList } : {});
    const answer = await app.call(readTrader, { as: manager, params: { id: trader.companyId } });
    expect(answer.body.priceList).toBe(shown);
  });

  it('costs three statements with the session and the look', async () => {
    const trader = await app.aTrader();
    const params = { id: trader.companyId };
    const sent = await app.statements(() => app.call(readTrader, { as: manager, params }));
    expect(sent.length).toBeLessThanOrEqual(3);
  });
});

describe('the state of a trader', () => {
  it('suspended: reads and orders nothing; returned: orders again; closed: for good', async () => {
    const trader = await app.aTrader();
    const { companyId } = trader;
    const order = () => app.call(createDraft, { as: trader, body: { name: 'Spring' } });
    expect((await move(suspendTrader, companyId)).body).toEqual({ state: 'suspended' });
    expect((await order()).body.code).toBe('NOT_ALLOWED');
    expect((await move(suspendTrader, companyId)).body.code).toBe('WRONG_STATE');
    expect((await move(activateTrader, companyId)).body).toEqual({ state: 'active' });
    expect((await order()).status).toBe(200);
    expect((await move(closeTrader, companyId)).body).toEqual({ state: 'closed' });
    expect((await order()).status).toBe(401);
    expect((await move(activateTrader, companyId)).body.code).toBe('WRONG_STATE');
    const trail = await app.system((tx) =>
      tx.query<{ event: string }>(
        `select event from audit_event where company_id = $1 and event like 'traders.company_%' order by id`,
        [companyId],
      ),
    );
    expect(trail.map((row) => row.event)).toEqual([
      'traders.company_suspended',
      'traders.company_returned',
      'traders.company_closed',
    ]);
    expect(await auditWordsOf(app, 'traders.company_suspended')).toBe('Papers expired');
    expect(await isClearInTrail(app, 'Papers expired')).toBe(false);
  });

  it('is changed by admins with a fresh code; the owner is told', async () => {
    const trader = await app.aTrader();
    expect((await move(suspendTrader, trader.companyId, manager)).body.code).toBe('NOT_ALLOWED');
    await move(suspendTrader, trader.companyId);
    await app.drain();
    const notices = await app.system((tx) =>
      tx.query<{ event: string }>('select event from notices where company_id = $1', [trader.companyId]),
    );
    expect(notices).toEqual([{ event: 'company_suspended' }]);
  });

  it('pending is opened by its application and not here', async () => {
    const trader = await app.aTrader();
    await app.system((tx) =>
      tx.query(`update companies set state = 'pending' where id = $1`, [trader.companyId]),
    );
    expect((await move(activateTrader, trader.companyId)).body.code).toBe('WRONG_STATE');
  });
});
