import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmRecoveryCode,
  confirmTotp,
  draftTotp,
  makeRecoveryCodes,
  readFactors,
} from '@qafila/shared/identity/factors.contract';
import { provideCode, readSession, signIn, signOut } from '@qafila/shared/identity/identity.contract';
import {
  MAILS_TO_ONE_ADDRESS,
  PASSWORD_MAX,
  PASSWORD_MIN,
  RECOVERY_CODES,
  REGISTRATION_LINK_HOURS,
} from '@qafila/shared/identity/identity.rules';
import {
  completeRegistration,
  openRegistration,
  register,
} from '@qafila/shared/identity/registration.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { codeAt } from '../domain/totp';
import { Browser, enrolled, GOOD_PASSWORD, nextCode, registered } from '../testing/account-steps';
import { linkTo, mailsTo, securityMailsTo } from '../testing/mailbox';
import { tablesWith } from '../testing/tables-with';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app?.close());

const person = { name: 'Noura Harbi', companyName: 'Sahra Gifts', country: 'SA', password: GOOD_PASSWORD };
const codeOf = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];

describe('asking for an account', () => {
  it('answers a known and an unknown address with the same bytes and the same statements', async () => {
    const known = await app.aTrader();
    const answers: unknown[] = [];
    const work: string[][] = [];
    for (const email of [known.email, 'nobody@sahra.example']) {
      const statements = await app.statements(async () => {
        const { status, raw, headers } = await app.call(register, { body: { email, locale: 'no' } });
        const { 'x-request-id': _id, date: _date, ...rest } = headers;
        answers.push({ status, bytes: raw.toString('hex'), rest });
      });
      work.push(statements);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(work[0]).toEqual(work[1]);
    expect(await securityMailsTo(app, known.email)).toEqual(['registration_known']);
    expect(await securityMailsTo(app, 'nobody@sahra.example')).toEqual(['registration']);
  });

  it('sends the token after the hash, in the language that was asked for, and keeps only its hash', async () => {
    const email = 'hash@sahra.example';
    await app.call(register, { body: { email, locale: 'ar' } });
    const [mail] = await mailsTo(app, email);
    expect(mail?.subject).toBe('تأكيد بريدك الإلكتروني');
    const token = await linkTo(app, email, 'registration');
    expect(mail?.text).toContain(`http://portal.test/register#${token}`);
    expect(await tablesWith(app, 'qafila')).not.toEqual([]);
    expect(await tablesWith(app, token)).toEqual([]);
    expect(await tablesWith(app, email)).toEqual([]);
  });

  it('sends no more than five links to one address in a quarter of an hour, and answers alike', async () => {
    const email = 'flood@sahra.example';
    for (let times = 0; times < MAILS_TO_ONE_ADDRESS.value + 2; times += 1)
      expect((await app.call(register, { body: { email, locale: 'en' } })).status).toBe(200);
    expect((await mailsTo(app, email)).length).toBe(MAILS_TO_ONE_ADDRESS.value);
  });

  it('refuses what is no address', async () => {
    const answer = await app.call(register, { body: { email: 'a@b', locale: 'en' } });
    expect(codeOf(answer)).toEqual([422, 'FIELDS_INVALID']);
  });
});

describe('a registration link', () => {
  it('tells its address, works once, and is worthless after it and after its time', async () => {
    const email = 'once@sahra.example';
    const browser = new Browser(app);
    await browser.good(register, { body: { email, locale: 'fr' } });
    const token = await linkTo(app, email, 'registration');
    expect((await browser.good(openRegistration, { body: { token } })).body).toEqual({ email, locale: 'fr' });
    await browser.good(completeRegistration, { body: { token, ...person } });
    const again = await new Browser(app).call(completeRegistration, { body: { token, ...person } });
    expect(codeOf(again)).toEqual([410, 'LINK_USED']);
    expect(codeOf(await browser.call(openRegistration, { body: { token } }))).toEqual([410, 'LINK_USED']);
    await browser.good(register, { body: { email: 'late@sahra.example', locale: 'en' } });
    const late = await linkTo(app, 'late@sahra.example', 'registration');
    await app.clock.advance(REGISTRATION_LINK_HOURS.value * 3_600_000);
    expect(codeOf(await browser.call(openRegistration, { body: { token: late } }))).toEqual([
      410,
      'LINK_USED',
    ]);
  });

  it('stays for another try when the password is refused', async () => {
    const email = 'weak@sahra.example';
    await app.call(register, { body: { email, locale: 'en' } });
    const token = await linkTo(app, email, 'registration');
    const tries: readonly (readonly [string, string])[] = [
      ['short', 'PASSWORD_TOO_SHORT'],
      ['x'.repeat(PASSWORD_MIN.value - 1), 'PASSWORD_TOO_SHORT'],
      ['🐪'.repeat(PASSWORD_MAX.value + 1), 'PASSWORD_TOO_LONG'],
      ['password1234', 'PASSWORD_KNOWN'],
      ['noura harbi sahra', 'PASSWORD_KNOWN'],
    ];
    for (const [password, code] of tries) {
      const answer = await app.call(completeRegistration, { body: { token, ...person, password } });
      expect([password, ...codeOf(answer)]).toEqual([password, 422, code]);
    }
    const good = await app.call(completeRegistration, { body: { token, ...person } });
    expect(good.body).toEqual({ next: 'enrol' });
  });
});

describe('somebody who registered', () => {
  it('can do nothing but enrol, and is asked to enrol again at every sign-in until it is done', async () => {
    const email = 'enrols@sahra.example';
    const browser = await registered(app, email);
    expect(codeOf(await browser.call(readSession))).toEqual([401, 'SECOND_FACTOR_REQUIRED']);
    expect((await browser.good(readFactors)).body.step).toBe('factor');
    const other = new Browser(app);
    const answer = await other.good(signIn, { body: { email, password: GOOD_PASSWORD } });
    expect(answer.body).toEqual({ next: 'enrol', factors: [] });
    expect(codeOf(await other.call(provideCode, { body: { code: '000000' } }))).toEqual([403, 'NOT_ALLOWED']);
  });

  it('enrols an app step by step: seed shown once, code typed back, ten codes, one of them typed back', async () => {
    const browser = await registered(app, 'steps@sahra.example');
    expect(codeOf(await browser.call(makeRecoveryCodes))).toEqual([409, 'NO_FACTOR_YET']);
    const draft = (await browser.good(draftTotp)).body;
    expect(draft.uri).toContain(`secret=${draft.secret}&issuer=Qafila`);
    expect(draft.qr.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    expect(await tablesWith(app, draft.secret)).toEqual([]);
    expect(codeOf(await browser.call(confirmTotp, { body: { code: '000000' } }))).toEqual([
      401,
      'CODE_WRONG',
    ]);
    const code = await nextCode(app, draft.secret);
    await browser.good(confirmTotp, { body: { code } });
    expect((await browser.good(readFactors)).body.step).toBe('codes');
    const { codes } = (await browser.good(makeRecoveryCodes)).body;
    expect(new Set(codes).size).toBe(RECOVERY_CODES.value);
    expect((await browser.good(readFactors)).body.step).toBe('confirm_code');
    const wrong = await browser.call(confirmRecoveryCode, { body: { code: '1-AAAAA-BBBBB' } });
    expect(codeOf(wrong)).toEqual([401, 'RECOVERY_CODE_WRONG']);
    const before = browser.cookie('session');
    await browser.good(confirmRecoveryCode, { body: { code: ` ${codes[4]?.toLowerCase()} ` } });
    expect(browser.cookie('session')).not.toBe(before);
    expect((await browser.good(readFactors)).body).toMatchObject({
      step: 'done',
      recoveryCodesLeft: RECOVERY_CODES.value,
    });
    const half = new Browser(app);
    await half.good(signIn, { body: { email: 'steps@sahra.example', password: GOOD_PASSWORD } });
    expect(codeOf(await half.call(provideCode, { body: { code } }))).toEqual([401, 'CODE_USED']);
    for (const secret of [draft.secret, ...codes]) expect(await tablesWith(app, secret)).toEqual([]);
  });

  it('owns a company that waits, sees its application and nothing else, and is told by mail', async () => {
    const email = 'waits@sahra.example';
    const browser = await registered(app, email);
    const { secret } = await enrolled(app, browser);
    const session = (await browser.good(readSession)).body;
    expect(session.company).toMatchObject({ nameLatin: 'Sahra Gifts', country: 'SA', state: 'pending' });
    expect(session.roles).toEqual(['owner']);
    expect([...session.permissions].sort()).toEqual(['application:read', 'application:write']);
    expect(session).toMatchObject({ factor: 'totp', confirmWith: ['totp'] });
    await browser.good(signOut);
    const answer = await browser.good(signIn, { body: { email, password: GOOD_PASSWORD } });
    expect(answer.body).toEqual({ next: 'code', factors: ['totp', 'recovery_code'] });
    await app.clock.advance(30_000);
    await browser.good(provideCode, { body: { code: codeAt(secret, app.clock.now()) } });
    // The browser was known from the enrolment: no mail about a new device.
    expect(await securityMailsTo(app, email)).toEqual(['registration', 'enrolled']);
  });
});
