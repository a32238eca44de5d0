import { randomUUID } from 'node:crypto';
import { request as browserless } from '@playwright/test';
import { listApplications } from '@qafila/shared/traders/application.contract';
import { ReviewPages } from '../../pages/application-pages';
import { portalOrigin } from '../../worlds/addresses';
import { registerOwner, sendApplication } from '../../worlds/applicants';
import { expect, test } from '../../worlds/journey';
import { tabTo } from '../../worlds/keyboard';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

const words = new ScreenWords('en');
const MANY = 20;
/** Open items of an application from Riyadh; the terms were accepted by their owner. */
const ITEMS = 5;

test.use({ trace: 'off' });
test('twenty applications reviewed by keyboard only', async ({ visit }) => {
  test.setTimeout(900_000);
  for (let count = 0; count < MANY; count += 1) {
    const owner = await browserless.newContext({ baseURL: portalOrigin() });
    const company = `Keyboard ${count} ${randomUUID().slice(0, 4)}`;
    await registerOwner(owner, { company, country: 'SA', locale: 'en' });
    await sendApplication(owner, 'SA');
    await owner.dispose();
  }
  const amal = await visit({ as: PEOPLE.amal, locale: 'en' });
  const { page } = amal;
  const review = new ReviewPages(amal, words);
  const waiting = async (): Promise<number> => (await call(amal.request, listApplications)).counts.new ?? 0;
  const before = await waiting();
  expect(before).toBeGreaterThanOrEqual(MANY);

  await page.goto('/today');
  await tabTo(page, page.getByRole('link', { name: words.say('app:rail.applications') }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('tbody tr').first());
  await page.keyboard.press('Enter');
  for (let count = 0; count < MANY; count += 1) {
    await expect(review.button('decision.approve')).toBeVisible();
    const isDone = page.locator('.check-list .chip-ok');
    const all = await page.locator('.check-list li').count();
    for (let presses = 0; presses <= ITEMS && (await isDone.count()) < all; presses += 1) {
      const now = await isDone.count();
      await page.keyboard.press('KeyA');
      await expect(isDone).not.toHaveCount(now);
    }
    await page.keyboard.press('KeyP');
    await expect(review.button('decision.approve')).toBeFocused();
    await page.keyboard.press('Enter');
    await review.decided('approved');
    await page.keyboard.press('KeyN');
    await expect(review.page.getByText(review.say('state.approved'), { exact: true })).toHaveCount(0);
  }
  expect(await waiting()).toBe(before - MANY);
});
