import { randomUUID } from 'node:crypto';
import { completeRegistration } from '@qafila/shared/identity/registration.contract';
import { IdentityPages, type NewTrader } from '../../pages/identity-pages';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { codeOf, tryCall } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

const PASSWORD = 'tamarind kettle orbit violin';
const aTrader = (locale: string): NewTrader => ({
  email: `owner-${locale}-${randomUUID().slice(0, 8)}@suqalmadina.example`,
  name: locale === 'ar' ? 'ريم الشهري' : 'Reem Al-Shehri',
  company: 'Suq al-Madina',
  country: 'SA',
  password: PASSWORD,
});

for (const locale of languagesOf('ar')) {
  test(`from a mail to the application with an app and recovery codes (${locale})`, async ({ visit }) => {
    const words = new ScreenWords(locale);
    const trader = aTrader(locale);
    const pages = new IdentityPages(await visit({ locale }), words);
    await pages.askAndOpen(trader);
    const link = pages.page.url();
    await pages.tellWho(trader);
    await pages.page.goto('/home');
    await expect(pages.page).toHaveURL(/\/sign-in\?next=/);
    await pages.page.goto('/enrol');
    const app = await pages.enrolApp();
    const codes = await pages.keepRecoveryCodes();
    await expect(pages.page).toHaveURL(/\/application/);

    const again = new IdentityPages(await visit({ locale }), words);
    await again.page.goto(link);
    await expect(again.heading('link.gone')).toBeVisible();
    await again.giveCredentials(trader);
    await again.field('code').fill(await app.code());
    await expect(again.page).toHaveURL(/\/application/);

    const third = new IdentityPages(await visit({ locale }), words);
    await third.giveCredentials(trader);
    await third.button('useRecovery').click();
    await third.field('recovery').fill(codes[0] ?? '');
    await third.button('signIn').click();
    await expect(third.page).toHaveURL(/\/application/);
    await third.openSecurity();
    await expect(third.page.getByText(words.say('identity:codes.left', { left: 9, all: 10 }))).toBeVisible();
  });
}

test('a weak password says why while it is typed, and is refused', async ({ visit }) => {
  const words = new ScreenWords('en');
  const trader = { ...aTrader('weak'), password: 'suqalmadina2026' };
  const pages = new IdentityPages(await visit({ locale: 'en' }), words);
  await pages.askAndOpen(trader);
  const token = pages.page.url().split('#')[1] ?? '';
  await expect(pages.heading('register.about')).toBeVisible();
  await pages.field('register.company').fill(trader.company);
  await pages.field('newPassword.label').fill(trader.password);
  await expect(pages.page.getByText(pages.say('strength.mine'))).toBeVisible();
  const { email: _, company, ...rest } = trader;
  const answer = await tryCall(pages.visit.request, completeRegistration, {
    body: { ...rest, companyName: company, token },
  });
  expect(await codeOf(answer)).toBe('PASSWORD_KNOWN');
});

test('an address that is known gets the same answer as one that is not', async ({ visit }) => {
  const words = new ScreenWords('en');
  for (const email of ['noura@darnour.example', 'nobody@darnour.example']) {
    const { page } = await visit({ locale: 'en' });
    await page.goto('/register');
    await page.getByLabel(words.say('identity:register.mail'), { exact: true }).fill(email);
    await page.getByRole('button', { name: words.say('identity:register.send') }).click();
    await expect(page.getByRole('status')).toHaveText(
      words.say('identity:register.sent', { email: `\u2068${email}\u2069` }),
    );
  }
});
