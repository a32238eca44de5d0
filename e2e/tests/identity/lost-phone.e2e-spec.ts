import { randomUUID } from 'node:crypto';
import { LOST_FACTOR_WAIT_HOURS } from '@qafila/shared/identity/identity.rules';
import { IdentityPages } from '../../pages/identity-pages';
import { expect, test, type Visitor } from '../../worlds/journey';
import { mailedLink } from '../../worlds/mails';
import { advance, freshCode, PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

const HOUR_S = 3600;

/** One of the two people opens the case from the queue and approves it with a note and a fresh code. */
async function approve(visit: Visitor, by: string, given: { name: string; verb: string }): Promise<void> {
  const words = new ScreenWords('en');
  const staff = await visit({ as: by, locale: 'en' });
  const pages = new IdentityPages(staff, words);
  await pages.page.goto('/staff/lost-factors');
  await pages.page.getByRole('link', { name: given.name }).click();
  await pages.button(given.verb).click();
  await pages.dialog
    .getByLabel(pages.say('cases.note'))
    .fill('Called back on the number of the application.');
  await pages.dialog.getByLabel(words.say('ui:confirm.code')).fill(await freshCode(staff.request, by));
  await pages.dialog.getByRole('button', { name: pages.say(given.verb), exact: true }).click();
  await expect(pages.dialog).toBeHidden();
  const again = pages.button('cases.approveSecond');
  if (given.verb === 'cases.approve') await expect(again).toHaveAttribute('aria-disabled', 'true');
  else await expect(again).toHaveCount(0);
}

for (const locale of ['en', 'ar'] as const) {
  test(`a lost phone: two people approve, a day passes, a new factor (${locale})`, async ({ visit }) => {
    const words = new ScreenWords(locale);
    const trader = {
      email: `lost-${locale}-${randomUUID().slice(0, 8)}@suqalmadina.example`,
      name: `Lost ${locale} ${randomUUID().slice(0, 4)}`,
      company: 'Suq al-Madina',
      country: 'NO',
      password: 'tamarind kettle orbit violin',
    };
    const first = new IdentityPages(await visit({ locale }), words);
    await first.askAndOpen(trader);
    await first.tellWho(trader);
    await first.enrolApp();
    await first.keepRecoveryCodes();

    const pages = new IdentityPages(await visit({ locale }), words);
    await pages.giveCredentials(trader);
    await pages.page.getByRole('link', { name: pages.say('lostAll') }).click();
    await pages.field('lost.text').fill('The phone fell into the harbour. Call +47 55 12 34 56 before noon.');
    await pages.button('lost.send').click();
    await expect(pages.page.getByText(pages.say('lost.now.open'))).toBeVisible();

    await approve(visit, PEOPLE.amal, { name: trader.name, verb: 'cases.approve' });
    await approve(visit, PEOPLE.salma, { name: trader.name, verb: 'cases.approveSecond' });
    await advance(pages.visit.request, LOST_FACTOR_WAIT_HOURS.value * HOUR_S + 60);

    const last = new IdentityPages(await visit({ locale }), words);
    await last.page.goto(await mailedLink(last.visit.request, trader.email, '/lost-factor'));
    await last.field('email').fill(trader.email);
    await last.field('password').fill(trader.password);
    await last.button('next').click();
    await last.button('lost.againButton').click();
    await expect(last.heading('enrol.heading.factor')).toBeVisible();
    await last.enrolApp();
    await last.keepRecoveryCodes();
    await expect(last.page).toHaveURL(/\/application/);
  });
}
