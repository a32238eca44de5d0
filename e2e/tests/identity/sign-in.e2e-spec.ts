import { refreshSession } from '@qafila/shared/identity/identity.contract';
import { OrderPages } from '../../pages/order-pages';
import { giveCode, giveCredentials, signInByHand } from '../../pages/sign-in-page';
import { beginDraft } from '../../worlds/drafts';
import { goodOf } from '../../worlds/goods';
import { expect, test } from '../../worlds/journey';
import { advance, freshCode, PEOPLE } from '../../worlds/people';
import { tryCall } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

const words = new ScreenWords('en');
/** Longer than the access token lives, shorter than any session. */
const TOKEN_OLD_S = 400;
/** Longer than a trader's session stays open unused. */
const IDLE_S = 61 * 60;

test('a code that was used says how long to wait, and the next one works', async ({ visit }) => {
  const first = await visit();
  const code = await freshCode(first.request, PEOPLE.sami);
  await first.page.goto('/sign-in');
  await giveCredentials(first, PEOPLE.sami, 'en');
  await giveCode(first, code, 'en');
  await expect(first.page).toHaveURL(/\/home$/);

  const second = await visit({ locale: 'en' });
  await second.page.goto('/sign-in');
  await giveCredentials(second, PEOPLE.sami, 'en');
  await giveCode(second, code, 'en');
  await expect(second.page.getByRole('timer')).toHaveText(/Wait for the next code, \d+ s\./);
  await giveCode(second, await freshCode(second.request, PEOPLE.sami), 'en');
  await expect(second.page).toHaveURL(/\/home$/);
});

test('a wrong password says nothing about which half was wrong', async ({ visit }) => {
  const { page } = await visit({ locale: 'en' });
  await page.goto('/sign-in');
  for (const email of [PEOPLE.noura, 'nobody@darnour.example']) {
    await page.getByLabel(words.say('identity:email')).fill(email);
    await page.getByLabel(words.say('identity:password')).fill('caravan to nowhere');
    await page.getByRole('button', { name: words.say('identity:next'), exact: true }).click();
    await expect(page.getByRole('alert')).toHaveText('Mail and password do not match an account.');
  }
  await expect(page.getByLabel(words.say('identity:code'))).toHaveCount(0);
});

test('a recovery code opens the account once and never again', async ({ visit }) => {
  const recovery = '2-MINTE-SAFRA';
  for (const isFirst of [true, false]) {
    const here = await visit({ locale: 'en' });
    await here.page.goto('/sign-in');
    await giveCredentials(here, PEOPLE.huda, 'en');
    await here.page.getByRole('button', { name: words.say('identity:useRecovery') }).click();
    await here.page.getByLabel(words.say('identity:recovery')).fill(recovery);
    await here.page.getByRole('button', { name: words.say('identity:signIn'), exact: true }).click();
    if (isFirst) await expect(here.page).toHaveURL(/\/home$/);
    else
      await expect(here.page.getByText('That recovery code is not right or was used before.')).toBeVisible();
  }
});

test('two tabs that renew the session at once both stay signed in', async ({ visit }) => {
  const first = await visit({ as: PEOPLE.noura, locale: 'en' });
  const other = await first.context.newPage();
  await first.page.goto('/home');
  await other.goto('/orders');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(words.say('ordering:orders.title'));
  await advance(first.request, TOKEN_OLD_S);
  await Promise.all([first.page.reload(), other.reload()]);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(words.say('ordering:orders.title'));
  await expect(first.page.getByRole('heading', { level: 1 })).toContainText('Noura');
  await advance(first.request, TOKEN_OLD_S);
  const answers = await Promise.all([
    tryCall(first.request, refreshSession),
    tryCall(first.request, refreshSession),
  ]);
  expect(answers.map((answer) => answer.status())).toEqual([200, 200]);
  await other.reload();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(words.say('ordering:orders.title'));
});

test('a session that ends while a draft is typed asks in place and keeps every piece', async ({ visit }) => {
  const trader = await visit({ as: PEOPLE.noura, locale: 'en' });
  const { page } = trader;
  const good = await goodOf(trader.request, 'ARG-030');
  const draft = await beginDraft(trader.request, { name: 'Interrupted', lines: [] });
  await page.goto(`/orders/${draft.id}/edit`);
  const pages = new OrderPages(trader, words);
  await expect(pages.cell(good)).toBeVisible();
  await advance(trader.request, IDLE_S);
  await pages.type(good, '24');
  const dialog = page.getByRole('dialog', { name: words.say('app:expired.title') });
  await expect(dialog).toBeVisible();
  await expect(pages.cell(good)).toHaveValue('24');
  await giveCredentials(trader, PEOPLE.noura, 'en');
  await giveCode(trader, await freshCode(trader.request, PEOPLE.noura), 'en');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(words.like('ordering:save.saved')).first()).toBeVisible();
  await page.reload();
  await expect(pages.cell(good)).toHaveValue('24');
});

test('an address opened without a session comes back after the sign-in', async ({ visit }) => {
  const trader = await visit();
  const owner = await visit({ as: PEOPLE.noura });
  const draft = await beginDraft(owner.request, { name: 'Deep link', lines: [] });
  await trader.page.goto(`/orders/${draft.id}/edit?stock=true`);
  await expect(trader.page).toHaveURL(/\/sign-in\?next=/);
  await giveCredentials(trader, PEOPLE.noura, 'en');
  await giveCode(trader, await freshCode(trader.request, PEOPLE.noura), 'en');
  await expect(trader.page).toHaveURL(new RegExp(`/orders/${draft.id}/edit\\?stock=true$`));
  await expect(trader.page).toHaveTitle(/Deep link/);
});

test('the next page is never another site', async ({ visit }) => {
  const trader = await visit();
  await trader.page.goto('/sign-in?next=//evil.example/orders');
  await giveCredentials(trader, PEOPLE.noura, 'en');
  await giveCode(trader, await freshCode(trader.request, PEOPLE.noura), 'en');
  await expect(trader.page).toHaveURL(/\/home$/);
});

test('403 and 404 say what is wrong and lead home', async ({ visit }) => {
  const { page } = await visit({ as: PEOPLE.huda, locale: 'en' });
  await page.goto('/orders');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('app:lone.forbidden'));
  await page.goto('/transfers');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('app:lone.forbidden'));
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('app:lone.notFound'));
  await page.getByRole('link', { name: words.say('app:lone.home') }).click();
  await expect(page).toHaveURL(/\/home$/);
});

test('signing out closes the session in every tab', async ({ visit }) => {
  const staff = await visit();
  await signInByHand(staff, PEOPLE.salma, 'en');
  await expect(staff.page).toHaveURL(/\/today$/);
  const other = await staff.context.newPage();
  await other.goto('/audit');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(words.say('oversight:audit.title'));
  await staff.page.getByRole('button', { name: words.say('app:signOut') }).click();
  await expect(staff.page).toHaveURL(/\/sign-in/);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in\?next=/);
});
