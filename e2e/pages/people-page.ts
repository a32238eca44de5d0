import { expect, type Locator, type Page } from '@playwright/test';
import type { Visit } from '../worlds/journey';
import { freshCode } from '../worlds/people';
import type { ScreenWords } from '../worlds/words';

/** "People and roles", as an owner uses it. */
export class PeoplePage {
  readonly page: Page;

  constructor(
    private readonly visit: Visit,
    private readonly words: ScreenWords,
    /** Mail of the demo account that is signed in. */
    private readonly email: string,
  ) {
    this.page = visit.page;
  }

  say(name: string, values: Record<string, string> = {}): string {
    return this.words.say(`company:${name}`, values);
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }
  /** The row of somebody in the list. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  async open(): Promise<void> {
    await this.page.goto('/company/people');
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.say('people.title'));
  }

  /** Invites a buyer with a limit for a month, in the company's currency. */
  async invite(given: { name: string; email: string; limit: string }): Promise<void> {
    await this.page
      .getByRole('button', { name: this.say('people.invite') })
      .first()
      .click();
    await this.dialog.getByLabel(this.say('invite.name'), { exact: true }).fill(given.name);
    await this.dialog.getByLabel(this.say('invite.email'), { exact: true }).fill(given.email);
    await this.dialog.getByLabel(this.say('limit.on')).check();
    await this.dialog.getByLabel(this.say('limit.amount')).fill(given.limit);
    await this.confirm(this.say('invite.send'));
    await expect(this.row(given.email)).toBeVisible();
  }

  /** Removes somebody for good; his drafts go to the first who can take them. */
  async remove(email: string, heir: string): Promise<void> {
    await this.row(email).getByRole('button').click();
    await this.dialog.getByRole('button', { name: this.say('member.remove') }).click();
    const confirm = this.dialog.getByRole('button', { name: this.say('member.remove') });
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await this.dialog.getByLabel(this.say('member.handOver')).selectOption({ label: heir });
    await this.confirm(this.say('member.remove'));
    await expect(this.row(email)).toHaveCount(0);
  }

  private async confirm(button: string): Promise<void> {
    const code = await freshCode(this.visit.request, this.email);
    await this.dialog.getByLabel(this.words.say('ui:confirm.code')).fill(code);
    await this.dialog.getByRole('button', { name: button }).click();
    await expect(this.dialog).toBeHidden();
  }
}
