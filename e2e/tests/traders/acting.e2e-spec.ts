import { getOrder, listOrders, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import { OrderPages } from '../../pages/order-pages';
import { goodOf } from '../../worlds/goods';
import { expect, test } from '../../worlds/journey';
import { freshCode, PEOPLE } from '../../worlds/people';
import { call, codeOf, tryCall } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

const STORIES = {
  en: {
    search: 'atlas gifts',
    name: 'Atlas Gifts Company',
    draft: 'Corner by phone',
    why: 'Asked for by phone',
  },
  ar: { search: 'هدايا اطلس', name: 'شركة هدايا أطلس', draft: 'ركن بالهاتف', why: 'طلبه بالهاتف' },
} as const;

for (const locale of ['en', 'ar'] as const) {
  test(`staff act for a trader, prepare a draft and leave; the trader takes it over (${locale})`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const story = STORIES[locale];
    const amal = await visit({ as: PEOPLE.amal, locale });
    const { page } = amal;
    const banner = page.getByRole('complementary', { name: words.say('acting:banner.label') });

    await test.step('finds the trader by another spelling and begins to act', async () => {
      await page.goto('/staff/traders');
      await page.getByLabel(words.say('acting:list.search')).fill(story.search);
      await page.getByRole('button', { name: words.say('acting:list.find') }).click();
      await page.getByRole('link', { name: story.name }).click();
      await expect(page.getByText(words.say('acting:priceList.trade-b'), { exact: true })).toBeVisible();
      await page.getByRole('button', { name: words.say('acting:act.begin') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words.say('acting:act.text')).fill(story.why);
      await dialog.getByLabel(words.say('ui:confirm.code')).fill(await freshCode(amal.request, PEOPLE.amal));
      await dialog.getByRole('button', { name: words.say('acting:act.begin') }).click();
      await expect(banner).toContainText(story.name);
      await expect(banner).toContainText(story.why);
    });

    const pages = new OrderPages(amal, words);
    await test.step('prepares a draft; the banner stays', async () => {
      await pages.begin(story.draft);
      await pages.type(await goodOf(amal.request, 'ARG-100'), '48');
      await expect(banner).toBeVisible();
    });
    const id = /orders\/([^/]+)\/edit/.exec(page.url())?.[1] ?? '';

    await test.step('cannot place it', async () => {
      await expect.poll(async () => (await call(amal.request, getOrder, { params: { id } })).units).toBe(48);
      const draft = await call(amal.request, getOrder, { params: { id } });
      expect(draft.actions.find(({ step }) => step === 'submit')?.allowed).toBe(false);
      const refused = await tryCall(amal.request, submitOrder, {
        params: { id },
        version: draft.version,
        body: { expectedTotal: draft.totals.total, method: 'bank_transfer' },
      });
      expect(await codeOf(refused)).toBe('NOT_ALLOWED');
    });

    await test.step('ends, and is staff again on the trader’s page', async () => {
      await banner.getByRole('button', { name: words.say('acting:banner.end') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.name);
      await expect(banner).toBeHidden();
      expect((await tryCall(amal.request, listOrders)).status()).toBe(403);
    });

    await test.step('the trader sees who prepared it and takes it over', async () => {
      const yusuf = await visit({ as: PEOPLE.yusuf, locale });
      await yusuf.page.goto('/orders?view=draft');
      await yusuf.page.getByRole('link', { name: story.draft }).click();
      await expect(yusuf.page.getByText(words.say('ordering:prepared.title')).first()).toBeVisible();
      await expect(yusuf.page.getByText(story.why).first()).toBeVisible();
      await yusuf.page.getByRole('button', { name: words.say('ordering:prepared.take') }).click();
      await expect(yusuf.page.getByRole('table', { name: words.say('ordering:grid.caption') })).toBeVisible();
    });
  });
}
