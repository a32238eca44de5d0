import { fold } from '@qafila/shared/shipping/fold';
import { BrandPages } from '../../pages/brand-pages';
import { BriefPage, DesignDeskPage } from '../../pages/brief-pages';
import { DeskPage } from '../../pages/desk-page';
import { OrderPages, type TypedRecipient } from '../../pages/order-pages';
import { ProofPage } from '../../pages/proof-page';
import { SpecPages } from '../../pages/spec-pages';
import { placeOlderOrder } from '../../worlds/drafts';
import { goodOf } from '../../worlds/goods';
import { expect, test, type Visit, type Visitor } from '../../worlds/journey';
import { packUntil, parcelsOf, slipOf } from '../../worlds/parcels';
import { untilConfirmed } from '../../worlds/payments';
import { textOf } from '../../worlds/pdf-text';
import { PEOPLE } from '../../worlds/people';
import { aDieline, aLabel, aLogo } from '../../worlds/print-files';
import { ofTheStore } from '../../worlds/store-marks';
import { ScreenWords } from '../../worlds/words';

type Locale = 'en' | 'ar';

const SIZE = { width: 120, height: 60 };
/** What the label is for: enough pieces for the minimum of an own dieline and of a later order, in whole cases. */
const PIECES = 252;
const GOODS: Readonly<Record<Locale, { readonly sku: string; readonly product: string }>> = {
  en: { sku: 'NGL-050', product: 'Black seed oil' },
  ar: { sku: 'NGL-100', product: 'زيت الحبة السوداء' },
};
const RECIPIENT: Readonly<Record<Locale, TypedRecipient>> = {
  en: {
    name: 'Lama Al-Faisal',
    phone: '055 765 4321',
    form: 'short',
    address: { shortAddress: 'RHMA3184', city: 'Riyadh' },
  },
  ar: {
    name: 'لمى الفيصل',
    phone: '055 765 4321',
    form: 'short',
    address: { shortAddress: 'RHMA3184', city: 'الرياض' },
  },
};
const REPLY = 'care@sidrahouse.example';
/** Each version in the look its notes asked for. */
const LOOKS = [
  { paper: '0.04 0.04 0.08 0', mark: 10 },
  { paper: '0.04 0.04 0.08 0', mark: 16 },
  { paper: '0.03 0.08 0.22 0', mark: 16 },
] as const;

/** The people of the line at their browsers, and what they call things. */
interface Play {
  readonly noura: Visit;
  readonly driss: Visit;
  readonly hind: Visit;
  readonly words: ScreenWords;
  readonly title: string;
  readonly brand: { readonly latin: string; readonly arabic: string };
}

/** What the slip says at its foot. */
const lineOf = ({ words, brand }: Play): string =>
  words.locale === 'ar' ? `يهتم به ${brand.arabic}` : `In the care of ${brand.latin}`;

async function begin(visit: Visitor, locale: Locale): Promise<Play> {
  const mark = Date.now().toString(36).slice(-5).toUpperCase();
  return {
    noura: await visit({ as: PEOPLE.noura, locale }),
    driss: await visit({ as: PEOPLE.driss, locale }),
    hind: await visit({ as: PEOPLE.hind, locale }),
    words: new ScreenWords(locale),
    title: `Bottle label ${mark}`,
    brand: { latin: `Sidra House ${mark}`, arabic: `بيت سدرة ${mark}` },
  };
}

/** The trader: a profile in its logo, and a packaging spec of what was uploaded. */
async function makeBrand(play: Play): Promise<string> {
  const { noura, words, title, brand } = play;
  const pages = new BrandPages(noura, words);
  const address = await pages.beginProfile(brand.latin, brand.arabic);
  const logo = aLogo(`${title}.svg`);
  await pages.sendFile('logo', logo);
  const dieline = aDieline(`${title}.pdf`, SIZE);
  await pages.sendFile('dieline', dieline);
  await pages.dress(address, { logo: logo.name, reply: REPLY, line: lineOf(play) });
  const packaging = { name: title, style: 'bottle-label', size: SIZE } as const;
  await pages.describeOwnPackaging({ ...packaging, brand: brand.latin, dieline: dieline.name });
  return address;
}

/** The brief goes to the desk; the gatekeeper names the designer and herself. */
async function brief(play: Play): Promise<BriefPage> {
  const { noura, hind, driss, words, title } = play;
  const asked = new BriefPage(noura, words);
  await asked.begin(title, play.brand.latin);
  await asked.fill({
    objectives: 'A calm label for a strong oil.',
    product: GOODS[words.locale as Locale].product,
    quantity: String(PIECES),
    language: words.locale === 'ar' ? 'العربية' : 'Arabic',
    packaging: title,
  });
  await asked.send();
  const desk = new DesignDeskPage(hind, words);
  await desk.open(title);
  await desk.assign('Driss Benali', 'Hind Chraibi');
  const made = new DesignDeskPage(driss, words);
  await made.open(title);
  await made.button('step.begin').click();
  await expect(made.page.getByLabel(made.say('upload.choose'))).toBeAttached();
  // What the label is drawn on and with lies there, under neutral names.
  for (const [number, kind] of [
    [1, 'dieline'],
    [2, 'logo'],
  ] as const) {
    const name = words.say('briefs:content.file', { number, kind: words.say(`briefs:fileKind.${kind}`) });
    await expect(made.page.getByRole('img', { name })).toBeVisible();
  }
  return asked;
}

/** The designer makes the next version and hands it in, the to-dos ticked; the gatekeeper sends it. */
async function send(play: Play, version: 1 | 2 | 3, todos: readonly string[]): Promise<void> {
  const { driss, hind, words, title } = play;
  const desk = new DesignDeskPage(driss, words);
  await desk.open(title);
  await desk.makeVersion(version, aLabel(`${title} ${version}.pdf`, SIZE, LOOKS[version - 1] ?? LOOKS[0]));
  const made = await desk.openVersion(version);
  await made.shown();
  for (const todo of todos) await made.tick(todo);
  await made.handIn();
  const atGate = new DesignDeskPage(hind, words);
  await atGate.open(title);
  const proof = await atGate.openVersion(version);
  await proof.shown();
  if (version === 1) await proof.pin([0.3, 0.3], 'Hairline: 0.6 pt holds on flexo.');
  await proof.send();
}

/** The trader opens the version that waits, from the brief. */
async function read(asked: BriefPage, play: Play, version: number): Promise<ProofPage> {
  await asked.page.reload();
  await asked.page.getByRole('link', { name: asked.say('next.lookDo', { version }) }).click();
  const proof = new ProofPage(play.noura, play.words);
  await proof.shown();
  return proof;
}

/** Three versions: notes of both sides on the first, words as a whole on the second, approval of the third. */
async function design(play: Play, asked: BriefPage): Promise<void> {
  const { hind, driss, words } = play;
  const address = asked.page.url();
  await send(play, 1, []);
  const first = await read(asked, play, 1);
  await expect(first.note('Hairline')).toHaveCount(0);
  await first.pin([0.5, 0.45], 'The lozenge is too small.');
  await first.rectangle([0.6, 0.35], [0.8, 0.65], 'Are these bars the text?');
  await first.askForChanges();
  const maker = new ProofPage(driss, words);
  await maker.page.reload();
  await maker.answer('Are these bars', 'They stand for it; the text comes as outlines.');
  const gate = new ProofPage(hind, words);
  await gate.page.reload();
  await gate.settle(['The lozenge'], { verdict: 'fold', says: 'Lozenge 16 mm' });
  await gate.settle(['Are these bars'], { verdict: 'decline', says: 'Answered beside the note.' });

  await send(play, 2, ['Lozenge 16 mm']);
  await asked.page.goto(address);
  const second = await read(asked, play, 2);
  await second.pin([0.2, 0.2], 'A warmer paper here.');
  await second.askForChanges('Warmer as a whole, like honey.');
  await gate.page.reload();
  await gate.settle(['A warmer paper'], { verdict: 'fold', says: 'Paper like honey' });

  await send(play, 3, ['Paper like honey']);
  await asked.page.goto(address);
  const third = await read(asked, play, 3);
  await third.pin([0.5, 0.5], 'Lovely. A matter of taste: greener?');
  await third.approve(3, PEOPLE.noura);
  // What is approved is shown as it is printed, and nothing can be put on it.
  await expect(third.page.locator('.proof-watermark')).toHaveCount(0);
  await expect(third.button('proofs:tool.pin')).toHaveCount(0);
}

/** The maker cannot check what he made; the second person locks it, and the trader can order with it. */
async function lock({ driss, hind, noura, words, title, brand }: Play): Promise<void> {
  const own = new SpecPages(driss, words, 'design');
  await own.open(title);
  await expect(own.button('checks:check.lock')).toHaveCount(0);
  const second = new SpecPages(hind, words, 'design');
  await second.open(title);
  await second.lock();
  const spec = new SpecPages(noura, words, 'brand');
  await spec.open(title);
  await expect(spec.page.getByRole('heading', { name: words.say('specs:now.locked') })).toBeVisible();
  const sheet = await textOf(await spec.sheet());
  for (const said of [title, brand.latin, '252', '120']) expect(fold(sheet)).toContain(fold(said));
  // As words of the text: digits of a price run together also stand in the hashes it prints.
  for (const kept of ['Noura', 'Dar Nour', '1.60', 'SAR']) {
    expect(sheet).not.toMatch(new RegExp(`\\b${kept.replace('.', '[.,٫]')}\\b`, 'iu'));
  }
}

/** The order: from the spec, whose brand and goods the draft opens with. */
async function order({ noura, words, title, brand }: Play) {
  const locale = words.locale as Locale;
  const pages = new OrderPages(noura, words);
  const spec = new URL(noura.page.url()).pathname;
  await noura.page.getByRole('link', { name: words.say('specs:now.order') }).click();
  await expect(noura.page.getByText(words.say('ordering:reorder.withSpec', { spec: title }))).toBeVisible();
  await pages.name(title);
  await pages.cell(await goodOf(noura.request, GOODS[locale].sku)).fill(String(PIECES));
  await expect(pages.label(locale === 'ar' ? brand.arabic : brand.latin, 3)).toBeVisible();
  await pages.chooseCustomers();
  await pages.showRecipients();
  await pages.addRecipient(RECIPIENT[locale], true);
  await pages.review();
  await expect(noura.page.getByText(words.say('ordering:review.dressing.met'))).toBeVisible();
  const placed = await pages.place();
  const code = (await noura.page.locator('.top-sub .code').first().innerText()).trim();
  return { ...placed, code, spec };
}

/** Finance imports the statement of the day and confirms the exact line with a fresh code. */
async function confirm(visit: Visitor, words: ScreenWords, placed: { id: string; reference: string }) {
  const farah = await visit({ as: PEOPLE.farah, locale: words.locale });
  const desk = new DeskPage(farah, words);
  await farah.page.goto('/');
  await desk.open();
  await desk.importStatement();
  await desk.confirmTicked(placed.reference, PEOPLE.farah);
  await expect(desk.said('doneBooked')).toBeVisible();
}

/** The warehouse packs and labels it; what lies in the box names the brand and nothing of the store. */
async function slip(visit: Visitor, play: Play, code: string): Promise<void> {
  const { request } = await visit({ as: PEOPLE.khalid });
  const [parcel] = await parcelsOf(request, code, 1);
  const labelled = await packUntil(request, parcel?.id ?? '', 'labelled');
  const said = await textOf(await slipOf(request, labelled.id));
  const locale = play.words.locale as Locale;
  for (const own of [lineOf(play), REPLY, GOODS[locale].product]) expect(fold(said)).toContain(fold(own));
  expect(ofTheStore(said)).toEqual([]);
}

/** The same once more: the approved label comes along, nobody asks for a proof. */
async function orderAgain({ noura, words, brand }: Play): Promise<void> {
  const locale = words.locale as Locale;
  const pages = new OrderPages(noura, words);
  await noura.page.reload();
  await pages.orderAgain();
  await expect(pages.cell(await goodOf(noura.request, GOODS[locale].sku))).toHaveValue(String(PIECES));
  await expect(pages.label(locale === 'ar' ? brand.arabic : brand.latin, 3)).toBeVisible();
  await noura.page.goto(new URL(noura.page.url()).pathname.replace('/edit', ''));
  await expect(noura.page.getByText(words.say('ordering:state.artwork.approved'))).toBeVisible();
}

/** With the brand suspended its spec says so; an address of before leads back to where it is said. */
async function suspend({ noura, words }: Play, brand: string, spec: string): Promise<void> {
  await new BrandPages(noura, words).step(brand, 'suspend', 'suspended');
  await noura.page.goto(`/orders/new?spec=${spec.split('/').at(-1)}`);
  await noura.page.getByRole('link', { name: words.say('ordering:reorder.specGoneWhy') }).click();
  await expect(noura.page).toHaveURL(new RegExp(`${spec}$`));
  await expect(noura.page.getByRole('heading', { name: words.say('specs:now.brandAway') })).toBeVisible();
  await expect(noura.page.getByRole('link', { name: words.say('specs:now.order') })).toHaveCount(0);
}

for (const locale of ['en', 'ar'] as const) {
  const language = locale === 'en' ? 'English' : 'Arabic';
  test(`from a logo to a locked spec, an order with it, and the next one without a proof, in ${language}`, async ({
    visit,
  }) => {
    test.setTimeout(300_000);
    const play = await begin(visit, locale);
    const address = await makeBrand(play);
    const asked = await brief(play);
    await design(play, asked);
    await lock(play);
    await placeOlderOrder((await visit({ as: PEOPLE.sami })).request);
    const placed = await order(play);
    await confirm(visit, play.words, placed);
    await untilConfirmed(play.noura.request, placed.id);
    await slip(visit, play, placed.code);
    await orderAgain(play);
    // With one active brand, drafts of other journeys begin with it.
    await suspend(play, address, placed.spec);
  });
}
