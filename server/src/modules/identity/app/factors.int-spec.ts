import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmTotp,
  draftTotp,
  makeRecoveryCodes,
  readFactors,
  removeTotp,
} from '@qafila/shared/identity/factors.contract';
import { provideCode, signIn, useRecoveryCode } from '@qafila/shared/identity/identity.contract';
import { TOTP_DRAFT_MINUTES } from '@qafila/shared/identity/identity.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { codeAt } from '../domain/totp';
import { type Account, anAccount, Browser, GOOD_PASSWORD, nextCode } from '../testing/account-steps';
import { securityMailsTo } from '../testing/mailbox';

let app: TestApp;
let account: Account;
beforeAll(async () => {
  app = await aTestApp();
  account = await anAccount(app);
});
afterAll(() => app?.close());

const codeOf = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];
const fresh = async (secret = account.secret) => ({ freshCode: await nextCode(app, secret) });
async function half(of = account): Promise<Browser> {
  const browser = new Browser(app);
  await browser.good(signIn, { body: { email: of.email, password: GOOD_PASSWORD } });
  return browser;
}

describe('an authenticator app', () => {
  it('is replaced with a fresh code only, and the old one is worthless then', async () => {
    expect(codeOf(await account.browser.call(draftTotp))).toEqual([403, 'FRESH_CODE_REQUIRED']);
    expect(codeOf(await account.browser.call(draftTotp, { freshCode: '000000' }))).toEqual([
      401,
      'CODE_WRONG',
    ]);
    const { secret } = (await account.browser.good(draftTotp, await fresh())).body;
    const old = account.secret;
    const early = await half();
    await early.good(provideCode, { body: { code: await nextCode(app, old) } });
    await account.browser.good(confirmTotp, { body: { code: await nextCode(app, secret) } });
    account = { ...account, secret };
    const later = await half();
    const withOld = await later.call(provideCode, { body: { code: await nextCode(app, old) } });
    expect(codeOf(withOld)).toEqual([401, 'CODE_WRONG']);
    await later.good(provideCode, { body: { code: await nextCode(app, secret) } });
    expect(
      (await securityMailsTo(app, account.email)).filter((kind) => kind === 'totp_replaced').length,
    ).toBe(1);
  });

  it('waits ten minutes for its first code, in the session that asked for it', async () => {
    const { secret } = (await account.browser.good(draftTotp, await fresh())).body;
    const other = await half();
    await other.good(provideCode, { body: { code: await nextCode(app, account.secret) } });
    const elsewhere = await other.call(confirmTotp, { body: { code: codeAt(secret, app.clock.now()) } });
    expect(codeOf(elsewhere)).toEqual([409, 'NO_DRAFT']);
    await app.clock.advance(TOTP_DRAFT_MINUTES.value * 60_000);
    const late = await account.browser.call(confirmTotp, { body: { code: codeAt(secret, app.clock.now()) } });
    expect(codeOf(late)).toEqual([409, 'NO_DRAFT']);
  });

  it('stays when it is the last factor, in the application and in the database', async () => {
    expect(codeOf(await account.browser.call(removeTotp, await fresh()))).toEqual([409, 'LAST_FACTOR']);
    const removed = app.system((tx) =>
      tx.query(
        `delete from totp_factors where person_id = (select person_id from totp_factors t join people p on p.id = t.person_id
           where p.name = 'Noura Harbi' limit 1)`,
      ),
    );
    await expect(removed).rejects.toThrow('the last factor of a person stays');
  });
});

describe('recovery codes', () => {
  it('sign in once each, are told by mail, and an old set is void when a new one is made', async () => {
    const [first = '', second = ''] = account.codes;
    await (await half()).good(useRecoveryCode, { body: { code: first } });
    const again = await (await half()).call(useRecoveryCode, { body: { code: first } });
    expect(codeOf(again)).toEqual([401, 'RECOVERY_CODE_WRONG']);
    expect((await account.browser.good(readFactors)).body.recoveryCodesLeft).toBe(9);
    const { codes } = (await account.browser.good(makeRecoveryCodes, await fresh())).body;
    const old = await (await half()).call(useRecoveryCode, { body: { code: second } });
    expect(codeOf(old)).toEqual([401, 'RECOVERY_CODE_WRONG']);
    await (await half()).good(useRecoveryCode, { body: { code: codes[9] ?? '' } });
    const kinds = await securityMailsTo(app, account.email);
    expect(kinds.filter((kind) => kind === 'recovery_code_used').length).toBe(2);
    expect(kinds).toContain('recovery_codes_made');
    account = { ...account, codes };
  });

  it('let somebody who lost the phone set up a new one, and confirm nothing else', async () => {
    const browser = await half();
    await browser.good(useRecoveryCode, { body: { code: account.codes[0] ?? '' } });
    const { secret } = (await browser.good(draftTotp, { freshCode: account.codes[1] ?? '' })).body;
    await browser.good(confirmTotp, { body: { code: await nextCode(app, secret) } });
    const reused = await browser.call(draftTotp, { freshCode: account.codes[1] ?? '' });
    expect(codeOf(reused)).toEqual([401, 'CODE_WRONG']);
    account = { ...account, secret };
  });

  it('fail together with codes of the app: ten failures of any kind close both', async () => {
    await app.clock.advance(15 * 60_000);
    const browser = await half();
    for (let times = 0; times < 5; times += 1) {
      await browser.call(provideCode, { body: { code: '000000' } });
      await browser.call(useRecoveryCode, { body: { code: '1-AAAAA-BBBBB' } });
    }
    const right = await browser.call(provideCode, { body: { code: await nextCode(app, account.secret) } });
    expect(codeOf(right)).toEqual([429, 'TOO_MANY_TRIES']);
    const code = await browser.call(useRecoveryCode, { body: { code: account.codes[5] ?? '' } });
    expect(codeOf(code)).toEqual([429, 'TOO_MANY_TRIES']);
    await app.clock.advance(15 * 60_000);
    await (await half()).good(useRecoveryCode, { body: { code: account.codes[5] ?? '' } });
  });
});
