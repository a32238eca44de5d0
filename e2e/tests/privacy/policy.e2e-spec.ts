import { expect, test } from '../../worlds/journey';
import { freshCode, PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

const CHANGE = { from: '5000', to: '6000' };

test('a new version is drafted, published with a fresh code, and told at the next visit', async ({
  visit,
}) => {
  const words = new ScreenWords('en');
  const say = (name: string, values = {}) => words.say(`privacy:${name}`, values);
  const staff = await visit({ as: PEOPLE.salma, locale: 'en' });
  const { page } = staff;
  await page.goto('/staff/policy');
  for (const language of ['Norsk', 'العربية', 'English', 'Français']) {
    await page.locator('.segment').filter({ hasText: language }).click();
    const text = page.getByLabel(say('desk.text', { language }));
    await text.fill((await text.inputValue()).replace(CHANGE.from, CHANGE.to));
    await expect(page.locator('.policy-change ins')).toHaveText(CHANGE.to);
  }
  await expect(page.getByText(words.like('privacy:desk.saved'))).toBeVisible();
  await page.reload();
  await expect(page.locator('.policy-change ins')).toHaveText(CHANGE.to);
  await page.getByRole('button', { name: words.like('privacy:desk.publish') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.say('ui:confirm.code')).fill(await freshCode(staff.request, PEOPLE.salma));
  await dialog.getByRole('button', { name: say('desk.confirm') }).click();
  await expect(page).toHaveURL(/\/policy\?.*since=/);

  const arabic = new ScreenWords('ar');
  const trader = await visit({ as: PEOPLE.noura, locale: 'ar' });
  await trader.page.goto('/home');
  const news = trader.page.getByRole('complementary', { name: arabic.say('privacy:title') });
  await news.getByRole('link').click();
  await expect(trader.page.locator('.policy-change ins')).toHaveText(CHANGE.to);
  await expect(trader.page.locator('.policy-change del')).toHaveText(CHANGE.from);
  await expect(trader.page.getByText(arabic.like('privacy:seen'))).toBeVisible();
  await trader.page.goto('/home');
  await expect(trader.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(news).toHaveCount(0);
});

for (const locale of ['no', 'ar', 'fr', 'en'] as const) {
  test(`anybody reads version 1 in the language of the page (${locale})`, async ({ visit }) => {
    const { page } = await visit({ locale });
    await page.goto('/policy?v=1');
    await expect(page.locator('.policy-text h3')).toHaveCount(9);
    await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
  });
}
