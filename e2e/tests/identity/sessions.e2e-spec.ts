import { IdentityPages } from '../../pages/identity-pages';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

for (const locale of languagesOf('ar')) {
  test(`a session is closed from another browser, then all others (${locale})`, async ({ visit }) => {
    const words = new ScreenWords(locale);
    const lost = await visit({ as: PEOPLE.yusuf, locale });
    await lost.page.goto('/orders');
    await expect(lost.page.getByRole('heading', { level: 1 })).toHaveText(words.say('ordering:orders.title'));

    const here = new IdentityPages(await visit({ as: PEOPLE.yusuf, locale }), words);
    await here.page.goto('/home');
    await here.openSecurity();
    const rows = here.page.locator('section', { hasText: here.say('sessions.title') }).locator('li');
    await expect(rows.first()).toContainText(here.say('sessions.this'));
    const before = await rows.count();
    expect(before).toBeGreaterThan(1);
    await rows.nth(1).getByRole('button').click();
    await expect(rows).toHaveCount(before - 1);
    await lost.page.goto('/home');
    await expect(lost.page).toHaveURL(/\/sign-in\?next=/);

    await visit({ as: PEOPLE.yusuf, locale });
    await here.page.reload();
    await here.button('sessions.closeOthers').click();
    await expect(rows).toHaveCount(1);
    await expect(here.page.getByText(here.say('sessions.onlyThis'))).toBeVisible();
  });
}
