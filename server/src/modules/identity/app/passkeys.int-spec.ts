import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changePassword } from '@qafila/shared/identity/credentials.contract';
import {
  addPasskey,
  confirmRecoveryCode,
  makeRecoveryCodes,
  passkeyOptions,
  readFactors,
  removePasskey,
  removeTotp,
  renamePasskey,
} from '@qafila/shared/identity/factors.contract';
import { readSession, signIn } from '@qafila/shared/identity/identity.contract';
import {
  CHALLENGE_MINUTES,
  NETWORK_TRIES,
  PORTAL_TRIES,
  STEP_UP_MINUTES,
  TRY_WINDOW_MINUTES,
} from '@qafila/shared/identity/identity.rules';
import {
  answerSecondFactor,
  answerStepUp,
  passkeySignIn,
  passkeySignInOptions,
  secondFactorOptions,
  stepUpOptions,
} from '@qafila/shared/identity/passkey-sign-in.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import {
  type Account,
  anAccount,
  Browser,
  GOOD_PASSWORD,
  nextCode,
  registered,
} from '../testing/account-steps';
import { securityMailsTo } from '../testing/mailbox';
import { SoftwareAuthenticator } from '../testing/software-authenticator';
import { RateLimit } from './rate-limit';

const ORIGIN = 'http://portal.test';
let app: TestApp;
let account: Account;
let device: SoftwareAuthenticator;
let passkeyId: string;
beforeAll(async () => {
  app = await aTestApp();
  account = await anAccount(app);
  device = SoftwareAuthenticator.at(ORIGIN);
});
afterAll(() => app?.close());

const codeOf = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];
const REFUSED = [401, 'PASSKEY_WRONG'];
const fresh = async () => ({ freshCode: await nextCode(app, account.secret) });
async function half(): Promise<Browser> {
  const browser = new Browser(app);
  await browser.good(signIn, { body: { email: account.email, password: GOOD_PASSWORD } });
  return browser;
}
/** A passkey sign-in without a password, answered by a device. */
async function openSignIn(answer: (options: unknown) => object, browser = new Browser(app)) {
  const { options } = (await browser.good(passkeySignInOptions)).body;
  return browser.call(passkeySignIn, { body: { response: answer(options) as never } });
}

describe('a new passkey', () => {
  it('is asked for by a fresh code, kept once, named by its owner and told by mail', async () => {
    expect(codeOf(await account.browser.call(passkeyOptions))).toEqual([403, 'FRESH_CODE_REQUIRED']);
    const { options } = (await account.browser.good(passkeyOptions, await fresh())).body;
    expect(options).toMatchObject({
      rp: { id: 'portal.test' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const response = device.register(options);
    const body = { name: 'Key of the office', response };
    const added = (await account.browser.good(addPasskey, { body })).body;
    expect(added).toMatchObject({ name: 'Key of the office', lastUsedAt: null });
    passkeyId = added.id;
    expect(codeOf(await account.browser.call(addPasskey, { body }))).toEqual(REFUSED);
    await account.browser.good(renamePasskey, { params: { id: passkeyId }, body: { name: 'Blue key' } });
    const factors = (await account.browser.good(readFactors)).body;
    expect(factors.passkeys.map(({ name }) => name)).toEqual(['Blue key']);
    expect(await securityMailsTo(app, account.email)).toContain('passkey_added');
  });

  it.each([
    ['of another origin', { origin: 'http://portal.test.evil.example' }],
    ['of another site', { rpId: 'evil.example' }],
    ['without verification of the person', { isUnverified: true as const }],
  ])('%s is refused', async (_, twist) => {
    const { options } = (await account.browser.good(passkeyOptions, await fresh())).body;
    const response = SoftwareAuthenticator.at(ORIGIN).register(options, twist);
    const answer = await account.browser.call(addPasskey, { body: { name: 'x', response } });
    expect(codeOf(answer)).toEqual(REFUSED);
  });

  it('is refused after five minutes and from another session', async () => {
    const { options } = (await account.browser.good(passkeyOptions, await fresh())).body;
    const other = await half();
    const { options: second } = (await other.good(secondFactorOptions)).body;
    await other.good(answerSecondFactor, { body: { response: device.answer(second) } });
    const response = SoftwareAuthenticator.at(ORIGIN).register(options);
    expect(codeOf(await other.call(addPasskey, { body: { name: 'x', response } }))).toEqual(REFUSED);
    await app.clock.advance(CHALLENGE_MINUTES.value * 60_000);
    expect(codeOf(await account.browser.call(addPasskey, { body: { name: 'x', response } }))).toEqual(
      REFUSED,
    );
  });
});

describe('signing in with a passkey', () => {
  it('completes a password, and alone opens a whole session', async () => {
    const browser = await half();
    const { options } = (await browser.good(secondFactorOptions)).body;
    await browser.good(answerSecondFactor, { body: { response: device.answer(options) } });
    expect((await browser.good(readSession)).body.factor).toBe('passkey');
    const alone = new Browser(app);
    const answer = await openSignIn((asked) => device.answer(asked), alone);
    expect([answer.status, answer.body.person.email]).toEqual([200, account.email]);
    expect(await alone.isIn()).toBe(true);
  });

  it.each([
    ['another origin', { origin: 'https://portal.test' }],
    ['another site', { rpId: 'test' }],
    ['an unverified person', { isUnverified: true as const }],
    ['somebody else’s handle', { userHandle: Buffer.from('0'.repeat(16)).toString('base64url') }],
  ])('is refused for %s', async (_, twist) => {
    expect(codeOf(await openSignIn((asked) => device.answer(asked, twist)))).toEqual(REFUSED);
  });

  it('is refused for an answer that was given before, and for one asked for in another browser', async () => {
    const browser = new Browser(app);
    const { options } = (await browser.good(passkeySignInOptions)).body;
    const response = device.answer(options) as never;
    expect(codeOf(await new Browser(app).call(passkeySignIn, { body: { response } }))).toEqual(REFUSED);
    const kept = browser.cookie('passkey') ?? '';
    await browser.good(passkeySignIn, { body: { response } });
    const replay = await app.call(passkeySignIn, {
      headers: { cookie: `passkey=${kept}` },
      body: { response },
    });
    expect(codeOf(replay)).toEqual(REFUSED);
  });

  it('is refused for a copy whose counter stands behind, and the owner is told', async () => {
    const copy = device.clone();
    expect((await openSignIn((asked) => device.answer(asked))).status).toBe(200);
    expect((await openSignIn((asked) => device.answer(asked))).status).toBe(200);
    expect(codeOf(await openSignIn((asked) => copy.answer(asked)))).toEqual(REFUSED);
    expect(await securityMailsTo(app, account.email)).toContain('passkey_alarm');
    const events = await app.system((tx) =>
      tx.query(`select id from audit_event where event = 'identity.passkey_counter_fell'`),
    );
    expect(events.length).toBe(1);
  });

  it.each(['', 'x', '{}', 'bnVsbA'])(
    'answers %p for client data as a wrong passkey',
    async (clientDataJSON) => {
      const response = { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON } };
      expect(codeOf(await openSignIn(() => response))).toEqual(REFUSED);
    },
  );
});

describe('confirming a call with a passkey', () => {
  const next = 'seven lanterns over the quiet harbour';
  const body = { current: GOOD_PASSWORD, next };
  const operation = { endpoint: changePassword.id, url: '/api/identity/password', body };

  async function tokenFor(given: object): Promise<string> {
    const { options } = (await account.browser.good(stepUpOptions, { body: { operation: given as never } }))
      .body;
    const { token } = (
      await account.browser.good(answerStepUp, { body: { response: device.answer(options) } })
    ).body;
    return token;
  }

  it('opens that call with exactly that body, once, within two minutes', async () => {
    const token = await tokenFor(operation);
    const other = { ...body, next: 'another thing altogether here' };
    const changed = await account.browser.call(changePassword, { body: other, freshCode: token });
    expect(codeOf(changed)).toEqual([401, 'CODE_WRONG']);
    await account.browser.good(changePassword, { body, freshCode: token });
    const again = await account.browser.call(changePassword, { body, freshCode: token });
    expect(codeOf(again)).toEqual([401, 'CODE_WRONG']);
    const back = { current: next, next: GOOD_PASSWORD };
    const late = await tokenFor({ ...operation, body: back });
    await app.clock.advance(STEP_UP_MINUTES.value * 60_000);
    expect(codeOf(await account.browser.call(changePassword, { body: back, freshCode: late }))).toEqual([
      401,
      'CODE_WRONG',
    ]);
    await account.browser.good(changePassword, {
      body: back,
      freshCode: await tokenFor({ ...operation, body: back }),
    });
  });

  it('does not open another endpoint, and not another session', async () => {
    const token = await tokenFor(operation);
    const codes = await account.browser.call(makeRecoveryCodes, { freshCode: token });
    expect(codeOf(codes)).toEqual([401, 'CODE_WRONG']);
    const other = await half();
    const { options } = (await other.good(secondFactorOptions)).body;
    await other.good(answerSecondFactor, { body: { response: device.answer(options) } });
    expect(codeOf(await other.call(changePassword, { body, freshCode: token }))).toEqual([401, 'CODE_WRONG']);
  });
});

describe('the last factor', () => {
  it('stays: the app may go while a passkey is there, the passkey then not', async () => {
    await account.browser.good(removeTotp, await fresh());
    expect((await account.browser.good(readFactors)).body).toMatchObject({ totp: null, step: 'done' });
    const url = `/api/identity/passkeys/${passkeyId}`;
    const operation = { endpoint: removePasskey.id, url, body: {} };
    const { options } = (await account.browser.good(stepUpOptions, { body: { operation } })).body;
    const { token } = (
      await account.browser.good(answerStepUp, { body: { response: device.answer(options) } })
    ).body;
    const params = { id: passkeyId };
    expect(codeOf(await account.browser.call(removePasskey, { params, freshCode: token }))).toEqual([
      409,
      'LAST_FACTOR',
    ]);
    expect((await account.browser.good(readSession)).body.confirmWith).toEqual(['passkey']);
  });

  it('and who was in before is not shut out by neighbours who fail, or ask for nothing but challenges', async () => {
    const browser = await registered(app, 'neighbour@sahra.example');
    const own = SoftwareAuthenticator.at(ORIGIN);
    const { options } = (await browser.good(passkeyOptions)).body;
    await browser.good(addPasskey, { body: { name: 'One', response: own.register(options) } });
    const { codes } = (await browser.good(makeRecoveryCodes)).body;
    await browser.good(confirmRecoveryCode, { body: { code: codes[0] ?? '' } });
    for (const bucket of ['sign-in-network/203.0.113.0/24', 'passkey-options/203.0.113.0/24'])
      for (let tries = 0; tries < NETWORK_TRIES.value; tries += 1)
        await app.get(RateLimit).count(bucket, PORTAL_TRIES.value);
    const body = { email: 'neighbour@sahra.example', password: GOOD_PASSWORD };
    expect(codeOf(await new Browser(app).call(signIn, { body }))).toEqual([429, 'TOO_MANY_TRIES']);
    expect((await browser.good(signIn, { body })).body.next).toBe('code');
    expect((await openSignIn((asked) => own.answer(asked), browser)).status).toBe(200);
    await app.clock.advance(TRY_WINDOW_MINUTES.value * 60_000);
  });

  it('may be a passkey from the first day, and a removed one signs in no more', async () => {
    const browser = await registered(app, 'passkey-first@sahra.example');
    const own = SoftwareAuthenticator.at(ORIGIN);
    for (const name of ['One', 'Two']) {
      const { options } = (await browser.good(passkeyOptions)).body;
      await browser.good(addPasskey, { body: { name, response: own.register(options) } });
    }
    const { codes } = (await browser.good(makeRecoveryCodes)).body;
    await browser.good(confirmRecoveryCode, { body: { code: codes[0] ?? '' } });
    const session = (await browser.good(readSession)).body;
    expect([session.factor, session.company?.state]).toEqual(['passkey', 'pending']);
    const id = (await browser.good(readFactors)).body.passkeys[0]?.id ?? '';
    await browser.good(removePasskey, { params: { id }, freshCode: codes[1] ?? '' });
    expect(codeOf(await openSignIn((asked) => own.answer(asked)))).toEqual(REFUSED);
    const foreign = await account.browser.call(renamePasskey, { params: { id }, body: { name: 'mine' } });
    expect(codeOf(foreign)).toEqual([404, 'NOT_FOUND']);
  });
});
