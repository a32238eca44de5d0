import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addPasskey,
  confirmTotp,
  draftTotp,
  passkeyOptions,
  removePasskey,
  removeTotp,
} from '@qafila/shared/identity/factors.contract';
import { signIn, useRecoveryCode } from '@qafila/shared/identity/identity.contract';
import {
  FAILURES_BEFORE_LOCK,
  REFRESH_GRACE_SECONDS,
  SIGN_IN_TRIES,
  TRIES_BEFORE_DELAY,
  TRY_WINDOW_MINUTES,
} from '@qafila/shared/identity/identity.rules';
import { completeRegistration, register } from '@qafila/shared/identity/registration.contract';
import { doneOrWaiting } from '../../../../test/support/lock-wait';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { DEMO_RECOVERY_CODES } from '../../../demo/demo-people';
import { systemScope } from '../../../platform/access/scope';
import { Config } from '../../../platform/config/config';
import { hashPassword } from '../../../platform/crypto/passwords';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import type { Problem } from '../../../platform/problems/problem';
import { codeAt } from '../domain/totp';
import { People } from '../identity.api';
import { anAccount, Browser, GOOD_PASSWORD, nextCode, registered } from '../testing/account-steps';
import { linkTo } from '../testing/mailbox';
import { SoftwareAuthenticator } from '../testing/software-authenticator';
import { CompleteSignIn } from './complete-sign-in';
import { RateLimit } from './rate-limit';
import { RefreshTokens } from './refresh-tokens';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { Standings } from './standings';

const FIFTY = Array.from({ length: 50 }, (_, index) => index);
let app: TestApp;

beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app?.close());

async function outcomes(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const settled = await Promise.allSettled(calls);
  const counts: Record<string, number> = {};
  for (const one of settled) {
    const name = one.status === 'fulfilled' ? 'done' : ((one.reason as Problem).code ?? String(one.reason));
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
const statuses = async (calls: readonly Promise<{ status: number }>[]): Promise<number[]> =>
  (await Promise.all(calls)).map(({ status }) => status);

describe('at the same time', () => {
  it('one code used 50 times works once', async () => {
    const person: TestPerson = await app.aStaff('finance');
    const code = await app.freshCode(person);
    const factor = app.get(SecondFactor);
    const counts = await outcomes(FIFTY.map(() => factor.claimCode(person.actor, code)));
    expect(counts.done).toBe(1);
    expect((counts.CODE_USED ?? 0) + (counts.TOO_MANY_TRIES ?? 0)).toBe(49);
  });

  it('one recovery code used 50 times works once', async () => {
    const person = await app.aTrader();
    const code = DEMO_RECOVERY_CODES[0];
    const hash = await hashPassword(code, app.get(Config).values.PASSWORD_PEPPER.reveal());
    await app.system((tx) =>
      tx.query('insert into recovery_codes (person_id, position, code_hash) values ($1, 1, $2)', [
        person.personId,
        hash,
      ]),
    );
    const counts = await outcomes(
      FIFTY.map(() => app.get(SecondFactor).claimRecoveryCode(person.actor, code)),
    );
    expect(counts.done).toBe(1);
  });

  it(`50 guesses are judged ${FAILURES_BEFORE_LOCK.value} times at most`, async () => {
    const person = await app.aTrader();
    const counts = await outcomes(FIFTY.map(() => app.get(SecondFactor).claimCode(person.actor, '000000')));
    expect(counts).toEqual({
      CODE_WRONG: FAILURES_BEFORE_LOCK.value,
      TOO_MANY_TRIES: 50 - FAILURES_BEFORE_LOCK.value,
    });
  });

  it(`50 wrong passwords are judged ${TRIES_BEFORE_DELAY.value} times, then they wait`, async () => {
    const person = await app.aTrader();
    const caller = { agent: '', network: '198.51.100.0/24', device: null };
    const counts = await outcomes(
      FIFTY.map(() => app.get(SignIn).run({ email: person.email, password: 'a wrong one', caller })),
    );
    expect(counts).toEqual({
      CREDENTIALS_WRONG: TRIES_BEFORE_DELAY.value,
      TOO_MANY_TRIES: 50 - TRIES_BEFORE_DELAY.value,
    });
  });

  it(`a bucket lets as many tries through as it says in ${TRY_WINDOW_MINUTES.value} minutes`, async () => {
    const limit = app.get(RateLimit);
    const counts = await outcomes(FIFTY.map(() => limit.count('bucket/somebody', SIGN_IN_TRIES.value)));
    expect(counts).toEqual({ done: SIGN_IN_TRIES.value, TOO_MANY_TRIES: 50 - SIGN_IN_TRIES.value });
    await app.clock.advance(TRY_WINDOW_MINUTES.value * 60_000);
    await expect(limit.count('bucket/somebody', SIGN_IN_TRIES.value)).resolves.toBeUndefined();
  });

  it(`one refresh token used 50 times has one successor, and none after ${REFRESH_GRACE_SECONDS.value} seconds`, async () => {
    const person = await app.aTrader();
    const tokens = app.get(RefreshTokens);
    const opened = await app.system((tx) =>
      app.get(Sessions).open(tx, {
        personId: person.personId,
        kind: 'trader',
        companyId: person.companyId,
        roles: ['owner'],
        level: 'full',
        agent: '',
      }),
    );
    const refreshed = await Promise.all(FIFTY.map(() => tokens.refresh(opened.refreshToken)));
    expect(new Set(refreshed.map((one) => one.refreshToken)).size).toBe(1);
    await app.clock.advance(REFRESH_GRACE_SECONDS.value * 1000 + 1);
    await expect(tokens.refresh(opened.refreshToken)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('one registration link followed 50 times makes one person and one company', async () => {
    const email = 'fifty@sahra.example';
    await app.call(register, { body: { email, locale: 'en' } });
    const token = await linkTo(app, email, 'registration');
    const body = { token, name: 'Fifty', companyName: 'Fifty Fold', country: 'SA', password: GOOD_PASSWORD };
    const got = await statuses(FIFTY.map(() => app.call(completeRegistration, { body })));
    expect(got.filter((status) => status === 200).length).toBe(1);
    expect(got.filter((status) => status === 410).length).toBe(49);
    const companies = await app.system((tx) =>
      tx.query(`select id from companies where name_latin = 'Fifty Fold'`),
    );
    expect(companies.length).toBe(1);
  });

  it('one first code typed 50 times puts one app in place', async () => {
    const browser = await registered(app, 'fifty-codes@sahra.example');
    const { secret } = (await browser.good(draftTotp)).body;
    const code = codeAt(secret, app.clock.now());
    const got = await statuses(FIFTY.slice(0, 8).map(() => browser.call(confirmTotp, { body: { code } })));
    expect(got.filter((status) => status === 200).length).toBe(1);
  });

  it('two removals of two factors leave one', async () => {
    const account = await anAccount(app);
    const device = SoftwareAuthenticator.at('http://portal.test');
    const options = async () =>
      (await account.browser.good(passkeyOptions, { freshCode: await nextCode(app, account.secret) })).body
        .options;
    const added = await account.browser.good(addPasskey, {
      body: { name: 'Key', response: device.register(await options()) },
    });
    const [one = '', two = ''] = account.codes;
    const got = await statuses([
      account.browser.call(removeTotp, { freshCode: one }),
      account.browser.call(removePasskey, { params: { id: added.body.id }, freshCode: two }),
    ]);
    expect(got.sort()).toEqual([200, 409]);
  });

  /** The person becomes a buyer, and his sessions end. */
  async function demote(tx: Tx, person: TestPerson): Promise<void> {
    const { personId, companyId } = person.actor;
    await tx.query(`update memberships set role = 'buyer' where company_id = $1 and person_id = $2`, [
      companyId,
      personId,
    ]);
    await app.get(People).endSessions(tx, { personIds: [personId], companyId, reason: 'role changed' });
  }

  it('a sign-in waits for a role that is being taken, and opens with what is left', async () => {
    const person = await app.aTrader({ role: 'owner' });
    const caller = { agent: '', network: '198.51.100.0/24', device: null };
    const { personId } = person;
    const entering = await app.system(async (tx) => {
      await demote(tx, person);
      const call = app
        .get(CompleteSignIn)
        .enter({ person: { personId, kind: 'trader' }, caller, factor: 'totp' });
      await doneOrWaiting(app, call);
      return { call };
    });
    expect((await entering.call).actor.roles).toEqual(['buyer']);
  });

  it('a role that is taken waits for a sign-in that read it, and ends its session', async () => {
    const person = await app.aTrader({ role: 'owner' });
    const { personId, companyId } = person.actor;
    const { sessionId, ending } = await app.system(async (tx) => {
      const standing = await app.get(Standings).of(tx, { personId, kind: 'trader' });
      const call = app.get(UnitOfWork).runApart(systemScope('test'), (other) => demote(other, person));
      await doneOrWaiting(app, call);
      const opened = await app.get(Sessions).open(tx, {
        personId,
        kind: 'trader',
        companyId,
        roles: standing?.roles ?? [],
        level: 'full',
        agent: '',
      });
      return { sessionId: opened.sessionId, ending: { call } };
    });
    await ending.call;
    expect(await app.get(Sessions).read(sessionId)).toBeNull();
  });

  it('one sign-in completed 50 times with one recovery code opens one session', async () => {
    const account = await anAccount(app);
    const browser = new Browser(app);
    await browser.good(signIn, {
      body: { email: account.email, password: GOOD_PASSWORD },
    });
    const cookie = `session=${browser.cookie('session')}`;
    const body = { code: account.codes[0] ?? '' };
    const got = await statuses(FIFTY.map(() => app.call(useRecoveryCode, { headers: { cookie }, body })));
    expect(got.filter((status) => status === 200).length).toBe(1);
  });
});
