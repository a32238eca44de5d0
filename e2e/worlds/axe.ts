import type { Page } from '@playwright/test';
import { type RunOptions, source } from 'axe-core';

/** WCAG 2.2 AA and everything below it. */
export const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Puts the engine into the page and the frames in it, once for each document. */
async function bring(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => 'axe' in window)) continue;
    // Frames of other origins, such as a preview without one, answer too.
    await frame.evaluate(`${source}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });`);
  }
}

/**
 * What breaks the standard, one line for each rule with the elements it names. Only this comes back from the page:
 * all that passed, as the ready-made builder carries it, takes three times as long as the looking.
 */
export async function faultsOn(page: Page): Promise<string[]> {
  await bring(page);
  const options: RunOptions = { runOnly: { type: 'tag', values: STANDARD }, resultTypes: ['violations'] };
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as { readonly axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, given);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  }, options);
}
