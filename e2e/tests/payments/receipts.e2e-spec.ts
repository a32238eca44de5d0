import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { paymentsProblems } from '@qafila/shared/payments/payments.problems';
import { deadlineAfter, HOLD_EXTENSION_DAYS } from '@qafila/shared/payments/payments.rules';
import { placeOrder } from '../../worlds/drafts';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { aDieline } from '../../worlds/print-files';
import { ScreenWords } from '../../worlds/words';

for (const locale of languagesOf('en')) {
  test(`a receipt holds the goods longer, and finance looks for its money, in ${locale}`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const trader = await visit({ as: PEOPLE.noura, locale });
    const order = await placeOrder(trader.request, {
      name: `Shown in ${locale}`,
      lines: [{ sku: 'PPS-015', pieces: 36 }],
    });
    const params = { id: order.id };
    const before = await call(trader.request, getTransferInstruction, { params });
    const { page } = trader;
    await page.goto(`/orders/${order.id}`);
    const receipts = page.getByRole('region', { name: words.say('ordering:receipt.title') });
    const file = aDieline('receipt.pdf', { width: 210, height: 297 });
    await receipts.locator('input[type=file]').setInputFiles(file);
    const dialog = page.getByRole('dialog');
    const amount = dialog.getByLabel(words.say('ordering:receipt.amount', { currency: 'SAR' }));
    await amount.fill('١٬٠٠٠٫٥٠');
    // A day that lies ahead is refused with its reason; what was typed stays.
    const day = dialog.getByLabel(words.say('ordering:receipt.paidOn'));
    const today = await day.inputValue();
    await day.fill('2099-01-01');
    await dialog.getByRole('button', { name: words.say('ordering:receipt.send') }).click();
    await expect(dialog.getByRole('alert')).toHaveText(paymentsProblems.RECEIPT_DATE.say[locale]);
    await expect(amount).toHaveValue('١٬٠٠٠٫٥٠');
    await day.fill(today);
    await dialog.getByRole('button', { name: words.say('ordering:receipt.send') }).click();
    await expect(receipts.getByText(file.name)).toBeVisible();

    const after = await call(trader.request, getTransferInstruction, { params });
    expect(after.receipts).toMatchObject([{ name: file.name, amount: { minor: 100_050, currency: 'SAR' } }]);
    const longer = deadlineAfter(new Date(before.deadline), HOLD_EXTENSION_DAYS.value);
    expect(after.deadline).toBe(longer.toISOString());

    const finance = await visit({ as: PEOPLE.farah, locale });
    await finance.page.goto('/transfers');
    await finance.page.getByText(words.say('receipts:title')).click();
    const row = finance.page.getByRole('listitem').filter({ hasText: order.code });
    const link = row.getByRole('link');
    await expect(link).toBeVisible();
    const picture = await finance.request.get((await link.getAttribute('href')) ?? '');
    expect(picture.headers()['content-type']).toBe('image/png');
  });
}
