import { expect, test } from '../../worlds/journey';
import { tabTo } from '../../worlds/keyboard';
import { PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

const words = new ScreenWords('en');

test('a screen left before it came gives the focus to the next one', async ({ visit }) => {
  const { page } = await visit({ as: PEOPLE.farah, locale: 'en' });
  let leave = (): void => undefined;
  const isLeft = new Promise<void>((resolve) => {
    leave = resolve;
  });
  // The first screen's code arrives late; the shell around it works already.
  await page.route(/\/assets\/today-screen-/, async (route) => {
    await isLeft;
    await route.continue();
  });
  await page.goto('/today', { waitUntil: 'commit' });
  await tabTo(page, page.getByRole('link', { name: words.say('app:rail.transfers') }));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/transfers');
  leave();
  const head = page.getByRole('heading', { level: 1, name: words.say('payments:title') });
  await expect(head).toBeFocused();
});
