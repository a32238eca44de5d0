import { aBank } from '../../worlds/bank-files';
import { expect, test } from '../../worlds/journey';
import { tabTo } from '../../worlds/keyboard';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

for (const locale of languagesOf('ar')) {
  test(`the columns of a bank's file are named once, without a mouse, in ${locale}`, async ({ visit }) => {
    const words = new ScreenWords(locale);
    const { page } = await visit({ as: PEOPLE.farah, locale });
    const bank = aBank();
    const send = (file: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    const brought = (lines: number) =>
      page.getByText(words.say('payments:import.lines', { new: lines, known: 0, proposed: 0 }));

    await page.goto('/transfers');
    await send(bank.first);
    await expect(page).toHaveURL(/\/transfers\/imports\//);
    await expect(page.getByText(words.say('payments:layout.missing.text'))).toBeVisible();
    await tabTo(page, page.getByLabel(words.say('payments:layout.column.text'), { exact: true }));
    await page.keyboard.type('Movement');
    const preview = page.getByRole('table', { name: words.say('payments:layout.preview') });
    await expect(preview.getByText(`Goods; ${bank.word}`)).toBeVisible();
    await expect(page.getByText(words.say('payments:proven'))).toBeVisible();
    await tabTo(page, page.getByLabel(words.say('payments:layout.name')));
    await page.keyboard.type('Bank of the journey');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/transfers\?.*import=/);
    await expect(brought(2)).toBeVisible();

    await send(bank.next);
    await expect(brought(1)).toBeVisible();
  });

  test(`a file that cannot be believed is refused with its place, in ${locale}`, async ({ visit }) => {
    const words = new ScreenWords(locale);
    const { page } = await visit({ as: PEOPLE.farah, locale });
    await page.goto('/transfers');
    const file = 'Date,Description,Reference,Debit,Credit,Balance\n12/06/1448,text,R1,,10.00,110.00\n';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'hijri.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(words.say('payments:import.failed'));
    await expect(alert).toContainText('row 2, Date');
  });
}
