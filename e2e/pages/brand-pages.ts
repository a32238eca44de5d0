import { expect, type Locator, type Page } from '@playwright/test';
import { styleOf } from '@qafila/shared/branding/packaging-catalogue';
import { DIMENSION_WORDS, type PackagingStyle } from '@qafila/shared/branding/packaging-words';
import type { Visit } from '../worlds/journey';
import type { PrintFile } from '../worlds/print-files';
import type { ScreenWords } from '../worlds/words';

type Values = Readonly<Record<string, string | number>>;

/** The trader's brand on screen: its profile, its files, its packaging. */
export class BrandPages {
  readonly page: Page;

  constructor(
    visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  say(name: string, values: Values = {}): string {
    return this.words.say(name, values);
  }
  button(name: string, values: Values = {}): Locator {
    return this.page.getByRole('button', { name: this.say(name, values), exact: true });
  }
  private choose(label: string, option: string): Promise<unknown> {
    return this.page
      .getByRole('combobox', { name: this.say(label), exact: true })
      .selectOption({ label: option });
  }

  /** Begins a profile with both names; answers its address. */
  async beginProfile(latin: string, arabic: string): Promise<string> {
    await this.page.goto('/brand');
    await this.button('profiles:list.new').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.say('profiles:names.latin')).fill(latin);
    await dialog.getByLabel(this.say('profiles:names.arabic')).fill(arabic);
    await this.button('profiles:create.make').click();
    await expect(this.page).toHaveURL(/\/brand\/profiles\/[0-9a-f-]{36}$/);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(
      this.words.locale === 'ar' ? arabic : latin,
    );
    return new URL(this.page.url()).pathname;
  }

  /** Sends a file of a kind, with the statement about its rights, and waits until it was opened and checked. */
  async sendFile(kind: 'logo' | 'dieline', file: PrintFile): Promise<void> {
    await this.page.goto('/brand/files');
    const drop = this.page.getByRole('region', { name: this.say('files:drop.label') });
    await drop.getByText(this.say(`files:kind.${kind}`), { exact: true }).click();
    await drop.getByRole('checkbox').check();
    await drop.getByLabel(this.say('files:drop.choose'), { exact: true }).setInputFiles(file);
    const tile = this.page.getByRole('listitem').filter({ hasText: file.name });
    const passed = tile.getByText(this.say('files:state.ready'), { exact: true });
    await expect(passed.or(tile.getByText(this.words.like('files:state.warns')))).toBeVisible({
      timeout: 60_000,
    });
  }

  /** Gives the profile its logo and what its papers say, as one more version, and activates it. */
  async dress(
    address: string,
    given: { readonly logo: string; readonly reply: string; readonly line: string },
  ): Promise<void> {
    await this.page.goto(address);
    await this.choose('profiles:logos.role.primary', given.logo);
    await this.page.getByLabel(this.say('profiles:sender.reply'), { exact: true }).fill(given.reply);
    await this.page.getByText(this.say('profiles:sender.hub'), { exact: true }).click();
    const slip = this.page.getByRole('group', { name: this.say('profiles:slip.title'), exact: true });
    for (const script of ['arabic', 'latin'] as const)
      await slip.getByLabel(this.say(`profiles:line.${script}`), { exact: true }).fill(given.line);
    await this.button('profiles:edit.save', { version: 2 }).click();
    await expect(
      this.page.getByText(this.say('profiles:list.version', { version: 2 })).first(),
    ).toBeVisible();
    await this.step(address, 'activate', 'active');
  }

  /** Takes a step of the profile and waits for the state it leads to. */
  async step(address: string, step: 'activate' | 'suspend', state: string): Promise<void> {
    if (new URL(this.page.url()).pathname !== address) await this.page.goto(address);
    await this.button(`profiles:step.${step}`).click();
    await expect(this.page.getByText(this.say(`profiles:state.${state}`), { exact: true })).toBeVisible();
  }

  /** Types what was uploaded: kind, file, brand and size; calls it ready when the page measures as typed. */
  async describeOwnPackaging(given: {
    readonly name: string;
    readonly style: PackagingStyle;
    readonly brand: string;
    readonly dieline: string;
    readonly size: { readonly width: number; readonly height: number };
  }): Promise<void> {
    await this.page.goto('/brand/packaging');
    await this.button('packaging:catalogue.describe').click();
    await this.page.getByLabel(this.say('packaging:form.name'), { exact: true }).fill(given.name);
    await this.choose('packaging:form.kind', styleOf(given.style).name[this.words.locale]);
    await this.choose('packaging:form.brand', given.brand);
    await this.choose('packaging:form.dieline', given.dieline);
    const { flatWidth, flatHeight } = DIMENSION_WORDS;
    const { locale } = this.words;
    await this.page.getByLabel(flatWidth[locale], { exact: true }).fill(String(given.size.width));
    await this.page.getByLabel(flatHeight[locale], { exact: true }).fill(String(given.size.height));
    await this.button('packaging:form.save').click();
    await expect(this.page.getByText(this.say('packaging:checks.pass'), { exact: true })).toHaveCount(2);
    await this.button('packaging:step.finish').click();
    await expect(this.page.getByText(this.say('packaging:state.ready'), { exact: true })).toBeVisible();
  }
}
