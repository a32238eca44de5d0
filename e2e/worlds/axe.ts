import type { Frame, Page } from '@playwright/test';
import { type RunOptions, source } from 'axe-core';

/** WCAG 2.2 AA and everything below it. */
export const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: STANDARD },
  resultTypes: ['violations'],
  // What stands in a frame is looked at by itself.
  iframes: false,
};

/** One line for each rule that is broken, with the elements it names; only this comes back from the page. */
async function faultsIn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as { readonly axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, given);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  }, OPTIONS);
}

/** A frame whose page may run no script cannot carry the engine: its page is looked at as it stands, by itself. */
async function faultsInFrame(page: Page, frame: Frame): Promise<string[]> {
  const box = await (await frame.frameElement()).boundingBox();
  if (!box) return [];
  const alone = await page.context().newPage();
  try {
    await alone.setViewportSize({ width: Math.ceil(box.width), height: Math.ceil(box.height) });
    await alone.setContent(await frame.content());
    return (await faultsIn(alone)).map((fault) => `in a frame: ${fault}`);
  } finally {
    await alone.close();
  }
}

/** What breaks the standard on a page and in the frames that are seen on it. */
export async function faultsOn(page: Page): Promise<string[]> {
  const faults = await faultsIn(page);
  for (const frame of page.frames().filter((each) => each !== page.mainFrame())) {
    faults.push(...(await faultsInFrame(page, frame)));
  }
  return faults;
}
