import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { DeskPage } from '../../pages/desk-page';
import { placeOlderOrder, placeOrder } from '../../worlds/drafts';
import { expect, test } from '../../worlds/journey';
import { tabTo } from '../../worlds/keyboard';
import { importToday, untilConfirmed } from '../../worlds/payments';
import { freshCode, PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

const words = new ScreenWords('en');
/** More lines than the desk can have in this world. */
const MOST_LINES = 60;

test('a payment confirmed without a mouse', async ({ visit }) => {
  const trader = await visit({ as: PEOPLE.noura });
  await placeOlderOrder(trader.request);
  const order = await placeOrder(trader.request, {
    name: 'Paid by keyboard',
    lines: [{ sku: 'PPS-015', pieces: 36 }],
  });
  const farah = await visit({ as: PEOPLE.farah, locale: 'en' });
  await importToday(farah.request);
  const { page } = farah;
  const desk = new DeskPage(farah, words);
  const { reference } = await call(trader.request, getTransferInstruction, { params: { id: order.id } });

  await page.goto('/today');
  await tabTo(page, page.getByRole('link', { name: words.say('app:rail.transfers') }));
  await page.keyboard.press('Enter');
  const line = await desk.line(reference);
  const isOpen = () => line.evaluate((row) => row.classList.contains('line-open'));
  for (let moves = 0; moves < MOST_LINES && !(await isOpen()); moves += 1) await page.keyboard.press('KeyJ');
  await expect(line).toHaveClass(/line-open/);
  await page.keyboard.press('KeyX');
  await expect(line.getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(words.say('payments:review.code'))).toBeFocused();
  await page.keyboard.type(await freshCode(farah.request, PEOPLE.farah));
  await page.keyboard.press('Enter');
  await expect(desk.said('doneBooked')).toBeVisible();
  await untilConfirmed(trader.request, order.id);
});
