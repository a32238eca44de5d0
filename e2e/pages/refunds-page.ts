import type { Download, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Visit } from '../worlds/journey';
import { freshCode } from '../worlds/people';
import type { ScreenWords } from '../worlds/words';

/** The refunds of finance: asked by one, approved by another, handed to the bank in a file. */
export class RefundsPage {
  private readonly page: Page;

  constructor(
    private readonly visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  async open(view: 'second' | 'to_send' | 'on_way' | 'done'): Promise<void> {
    await this.page.goto(`/refunds?view=${view}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.words.say('refunds:title'));
  }

  /** The refund of an order, as the list shows it. */
  of(orderCode: string): Locator {
    return this.page.getByRole('article').filter({ hasText: orderCode });
  }

  private dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  private async confirm(name: string, email: string): Promise<void> {
    const dialog = this.dialog();
    await dialog
      .getByLabel(this.words.say('ui:confirm.code'))
      .fill(await freshCode(this.visit.request, email));
    await dialog.getByRole('button', { name: this.words.like(`refunds:${name}`) }).click();
    await expect(dialog).toBeHidden();
  }

  /** Asks for a part of an order's money back, to the only account that paid it. */
  async ask(order: { readonly code: string; readonly amount: string }, email: string): Promise<void> {
    await this.page.getByRole('button', { name: this.words.say('refunds:ask.action') }).click();
    const dialog = this.dialog();
    await dialog.getByLabel(this.words.say('refunds:ask.search')).fill(order.code);
    await dialog.getByRole('button', { name: order.code }).first().click();
    await expect(dialog.getByRole('radio').first()).toBeChecked();
    await dialog.getByLabel(this.words.say('refunds:ask.amount', { currency: 'SAR' })).fill(order.amount);
    await dialog.getByLabel(this.words.say('payments:reason.label')).fill('Two cases were broken');
    await this.confirm('ask.confirm', email);
  }

  /** What whoever asked sees instead of a step. */
  async cannotApprove(orderCode: string): Promise<void> {
    await expect(this.of(orderCode)).toContainText(this.words.say('refunds:approve.mine'));
  }

  async approve(orderCode: string, email: string): Promise<void> {
    await this.of(orderCode)
      .getByRole('button', { name: this.words.say('refunds:approve.action') })
      .click();
    await this.confirm('approve.confirm', email);
  }

  /** Makes the file for the bank of everything approved; the browser saves it. */
  async sendAll(email: string): Promise<Download> {
    await this.page.getByRole('button', { name: this.words.like('refunds:send.action') }).click();
    const saved = this.page.waitForEvent('download');
    await this.confirm('send.confirm', email);
    return saved;
  }
}
