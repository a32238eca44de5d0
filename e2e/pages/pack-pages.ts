import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Visit } from '../worlds/journey';
import type { ScreenWords } from '../worlds/words';

/** The warehouse's queue and pack station. */
export class PackPages {
  private readonly page: Page;

  constructor(
    private readonly visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name: this.words.like(`shipping:${name}`) });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('link', { name: this.words.say('app:rail.fulfilment') })
      .first()
      .click();
  }

  /** Links to the parcels of an order that are to do. */
  parcels(orderCode: string): Locator {
    return this.page.getByRole('row').filter({ hasText: orderCode }).getByRole('link');
  }

  async start(): Promise<void> {
    await this.button('station.start').click();
    await expect(this.page.getByLabel(this.words.say('shipping:station.weight'))).toBeVisible();
  }

  /** Types a code into the field and presses Enter, as a slow scanner would. */
  async scan(code: string): Promise<void> {
    const field = this.page.getByLabel(this.words.say('shipping:scan.label'));
    await field.fill(code);
    await field.press('Enter');
  }

  /** What the screen asks for: each good's barcode and its pieces. */
  async wanted(): Promise<{ gtin: string; pieces: number }[]> {
    const rows = await this.page.locator('.piece').all();
    return Promise.all(
      rows.map(async (row) => {
        const gtin = (await row.locator('.piece-facts .code').first().innerText()).trim();
        const [, pieces = '0'] = (await row.locator('.piece-count bdi').innerText()).split('/');
        return { gtin, pieces: Number(pieces.trim()) };
      }),
    );
  }

  /** Scans every piece; the screen says when all are in. */
  async scanAll(): Promise<void> {
    for (const { gtin, pieces } of await this.wanted()) {
      for (let piece = 0; piece < pieces; piece += 1) await this.scan(gtin);
    }
    await expect(this.page.getByText(this.words.say('shipping:scan.complete'))).toBeVisible({
      timeout: 60_000,
    });
  }

  /** Types the middle of the weights the screen expects, and closes the parcel. */
  async closeParcel(): Promise<void> {
    const hint = await this.page.getByText(this.words.like('shipping:station.expected')).innerText();
    const [low = 0, high = 0] = (hint.match(/[\d,]+/g) ?? []).map((part) => Number(part.replaceAll(',', '')));
    await this.page
      .getByLabel(this.words.say('shipping:station.weight'))
      .fill(String(Math.round((low + high) / 2)));
    await this.button('station.pack').click();
  }

  /** Draws slip and label; the label opens in its own tab. */
  async printLabel(): Promise<void> {
    const popup = this.page.waitForEvent('popup');
    await this.button('station.label').click();
    await (await popup).close();
    await expect(this.page.getByText(this.words.like('shipping:station.clean'))).toBeVisible();
  }

  /** The bytes of the label or the slip, with what the server said of them. */
  async paper(kind: 'openLabel' | 'openSlip'): Promise<{ status: number; type: string; text: string }> {
    const link = this.page.locator(`a.btn[href*="/documents/${kind === 'openLabel' ? 'label' : 'slip'}"]`);
    const answer = await this.visit.request.get((await link.getAttribute('href')) ?? '');
    const type = answer.headers()['content-type'] ?? '';
    return { status: answer.status(), type, text: (await answer.body()).toString('latin1') };
  }

  async handOver(trackingNumber: string): Promise<void> {
    await this.page.getByLabel(this.words.say('shipping:station.tracking')).fill(trackingNumber);
    await this.button('station.handOver').click();
    await expect(this.page.getByText(this.words.like('shipping:station.handedOver'))).toBeVisible();
  }
}
