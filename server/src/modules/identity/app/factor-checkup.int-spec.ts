import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSession, signIn, useRecoveryCode } from '@qafila/shared/identity/identity.contract';
import { FACTOR_CHECKUP_DAYS } from '@qafila/shared/identity/identity.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { anAccount, Browser, GOOD_PASSWORD } from '../testing/account-steps';
import { mailsTo } from '../testing/mailbox';
import { FactorCheckup, PAGE } from './factor-checkup';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app?.close());

const asked = async (email: string) =>
  (await mailsTo(app, email)).filter(({ template }) => template === 'security_factor_checkup');

describe('somebody who enrolled', () => {
  it(`is asked once whether his factors are at hand, ${FACTOR_CHECKUP_DAYS.value} days later and no minute before`, async () => {
    const account = await anAccount(app);
    const enrolledAt = app.clock.now().getTime();
    const browser = new Browser(app);
    await browser.good(signIn, { body: { email: account.email, password: GOOD_PASSWORD } });
    await browser.good(useRecoveryCode, { body: { code: account.codes[0] ?? '' } });
    await app.clock.advance(
      enrolledAt + FACTOR_CHECKUP_DAYS.value * DAY - MINUTE - app.clock.now().getTime(),
    );
    expect(await asked(account.email)).toEqual([]);
    await app.clock.advance(MINUTE);
    const [mail] = await asked(account.email);
    expect(mail).toMatchObject({ to: account.email, subject: 'Have you still got your second factor?' });
    expect(mail?.text).toContain('Codes left: 9');
    await app.clock.advance(DAY);
    expect((await asked(account.email)).length).toBe(1);
    await app.clock.advance(2 * FACTOR_CHECKUP_DAYS.value * DAY);
    expect((await asked(account.email)).length).toBe(1);
  });

  it('is not asked while suspended', async () => {
    const account = await anAccount(app);
    const { id } = (await account.browser.good(readSession)).body.person;
    await app.system((tx) => tx.query(`update people set state = 'suspended' where id = $1`, [id]));
    await app.clock.advance(FACTOR_CHECKUP_DAYS.value * DAY);
    expect(await asked(account.email)).toEqual([]);
  });
});

describe('many who enrolled on one day', () => {
  it('are asked in pages: three statements for each, however many there are', async () => {
    await app.get(FactorCheckup).sweep();
    const count = 2 * PAGE + 1;
    await app.system((tx) =>
      tx.query(
        `insert into people (id, kind, name, email_enc, email_hash, locale, password_hash, state, created_at, enrolled_at)
         select gen_random_uuid(), 'trader', 'Somebody', 'x', 'hash ' || n, 'en', 'x', 'active', $1, $1
         from generate_series(1, $2::int) n`,
        [new Date(app.clock.now().getTime() - FACTOR_CHECKUP_DAYS.value * DAY), count],
      ),
    );
    const statements = await app.statements(() => app.get(FactorCheckup).sweep());
    expect(statements.length).toBe(3 * 3);
    const owed = await app.system((tx) =>
      tx.query<{ mails: number; people: number }>(
        `select count(*)::int as mails, count(distinct person_id)::int as people from due_mails where kind = 'factor_checkup'`,
      ),
    );
    expect(owed).toEqual([{ mails: count, people: count }]);
    expect((await app.statements(() => app.get(FactorCheckup).sweep())).length).toBe(1);
  });
});
