import { listBriefs } from '@qafila/shared/branding/briefs.contract';
import { designBrief, designQueue } from '@qafila/shared/branding/design.contract';
import { designProof, handInProof } from '@qafila/shared/branding/design-proofs.contract';
import { BriefPage, DesignDeskPage } from '../../pages/brief-pages';
import { expect, test } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { call } from '../../worlds/portal-call';
import { ScreenWords } from '../../worlds/words';

const LABEL = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="96mm" height="56mm" viewBox="0 0 96 56">
  <rect width="96" height="56" fill="#221f1a"/><circle cx="48" cy="28" r="14" fill="#b08d3e"/></svg>`,
);
const FILE = { name: 'label for Dar Nour.svg', mimeType: 'image/svg+xml', buffer: LABEL };
const PRODUCT = { en: 'Argan oil, cold-pressed', ar: 'زيت أركان معصور على البارد' };
const ARABIC = { en: 'Arabic', ar: 'العربية' };

for (const locale of languagesOf('ar')) {
  test(`a brief goes from its trader to the desk, is asked about, and gets its first version, in ${locale}`, async ({
    visit,
  }) => {
    const words = new ScreenWords(locale);
    const title = `Ribbon ${locale}`;
    const noura = await visit({ as: PEOPLE.noura, locale });
    const brief = new BriefPage(noura, words);
    const id = await brief.begin(title);

    // What is missing stands beside the button and leads to its field.
    await expect(brief.button('send.send')).toHaveAttribute('aria-disabled', 'true');
    await brief.button('part.objectives').click();
    await expect(brief.page.getByLabel(brief.say('form.objectives'))).toBeFocused();
    const given = { product: PRODUCT[locale], quantity: '500', language: ARABIC[locale] };
    await brief.fill({ objectives: 'A ribbon for gifts.', ...given });

    // Everything is there after a reload; nobody pressed a button for it.
    await brief.open(id);
    await expect(brief.page.getByLabel(brief.say('form.objectives'))).toHaveValue('A ribbon for gifts.');
    await brief.send();

    const driss = await visit({ as: PEOPLE.driss, locale });
    const desk = new DesignDeskPage(driss, words);
    await desk.open(title);
    await expect(desk.page.getByText('Dar Nour Trading')).toHaveCount(0);
    await desk.ask('Woven or printed?');

    await brief.open(id);
    await expect(brief.page.getByRole('blockquote')).toHaveText('Woven or printed?');
    await brief.answer('Printed, one colour.');

    await desk.open(title);
    await expect(desk.page.getByText('Printed, one colour.')).toBeVisible();
    await desk.button('step.begin').click();
    await desk.makeVersion(1, FILE);

    // The version stands on the desk; its trader has nothing before it went through the gate.
    const [proof] = (await call(driss.request, designBrief, { params: { id } })).proofs;
    const at = { params: { id: proof?.id ?? '' } };
    const { revision } = await call(driss.request, designProof, at);
    await call(driss.request, handInProof, { ...at, version: revision });
    await desk.open(title);
    await expect(desk.page.getByText(words.say('briefs:proofState.internal_review'))).toBeVisible();
    await brief.open(id);
    await expect(brief.page.getByText(brief.say('version.noneText'))).toBeVisible();
  });
}

test('a colleague saves first: what was typed goes on top of it, or is let go', async ({ visit }) => {
  const words = new ScreenWords('en');
  const noura = await visit({ as: PEOPLE.noura, locale: 'en' });
  const brief = new BriefPage(noura, words);
  const id = await brief.begin('Two hands');
  const other = new BriefPage(await visit({ as: PEOPLE.noura, locale: 'en' }), words);
  await other.open(id);
  await other.page.getByLabel(other.say('form.quantity'), { exact: true }).fill('800');
  await expect(other.page.getByText(words.like('briefs:save.saved'))).toBeVisible();

  await brief.page.getByLabel(brief.say('form.objectives')).fill('A calm label.');
  await brief.button('save.keepMine').click();
  await expect(brief.page.getByText(words.like('briefs:save.saved'))).toBeVisible();
  await brief.open(id);
  await expect(brief.page.getByLabel(brief.say('form.quantity'), { exact: true })).toHaveValue('800');
  await expect(brief.page.getByLabel(brief.say('form.objectives'))).toHaveValue('A calm label.');
});

test('a fourth round is quoted by the account manager and accepted by the trader', async ({ visit }) => {
  const words = new ScreenWords('en');
  const say = (key: string, values?: Record<string, string | number>) => words.say(`desk:${key}`, values);
  const ingrid = await visit({ as: PEOPLE.ingrid, locale: 'en' });
  const [row] = (await call(ingrid.request, listBriefs)).rows;
  const brief = new BriefPage(ingrid, words);
  await brief.open(row?.id ?? '');
  await expect(brief.page.getByRole('heading', { name: brief.say('next.quoteWanted') })).toBeVisible();

  const { page } = await visit({ as: PEOPLE.amal, locale: 'en' });
  await page.goto('/staff/quotes');
  await page.getByRole('button', { name: say('quotes.offerFor', { title: row?.title ?? '' }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('quotes.price', { currency: 'SAR' })).fill('350');
  await dialog.getByLabel(say('quotes.leadDays')).fill('2');
  await dialog.getByLabel(say('quotes.text')).fill('One more version of the label.');
  await dialog.getByRole('button', { name: say('quotes.send') }).click();
  await expect(page.getByText(say('quotes.offered'))).toBeVisible();

  await brief.open(row?.id ?? '');
  await brief.page.getByRole('button', { name: /350/ }).click();
  await expect(brief.page.getByText(brief.say('quote.accepted'), { exact: true })).toBeVisible();
  await expect(brief.page.getByText(brief.say('rounds.of', { used: 3, all: 4 }))).toBeVisible();

  // The designers hear that a round is there, never what it costs.
  const driss = await visit({ as: PEOPLE.driss, locale: 'en' });
  const queue = JSON.stringify(await call(driss.request, designQueue));
  expect(queue).not.toContain('35000');
});
