import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  provideCode,
  readSession,
  refreshSession,
  signIn,
  signOut,
} from '@qafila/shared/identity/identity.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { Config } from '../../../platform/config/config';
import { hashPassword } from '../../../platform/crypto/passwords';

const PASSWORD = 'a caravan of twelve';
let app: TestApp;
let noura: TestPerson;

beforeAll(async () => {
  app = await aTestApp();
  noura = await app.aTrader();
  const hash = await hashPassword(PASSWORD, app.get(Config).values.PASSWORD_PEPPER.reveal());
  await app.system((tx) =>
    tx.query('update people set password_hash = $2 where id = $1', [noura.personId, hash]),
  );
});
afterAll(() => app?.close());

const cookiesOf = (headers: Readonly<Record<string, unknown>>): string =>
  (headers['set-cookie'] as string[]).map((cookie) => cookie.split(';')[0]).join('; ');

async function halfSignedIn(): Promise<string> {
  const answer = await app.call(signIn, { body: { email: noura.email.toUpperCase(), password: PASSWORD } });
  expect(answer.status).toBe(200);
  return cookiesOf(answer.headers);
}

describe('sign-in', () => {
  it('answers an unknown mail and a wrong password with the same bytes', async () => {
    const unknown = await app.call(signIn, { body: { email: 'nobody@shop.example', password: PASSWORD } });
    const wrong = await app.call(signIn, { body: { email: noura.email, password: 'not the caravan' } });
    expect(unknown.status).toBe(401);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  it('opens nothing before the second factor, and everything after it', async () => {
    const half = await halfSignedIn();
    const early = await app.call(readSession, { headers: { cookie: half } });
    expect([early.status, early.body.code]).toEqual([401, 'SECOND_FACTOR_REQUIRED']);
    const answer = await app.call(provideCode, {
      headers: { cookie: half },
      body: { code: await app.freshCode(noura) },
    });
    expect(answer.status).toBe(200);
    const session = await app.call(readSession, { headers: { cookie: cookiesOf(answer.headers) } });
    expect(session.body.person.email).toBe(noura.email);
    const stale = await app.call(readSession, { headers: { cookie: half } });
    expect(stale.status).toBe(401);
  });

  it('tells how long to wait when a code is used twice, in Arabic-Indic digits too', async () => {
    const code = await app.freshCode(noura);
    const first = await app.call(provideCode, { headers: { cookie: await halfSignedIn() }, body: { code } });
    expect(first.status).toBe(200);
    const arabic = code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    const again = await app.call(provideCode, {
      headers: { cookie: await halfSignedIn() },
      body: { code: arabic },
    });
    expect([again.status, again.body.code]).toEqual([401, 'CODE_USED']);
    expect(again.body.detail).toMatch(/^This code was used. Wait for the next code, \d+ s\.$/);
  });

  it('locks the second factor after ten failures, the right code included', async () => {
    // Earlier refusals count too; a new window starts from nothing.
    await app.clock.advance(15 * 60_000);
    const cookie = await halfSignedIn();
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = await app.call(provideCode, { headers: { cookie }, body: { code: '000000' } });
      expect(answer.body.code).toBe('CODE_WRONG');
    }
    const right = await app.call(provideCode, {
      headers: { cookie },
      body: { code: noura.codeAt(app.clock.now()) },
    });
    expect([right.status, right.body.code]).toEqual([429, 'TOO_MANY_TRIES']);
    await app.clock.advance(15 * 60_000);
  });
});

describe('refresh', () => {
  const refreshCookie = (cookies: string): string =>
    cookies.split('; ').find((c) => c.startsWith('refresh=')) ?? '';
  const signedIn = async (): Promise<string> => {
    const half = await halfSignedIn();
    const answer = await app.call(provideCode, {
      headers: { cookie: half },
      body: { code: await app.freshCode(noura) },
    });
    return cookiesOf(answer.headers);
  };

  it('gives two tabs that refresh at once the same successor', async () => {
    const first = refreshCookie(await signedIn());
    const answers = await Promise.all(
      [1, 2].map(() => app.call(refreshSession, { headers: { cookie: first } })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(new Set(answers.map((answer) => refreshCookie(cookiesOf(answer.headers)))).size).toBe(1);
  });

  it('closes the session when an older token comes back', async () => {
    const first = refreshCookie(await signedIn());
    const second = cookiesOf((await app.call(refreshSession, { headers: { cookie: first } })).headers);
    const third = cookiesOf(
      (await app.call(refreshSession, { headers: { cookie: refreshCookie(second) } })).headers,
    );
    const reused = await app.call(refreshSession, { headers: { cookie: first } });
    expect(reused.status).toBe(401);
    const after = await app.call(readSession, { headers: { cookie: third } });
    expect(after.status).toBe(401);
  });

  it('ends with sign-out', async () => {
    const cookie = await signedIn();
    await app.call(signOut, { headers: { cookie } });
    expect((await app.call(readSession, { headers: { cookie } })).status).toBe(401);
  });
});
