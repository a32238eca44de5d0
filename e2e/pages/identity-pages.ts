import { expect, type Locator, type Page } from '@playwright/test';
import { AuthenticatorApp } from '../worlds/authenticators';
import type { Visit } from '../worlds/journey';
import { mailedLink } from '../worlds/mails';
import type { ScreenWords } from '../worlds/words';

export interface NewTrader {
  readonly email: string;
  readonly name: string;
  readonly company: string;
  readonly country: string;
  readonly password: string;
}

/** Registration, enrolment and "Security", as a person goes through them. */
export class IdentityPages {
  readonly page: Page;

  constructor(
    readonly visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  say(name: string): string {
    return this.words.say(`identity:${name}`);
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name: this.say(name), exact: true });
  }
  field(name: string): Locator {
    return this.page.getByLabel(this.say(name), { exact: true });
  }
  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: this.say(name) });
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Asks for the link and opens it from the mail. */
  async askAndOpen(trader: NewTrader): Promise<void> {
    await this.page.goto('/register');
    await this.field('register.mail').fill(trader.email);
    await this.button('register.send').click();
    await expect(this.heading('mail.title')).toBeVisible();
    await this.page.goto(await mailedLink(this.visit.request, trader.email, '/register'));
  }

  /** Fills in person, company and password; stands at the enrolment then. */
  async tellWho(trader: NewTrader): Promise<void> {
    await expect(this.heading('register.about')).toBeVisible();
    await this.field('register.name').fill(trader.name);
    await this.field('register.company').fill(trader.company);
    await this.field('register.country').selectOption(trader.country);
    await this.field('newPassword.label').fill(trader.password);
    await this.button('next').click();
    await expect(this.heading('enrol.heading.factor')).toBeVisible();
  }

  /** Chooses the app, reads the key as text, types the first code. */
  async enrolApp(): Promise<AuthenticatorApp> {
    await this.page.getByRole('button', { name: this.say('enrol.app.name') }).click();
    const key = await this.page.locator('.key-code').innerText();
    const app = new AuthenticatorApp(this.visit.request, key);
    await this.field('enrol.app.code').fill(await app.code());
    await expect(this.heading('enrol.heading.codes')).toBeVisible();
    return app;
  }

  /** Chooses a passkey; the browser's authenticator says yes. */
  async enrolPasskey(): Promise<void> {
    await this.page.getByRole('button', { name: this.say('enrol.passkey.name') }).click();
    await this.button('enrol.passkey.make').click();
    await expect(this.heading('enrol.heading.codes')).toBeVisible();
  }

  /** Shows the ten codes, keeps them, types the third one back. */
  async keepRecoveryCodes(): Promise<string[]> {
    await this.button('codes.make').click();
    await expect(this.page.locator('.codes-sheet li')).toHaveCount(10);
    const codes = await this.page.locator('.codes-sheet .code').allInnerTexts();
    await this.button('codes.kept').click();
    await this.field('codes.typeBack').fill(codes[2] ?? '');
    await this.button('codes.finish').click();
    await expect(this.page).not.toHaveURL(/\/enrol/);
    return codes;
  }

  async giveCredentials(trader: Pick<NewTrader, 'email' | 'password'>): Promise<void> {
    await this.page.goto('/sign-in');
    await this.field('email').fill(trader.email);
    await this.field('password').fill(trader.password);
    await this.button('next').click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.say('app:signOut'), exact: true }).click();
    await expect(this.page).toHaveURL(/\/sign-in/);
  }

  async openSecurity(): Promise<void> {
    await this.page
      .getByRole('link', { name: this.words.say('app:rail.security') })
      .first()
      .click();
    await expect(this.heading('security.title')).toBeVisible();
  }
}
