import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmTotp,
  draftTotp,
  makeRecoveryCodes,
  readFactors,
} from '@qafila/shared/identity/factors.contract';
import { provideCode, signIn, useRecoveryCode } from '@qafila/shared/identity/identity.contract';
import {
  LOST_FACTOR_CASE_DAYS,
  LOST_FACTOR_LINK_DAYS,
  LOST_FACTOR_WAIT_HOURS,
} from '@qafila/shared/identity/identity.rules';
import {
  approveFactorCase,
  enrolAgain,
  listFactorCases,
  openLostFactor,
  readFactorCase,
  readLostFactor,
  refuseFactorCase,
} from '@qafila/shared/identity/lost-factor.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import {
  type Account,
  anAccount,
  Browser,
  enrolled,
  GOOD_PASSWORD,
  nextCode,
} from '../testing/account-steps';
import { linkTo, securityMailsTo } from '../testing/mailbox';

const TEXT = 'My phone was stolen in Jeddah. Call me back on the number of our shop.';
const NOTE = 'Called back on the number of the registration.';
const WAIT_MS = LOST_FACTOR_WAIT_HOURS.value * 3_600_000;
let app: TestApp;
let first: TestPerson;
let second: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  [first, second] = [await app.aStaff('account_manager'), await app.aStaff('privacy_officer')];
});
afterAll(() => app?.close());
const codeOf = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];

async function half({ email }: Pick<Account, 'email'>): Promise<Browser> {
  const browser = new Browser(app);
  await browser.good(signIn, { body: { email, password: GOOD_PASSWORD } });
  return browser;
}
/** Opens a case and finds it on the desk of the staff. */
async function aCase(account: Account): Promise<string> {
  await (await half(account)).good(openLostFactor, { body: { text: TEXT } });
  const { rows } = (await app.call(listFactorCases, { as: first, query: {} })).body;
  return rows.at(-1)?.id ?? '';
}
async function decideAs(person: TestPerson, id: string, endpoint: typeof approveFactorCase) {
  const { version } = (await app.call(readFactorCase, { as: person, params: { id } })).body;
  const given = { as: person, params: { id }, version, body: { note: NOTE } };
  return app.call(endpoint, { ...given, freshCode: await app.freshCode(person) });
}
async function approved(account: Account): Promise<string> {
  const id = await aCase(account);
  await decideAs(first, id, approveFactorCase);
  await decideAs(second, id, approveFactorCase);
  return id;
}

describe('a lost factor', () => {
  it('needs the password, two different staff, a day and the mailbox; then everything is enrolled anew', async () => {
    const account = await anAccount(app);
    const id = await aCase(account);
    const seen = (await app.call(readFactorCase, { as: first, params: { id } })).body;
    expect(seen).toMatchObject({ state: 'open', text: TEXT, email: account.email, canApprove: true });
    expect((await decideAs(first, id, approveFactorCase)).body.state).toBe('first_approved');
    expect(codeOf(await decideAs(first, id, approveFactorCase))).toEqual([403, 'SECOND_PERSON_NEEDED']);
    const done = (await decideAs(second, id, approveFactorCase)).body;
    expect(done).toMatchObject({ state: 'approved', approvals: 2 });
    expect(done.decisions.map(({ note }) => note)).toEqual([NOTE, NOTE]);
    await app.clock.advance(WAIT_MS - 60_000);
    expect(await securityMailsTo(app, account.email)).not.toContain('lost_factor_ready');
    await app.clock.advance(60_000);
    const token = await linkTo(app, account.email, 'lost_factor_ready');
    expect(codeOf(await app.call(enrolAgain, { body: { token } }))).toEqual([401, 'NOT_SIGNED_IN']);
    const browser = await half(account);
    expect((await browser.good(enrolAgain, { body: { token } })).body).toEqual({ next: 'enrol' });
    expect((await browser.good(readFactors)).body).toMatchObject({ step: 'factor', recoveryCodesLeft: 0 });
    const { secret } = await enrolled(app, browser);
    expect([await browser.isIn(), await account.browser.isIn()]).toEqual([true, false]);
    const spent = await (await half(account)).call(enrolAgain, { body: { token } });
    expect(codeOf(spent)).toEqual([410, 'LINK_USED']);
    const later = await half(account);
    const old = await later.call(provideCode, { body: { code: await nextCode(app, account.secret) } });
    expect(codeOf(old)).toEqual([401, 'CODE_WRONG']);
    await later.good(provideCode, { body: { code: await nextCode(app, secret) } });
    const kinds = await securityMailsTo(app, account.email);
    expect(kinds.filter((kind) => kind.startsWith('lost_factor'))).toEqual([
      'lost_factor_opened',
      'lost_factor_approved',
      'lost_factor_ready',
    ]);
  });

  it('keeps the old factors until the new ones stand: the password alone goes on being asked for a code', async () => {
    const account = await anAccount(app);
    await approved(account);
    await app.clock.advance(WAIT_MS);
    const token = await linkTo(app, account.email, 'lost_factor_ready');
    const begun = await half(account);
    await begun.good(enrolAgain, { body: { token } });
    const { secret } = (await begun.good(draftTotp)).body;
    await begun.good(confirmTotp, { body: { code: await nextCode(app, secret) } });
    const body = { email: account.email, password: GOOD_PASSWORD };
    const stranger = new Browser(app);
    expect((await stranger.good(signIn, { body })).body).toMatchObject({ next: 'code' });
    const early = await stranger.call(provideCode, { body: { code: await nextCode(app, secret) } });
    expect(codeOf(early)).toEqual([401, 'CODE_WRONG']);
    // The link opens one session at a time; an enrolment that was left is begun again.
    const again = await half(account);
    await again.good(enrolAgain, { body: { token } });
    expect(codeOf(await begun.call(makeRecoveryCodes))).toEqual([401, 'NOT_SIGNED_IN']);
    expect((await again.good(readFactors)).body.step).toBe('factor');
    await stranger.good(provideCode, { body: { code: await nextCode(app, account.secret) } });
    expect(codeOf(await again.call(draftTotp))).toEqual([401, 'NOT_SIGNED_IN']);
  });

  it('ends when its owner signs in with a factor, whoever asked', async () => {
    const account = await anAccount(app);
    await approved(account);
    await (await half(account)).good(useRecoveryCode, { body: { code: account.codes[0] ?? '' } });
    await app.clock.advance(WAIT_MS);
    expect(await securityMailsTo(app, account.email)).not.toContain('lost_factor_ready');
    const browser = await half(account);
    expect((await browser.good(readLostFactor)).body.case?.state).toBe('withdrawn');
  });

  it('is refused by one person, told by mail, and can be asked for again', async () => {
    const account = await anAccount(app);
    const id = await aCase(account);
    expect((await decideAs(second, id, refuseFactorCase as never)).body.state).toBe('refused');
    expect(codeOf(await decideAs(first, id, approveFactorCase))).toEqual([409, 'WRONG_STATE']);
    expect(await securityMailsTo(app, account.email)).toContain('lost_factor_refused');
    const again = (await (await half(account)).good(openLostFactor, { body: { text: TEXT } })).body;
    expect(again.state).toBe('open');
    const twice = (await (await half(account)).good(openLostFactor, { body: { text: TEXT } })).body;
    expect(twice.openedAt).toBe(again.openedAt);
  });

  it('wants a fresh code, the version that was read, and somebody else than its owner', async () => {
    const account = await anAccount(app);
    const id = await aCase(account);
    const given = { as: first, params: { id }, version: 1, body: { note: NOTE } };
    expect(codeOf(await app.call(approveFactorCase, given))).toEqual([403, 'FRESH_CODE_REQUIRED']);
    const stale = { ...given, version: 7, freshCode: await app.freshCode(first) };
    expect(codeOf(await app.call(approveFactorCase, stale))).toEqual([409, 'STALE_RECORD']);
    const owner = await app.system((tx) =>
      tx.query('update factor_cases set person_id = $2 where id = $1', [id, first.personId]),
    );
    expect(owner).toEqual([]);
    expect(codeOf(await decideAs(first, id, approveFactorCase))).toEqual([403, 'NOT_ALLOWED']);
    const trader = await app.aTrader();
    expect(codeOf(await app.call(listFactorCases, { as: trader, query: {} }))).toEqual([403, 'NOT_ALLOWED']);
  });

  it('expires when nobody decides, and when nobody uses it', async () => {
    const [undecided, unused] = [await anAccount(app), await anAccount(app)];
    await aCase(undecided);
    await approved(unused);
    await app.clock.advance(WAIT_MS);
    const token = await linkTo(app, unused.email, 'lost_factor_ready');
    await app.clock.advance(LOST_FACTOR_LINK_DAYS.value * 86_400_000);
    await app.drain();
    const browser = await half(unused);
    expect(codeOf(await browser.call(enrolAgain, { body: { token } }))).toEqual([410, 'LINK_USED']);
    expect((await browser.good(readLostFactor)).body.case?.state).toBe('expired');
    await app.clock.advance(LOST_FACTOR_CASE_DAYS.value * 86_400_000);
    await app.drain();
    expect((await (await half(undecided)).good(readLostFactor)).body.case?.state).toBe('expired');
  });

  it('of somebody else is not opened by the link of another mailbox', async () => {
    const [owner, thief] = [await anAccount(app), await anAccount(app)];
    await approved(owner);
    await app.clock.advance(WAIT_MS);
    const token = await linkTo(app, owner.email, 'lost_factor_ready');
    const other = await half(thief);
    expect(codeOf(await other.call(enrolAgain, { body: { token } }))).toEqual([410, 'LINK_USED']);
    await (await half(owner)).good(enrolAgain, { body: { token } });
  });
});
