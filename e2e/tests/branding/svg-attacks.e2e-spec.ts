import type { APIRequestContext, Page } from '@playwright/test';
import { readAsset } from '@qafila/shared/branding/assets.contract';
import { SVG_ATTACKS } from '@qafila/shared/branding/testing/svg-attacks';
import { portalOrigin } from '../../worlds/addresses';
import { sendFile } from '../../worlds/brand-files';
import { expect, test } from '../../worlds/journey';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';

const RAN = 'an attack ran';

/** What ran or left the page: alerts, and requests to anywhere but `home`. */
async function watch(page: Page, home: string): Promise<{ readonly ran: string[]; readonly left: string[] }> {
  const seen = { ran: [] as string[], left: [] as string[] };
  // Said to the console: a dialog that opens while its page goes would hold the browser for good.
  await page.addInitScript((word) => {
    window.alert = () => console.info(word);
  }, RAN);
  page.on('console', (said) => {
    if (said.text() === RAN) seen.ran.push(page.url());
  });
  page.on('request', (asked) => {
    if (!asked.url().startsWith(home)) seen.left.push(asked.url());
  });
  return seen;
}

/** Opens an address as if it was typed in; a download is no fault. */
const openDirectly = (page: Page, address: string): Promise<unknown> =>
  page.goto(address, { waitUntil: 'load' }).catch((error: unknown) => {
    if (!/Download is starting|ERR_ABORTED/.test(String(error))) throw error;
  });

/** Where the product serves a file at all; elsewhere it answers with a problem, and nothing of the file is in it. */
async function served(request: APIRequestContext, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    const answer = await request.get(address);
    if (answer.ok()) found.push(address);
    else {
      expect(answer.headers()['content-type']).toContain('application/problem+json');
      expect(Object.keys(await answer.json())).toEqual(
        expect.arrayContaining(['code', 'status', 'requestId']),
      );
    }
  }
  return found;
}

test('drawings that attack do so in this browser where somebody shows them as they are', async ({
  visit,
}) => {
  const { page, context } = await visit();
  const home = 'https://shows-all.example';
  await context.route('**/*', (route) => {
    const number = /shows-all\.example\/(\d+)$/.exec(route.request().url())?.[1];
    const body = SVG_ATTACKS[Number(number)];
    return body === undefined ? route.abort() : route.fulfill({ contentType: 'image/svg+xml', body });
  });
  const seen = await watch(page, home);
  for (const number of SVG_ATTACKS.keys()) await openDirectly(page, `${home}/${number}`);
  expect(seen.ran.length).toBeGreaterThan(5);
  expect(seen.left.length).toBeGreaterThan(20);
});

test('120 drawings that attack, opened directly as the product serves them: no script ran, no request left', async ({
  visit,
}) => {
  const { page, request } = await visit({ as: PEOPLE.noura });
  const ids: string[] = [];
  for (const [number, source] of SVG_ATTACKS.entries()) {
    ids.push(await sendFile(request, `attack-${number}.svg`, Buffer.from(source)));
  }
  expect(ids.length).toBeGreaterThanOrEqual(120);
  const seen = await watch(page, portalOrigin());
  const verdicts: string[] = [];
  for (const id of ids) {
    const stateOf = async () => (await call(request, readAsset, { params: { id } })).asset.state;
    await expect.poll(stateOf, { timeout: 60_000 }).toMatch(/^(ready|rejected)$/);
    verdicts.push(await stateOf());
    const addresses = ['original', 'pages/1/preview'].map(
      (part) => `${portalOrigin()}/api/brand/assets/${id}/${part}`,
    );
    for (const address of await served(request, addresses)) await openDirectly(page, address);
  }
  expect(verdicts.filter((state) => state === 'rejected').length).toBeGreaterThan(100);
  expect(seen).toEqual({ ran: [], left: [] });
});
