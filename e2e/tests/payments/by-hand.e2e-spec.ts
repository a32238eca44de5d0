import type { APIRequestContext } from '@playwright/test';
import { transferDesk } from '@qafila/shared/payments/desk.contract';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { DeskPage } from '../../pages/desk-page';
import { placeOrder } from '../../worlds/drafts';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { importToday } from '../../worlds/payments';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

/** The newest payment that names nothing. */
async function nameless(finance: APIRequestContext): Promise<string> {
  const { rows } = await call(finance, transferDesk, { query: { view: 'open' } });
  const line = rows.find(({ state, text }) => state === 'imported' && text === 'Transfer');
  if (!line) throw new Error('The demo bank pays something without a reference each day');
  return line.id;
}

for (const locale of languagesOf('en')) {
  test(`a payment that names nothing is matched by hand, confirmed and taken back by two, in ${locale}`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const trader = await visit({ as: PEOPLE.noura, locale });
    const order = await placeOrder(trader.request, {
      name: `Paid without a word, ${locale}`,
      lines: [{ sku: 'PPS-015', pieces: 36 }],
    });
    const transfer = () => call(trader.request, getTransferInstruction, { params: { id: order.id } });
    const farah = await visit({ as: PEOPLE.farah, locale });
    const omar = await visit({ as: PEOPLE.omar, locale });
    await importToday(farah.request);
    const line = await nameless(farah.request);
    const [first, second] = [new DeskPage(farah, words), new DeskPage(omar, words)];

    const detail = await first.show(line);
    await first.matchByHand(order.code, 'The trader called and told his order');
    await expect(detail.getByText(order.code)).toBeVisible();
    await first.confirmOpen(detail, PEOPLE.farah);
    await expect(first.said('doneWaits')).toBeVisible();
    expect((await transfer()).payment).toBe('awaiting');
    await second.confirmOpen(await second.show(line, 'second'), PEOPLE.omar, 'reviewSecond');
    await expect(second.said('doneBooked')).toBeVisible();
    expect((await transfer()).payment).toBe('partially_paid');

    await first.takeBack(await first.show(line, 'done'), 'It was for another order');
    await first.confirmOpen(await first.show(line), PEOPLE.farah);
    await expect(first.said('doneWaits')).toBeVisible();
    await second.confirmOpen(await second.show(line, 'second'), PEOPLE.omar, 'reviewSecond');
    await expect(second.said('doneBooked')).toBeVisible();
    expect(await transfer()).toMatchObject({ payment: 'awaiting', due: order.totals.total });
    await expect(await first.show(line)).toContainText(words.say('payments:detail.noMatch'));
  });
}
