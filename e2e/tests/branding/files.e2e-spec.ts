import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test, type Visit, type Visitor } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crcOf = (bytes: Buffer): number =>
  (bytes.reduce((crc, byte) => (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};
function block(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([word(data.length), body, word(crcOf(body))]);
}

/** A grey picture of noise, which no packing makes smaller: 1,600 × 1,400 pixels are a little over two parts. */
function aLargePicture(): Buffer {
  const [width, height] = [1600, 1400];
  const rows = Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), randomBytes(width)]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    block('IHDR', Buffer.concat([word(width), word(height), Buffer.from([8, 0, 0, 0, 0])])),
    block('IDAT', deflateSync(Buffer.concat(rows))),
    block('IEND', Buffer.alloc(0)),
  ]);
}

const png = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });
const tileOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

async function atFiles(visit: Visitor, locale: 'ar' | 'en'): Promise<Visit & { words: ScreenWords }> {
  const noura = await visit({ locale, as: PEOPLE.noura });
  await noura.page.goto('/brand/files');
  const words = new ScreenWords(locale);
  await noura.page.getByRole('heading', { level: 1, name: words.say('files:title') }).waitFor();
  return { ...noura, words };
}
const choose = (page: Page, words: ScreenWords, files: ReturnType<typeof png>) =>
  page.getByLabel(words.say('files:drop.choose'), { exact: true }).first().setInputFiles(files);

for (const locale of languagesOf('ar')) {
  test(`a logo goes on after a dropped connection and a reload, is checked and saved again (${locale})`, async ({
    visit,
  }) => {
    const { page, words } = await atFiles(visit, locale);
    const name = `mark-${locale}-${randomBytes(3).toString('hex')}.png`;
    const bytes = aLargePicture();
    const sent: number[] = [];
    let isCut = true;
    await page.route('**/api/brand/uploads/*/chunks/*', (route) => {
      const n = Number(/chunks\/(\d+)/.exec(route.request().url())?.[1]);
      if (isCut && n === 1) return route.abort('connectionreset');
      sent.push(n);
      return route.continue();
    });
    await page.getByRole('checkbox').first().check();
    await choose(page, words, png(name, bytes));
    const row = page.getByRole('region', { name: words.say('files:sending.label') });
    await expect(row.getByText(words.say('files:sending.failed'))).toBeVisible();
    await page.reload();
    await expect(row.getByText(words.say('files:sending.left'))).toBeVisible();
    isCut = false;
    await row
      .getByLabel(words.say('files:sending.goOn'), { exact: true })
      .first()
      .setInputFiles(png(name, bytes));
    const tile = tileOf(page, name);
    await expect(tile.getByText(words.like('files:state.warns'))).toBeVisible({ timeout: 60_000 });
    // Nothing that was there came a second time.
    expect(sent).toEqual([0, 1, 2]);
    await tile.getByRole('button', { name }).click();
    const sheet = page.getByRole('dialog', { name: words.say('files:detail.title') });
    const preview = sheet.getByRole('img', { name: words.say('files:detail.pageAlt', { page: 1, name }) });
    await expect
      .poll(() => preview.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBeGreaterThan(0);
    await expect(sheet.getByText(words.say('files:preflight.title'), { exact: true })).toBeVisible();
    const download = page.waitForEvent('download');
    await sheet.getByRole('link', { name: words.say('files:detail.download') }).click();
    expect((await download).suggestedFilename()).toBe(name);
  });
}

test('a file that is not what its name says is named with its reason, and opened by keyboard', async ({
  visit,
}) => {
  const { page, words } = await atFiles(visit, 'en');
  await page.getByRole('checkbox').first().check();
  await choose(page, words, png('wrong.pdf', aLargePicture()));
  const tile = tileOf(page, 'wrong.pdf');
  await expect(tile.getByText(words.say('files:state.rejected'))).toBeVisible({ timeout: 60_000 });
  await expect(tile.getByText('The content is not what the name says.', { exact: false })).toBeVisible();
  await tile.getByRole('button', { name: 'wrong.pdf' }).focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: words.say('files:detail.title') });
  await expect(sheet.getByRole('button', { name: words.say('files:detail.check') })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});
