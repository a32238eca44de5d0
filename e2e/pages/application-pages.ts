import { expect, type Locator, type Page } from '@playwright/test';
import type { FieldValues } from '@qafila/shared/traders/application-fields';
import { checklistOf, type ItemKind } from '@qafila/shared/traders/checklist';
import { aPaper, typedFor } from '../worlds/applicants';
import type { Visit } from '../worlds/journey';
import type { ScreenWords } from '../worlds/words';

/** The application as its owner fills it in. */
export class ApplyPages {
  readonly page: Page;

  constructor(
    visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.words.say(`application:${name}`, values);
  }

  /** Opens one item of the list. */
  async open(kind: ItemKind): Promise<void> {
    const list = this.page.getByRole('navigation', { name: this.say('list'), exact: true });
    await list.getByRole('button', { name: new RegExp(`^${this.say(`item.${kind}.name`)}`) }).click();
    await expect(
      this.page.getByRole('heading', { level: 2, name: this.say(`item.${kind}.name`) }),
    ).toBeVisible();
  }

  async fill(values: FieldValues): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const label = this.say(`field.${name}`);
      const field = this.page.locator('.item-form').getByLabel(new RegExp(`^${label}`));
      await field.first().fill(value);
    }
  }

  /** Gives the document of the open item and waits until it is shown. */
  async give(name: string): Promise<void> {
    await this.page
      .locator('.document-field input[type=file]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: aPaper(name) });
    await expect(this.page.locator('.document-preview')).toContainText(name);
  }

  async acceptTerms(): Promise<void> {
    await this.open('trade_terms');
    await this.page.getByLabel(this.say('terms.tradeTerms.tick')).check();
    await this.page.getByLabel(this.say('terms.recipientsAgreement.tick')).check();
    await this.page.getByRole('button', { name: this.say('terms.accept'), exact: true }).click();
    await expect(this.page.getByText(this.words.like('application:terms.accepted')).first()).toBeVisible();
  }

  /** Fills in the whole list of a country. */
  async fillAll(country: string): Promise<void> {
    const typed = typedFor(country);
    for (const item of checklistOf(country)) {
      if (item.kind === 'trade_terms') continue;
      await this.open(item.kind);
      await this.fill(typed[item.kind] ?? {});
      if (item.file === 'needed') await this.give(`${item.kind}.pdf`);
    }
    await this.acceptTerms();
  }

  async send(word: 'send' | 'sendAgain' = 'send'): Promise<void> {
    await this.page.getByRole('button', { name: this.say(word), exact: true }).click();
    await expect(this.page.getByRole('heading', { name: this.say('status.sent') })).toBeVisible();
  }
}

/** The queue and the review as staff see them. */
export class ReviewPages {
  readonly page: Page;

  constructor(
    visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.words.say(`review:${name}`, values);
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name: this.say(name), exact: true });
  }

  /** Opens the application of a company from the queue. */
  async open(company: string): Promise<void> {
    await this.page.goto('/staff/applications');
    await this.page.getByRole('row', { name: new RegExp(company) }).click();
    await expect(this.list).toBeVisible();
  }

  private get list(): Locator {
    return this.page.getByRole('navigation', { name: this.say('items'), exact: true });
  }
  item(kind: ItemKind): Locator {
    return this.list.getByRole('button', { name: new RegExp(`^${this.say(`item.${kind}`)}`) });
  }

  async accept(kind: ItemKind): Promise<void> {
    await this.item(kind).click();
    await this.button('accept').click();
    await expect(this.item(kind)).toContainText(this.say('verdict.accepted'));
  }

  /** Asks for a change with the first reason of the list. */
  async ask(kind: ItemKind): Promise<void> {
    await this.item(kind).click();
    await this.button('ask').click();
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: this.say('askDone') })
      .click();
    await expect(this.item(kind)).toContainText(this.say('verdict.asked'));
  }

  async decided(state: 'approved' | 'rejected' | 'changes_requested'): Promise<void> {
    await expect(
      this.page.locator('aside').getByText(this.say(`state.${state}`), { exact: true }),
    ).toBeVisible();
  }
}
