import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { findReferences } from '@qafila/shared/payments/reference.rules';
import type { Visit } from '../worlds/journey';
import { freshCode } from '../worlds/people';
import type { ScreenWords } from '../worlds/words';

/** The bank-transfer desk of finance. */
export class DeskPage {
  private readonly page: Page;

  constructor(
    private readonly visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  private button(name: string): Locator {
    return this.page.getByRole('button', { name: this.words.like(`payments:${name}`) });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('link', { name: this.words.say('app:rail.transfers') })
      .first()
      .click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.words.say('payments:title'));
  }

  /** Imports the demo bank's statement of today and waits for the proof. */
  async importStatement(): Promise<void> {
    await this.button('import.demo').click();
    await expect(
      this.page.locator('.import-panel').getByText(this.words.say('payments:proven'), { exact: true }),
    ).toBeVisible();
  }

  /** The line whose bank text names this reference, however the payer typed it; waits until it is there. */
  async line(reference: string): Promise<Locator> {
    const rows = this.page.locator('table.lines tbody tr');
    const wanted = reference.replaceAll(' ', '');
    const find = async (): Promise<number> =>
      (await rows.allInnerTexts()).findIndex((text) => findReferences(text).includes(wanted));
    await expect.poll(find).toBeGreaterThanOrEqual(0);
    return rows.nth(await find());
  }

  async showView(view: 'open' | 'second' | 'done'): Promise<void> {
    const group = this.page.getByRole('group', { name: this.words.say('payments:view') });
    await group
      .locator('label')
      .filter({ hasText: this.words.say(`payments:views.${view}`) })
      .click();
  }

  /** Ticks one exact line, reviews the list and confirms it with one fresh code. */
  async confirmTicked(reference: string, email: string): Promise<void> {
    await (await this.line(reference)).getByRole('checkbox').check();
    const bar = this.page.locator('.selection-bar');
    await bar.getByRole('button', { name: this.words.like('payments:bar.review') }).click();
    await this.confirmReview(email);
  }

  /** One line of a view, open beside the list. */
  async show(lineId: string, view: 'open' | 'second' | 'done' = 'open'): Promise<Locator> {
    await this.page.goto(`/transfers?view=${view}&line=${lineId}`);
    const detail = this.page.getByRole('region', {
      name: this.words.say('payments:list.match'),
      exact: true,
    });
    await expect(detail).toBeVisible();
    return detail;
  }

  /** Says by hand that the open line is for what the search finds first, as much of it as that needs. */
  async matchByHand(search: string, reason: string): Promise<void> {
    await this.page.keyboard.press('KeyS');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.words.say('payments:parts.search')).fill(search);
    const found = dialog.getByRole('list', { name: this.words.say('payments:parts.found') });
    await found.getByRole('button', { name: search }).first().click();
    await dialog.getByLabel(this.words.say('payments:reason.label')).fill(reason);
    await dialog.getByRole('button', { name: this.words.say('payments:parts.confirm') }).click();
    await expect(dialog).toBeHidden();
  }

  /** Asks that the booked match of the open line be taken back. */
  async takeBack(detail: Locator, reason: string): Promise<void> {
    await detail.getByRole('button', { name: this.words.say('payments:undo.action') }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.words.say('payments:reason.label')).fill(reason);
    await dialog.getByRole('button', { name: this.words.say('payments:undo.confirm') }).click();
    await expect(dialog).toBeHidden();
  }

  /** Reviews the open line and confirms it with one fresh code. */
  async confirmOpen(detail: Locator, email: string, as: 'review' | 'reviewSecond' = 'review'): Promise<void> {
    await detail.getByRole('button', { name: this.words.say(`payments:detail.${as}`) }).click();
    await this.confirmReview(email);
  }

  /** In the dialog: the code, and the list is confirmed as a whole. */
  async confirmReview(email: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog
      .getByLabel(this.words.say('payments:review.code'))
      .fill(await freshCode(this.visit.request, email));
    await dialog.getByRole('button', { name: this.words.like('payments:review.confirm') }).click();
    await expect(dialog).toBeHidden();
  }

  /** The message that so many were booked, or wait. */
  said(name: 'doneBooked' | 'doneWaits'): Locator {
    return this.page.getByText(this.words.like(`payments:review.${name}`));
  }
}
