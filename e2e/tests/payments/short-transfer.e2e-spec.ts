import type { APIRequestContext } from '@playwright/test';
import { type Money, money, subtract } from '@qafila/shared/kernel/money';
import { transferDesk } from '@qafila/shared/payments/desk.contract';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import { importStatement } from '@qafila/shared/payments/statements.contract';
import { DeskPage } from '../../pages/desk-page';
import { RefundsPage } from '../../pages/refunds-page';
import { statementOf } from '../../worlds/bank-statements';
import { placeOrder } from '../../worlds/drafts';
import { expect, test } from '../../worlds/journey';
import { confirmPayment, untilConfirmed } from '../../worlds/payments';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

const FEE = money(2500, 'SAR');

/** The open line that pays an order. */
async function lineFor(finance: APIRequestContext, orderId: string): Promise<string> {
  const { rows } = await call(finance, transferDesk, { query: { view: 'open' } });
  const line = rows.find(({ matches }) => matches.some(({ order }) => order?.id === orderId));
  if (!line) throw new Error(`No line on the desk pays order ${orderId}`);
  return line.id;
}

for (const locale of ['en', 'ar'] as const) {
  test(`a transfer short by a fee leaves the order open; the rest confirms it, in ${locale}`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const trader = await visit({ as: PEOPLE.noura, locale });
    const order = await placeOrder(trader.request, {
      name: `Short by a fee, ${locale}`,
      lines: [{ sku: 'AGC-250', pieces: 36 }],
    });
    const params = { id: order.id };
    const { iban, reference } = await call(trader.request, getTransferInstruction, { params });
    const farah = await visit({ as: PEOPLE.farah, locale });
    const omar = await visit({ as: PEOPLE.omar, locale });
    const arrives = (amount: Money) =>
      call(farah.request, importStatement, { file: statementOf(iban, [{ amount, text: reference }]) });
    const { page } = trader;
    await page.goto(`/orders/${order.id}`);
    const card = page.locator('.transfer');
    await expect(card.getByText(shownReference(reference))).toBeVisible();

    // What is copied goes into a bank's form as it stands: digits and a point, no grouping.
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const amount = words.say('ordering:transfer.amount');
    await card.getByRole('button', { name: words.say('ui:copy', { what: amount }) }).click();
    await expect(card.getByRole('button', { name: words.say('ui:copied') })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(Math.round(Number(copied) * 100)).toBe(order.totals.total.minor);

    await arrives(subtract(order.totals.total, FEE));
    const line = await lineFor(farah.request, order.id);
    const [first, second] = [new DeskPage(farah, words), new DeskPage(omar, words)];
    await first.confirmOpen(await first.show(line), PEOPLE.farah);
    await expect(first.said('doneWaits')).toBeVisible();
    await second.confirmOpen(await second.show(line, 'second'), PEOPLE.omar, 'reviewSecond');
    await expect(second.said('doneBooked')).toBeVisible();

    // The page follows by itself: what is left, under the same reference.
    const due = card.locator('.copy-rows > div').filter({ hasText: words.say('ordering:transfer.due') });
    await expect(due).toContainText('25.00', { timeout: 20_000 });
    await expect(card.getByText(shownReference(reference))).toBeVisible();
    await page.goto('/payments');
    const row = page.getByRole('row').filter({ hasText: order.code });
    await expect(row).toContainText('25.00');

    await arrives(FEE);
    await confirmPayment(farah.request, order.id);
    await untilConfirmed(trader.request, order.id);
    await page.goto('/payments/account');
    const movements = page.getByRole('row').filter({ hasText: order.code });
    await expect(movements).toHaveCount(3);
    await expect(movements.last()).toContainText('25.00');

    // On a phone the heads are out of sight: each figure says which it is.
    await page.setViewportSize({ width: 390, height: 844 });
    const balance = movements.last().getByRole('cell').last();
    const before = await balance.evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(before).toContain(words.say('account:column.balance'));
  });
}

test('credit is used for the next order in one press, and is credit again by two people', async ({
  visit,
}) => {
  const words = new ScreenWords('en');
  const trader = await visit({ as: PEOPLE.noura, locale: 'en' });
  const place = (name: string) =>
    placeOrder(trader.request, { name, lines: [{ sku: 'AGC-250', pieces: 36 }] });
  const paid = await place('Paid too much');
  const params = { id: paid.id };
  const { iban, reference } = await call(trader.request, getTransferInstruction, { params });
  const farah = await visit({ as: PEOPLE.farah, locale: 'en' });
  const omar = await visit({ as: PEOPLE.omar, locale: 'en' });
  const amount = money(paid.totals.total.minor * 2, 'SAR');
  await call(farah.request, importStatement, { file: statementOf(iban, [{ amount, text: reference }]) });
  const line = await lineFor(farah.request, paid.id);
  const [first, second] = [new DeskPage(farah, words), new DeskPage(omar, words)];
  await first.confirmOpen(await first.show(line), PEOPLE.farah);
  await second.confirmOpen(await second.show(line, 'second'), PEOPLE.omar, 'reviewSecond');
  await expect(second.said('doneBooked')).toBeVisible();

  const next = await place('Paid with credit');
  await trader.page.goto(`/orders/${next.id}`);
  await trader.page.getByRole('button', { name: words.like('ordering:credit.use') }).click();
  await untilConfirmed(trader.request, next.id);
  await expect(trader.page.getByText(words.say('ordering:next.packing.title'))).toBeVisible({
    timeout: 20_000,
  });

  const [asks, approves] = [new RefundsPage(farah, words), new RefundsPage(omar, words)];
  await asks.open('second');
  await asks.ask({ code: next.code, amount: '100.00' }, PEOPLE.farah);
  await approves.open('second');
  await approves.approve(next.code, PEOPLE.omar);
  await approves.open('done');
  await expect(approves.of(next.code)).toContainText(words.say('refunds:state.credited'));
  await trader.page.reload();
  await expect(trader.page.getByText(words.say('refunded:toCredit'))).toBeVisible();
});
