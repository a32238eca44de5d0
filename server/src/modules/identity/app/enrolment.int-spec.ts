import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addPasskey,
  confirmRecoveryCode,
  confirmTotp,
  draftTotp,
  makeRecoveryCodes,
  passkeyOptions,
  readFactors,
} from '@qafila/shared/identity/factors.contract';
import { provideCode, signIn } from '@qafila/shared/identity/identity.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { Browser, enrolled, GOOD_PASSWORD, nextCode, registered } from '../testing/account-steps';
import { SoftwareAuthenticator } from '../testing/software-authenticator';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app?.close());
const codeOf = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];

/** Somebody else who knows the password, with a whole set of factors that waits for its last step. */
async function nearlyEnrolled(email: string): Promise<{ browser: Browser; secret: string; code: string }> {
  const browser = new Browser(app);
  const { next } = (await browser.good(signIn, { body: { email, password: GOOD_PASSWORD } })).body;
  expect(next).toBe('enrol');
  const device = SoftwareAuthenticator.at('http://portal.test');
  const { options } = (await browser.good(passkeyOptions)).body;
  await browser.good(addPasskey, { body: { name: 'Mine', response: device.register(options) } });
  const { secret } = (await browser.good(draftTotp)).body;
  await browser.good(confirmTotp, { body: { code: await nextCode(app, secret) } });
  const { codes } = (await browser.good(makeRecoveryCodes)).body;
  return { browser, secret, code: codes[0] ?? '' };
}

describe('two who enrol one person at the same time', () => {
  it('see their own factors alone; the first who completes stays, and nothing of the other stands', async () => {
    const email = 'twice@sahra.example';
    const owner = await registered(app, email);
    const thief = await nearlyEnrolled(email);
    expect((await owner.good(readFactors)).body).toMatchObject({ step: 'factor', passkeys: [] });
    const { secret } = await enrolled(app, owner);
    const late = await thief.browser.call(confirmRecoveryCode, { body: { code: thief.code } });
    expect(codeOf(late)).toEqual([401, 'NOT_SIGNED_IN']);
    expect(codeOf(await thief.browser.call(draftTotp))).toEqual([401, 'NOT_SIGNED_IN']);
    const again = new Browser(app);
    const { body } = await again.good(signIn, { body: { email, password: GOOD_PASSWORD } });
    expect(body).toEqual({ next: 'code', factors: ['totp', 'recovery_code'] });
    const withTheirs = await again.call(provideCode, { body: { code: await nextCode(app, thief.secret) } });
    expect(codeOf(withTheirs)).toEqual([401, 'CODE_WRONG']);
    await again.good(provideCode, { body: { code: await nextCode(app, secret) } });
    expect(await owner.isIn()).toBe(true);
  });

  it('and finish at once: one is in, the other is not', async () => {
    const email = 'at-once@sahra.example';
    await registered(app, email);
    const [one, two] = [await nearlyEnrolled(email), await nearlyEnrolled(email)];
    const got = await Promise.all(
      [one, two].map(({ browser, code }) => browser.call(confirmRecoveryCode, { body: { code } })),
    );
    expect(got.map(({ status }) => status).filter((status) => status === 200).length).toBe(1);
    expect([await one.browser.isIn(), await two.browser.isIn()].filter(Boolean).length).toBe(1);
  });
});
