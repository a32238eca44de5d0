import { expect, type Locator, type Page } from '@playwright/test';
import type { Visit } from '../worlds/journey';
import type { ScreenWords } from '../worlds/words';
import { ProofPage } from './proof-page';

type Values = Readonly<Record<string, string | number>>;

/** A brief on the screen of its trader. */
export class BriefPage {
  readonly page: Page;

  constructor(
    visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  say(key: string, values: Values = {}): string {
    return this.words.say(`briefs:${key}`, values);
  }
  button(key: string, values: Values = {}): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true });
  }

  private async choose(field: string, option: string | number): Promise<void> {
    await this.page
      .getByRole('combobox', { name: this.say(field), exact: true })
      .selectOption(typeof option === 'number' ? { index: option } : { label: option });
  }

  /** Begins a brief, for a brand by its name or for the one that stands there; returns its id. */
  async begin(title: string, brand?: string): Promise<string> {
    await this.page.goto('/brand/briefs/new');
    if (brand !== undefined) await this.choose('form.brand', brand);
    await this.page.getByLabel(this.say('form.title')).fill(title);
    await this.button('new.begin').click();
    await expect(this.page).toHaveURL(/\/brand\/briefs\/[0-9a-f-]{36}$/);
    return this.page.url().split('/').at(-1) ?? '';
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/brand/briefs/${id}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Everything that a brief cannot be sent without. */
  async fill(given: {
    objectives: string;
    product: string;
    quantity: string;
    language: string;
    /** Name of its packaging spec; without it the one that was changed last. */
    packaging?: string;
  }): Promise<void> {
    await this.page.getByLabel(this.say('form.objectives')).fill(given.objectives);
    await this.page.getByLabel(this.say('form.productSearch')).fill(given.product);
    await this.page.getByRole('checkbox', { name: given.product }).first().check();
    // Beside the packaging stands which product waits for it, until one is chosen.
    const needed = this.page.getByText(this.say('form.packagingNeeded', { products: given.product }));
    await expect(needed).toBeVisible();
    await this.choose('form.packaging', given.packaging ?? 1);
    await expect(needed).toBeHidden();
    await this.page.getByLabel(this.say('form.quantity'), { exact: true }).fill(given.quantity);
    await this.page.getByRole('button', { name: given.language, exact: true }).click();
    await expect(this.page.getByText(this.say('send.ready'))).toBeVisible();
  }

  async send(): Promise<void> {
    await this.button('send.send').click();
    await expect(this.page.getByRole('heading', { name: this.say('next.sent') })).toBeVisible();
  }

  /** Writes a message and sends the brief again. */
  async answer(text: string): Promise<void> {
    await this.page.getByLabel(this.say('messages.write')).fill(text);
    await this.button('messages.send').click();
    await expect(this.page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
    await this.button('send.answer').click();
    await expect(this.page.getByRole('heading', { name: this.say('next.sent') })).toBeVisible();
  }
}

/** A brief on the desk of the design team. */
export class DesignDeskPage {
  readonly page: Page;

  constructor(
    private readonly visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  say(key: string, values: Values = {}): string {
    return this.words.say(`desk:${key}`, values);
  }
  button(key: string, values: Values = {}): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true });
  }

  /** From the queue, by its title. */
  async open(title: string): Promise<void> {
    await this.page.goto('/design');
    await this.page.getByRole('link', { name: title }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  async ask(question: string): Promise<void> {
    await this.button('step.ask').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.say('ask.question')).fill(question);
    await dialog.getByRole('button', { name: this.say('ask.send') }).click();
    await expect(dialog).toBeHidden();
    await expect(this.page.getByRole('heading', { name: this.say('now.asked') })).toBeVisible();
  }

  /** Says who designs and who keeps the gate. */
  async assign(designer: string, gatekeeper: string): Promise<void> {
    await this.page
      .getByLabel(this.say('people.assignee'), { exact: true })
      .selectOption({ label: designer });
    await this.page
      .getByLabel(this.say('people.gatekeeper'), { exact: true })
      .selectOption({ label: gatekeeper });
    await this.button('people.assign').click();
    await expect(this.page.getByText(this.say('people.done'))).toBeVisible();
  }

  /** From the brief to one of its versions. */
  async openVersion(version: number): Promise<ProofPage> {
    await this.page
      .getByRole('link', { name: this.words.say('briefs:version.named', { version }), exact: true })
      .click();
    return new ProofPage(this.visit, this.words);
  }

  /** Sends a proof file, waits for its inspection, and makes the next version of it. */
  async makeVersion(
    version: number,
    file: { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    await this.page.getByLabel(this.say('upload.choose')).setInputFiles(file);
    await this.button('upload.make', { version }).click();
    await expect(
      this.page.getByRole('link', { name: this.words.say('briefs:version.named', { version }) }),
    ).toBeVisible();
  }
}
