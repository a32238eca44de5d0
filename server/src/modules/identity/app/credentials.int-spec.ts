import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  changeEmail,
  changePassword,
  confirmEmail,
  forgotPassword,
  openPasswordReset,
  resetPassword,
  unlockSignIn,
} from '@qafila/shared/identity/credentials.contract';
import { provideCode, signIn } from '@qafila/shared/identity/identity.contract';
import {
  EMAIL_LINK_HOURS,
  LONGEST_DELAY_SECONDS,
  RESET_LINK_MINUTES,
  SIGN_IN_TRIES,
  TRIES_BEFORE_DELAY,
  UNLOCK_LINK_HOURS,
} from '@qafila/shared/identity/identity.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import {
  type Account,
  anAccount,
  Browser,
  GOOD_PASSWORD,
  nextCode,
  signedIn,
} from '../testing/account-steps';
import { linkTo, securityMailsTo } from '../testing/mailbox';
import { accountStreak } from './tries';

const OTHER = 'an oryx reads old maps slowly';
let app: TestApp;
let account: Account;
beforeAll(async () => {
  app = await aTestApp();
  account = await anAccount(app);
});
afterAll(() => app?.close());
const codeOf = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];
const fresh = async () => ({ freshCode: await nextCode(app, account.secret) });
const tryWith = (password: string, browser = new Browser(app), email = account.email) =>
  browser.call(signIn, { body: { email, password } });

describe('changing the password', () => {
  it('wants the present one and a fresh code, ends the other sessions and is told by mail', async () => {
    const other = await signedIn(app, account);
    const body = { current: GOOD_PASSWORD, next: OTHER };
    expect(codeOf(await account.browser.call(changePassword, { body }))).toEqual([
      403,
      'FRESH_CODE_REQUIRED',
    ]);
    const wrong = { current: 'not the present one', next: OTHER };
    expect(codeOf(await account.browser.call(changePassword, { body: wrong, ...(await fresh()) }))).toEqual([
      401,
      'PASSWORD_WRONG',
    ]);
    const known = { current: GOOD_PASSWORD, next: 'qwertyuiop12' };
    expect(codeOf(await account.browser.call(changePassword, { body: known, ...(await fresh()) }))).toEqual([
      422,
      'PASSWORD_KNOWN',
    ]);
    await account.browser.good(changePassword, { body, ...(await fresh()) });
    expect([await account.browser.isIn(), await other.isIn()]).toEqual([true, false]);
    expect(codeOf(await tryWith(GOOD_PASSWORD))).toEqual([401, 'CREDENTIALS_WRONG']);
    expect((await tryWith(OTHER)).status).toBe(200);
    const back = { current: OTHER, next: GOOD_PASSWORD };
    await account.browser.good(changePassword, { body: back, ...(await fresh()) });
    const kinds = await securityMailsTo(app, account.email);
    expect(kinds.filter((kind) => kind === 'password_changed').length).toBe(2);
  });
});

describe('a forgotten password', () => {
  it('is answered alike for every address, with the same statements, and mailed to a known one only', async () => {
    const answers: unknown[] = [];
    const work: string[][] = [];
    for (const email of [account.email, 'nobody@sahra.example']) {
      const statements = await app.statements(async () => {
        const { status, raw } = await app.call(forgotPassword, { body: { email } });
        answers.push([status, raw.toString('hex')]);
      });
      work.push(statements);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(work[0]).toEqual(work[1]);
    expect(await securityMailsTo(app, 'nobody@sahra.example')).toEqual([]);
    expect(await securityMailsTo(app, account.email)).toContain('password_reset');
  });

  it('is replaced by one link, once; sessions end and the second factor stays', async () => {
    const token = await linkTo(app, account.email, 'password_reset');
    const browser = new Browser(app);
    expect((await browser.good(openPasswordReset, { body: { token } })).body).toEqual({
      email: account.email,
    });
    const weak = await browser.call(resetPassword, { body: { token, password: 'too short' } });
    expect(codeOf(weak)).toEqual([422, 'PASSWORD_TOO_SHORT']);
    await browser.good(resetPassword, { body: { token, password: OTHER } });
    expect(await account.browser.isIn()).toBe(false);
    const again = await browser.call(resetPassword, { body: { token, password: OTHER } });
    expect(codeOf(again)).toEqual([410, 'LINK_USED']);
    expect((await tryWith(OTHER, browser)).body).toMatchObject({ next: 'code' });
    expect(await browser.isIn()).toBe(false);
    await browser.good(provideCode, { body: { code: await nextCode(app, account.secret) } });
    const back = { current: OTHER, next: GOOD_PASSWORD };
    await browser.good(changePassword, { body: back, ...(await fresh()) });
    account = { ...account, browser };
  });

  it('is not replaced after half an hour', async () => {
    await app.call(forgotPassword, { body: { email: account.email } });
    const token = await linkTo(app, account.email, 'password_reset');
    await app.clock.advance(RESET_LINK_MINUTES.value * 60_000);
    const late = await app.call(resetPassword, { body: { token, password: OTHER } });
    expect(codeOf(late)).toEqual([410, 'LINK_USED']);
  });
});

describe('a new address', () => {
  it('counts when its link is followed; the old one is told before and after', async () => {
    const [old, next] = [account.email, 'new@sahra.example'];
    await account.browser.good(changeEmail, { body: { email: next }, ...(await fresh()) });
    expect(await securityMailsTo(app, old)).toContain('email_change_asked');
    expect((await tryWith(GOOD_PASSWORD, new Browser(app), old)).status).toBe(200);
    const token = await linkTo(app, next, 'email_change');
    await app.call(forgotPassword, { body: { email: old } });
    const stale = await linkTo(app, old, 'password_reset');
    await new Browser(app).good(confirmEmail, { body: { token } });
    expect(codeOf(await app.call(confirmEmail, { body: { token } }))).toEqual([410, 'LINK_USED']);
    account = { ...account, email: next };
    expect((await tryWith(GOOD_PASSWORD)).status).toBe(200);
    expect((await tryWith(GOOD_PASSWORD, new Browser(app), old)).status).toBe(401);
    expect((await securityMailsTo(app, old)).at(-1)).toBe('email_changed');
    expect(await securityMailsTo(app, next)).toEqual(['email_change', 'email_changed']);
    expect(codeOf(await app.call(openPasswordReset, { body: { token: stale } }))).toEqual([410, 'LINK_USED']);
  });

  it('is taken back by a new password, which the notice to the old one leads to', async () => {
    const thief = await anAccount(app);
    const ask = async (email: string): Promise<void> => {
      const freshCode = await nextCode(app, thief.secret);
      await thief.browser.good(changeEmail, { body: { email }, freshCode });
    };
    await ask('thief@sahra.example');
    const token = await linkTo(app, 'thief@sahra.example', 'email_change');
    const back = await linkTo(app, thief.email, 'email_change_asked');
    // One more that nobody wrote yet.
    await ask('thief-again@sahra.example');
    await new Browser(app).good(resetPassword, { body: { token: back, password: OTHER } });
    expect(codeOf(await app.call(confirmEmail, { body: { token } }))).toEqual([410, 'LINK_USED']);
    expect(await securityMailsTo(app, 'thief-again@sahra.example')).toEqual([]);
    expect((await tryWith(OTHER, new Browser(app), thief.email)).status).toBe(200);
  });

  it('that is somebody’s is answered alike: he is told, and nothing changes', async () => {
    const other = await app.aTrader();
    const answer = await account.browser.good(changeEmail, {
      body: { email: other.email },
      ...(await fresh()),
    });
    expect(answer.body).toEqual({ done: true });
    expect(await securityMailsTo(app, other.email)).toEqual(['email_taken']);
  });

  it('does not count after two hours', async () => {
    await account.browser.good(changeEmail, { body: { email: 'late@sahra.example' }, ...(await fresh()) });
    const token = await linkTo(app, 'late@sahra.example', 'email_change');
    await app.clock.advance(EMAIL_LINK_HOURS.value * 3_600_000);
    expect(codeOf(await app.call(confirmEmail, { body: { token } }))).toEqual([410, 'LINK_USED']);
  });
});

describe('wrong passwords in a row', () => {
  const waits = async (browser = new Browser(app)): Promise<number> => {
    const answer = await tryWith('a wrong password', browser);
    return answer.status === 429 ? Number(answer.headers['retry-after']) : 0;
  };

  it('wait 1, 2, 4 … 60 seconds after five, stop at twenty, and a mailed link opens again', async () => {
    const told: number[] = [];
    for (let failures = 0; failures < SIGN_IN_TRIES.value; ) {
      const seconds = await waits();
      if (seconds === 0) failures += 1;
      else {
        told.push(seconds);
        await app.clock.advance(seconds * 1000);
      }
    }
    const longest = LONGEST_DELAY_SECONDS.value;
    expect(told.slice(0, 7)).toEqual([1, 2, 4, 8, 16, 32, longest]);
    expect(told.length).toBe(SIGN_IN_TRIES.value - TRIES_BEFORE_DELAY.value);
    await app.clock.advance(3_600_000);
    expect(codeOf(await tryWith(GOOD_PASSWORD))).toEqual([429, 'TOO_MANY_TRIES']);
    const kinds = await securityMailsTo(app, account.email);
    expect(kinds.filter((kind) => kind === 'unlock').length).toBe(1);
  });

  it('do not keep the owner out on a device that was used before', async () => {
    expect((await tryWith(GOOD_PASSWORD, account.browser)).body).toMatchObject({ next: 'code' });
    const token = await linkTo(app, account.email, 'unlock');
    await new Browser(app).good(unlockSignIn, { body: { token } });
    expect(codeOf(await app.call(unlockSignIn, { body: { token } }))).toEqual([410, 'LINK_USED']);
    expect((await tryWith(GOOD_PASSWORD)).status).toBe(200);
  });

  it('are over by a link for a day; then it is worthless', async () => {
    const other = await anAccount(app);
    const streak = accountStreak(app.get(BlindIndex).ofMail(other.email));
    await app.system((tx) =>
      tx.query('insert into try_streaks (bucket, failures, next_at, last_at) values ($1, $2, $3, $3)', [
        streak,
        SIGN_IN_TRIES.value - 1,
        app.clock.now(),
      ]),
    );
    await tryWith('a wrong password', new Browser(app), other.email);
    const token = await linkTo(app, other.email, 'unlock');
    await app.clock.advance(UNLOCK_LINK_HOURS.value * 3_600_000);
    expect(codeOf(await app.call(unlockSignIn, { body: { token } }))).toEqual([410, 'LINK_USED']);
  });

  it('end with the same statements for an address that nobody has, the last one too', async () => {
    const work: string[][] = [];
    for (const email of ['nobody-20@sahra.example', (await anAccount(app)).email]) {
      const bucket = accountStreak(app.get(BlindIndex).ofMail(email));
      const one = [bucket, SIGN_IN_TRIES.value - 1, app.clock.now()];
      await app.system((tx) =>
        tx.query('insert into try_streaks (bucket, failures, next_at, last_at) values ($1, $2, $3, $3)', one),
      );
      work.push(await app.statements(() => tryWith('a wrong password', new Browser(app), email)));
      expect(await securityMailsTo(app, email)).toEqual(
        email.startsWith('nobody') ? [] : expect.arrayContaining(['unlock']),
      );
    }
    expect(work[0]).toEqual(work[1]);
  });

  it('are answered alike for an address that nobody has', async () => {
    const stranger = 'stranger@sahra.example';
    const outcomes: string[] = [];
    for (let tries = 0; tries < TRIES_BEFORE_DELAY.value + 1; tries += 1)
      outcomes.push((await tryWith('a wrong password', new Browser(app), stranger)).body.code);
    expect(outcomes.slice(-2)).toEqual(['CREDENTIALS_WRONG', 'TOO_MANY_TRIES']);
    expect(await securityMailsTo(app, stranger)).toEqual([]);
  });
});
