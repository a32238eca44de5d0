import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFactors } from '@qafila/shared/identity/factors.contract';
import { readSession } from '@qafila/shared/identity/identity.contract';
import {
  ACTING_IDLE_MINUTES,
  KNOWN_DEVICE_DAYS,
  TRADER_SESSION_HOURS,
} from '@qafila/shared/identity/identity.rules';
import {
  closeOtherSessions,
  closeSession,
  listSessions,
  switchCompany,
} from '@qafila/shared/identity/sessions.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { traderScope } from '../../../platform/access/scope';
import { Clock, type MovableClock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { People, SessionDoor } from '../identity.api';
import { type Account, anAccount, Browser, signedIn } from '../testing/account-steps';
import { securityMailsTo } from '../testing/mailbox';
import { RefreshTokens } from './refresh-tokens';
import { Sessions } from './sessions';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1';
let app: TestApp;
let account: Account;
beforeAll(async () => {
  app = await aTestApp();
  account = await anAccount(app);
});
afterAll(() => app?.close());
const codeOf = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];

describe('the list of sessions', () => {
  it('names device, network and factor, this one first, with three statements at most', async () => {
    const phone = await signedIn(
      app,
      account,
      new Browser(app, PHONE, '2001:db8:85a3:8d3:1319:8a2e:370:7348'),
    );
    let rows: readonly { isThis: boolean; device: object; network: string | null }[] = [];
    const statements = await app.statements(async () => {
      rows = (await phone.good(listSessions)).body.rows;
    });
    expect(statements.length).toBeLessThanOrEqual(3);
    expect(rows[0]).toMatchObject({
      isThis: true,
      device: { browser: 'Safari', system: 'iOS', kind: 'phone' },
      network: '2001:db8:85a3:8d3::/64',
      factor: 'totp',
    });
    expect(rows[1]).toMatchObject({
      isThis: false,
      device: { browser: 'Firefox', system: 'Windows', kind: 'computer' },
      network: '203.0.113.0/24',
    });
    expect(await securityMailsTo(app, account.email)).toContain('new_device');
    const again = await securityMailsTo(app, account.email);
    await signedIn(app, account, phone);
    expect(await securityMailsTo(app, account.email)).toEqual(again);
  });

  it('tells of a new device also somebody who was away until every device was forgotten', async () => {
    const dormant = await anAccount(app);
    await app.clock.advance(KNOWN_DEVICE_DAYS.value * 86_400_000);
    await app.drain();
    expect(await securityMailsTo(app, dormant.email)).not.toContain('new_device');
    await signedIn(app, dormant);
    expect(await securityMailsTo(app, dormant.email)).toContain('new_device');
  });

  it('closes one from another device, and all others at once', async () => {
    const [one, two] = [await signedIn(app, account), await signedIn(app, account)];
    const { rows } = (await two.good(listSessions)).body;
    const id = rows.find((row) => !row.isThis)?.id ?? '';
    await two.good(closeSession, { params: { id } });
    expect(codeOf(await two.call(closeSession, { params: { id } }))).toEqual([404, 'NOT_FOUND']);
    expect(await one.isIn()).toBe(false);
    const closed = (await two.good(closeOtherSessions)).body.closed;
    expect(closed).toBeGreaterThanOrEqual(1);
    expect((await two.good(listSessions)).body.rows.length).toBe(1);
    account = { ...account, browser: two };
  });

  it('does not close the session of somebody else', async () => {
    const other = await app.aTrader();
    const answer = await account.browser.call(closeSession, { params: { id: other.actor.sessionId } });
    expect(codeOf(answer)).toEqual([404, 'NOT_FOUND']);
    expect((await app.call(readSession, { as: other })).status).toBe(200);
  });
});

describe('somebody with two companies', () => {
  it('switches between them and to no third, and the day of the session does not begin anew', async () => {
    const person = await app.aTrader({ nameLatin: 'Atlas One', role: 'owner' });
    const second = await app.aTrader({ nameLatin: 'Atlas Two', country: 'NO', currency: 'NOK' });
    const third = await app.aTrader({ nameLatin: 'Stranger' });
    await app.system((tx) =>
      tx.query(
        `insert into memberships (company_id, person_id, role, state) values ($1, $2, 'buyer', 'active')`,
        [second.companyId, person.personId],
      ),
    );
    const before = (await app.call(readSession, { as: person })).body;
    expect(before.companies.map(({ nameLatin }) => nameLatin)).toEqual(['Atlas One', 'Atlas Two']);
    const body = { companyId: second.companyId };
    const stranger = await app.call(switchCompany, { as: person, body: { companyId: third.companyId } });
    expect(codeOf(stranger)).toEqual([404, 'NOT_FOUND']);
    const answer = await app.call(switchCompany, { as: person, body });
    expect(answer.body).toMatchObject({
      roles: ['buyer'],
      company: { id: second.companyId, currency: 'NOK' },
    });
    expect(answer.body.endsAt).toBe(before.endsAt);
    expect((await app.call(readSession, { as: person })).status).toBe(401);
  });

  it('lists and closes his sessions over both, while each company’s wall shows its own session alone', async () => {
    const person = await app.aTrader();
    const second = await app.aTrader();
    const { companyId } = second;
    const { personId, kind, roles, level } = person.actor;
    const given = { personId, kind, roles, level, companyId, agent: PHONE };
    const { sessionId } = await app.system((tx) => app.get(Sessions).open(tx, given));
    const own = [person.actor.sessionId, sessionId];
    const seenFrom = (companyId: string): Promise<string[]> =>
      app.get(UnitOfWork).runApart(traderScope({ ...person.actor, companyId }), async (tx) => {
        const rows = await tx.query<{ id: string }>('select id from sessions where person_id = $1', [
          personId,
        ]);
        return rows.map(({ id }) => id);
      });
    expect(await seenFrom(person.companyId)).toEqual([person.actor.sessionId]);
    expect(await seenFrom(companyId)).toEqual([sessionId]);
    const { rows } = (await app.call(listSessions, { as: person })).body;
    expect(rows.map(({ id }) => id).sort()).toEqual([...own].sort());
    expect((await app.call(closeSession, { as: person, params: { id: sessionId } })).status).toBe(200);
    expect(await app.get(Sessions).read(sessionId)).toBeNull();
  });
});

describe('a role that changed', () => {
  it('ends the sessions of that company and of no other, on the next request', async () => {
    const person = await app.aTrader();
    const people = app.get(People);
    const given = { personIds: [person.personId], reason: 'role changed' };
    const other = await app.aTrader();
    await app.system((tx) => people.endSessions(tx, { ...given, companyId: other.companyId }));
    expect((await app.call(readSession, { as: person })).status).toBe(200);
    await app.system((tx) => people.endSessions(tx, { ...given, companyId: person.companyId }));
    expect((await app.call(readSession, { as: person })).status).toBe(401);
  });
});

describe('staff who act for a trader', () => {
  /** Begins acting and returns the cookies that the reply would set. */
  async function acting(staff: TestPerson, companyId: string): Promise<string[]> {
    return setBy((reply) =>
      app.system((tx) =>
        app.get(SessionDoor).beginActing(tx, {
          actor: staff.actor,
          companyId,
          reason: 'Phone order',
          reply: reply as never,
          agent: '',
        }),
      ),
    );
  }
  async function setBy(work: (reply: object) => Promise<unknown>): Promise<string[]> {
    const set: string[] = [];
    await work({ header: (_: string, value: string[]) => set.push(...value) });
    return set.map((line) => line.split(';')[0] ?? '');
  }

  it('see the company, hold no factor of their own, and are themselves again afterwards', async () => {
    const staff = await app.aStaff('account_manager');
    const trader = await app.aTrader({ nameLatin: 'Acted For' });
    const [session = '', refresh = ''] = await acting(staff, trader.companyId);
    const headers = { cookie: `${session}; ${refresh}` };
    const seen = (await app.call(readSession, { headers })).body;
    expect(seen).toMatchObject({ acting: { reason: 'Phone order' }, company: { id: trader.companyId } });
    expect(seen.permissions).not.toContain('member:manage');
    expect(codeOf(await app.call(readFactors, { headers }))).toEqual([403, 'NOT_ALLOWED']);
    expect(codeOf(await app.call(closeOtherSessions, { headers }))).toEqual([403, 'NOT_ALLOWED']);
    const actor = await app.get(Sessions).read(await newestOf(staff));
    const back = await setBy((reply) =>
      app.system((tx) =>
        app.get(SessionDoor).endActing(tx, { actor: actor as never, reply: reply as never }),
      ),
    );
    const own = (await app.call(readSession, { headers: { cookie: back[0] ?? '' } })).body;
    expect([own.acting, own.company, own.person.kind]).toEqual([null, null, 'staff']);
    expect((await app.call(readSession, { headers })).status).toBe(401);
  });

  it('are back in their own session after fifteen idle minutes, and out when that one is closed', async () => {
    const clock = app.get(Clock) as MovableClock;
    const base = clock.now().getTime() - Date.now();
    const staff = await app.aStaff('account_manager');
    const trader = await app.aTrader();
    const [, refresh = ''] = await acting(staff, trader.companyId);
    const id = await newestOf(staff);
    clock.moveTo(base + ACTING_IDLE_MINUTES.value * 60_000 - 1000);
    expect(await app.get(Sessions).read(id)).not.toBeNull();
    clock.moveTo(base + 2 * ACTING_IDLE_MINUTES.value * 60_000);
    expect(await app.get(Sessions).read(id)).toBeNull();
    const given = await app.get(RefreshTokens).refresh(refresh.replace('refresh=', ''));
    expect(given.sessionId).toBe(staff.actor.sessionId);
    const next = await acting(staff, trader.companyId);
    expect((await app.call(readSession, { headers: { cookie: next[0] ?? '' } })).status).toBe(200);
    await app.system((tx) => app.get(Sessions).close(tx, staff.actor.sessionId, 'test'));
    expect((await app.call(readSession, { headers: { cookie: next[0] ?? '' } })).status).toBe(401);
    clock.moveTo(base);
  });

  it('lose their own session too when a copy of an old token is used, also after the idle minutes', async () => {
    const clock = app.get(Clock) as MovableClock;
    const base = clock.now().getTime() - Date.now();
    const staff = await app.aStaff('account_manager');
    const [, refresh = ''] = await acting(staff, (await app.aTrader()).companyId);
    const tokens = app.get(RefreshTokens);
    const first = refresh.replace('refresh=', '');
    await tokens.refresh((await tokens.refresh(first)).refreshToken);
    clock.moveTo(base + ACTING_IDLE_MINUTES.value * 60_000 + 1000);
    expect(await app.get(Sessions).read(staff.actor.sessionId)).not.toBeNull();
    await expect(tokens.refresh(first)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await app.get(Sessions).read(staff.actor.sessionId)).toBeNull();
    expect(await securityMailsTo(app, staff.email)).toContain('session_alarm');
    clock.moveTo(base);
  });

  const newestOf = (staff: TestPerson): Promise<string> =>
    app.system(async (tx) => {
      const [row] = await tx.query<{ id: string }>(
        'select id from sessions where person_id = $1 order by id desc limit 1',
        [staff.personId],
      );
      return row?.id ?? '';
    });
});

describe('the day of a session', () => {
  it(`is ${TRADER_SESSION_HOURS.value} hours for a trader, told with the session`, async () => {
    const person = await app.aTrader();
    const { endsAt } = (await app.call(readSession, { as: person })).body;
    const hours = (new Date(endsAt).getTime() - app.clock.now().getTime()) / 3_600_000;
    expect(hours).toBeGreaterThan(TRADER_SESSION_HOURS.value - 0.1);
    expect(hours).toBeLessThanOrEqual(TRADER_SESSION_HOURS.value);
  });
});
