import type { Page } from '@playwright/test';
import { addNote } from '@qafila/shared/branding/proofs.contract';
import { ProofPage } from '../../pages/proof-page';
import { expect, test, type Visitor } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { aHandedProof, aLargePage, aSentProof, demoProof, type ProofPeople } from '../../worlds/proofs';
import { ScreenWords } from '../../worlds/words';

type Locale = 'en' | 'ar';

const pageOf = (page: Page) => page.locator('.proof-window');
async function at(visit: Visitor, path: string, who: { as: string; locale: Locale }): Promise<ProofPage> {
  const person = new ProofPage(await visit(who), new ScreenWords(who.locale));
  await person.open(path);
  return person;
}

for (const locale of languagesOf('ar')) {
  test(`notes of both sides become one list, in ${locale}`, async ({ visit }) => {
    const mark = `${locale} ${Date.now()}`;
    const [pin, box, aside] = [`Pin ${mark}`, `Box ${mark}`, `Aside ${mark}`];
    const probe = await visit({ as: PEOPLE.noura });
    const id = await demoProof(probe.request);
    const noura = await at(visit, `/brand/proofs/${id}`, { as: PEOPLE.noura, locale });
    await noura.choose('pin');
    await noura.drag([0.4, 0.4], [0.4, 0.4]);
    await noura.write('pin', pin);
    await noura.choose('rectangle');
    await noura.drag([0.6, 0.7], [0.5, 0.55]);
    await noura.write('rectangle', box);

    const hind = await at(visit, `/design/proofs/${id}`, { as: PEOPLE.hind, locale });
    await expect(hind.note(pin)).toContainText(hind.words.say('proofs:by.trader'));
    await hind.choose('arrow');
    await hind.drag([0.3, 0.3], [0.45, 0.5]);
    await hind.write('arrow', aside);
    await expect(hind.note(aside)).toContainText(hind.words.say('proofs:note.internal'));
    await hind.settle([pin], { verdict: 'fold', says: `Do ${mark}` });
    await hind.settle([box], { verdict: 'decline', says: `Because ${mark}` });

    // Taken back, its note is open again; folded anew, the maker ticks it.
    await hind.page
      .getByRole('button', { name: hind.words.say('gate:todos.unfold', { text: `Do ${mark}` }) })
      .click();
    await expect(hind.note(pin)).toContainText(hind.words.say('proofs:status.open'));
    await hind.settle([pin], { verdict: 'fold', says: `Do ${mark}` });
    const driss = await at(visit, `/design/proofs/${id}`, { as: PEOPLE.driss, locale });
    await driss.page.getByRole('checkbox', { name: `Do ${mark}` }).check();
    await expect(driss.page.getByRole('checkbox', { name: `Do ${mark}` })).toBeChecked();

    await noura.page.reload();
    await noura.page.getByText(noura.words.like('proofs:list.all')).click();
    await expect(noura.note(pin)).toContainText(noura.words.say('proofs:status.done'));
    await expect(noura.note(box)).toContainText(`Because ${mark}`);
    await expect(noura.note(aside)).toHaveCount(0);
  });

  test(`a note is placed, read out, changed and taken back by keyboard alone, in ${locale}`, async ({
    visit,
  }) => {
    const probe = await visit({ as: PEOPLE.noura });
    const id = await demoProof(probe.request);
    const proof = await at(visit, `/brand/proofs/${id}`, { as: PEOPLE.noura, locale });
    const { page, words } = proof;
    const text = `Keys ${locale} ${Date.now()}`;
    await page.keyboard.press('p');
    await page.getByRole('button', { name: words.say('proofs:viewer.grip') }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByLabel(words.say('proofs:form.words.pin'), { exact: true });
    await expect(form).toBeFocused();
    const across = page.getByLabel(words.say('proofs:place.x'), { exact: true });
    const before = Number(await across.inputValue());
    await page.getByRole('button', { name: words.say('proofs:viewer.grip') }).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
    // The page is never mirrored: right is right in Arabic too.
    expect(Number(await across.inputValue()) - before).toBeCloseTo(12, 1);
    await expect(page.getByText(words.like('proofs:viewer.draftAt'))).toBeVisible();
    await form.fill(text);
    await form.press('Control+Enter');
    const note = proof.note(text);
    await note.locator('.proof-note-open').focus();
    await page.keyboard.press('Enter');
    await expect(note).toHaveClass(/is-selected/);
    await expect(page.locator('.proof-mark.is-selected')).toHaveAttribute('aria-label', new RegExp(text));
    await note.getByRole('button', { name: words.like('proofs:note.edit') }).press('Enter');
    await page.getByLabel(words.say('proofs:form.words.pin'), { exact: true }).fill(`${text} changed`);
    await page.getByRole('button', { name: words.say('proofs:form.change'), exact: true }).press('Enter');
    const changed = proof.note(`${text} changed`);
    await changed.getByRole('button', { name: words.like('proofs:note.remove') }).press('Enter');
    await page.getByRole('button', { name: words.say('proofs:remove.confirm'), exact: true }).press('Enter');
    await expect(changed).toHaveCount(0);
  });

  test(`two versions are compared in three ways and the old one is locked, in ${locale}`, async ({
    visit,
  }) => {
    const probe = await visit({ as: PEOPLE.noura });
    const id = await demoProof(probe.request);
    const proof = await at(visit, `/brand/proofs/${id}`, { as: PEOPLE.noura, locale });
    const { page, words } = proof;
    await page.getByRole('button', { name: words.like('proofs:versions.compare') }).click();
    await expect(pageOf(page)).toHaveCount(2);
    const moved = page.locator('.proof-moved');
    await proof.drag([0.5, 0.5], [0.4, 0.6]);
    const places = await moved.evaluateAll((all) => all.map((each) => (each as HTMLElement).style.transform));
    expect(new Set(places).size).toBe(1);
    await page.getByText(words.say('proofs:compare.over'), { exact: true }).click();
    await page.getByRole('slider').fill('80');
    await expect(page.locator('.proof-sheet').nth(1)).toHaveCSS('opacity', '0.8');
    await page.getByText(words.say('proofs:compare.change'), { exact: true }).click();
    await expect(page.getByText(words.like('proofs:compare.changed'))).toBeVisible();
    await page.reload();
    await expect(page.getByText(words.like('proofs:compare.changed'))).toBeVisible();
    await page.getByRole('link', { name: words.say('proofs:versions.version', { version: 1 }) }).click();
    await expect(page.getByText(words.say('proofs:telling.superseded', { version: 1 }))).toBeVisible();
    await expect(page.getByRole('button', { name: words.say('proofs:tool.pin'), exact: true })).toHaveCount(
      0,
    );
  });
}

const isReady = (look: () => Promise<string>): Promise<void> =>
  expect.poll(look, { timeout: 120_000 }).toBe('ready');
async function peopleOf(visit: Visitor): Promise<ProofPeople> {
  const [trader, maker, gatekeeper] = [
    await visit({ as: PEOPLE.noura }),
    await visit({ as: PEOPLE.driss }),
    await visit({ as: PEOPLE.hind }),
  ];
  return { trader: trader.request, maker: maker.request, gatekeeper: gatekeeper.request };
}
for (const locale of languagesOf('en')) {
  test(`the gatekeeper returns a version, its maker puts another file in, and it goes out, in ${locale}`, async ({
    visit,
  }) => {
    const given = { title: `To mend ${locale}`, bytes: aLargePage(1200, 800, 40) };
    const { id } = await aHandedProof(await peopleOf(visit), given, isReady);
    const hind = await at(visit, `/design/proofs/${id}`, { as: PEOPLE.hind, locale });
    const { words } = hind;
    await hind.page.getByRole('button', { name: words.say('gate:steps.sendBack') }).click();
    await hind.page.getByLabel(words.say('gate:back.reason'), { exact: true }).fill('Squares too small.');
    await hind.page.getByRole('button', { name: words.say('gate:back.confirm'), exact: true }).click();
    await expect(hind.page.getByText('Squares too small.')).toBeVisible();

    const driss = await at(visit, `/design/proofs/${id}`, { as: PEOPLE.driss, locale });
    await expect(driss.page.getByText('Squares too small.')).toBeVisible();
    const before = await driss.page.locator('.proof-tile').first().getAttribute('src');
    const file = { name: 'mended.png', mimeType: 'image/png', buffer: aLargePage(1200, 800, 80) };
    await driss.page.getByLabel(words.say('gate:replace.choose'), { exact: true }).setInputFiles(file);
    await driss.page
      .getByRole('button', { name: words.say('gate:replace.confirm') })
      .click({ timeout: 60_000 });
    await expect(driss.page.locator('.proof-tile').first()).not.toHaveAttribute('src', before ?? '');
    await driss.page.getByRole('button', { name: words.say('gate:steps.handIn') }).click();
    await expect(driss.page.getByText(words.say('gate:steps.gateText'))).toBeVisible();

    await hind.page.reload();
    await hind.page.getByRole('button', { name: words.say('gate:steps.send') }).click();
    await hind.page.getByRole('button', { name: words.say('gate:send.confirm'), exact: true }).click();
    await expect(hind.page.getByText(words.like('proofs:telling.expires.store'))).toBeVisible();
  });
}

test('a page of 60 megapixels with 200 notes is drawn from the tiles that are seen, never from its file', async ({
  visit,
}) => {
  test.setTimeout(240_000);
  const people = await peopleOf(visit);
  const trader = await visit({ as: PEOPLE.noura, locale: 'en' });
  const id = await aSentProof(people, { title: 'Window poster', bytes: aLargePage() }, isReady);
  for (let n = 0; n < 200; n += 1) {
    const shape = { shape: 'pin', x: 4 + (n % 20) * 10, y: 4 + Math.floor(n / 20) * 12 } as const;
    await call(trader.request, addNote, { params: { id }, body: { page: 1, shape, body: `Note ${n + 1}` } });
  }
  const { page } = trader;
  const proof = new ProofPage(trader, new ScreenWords('en'));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/brand/proofs/${id}`);
  await expect(page.locator('.proof-mark')).toHaveCount(200);
  const tiles = page.locator('.proof-tile');
  const most: number[] = [];
  for (const key of ['1', '+', '+', '+', '+', '+', '+', '+', '+', '+', '+', '-', '-', '0']) {
    await page.keyboard.press(key);
    most.push(await tiles.count());
  }
  for (const [x, y] of [
    [0.2, 0.2],
    [0.8, 0.3],
    [0.3, 0.8],
  ] as const) {
    await page.keyboard.press('1');
    await proof.drag([0.5, 0.5], [x, y]);
    most.push(await tiles.count());
  }
  // The page has more than three hundred tiles.
  expect(Math.max(...most)).toBeLessThanOrEqual(60);
  expect(asked.filter((path) => path.includes('/tiles/')).length).toBeGreaterThan(10);
  expect(asked.filter((path) => /\/(original|preview)$/.test(path))).toEqual([]);
  await page.keyboard.press('k');
  await expect(page.locator('.proof-mark.is-selected')).toBeInViewport();
});
