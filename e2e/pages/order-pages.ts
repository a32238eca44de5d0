import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { ProductView, VariantView } from '@qafila/shared/catalogue/catalogue.contract';
import type { Visit } from '../worlds/journey';
import { ScreenWords } from '../worlds/words';

/** One good of the grid. */
export interface Good {
  readonly product: ProductView;
  readonly variant: VariantView;
}
export interface TypedRecipient {
  readonly name: string;
  readonly phone: string;
  readonly address: Readonly<Record<string, string>>;
  readonly form: 'short' | 'parts';
}

/** The trader's screens from a new draft to the transfer instruction. */
export class OrderPages {
  private readonly page: Page;

  constructor(
    visit: Visit,
    readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name: this.words.like(`ordering:${name}`) });
  }

  /** Begins a named draft and waits for its grid. */
  async begin(name: string): Promise<void> {
    await this.page
      .getByRole('link', { name: this.words.say('app:rail.newOrder') })
      .first()
      .click();
    await this.name(name);
  }

  /** Names the draft that another screen led to. */
  async name(name: string): Promise<void> {
    await this.page.getByLabel(this.words.say('ordering:draft.name')).fill(name);
    await this.button('new.begin').click();
    await expect(
      this.page.getByRole('table', { name: this.words.say('ordering:grid.caption') }),
    ).toBeVisible();
  }

  /** The cell of one size of one good. */
  cell({ product, variant }: Good): Locator {
    const { locale } = this.words;
    const name = this.words.say('ordering:grid.cell', {
      product: product.name[locale],
      size: variant.size[locale],
    });
    return this.page.getByLabel(name, { exact: true });
  }

  /** Finds a good by its SKU and types the pieces. */
  async type(good: Good, pieces: string): Promise<void> {
    await this.page
      .getByRole('searchbox', { name: this.words.say('ordering:filter.search') })
      .fill(good.variant.sku);
    await this.cell(good).fill(pieces);
  }

  /** How a good is packed: in this version of the label of a brand. */
  label(brand: string, version: number): Locator {
    return this.page.getByRole('button', { name: this.words.say('ordering:pack.spec', { brand, version }) });
  }

  async chooseCustomers(): Promise<void> {
    const group = this.page.getByRole('group', { name: this.words.say('ordering:destination.label') });
    await group.getByText(this.words.say('ordering:destination.customers'), { exact: true }).click();
  }

  /** From the goods to who gets them. */
  async showRecipients(): Promise<void> {
    const parts = this.page.getByRole('group', { name: this.words.say('ordering:parts.label') });
    // The switch moves while the choice of destination is still being saved: a person clicks again.
    await expect(async () => {
      await parts.getByText(this.words.like('ordering:parts.recipients')).click();
      await expect(this.page.locator('.recipients')).toBeVisible({ timeout: 3000 });
    }).toPass();
  }

  async addRecipient(recipient: TypedRecipient, isFirst: boolean): Promise<void> {
    const panel = this.page.locator('.recipients');
    const add = this.words.say(`ordering:recipients.${isFirst ? 'addFirst' : 'add'}`);
    await panel.getByRole('button', { name: add, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    const field = (name: string): Locator =>
      dialog.getByRole('textbox', { name: this.words.say(`ordering:recipients.field.${name}`), exact: true });
    await field('name').fill(recipient.name);
    await field('phone').fill(recipient.phone);
    await dialog
      .getByRole('group', { name: this.words.say('ordering:recipients.addressForm') })
      .getByText(this.words.say(`ordering:recipients.${recipient.form}`), { exact: true })
      .click();
    for (const [name, value] of Object.entries(recipient.address)) await field(name).fill(value);
    await dialog
      .getByRole('button', { name: this.words.say('ordering:recipients.add'), exact: true })
      .click();
    await expect(dialog).toBeHidden();
  }

  /** Shares the pieces among the recipients until none is left. */
  async shareEvenly(): Promise<void> {
    await this.button('recipients.evenly').click();
    // The first one was given everything: sharing anew takes it back, and asks.
    const evenly = this.words.say('ordering:recipients.evenly');
    await this.page.getByRole('dialog').getByRole('button', { name: evenly, exact: true }).click();
    await expect(this.page.getByText(this.words.say('ordering:recipients.allShared'))).toBeVisible();
  }

  /** From an order to a draft of the same goods, as they are offered. */
  async orderAgain(): Promise<void> {
    await this.page
      .getByRole('button', { name: this.words.say('ordering:reorder.action'), exact: true })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: this.words.say('ordering:reorder.begin') }).click();
    await this.page.waitForURL(/\/orders\/[0-9a-f-]{36}\/edit/);
  }

  /** From the grid to the review. */
  async review(): Promise<void> {
    await this.button('summary.review').click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(
      this.words.say('ordering:review.title'),
    );
  }

  /** Places the order and waits for the instruction. Returns what the page says. */
  async place(): Promise<{ id: string; reference: string; amount: string; iban: string }> {
    await this.button('review.place').click();
    await this.page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
    const value = async (name: string): Promise<string> => {
      const label = this.words.say(`ordering:transfer.${name}`);
      const row = this.page
        .locator('.copy-rows > div')
        .filter({ has: this.page.getByText(label, { exact: true }) });
      return (await row.locator('dd').innerText()).trim();
    };
    await expect(this.page.getByText(this.words.like('ordering:transfer.until'))).toBeVisible();
    return {
      id: new URL(this.page.url()).pathname.split('/').at(-1) ?? '',
      reference: await value('reference'),
      amount: await value('amount'),
      iban: await value('iban'),
    };
  }
}
