import type { Locator, Page } from '@playwright/test';
import { type MethodId, methodName } from '@qafila/shared/payments/methods';
import type { Visit } from '../worlds/journey';
import type { ScreenWords } from '../worlds/words';

/** The card of an order that is paid online, and the gateway's own pages behind it. */
export class PayPage {
  private readonly page: Page;

  constructor(
    visit: Visit,
    private readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  open(orderId: string): Promise<unknown> {
    return this.page.goto(`/orders/${orderId}`);
  }

  async choose(method: MethodId): Promise<void> {
    await this.page.getByText(methodName(method, this.words.locale), { exact: true }).click();
  }

  /** Presses the one filled button. */
  async pay(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.like('ordering:pay.go') }).click();
  }

  /** At the gateway: one button of its pages after the other. */
  async press(gateway: string, ...values: readonly string[]): Promise<void> {
    await this.page.waitForURL(new RegExp(`/${gateway}/`));
    for (const value of values) await this.page.locator(`button[value="${value}"]`).click();
  }

  /** Back from the gateway, however the payment ended. */
  async back(): Promise<void> {
    await this.page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.say('ordering:pay.cancel') }).click();
  }

  phone(): Locator {
    return this.page.getByLabel(this.words.say('ordering:pay.phone'));
  }

  /** A sentence of the card. */
  said(key: string, method: MethodId): Locator {
    return this.page.getByText(
      this.words.say(`ordering:pay.${key}`, { method: methodName(method, this.words.locale) }),
    );
  }
}
