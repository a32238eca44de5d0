import { expect, type Locator, type Page } from '@playwright/test';

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluateAll((found) => found.some((element) => element === document.activeElement));

/** Presses Tab until the focus is where it should be; fails when the keyboard cannot reach it. */
export async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let presses = 0; presses < most; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

/** Types what goes into the focused field and goes on with Tab. */
export async function fillAndGo(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}
