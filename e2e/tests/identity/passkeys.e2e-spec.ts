import { randomUUID } from 'node:crypto';
import { passkeySignIn } from '@qafila/shared/identity/passkey-sign-in.contract';
import { IdentityPages } from '../../pages/identity-pages';
import { givePasskeys } from '../../worlds/authenticators';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { freshCode, PEOPLE } from '../../worlds/people';
import { codeOf, tryCall } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

for (const locale of languagesOf('en')) {
  test(`a passkey is the first factor, signs in alone, and its answer works once (${locale})`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const pages = new IdentityPages(await visit({ locale }), words);
    await givePasskeys(pages.page);
    const trader = {
      email: `key-${locale}-${randomUUID().slice(0, 8)}@suqalmadina.example`,
      name: 'Reem Al-Shehri',
      company: 'Suq al-Madina',
      country: 'AE',
      password: 'tamarind kettle orbit violin',
    };
    await pages.askAndOpen(trader);
    await pages.tellWho(trader);
    await pages.enrolPasskey();
    await pages.keepRecoveryCodes();
    await expect(pages.page).toHaveURL(/\/application/);

    await pages.signOut();
    const sent = pages.page.waitForRequest((request) => request.url().endsWith(`/api${passkeySignIn.path}`));
    await pages.button('passkeySignIn').click();
    await expect(pages.page).toHaveURL(/\/application/);
    const answer = (await sent).postDataJSON() as { response: Record<string, unknown> };
    const replayed = await tryCall(pages.visit.request, passkeySignIn, { body: answer });
    expect(await codeOf(replayed)).toBe('PASSKEY_WRONG');
  });
}

test('a passkey confirms one step instead of six digits; the last factor stays', async ({ visit }) => {
  const words = new ScreenWords('en');
  const staff = await visit({ as: PEOPLE.salma, locale: 'en' });
  const pages = new IdentityPages(staff, words);
  await givePasskeys(pages.page);
  await pages.page.goto('/staff/security');
  await expect(pages.page.getByText('This is your last factor.')).toBeVisible();
  await pages.button('factors.addPasskey').click();
  await pages.dialog
    .getByLabel(words.say('ui:confirm.code'))
    .fill(await freshCode(staff.request, PEOPLE.salma));
  await pages.dialog.getByRole('button', { name: pages.say('next'), exact: true }).click();
  await pages.dialog.getByLabel(pages.say('enrol.passkey.label')).fill('Laptop of Salma');
  await pages.dialog.getByRole('button', { name: pages.say('enrol.passkey.make') }).click();
  await expect(pages.page.getByText('Laptop of Salma')).toBeVisible();

  await pages.button('codes.makeNew').click();
  await pages.dialog.getByRole('button', { name: words.say('ui:confirm.passkey') }).click();
  await expect(pages.dialog.locator('.codes-sheet li')).toHaveCount(10);
  const code = await pages.dialog.locator('.codes-sheet .code').first().innerText();
  await pages.dialog.getByRole('button', { name: pages.say('codes.kept') }).click();
  await pages.dialog.getByLabel(pages.say('codes.typeBack')).fill(code);
  await pages.dialog.getByRole('button', { name: pages.say('codes.finish') }).click();
  await expect(pages.dialog).toBeHidden();

  const remove = pages.page.getByRole('button', {
    name: words.say('identity:factors.removeNamed', { name: 'Laptop of Salma' }),
  });
  await remove.click();
  await pages.dialog.getByRole('button', { name: words.say('ui:confirm.passkey') }).click();
  await expect(pages.page.getByText('Laptop of Salma')).toHaveCount(0);
});
