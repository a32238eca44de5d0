import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Visit } from '../worlds/journey';
import { loseReply } from '../worlds/lost-replies';
import type { ScreenWords } from '../worlds/words';

/** Production specs on screen: what was signed for the trader, the technical check for the design desk. */
export class SpecPages {
  readonly page: Page;

  constructor(
    visit: Visit,
    readonly words: ScreenWords,
    private readonly side: 'brand' | 'design',
  ) {
    this.page = visit.page;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name: this.words.say(name), exact: true });
  }

  /** From the list, by its name; those out of use stand on a list of their own. */
  async open(name: string, list: 'live' | 'retired' = 'live'): Promise<void> {
    await this.page.goto(`/${this.side}/specs`);
    if (list === 'retired') await this.showRetired();
    await this.page.getByRole('link', { name }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
  /** The other list; its choice stands in the address. A click while the screen is still being built is given again. */
  private async showRetired(): Promise<void> {
    const tab = this.page.getByText(this.words.say('specs:tab.retired'), { exact: true }).first();
    await expect(async () => {
      await tab.click();
      await expect(this.page).toHaveURL(/tab=retired/, { timeout: 3000 });
    }).toPass();
  }
  /** Ticks what the second person has seen in the file, and locks the spec. */
  async lock(): Promise<void> {
    const ticks = this.page.locator('.spec-checks').getByRole('checkbox');
    for (const box of await ticks.all()) await box.check();
    await this.button('checks:check.lock').click();
    await expect(this.page.getByText(this.words.say('specs:state.locked'), { exact: true })).toBeVisible();
  }
  /** The reply to the first press is lost: what was typed stays, and the second press is no second refusal. */
  async refuseTwice(reason: string): Promise<void> {
    await this.button('checks:refuse.do').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.words.say('checks:refuse.reason')).fill(reason);
    const send = dialog.getByRole('button', { name: this.words.say('checks:refuse.do'), exact: true });
    await loseReply(this.page, '**/refuse');
    await send.click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expect(dialog.getByLabel(this.words.say('checks:refuse.reason'))).toHaveValue(reason);
    await send.click();
    await expect(this.page.getByText(this.words.say('checks:refuse.done'))).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(this.page.getByText(this.words.say('specs:state.refused'), { exact: true })).toBeVisible();
  }
  /** Takes it out of use, after reading what that means. */
  async retire(): Promise<void> {
    await this.button('specs:retire.do').click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog.getByText(this.words.say('specs:retire.say'))).toBeVisible();
    await dialog.getByRole('button', { name: this.words.say('specs:retire.do'), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(this.page.getByText(this.words.say('specs:state.retired'), { exact: true })).toBeVisible();
  }
  /** The production sheet, downloaded by its link. */
  async sheet(): Promise<Buffer> {
    const saved = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: this.words.say('specs:now.sheet') }).click();
    return readFile(await (await saved).path());
  }
}
