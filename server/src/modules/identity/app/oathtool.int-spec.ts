import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmRecoveryCode,
  confirmTotp,
  draftTotp,
  makeRecoveryCodes,
} from '@qafila/shared/identity/factors.contract';
import { provideCode, signIn } from '@qafila/shared/identity/identity.contract';
import { TOTP_STEP_SECONDS } from '@qafila/shared/identity/identity.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { Browser, GOOD_PASSWORD, registered } from '../testing/account-steps';
import { hasOathtool, oathtoolCode } from '../testing/oathtool';

const STEP_MS = TOTP_STEP_SECONDS.value * 1000;
const EMAIL = 'oathtool@sahra.example';
let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app?.close());

/** What the program shows at the beginning of the next step. */
async function shownNext(secret: string): Promise<string> {
  await app.clock.advance(STEP_MS - (app.clock.now().getTime() % STEP_MS));
  return oathtoolCode(secret, app.clock.now());
}
async function halfWay(): Promise<Browser> {
  const browser = new Browser(app);
  await browser.good(signIn, { body: { email: EMAIL, password: GOOD_PASSWORD } });
  return browser;
}

(hasOathtool ? describe : describe.skip)('oathtool as the authenticator app', () => {
  it('is enrolled, signs in and confirms; each code it showed is refused the second time', async () => {
    const first = await registered(app, EMAIL);
    const { secret } = (await first.good(draftTotp)).body;
    const enrolling = await shownNext(secret);
    await first.good(confirmTotp, { body: { code: enrolling } });
    const { codes } = (await first.good(makeRecoveryCodes)).body;
    await first.good(confirmRecoveryCode, { body: { code: codes[0] ?? '' } });

    const second = await halfWay();
    const usedUp = { status: 401, body: { code: 'CODE_USED' } };
    expect(await second.call(provideCode, { body: { code: enrolling } })).toMatchObject(usedUp);
    const code = await shownNext(secret);
    await second.good(provideCode, { body: { code } });
    expect(await second.isIn()).toBe(true);

    const third = await halfWay();
    expect(await third.call(provideCode, { body: { code } })).toMatchObject(usedUp);
    expect(await third.isIn()).toBe(false);
    expect(await second.call(draftTotp, { freshCode: code })).toMatchObject(usedUp);
    await second.good(draftTotp, { freshCode: await shownNext(secret) });
  });
});
