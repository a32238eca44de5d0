import { OrderPages } from '../../pages/order-pages';
import { beginDraft, twoRecipients } from '../../worlds/drafts';
import { goodOf } from '../../worlds/goods';
import { expect, test } from '../../worlds/journey';
import { fillAndGo, tabTo } from '../../worlds/keyboard';
import { PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

const words = new ScreenWords('en');

test('an order from the palette to the instruction, without a mouse', async ({ visit }) => {
  const trader = await visit({ as: PEOPLE.noura, locale: 'en' });
  const { page } = trader;
  const keys = page.keyboard;
  const pages = new OrderPages(trader, words);
  const [small, large] = [await goodOf(trader.request, 'ARG-030'), await goodOf(trader.request, 'ARG-100')];

  await page.goto('/home');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await keys.press('Control+KeyK');
  await expect(page.getByRole('combobox')).toBeFocused();
  await keys.type(words.say('app:rail.newOrder'));
  await keys.press('Enter');
  await tabTo(page, page.getByLabel(words.say('ordering:draft.name')));
  await keys.press('Control+KeyA');
  await keys.type('By keyboard');
  await keys.press('Enter');

  await expect(pages.cell(small)).toBeVisible();
  await keys.press('Slash');
  await keys.type('argan');
  await tabTo(page, page.locator('[data-cell]'));
  await keys.press('Control+Home');
  await expect(pages.cell(small)).toBeFocused();
  await keys.type('96');
  await keys.press('Enter');
  await keys.press('ArrowUp');
  await keys.press('ArrowRight');
  await expect(pages.cell(large)).toBeFocused();
  await keys.press('+');
  await expect(pages.cell(large)).toHaveValue('12');
  await keys.press('F2');
  await keys.press('Escape');

  const destination = page.getByRole('group', { name: words.say('ordering:destination.label') });
  await tabTo(page, destination.getByRole('radio'));
  // The arrows of the grid keep their own meaning everywhere else: up from the first choice is the last.
  await keys.press('ArrowUp');
  const parts = page.getByRole('group', { name: words.say('ordering:parts.label') });
  await tabTo(page, parts.getByRole('radio'));
  await keys.press('ArrowRight');
  await tabTo(page, page.locator('.recipients').getByRole('button'));
  await keys.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await fillAndGo(page, 'Nada Al-Rashid');
  await fillAndGo(page, '055 345 6789');
  await fillAndGo(page, '');
  await keys.press('Tab');
  await fillAndGo(page, 'RNBB2312');
  await keys.type('Riyadh');
  await keys.press('Enter');
  await expect(page.getByText(words.say('ordering:recipients.allShared'))).toBeVisible();

  await tabTo(page, pages.button('summary.review'));
  await keys.press('Enter');
  await tabTo(page, pages.button('review.place'));
  await keys.press('Enter');
  await expect(page.getByText(words.like('ordering:transfer.until'))).toBeVisible();
});

test('a reason that closes the review leads to the cell it is about, without a mouse', async ({ visit }) => {
  const trader = await visit({ as: PEOPLE.noura, locale: 'en' });
  const { page, request } = trader;
  const pages = new OrderPages(trader, words);
  const good = await goodOf(request, 'BLD-100');
  const { available, step } = good.variant;
  // A draft holds more than there is, as one does whose goods were sold to others meanwhile.
  const tooMany = (Math.ceil(available / step) + 10) * step;
  const lines = [{ sku: good.variant.sku, pieces: tooMany }];
  const [reem] = twoRecipients(lines);
  if (!reem) throw new Error('No recipient');
  const draft = await beginDraft(request, { name: 'Sold out meanwhile', lines, recipients: [reem] });

  await page.goto(`/orders/${draft.id}/edit?part=recipients&q=argan`);
  const review = page.getByRole('button', { name: words.say('ordering:summary.review') });
  const way = page.locator('.reason-way');
  await expect(review).toHaveAccessibleDescription(new RegExp(`^${good.variant.sku}: `));
  await tabTo(page, way);
  await page.keyboard.press('Enter');
  await expect(pages.cell(good)).toBeFocused();
  await expect(pages.cell(good)).toBeInViewport();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await page.keyboard.type(String(step));

  // Now more is shared out than ordered: the next reason leads back to who has it.
  await expect(way).not.toContainText(good.variant.sku);
  await tabTo(page, way);
  await page.keyboard.press('Enter');
  await expect(
    page.getByLabel(
      words.say('ordering:recipients.shareOf', {
        goods: words.say('ordering:goods', { product: good.product.name.en, size: good.variant.size.en }),
        name: reem.name,
      }),
    ),
  ).toBeFocused();
  await page.keyboard.type(String(step));
  await expect(way).toBeHidden();

  // A line that is taken out takes its shares along: nothing is left that no field could mend.
  const parts = page.getByRole('group', { name: words.say('ordering:parts.label') });
  await parts.getByText(words.like('ordering:parts.goods')).click();
  await pages.cell(good).fill('');
  await expect(page.getByText(words.say('ordering:parts.goods', { lines: 0 }))).toBeVisible();
  await expect(way).toBeHidden();
});
