import { readFile } from 'node:fs/promises';
import type { APIRequestContext } from '@playwright/test';
import { confirmMatches, reviewMatches, transferDesk } from '@qafila/shared/payments/desk.contract';
import { listRefunds } from '@qafila/shared/payments/refunds.contract';
import { RefundsPage } from '../../pages/refunds-page';
import { placeOrder } from '../../worlds/drafts';
import { expect, test } from '../../worlds/journey';
import { confirmPayment, importToday } from '../../worlds/payments';
import { freshCode, PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

/** The debit of an order's refund, as the bank names it; one person books it. */
async function bookDebit(finance: APIRequestContext, orderId: string): Promise<void> {
  const sent = await call(finance, listRefunds, { query: { view: 'on_way' } });
  const refund = sent.rows.find(({ order }) => order?.id === orderId);
  const { rows } = await call(finance, transferDesk, { query: { view: 'open' } });
  const debits = rows
    .flatMap((row) => row.matches)
    .filter((match) => match.refund !== null && match.refund.id === refund?.id);
  const matches = debits.map(({ id, version }) => ({ matchId: id, version }));
  const { hash } = await call(finance, reviewMatches, { body: { matches } });
  const code = await freshCode(finance, PEOPLE.farah);
  const booked = await call(finance, confirmMatches, { body: { hash, matches }, freshCode: code });
  expect(booked).toEqual({ confirmed: 1, waitingForSecond: 0 });
}

for (const locale of ['en', 'ar'] as const) {
  test(`a refund is asked by one, approved by another, handed to the bank and settled by its debit, in ${locale}`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const trader = await visit({ as: PEOPLE.noura, locale });
    const order = await placeOrder(trader.request, {
      name: `Partly given back, ${locale}`,
      lines: [{ sku: 'NGL-250', pieces: 60 }],
    });
    const farah = await visit({ as: PEOPLE.farah, locale });
    const omar = await visit({ as: PEOPLE.omar, locale });
    await importToday(farah.request);
    await confirmPayment(farah.request, order.id);
    const [first, second] = [new RefundsPage(farah, words), new RefundsPage(omar, words)];

    await first.open('second');
    await first.ask({ code: order.code, amount: '150.50' }, PEOPLE.farah);
    await first.cannotApprove(order.code);
    await second.open('second');
    await second.approve(order.code, PEOPLE.omar);
    await first.open('to_send');
    await expect(first.of(order.code)).toBeVisible();
    const file = await first.sendAll(PEOPLE.farah);
    expect(file.suggestedFilename()).toMatch(/^RF-\d{8}-[0-9A-Z-]+\.xml$/);
    const content = await readFile(await file.path(), 'utf8');
    expect(content).toContain('150.50</InstdAmt>');
    await expect(first.of(order.code)).toContainText(words.say('refunds:state.sent'));

    await importToday(farah.request);
    await bookDebit(farah.request, order.id);
    await first.open('done');
    await expect(first.of(order.code)).toContainText(words.say('refunds:state.settled'));

    await trader.page.goto(`/orders/${order.id}`);
    const title = words.say('refunded:title');
    const card = trader.page.locator('section, .card').filter({ hasText: title }).first();
    await expect(card).toContainText(words.say('refunded:state.settled'));
  });
}
