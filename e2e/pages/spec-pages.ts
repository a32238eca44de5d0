import { expect, type Locator, type Page } from '@playwright/test';
import type { Visit } from '../worlds/journey';
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

  /** From the list, by its name. */
  async open(name: string): Promise<void> {
    await this.page.goto(`/${this.side}/specs`);
    await this.page.getByRole('link', { name }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
  /** Ticks what the second person has seen in the file, and locks the spec. */
  async lock(): Promise<void> {
    const ticks = this.page.locator('.spec-checks').getByRole('checkbox');
    for (const box of await ticks.all()) await box.check();
    await this.button('checks:check.lock').click();
    await expect(this.page.getByText(this.words.say('specs:state.locked'), { exact: true })).toBeVisible();
  }
}
