import type { Locator, Page } from '@playwright/test';
import type { Visit } from '../worlds/journey';
import type { ScreenWords } from '../worlds/words';

/** Finance's desk of online payments. */
export class GatewaysPage {
  private readonly page: Page;

  constructor(
    visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  open(view: 'look' | 'disputes' | 'all' | 'gateways'): Promise<unknown> {
    return this.page.goto(`/gateways?view=${view}`);
  }

  row(orderCode: string): Locator {
    return this.page.getByRole('row').filter({ hasText: orderCode });
  }

  /** The open attempt. */
  detail(): Locator {
    return this.page.getByRole('region', { name: this.words.say('gateways:detail.label') });
  }

  async settle(reason: string): Promise<void> {
    await this.detail()
      .getByRole('button', { name: this.words.say('gateways:detail.settle') })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.words.say('payments:reason.label')).fill(reason);
    await dialog.getByRole('button', { name: this.words.say('gateways:settle.action') }).click();
  }
}
