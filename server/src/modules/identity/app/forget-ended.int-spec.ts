import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { draftTotp, passkeyOptions } from '@qafila/shared/identity/factors.contract';
import { provideCode, readSession, signIn } from '@qafila/shared/identity/identity.contract';
import {
  ENDED_LINK_DAYS,
  ENDED_PROOF_HOURS,
  ENDED_SESSION_DAYS,
  REGISTRATION_LINK_HOURS,
  TRADER_SESSION_HOURS,
} from '@qafila/shared/identity/identity.rules';
import { register } from '@qafila/shared/identity/registration.contract';
import { switchCompany } from '@qafila/shared/identity/sessions.contract';
import { listStaff } from '@qafila/shared/store/staff.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { Clock, type MovableClock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/ids/new-id';
import { codeAt } from '../domain/totp';
import { type Account, anAccount, Browser, GOOD_PASSWORD, registered } from '../testing/account-steps';
import { securityMailsTo } from '../testing/mailbox';
import { ForgetEnded, PAGE } from './forget-ended';
import { Sessions } from './sessions';
import { StepUpTokens } from './step-up-tokens';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SECOND = 1000;
let app: TestApp;
let clock: MovableClock;
beforeAll(async () => {
  app = await aTestApp();
  clock = app.get(Clock) as MovableClock;
});
afterEach(() => app.clock.advance(0));
afterAll(() => app?.close());

/** Moves the clock alone, until the test ends: here sessions have to end. */
const moveTo = (moment: number): void => clock.moveTo(moment - Date.now());
const sweep = (): Promise<void> => app.get(ForgetEnded).sweep();
const idsOf = (table: string, key: string): Promise<string[]> =>
  app.system(async (tx) => {
    const rows = await tx.query<{ id: string }>(`select ${key} as id from ${table}`);
    return rows.map(({ id }) => id);
  });
const sessionsOf = (personId: string): Promise<string[]> =>
  app.system(async (tx) => {
    const rows = await tx.query<{ id: string }>('select id from sessions where person_id = $1 order by id', [
      personId,
    ]);
    return rows.map(({ id }) => id);
  });
/** A session of the same person that began later. */
const another = (person: TestPerson, companyId = person.actor.companyId): Promise<string> =>
  app.system(async (tx) => {
    const { personId, kind, roles, level } = person.actor;
    const given = { personId, kind, roles, level, companyId, agent: 'test' };
    return (await app.get(Sessions).open(tx, given)).sessionId;
  });

describe('what proves something for a while', () => {
  const KEYS = [
    ['refresh_tokens', 'token_hash'],
    ['passkey_challenges', 'challenge'],
    ['step_up_tokens', 'token_hash'],
    ['totp_drafts', 'session_id'],
    ['recovery_code_drafts', 'session_id'],
  ] as const;
  const counts = async (): Promise<number[]> =>
    Promise.all(KEYS.map(async ([table, key]) => (await idsOf(table, key)).length));

  it(`goes ${ENDED_PROOF_HOURS.value} hours after the end of its session, and not before`, async () => {
    const account = await anAccount(app);
    const { id: personId } = (await account.browser.good(readSession)).body.person;
    const unfinished = await registered(app, 'unfinished@sahra.example');
    await unfinished.good(draftTotp);
    await unfinished.good(passkeyOptions);
    const [first = ''] = await sessionsOf(personId);
    await app.system(async (tx) => {
      await app.get(StepUpTokens).issue(tx, { sessionId: first, operation: 'test' });
      await tx.query(
        `insert into recovery_code_drafts (session_id, position, code_hash) select session_id, 1, 'x' from totp_drafts`,
      );
    });
    const before = await counts();
    expect(Math.min(...before)).toBeGreaterThan(0);
    const end = clock.now().getTime() + TRADER_SESSION_HOURS.value * HOUR;
    moveTo(end - HOUR);
    await sweep();
    const [tokens] = await counts();
    expect(tokens).toBeGreaterThan(0);
    moveTo(end + ENDED_PROOF_HOURS.value * HOUR + SECOND);
    await sweep();
    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
    expect((await sessionsOf(personId)).length).toBeGreaterThan(1);
  });
});

describe('a mailed link', () => {
  it(`goes ${ENDED_LINK_DAYS.value} days after its end, used or not`, async () => {
    await registered(app, 'used@sahra.example');
    await new Browser(app).good(register, { body: { email: 'never@sahra.example', locale: 'en' } });
    await app.drain();
    const both = await idsOf('identity_links', 'token_hash');
    expect(both.length).toBeGreaterThanOrEqual(2);
    const issued = clock.now().getTime();
    const end = issued + REGISTRATION_LINK_HOURS.value * HOUR + ENDED_LINK_DAYS.value * DAY;
    moveTo(issued + ENDED_LINK_DAYS.value * DAY);
    await sweep();
    expect(await idsOf('identity_links', 'token_hash')).toEqual(both);
    moveTo(end + SECOND);
    await sweep();
    expect(await idsOf('identity_links', 'token_hash')).toEqual([]);
  });

  it('goes in statements that take a thousand rows each', async () => {
    const now = clock.now();
    await app.system((tx) =>
      tx.query(
        `insert into identity_links (token_hash, purpose, email_enc, email_hash, locale, created_at, expires_at)
         select 'old ' || n, 'registration', 'x', 'x', 'en', $1, $1 from generate_series(1, $2::int) n`,
        [new Date(now.getTime() - 30 * DAY), 2 * PAGE + 1],
      ),
    );
    const statements = await app.statements(sweep);
    expect(statements.filter((sql) => sql.includes('delete from identity_links')).length).toBe(3);
    expect(await idsOf('identity_links', 'token_hash')).toEqual([]);
  });
});

describe('a session', () => {
  it(`goes ${ENDED_SESSION_DAYS.value} days after its end; the newest in each company stays`, async () => {
    const person = await app.aTrader();
    const other = await app.aTrader();
    const inOther = await another(person, other.companyId);
    const newest = await another(person);
    const half = await app.system((tx) =>
      app.get(Sessions).open(tx, { ...seed(person), companyId: null, roles: [], level: 'half' }),
    );
    const end = clock.now().getTime() + TRADER_SESSION_HOURS.value * HOUR + ENDED_SESSION_DAYS.value * DAY;
    moveTo(end - 60 * SECOND);
    await sweep();
    // Half a session ends after minutes.
    expect(await sessionsOf(person.personId)).toEqual([person.actor.sessionId, inOther, newest]);
    moveTo(end + SECOND);
    await sweep();
    expect(await sessionsOf(person.personId)).toEqual([inOther, newest]);
    expect(await sessionsOf(person.personId)).not.toContain(half.sessionId);
  });
  const seed = ({ actor }: TestPerson) => ({ personId: actor.personId, kind: actor.kind, agent: 'test' });

  it('goes with those in which staff acted; staff are still seen to have been here', async () => {
    const staff = await app.aStaff('admin');
    const trader = await app.aTrader();
    const { personId, kind, roles, level, sessionId: parentId } = staff.actor;
    await app.system((tx) =>
      app.get(Sessions).open(tx, {
        ...{ personId, kind, roles, level, companyId: trader.companyId, agent: 'test' },
        acting: { reason: 'order_by_phone: test', parentId },
      }),
    );
    const newest = await another(staff);
    const seen = clock.now().toISOString();
    moveTo(clock.now().getTime() + (ENDED_SESSION_DAYS.value + 2) * DAY);
    await sweep();
    expect(await sessionsOf(personId)).toEqual([newest]);
    const reader = await app.aStaff('admin');
    const { people } = (await app.call(listStaff, { as: reader })).body;
    const lastSeen = people.find(({ id }) => id === personId)?.lastSeenAt ?? '';
    expect(Math.abs(Date.parse(lastSeen) - Date.parse(seen))).toBeLessThan(60 * SECOND);
  });

  it('stays with the case of a lost factor that it answered', async () => {
    const person = await app.aTrader();
    await another(person);
    await app.system((tx) =>
      tx.query(
        `insert into factor_cases (id, person_id, state, text_enc, opened_at, wait_until, session_id)
         values ($1, $2, 'used', 'sealed', $3, $3, $4)`,
        [newId(), person.personId, clock.now(), person.actor.sessionId],
      ),
    );
    moveTo(clock.now().getTime() + (ENDED_SESSION_DAYS.value + 2) * DAY);
    await sweep();
    expect(await sessionsOf(person.personId)).toContain(person.actor.sessionId);
  });

  it('goes from any page of ended ones, however many stay before it', async () => {
    const person = await app.aTrader();
    await app.system((tx) =>
      tx.query(
        `insert into sessions (id, person_id, company_id, roles, level, created_at, last_used_at, idle_until, ends_at)
         select gen_random_uuid(), $1, gen_random_uuid(), '{}', 'full', $2, $2, $2, $2 from generate_series(1, $3::int)`,
        [person.personId, new Date(clock.now().getTime() - (ENDED_SESSION_DAYS.value + 2) * DAY), PAGE + 10],
      ),
    );
    const old = person.actor.sessionId;
    await another(person);
    moveTo(clock.now().getTime() + (ENDED_SESSION_DAYS.value + 2) * DAY);
    await sweep();
    const left = await sessionsOf(person.personId);
    expect(left.length).toBe(PAGE + 11);
    expect(left).not.toContain(old);
  });
});

/** Signs in at the moment the clock shows. */
async function signedInNow({ email, secret }: Account): Promise<Browser> {
  const browser = new Browser(app);
  await browser.good(signIn, { body: { email, password: GOOD_PASSWORD } });
  await browser.good(provideCode, { body: { code: codeAt(secret, clock.now()) } });
  return browser;
}

describe('who comes back after everything was forgotten', () => {
  it('is in the company of last time, is told of the new browser, and his trail is whole', async () => {
    const account = await anAccount(app);
    const { person, company } = (await account.browser.good(readSession)).body;
    const second = await app.aTrader();
    await app.system((tx) =>
      tx.query(
        `insert into memberships (company_id, person_id, role, state) values ($1, $2, 'buyer', 'active')`,
        [second.companyId, person.id],
      ),
    );
    await account.browser.good(switchCompany, { body: { companyId: second.companyId } });
    await app.drain();
    const trail = await idsOf('audit_event', 'id');
    moveTo(clock.now().getTime() + 400 * DAY);
    await sweep();
    expect((await sessionsOf(person.id)).length).toBe(2);
    expect(await idsOf('audit_event', 'id')).toEqual(trail);
    const browser = await signedInNow(account);
    const now = (await browser.good(readSession)).body.company;
    expect([now?.id, company?.id === second.companyId]).toEqual([second.companyId, false]);
    expect(await securityMailsTo(app, account.email)).toContain('new_device');
  });
});
