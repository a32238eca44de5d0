import { createHash } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { CHUNK_BYTES } from '@qafila/shared/branding/assets.rules';
import type { NoteShape } from '@qafila/shared/branding/proof-notes.rules';
import sharp from 'sharp';
import { AddNote } from '../modules/branding/app/add-note';
import { AssignBrief } from '../modules/branding/app/assign-brief';
import { BeginDesign } from '../modules/branding/app/begin-design';
import { CreateBrief } from '../modules/branding/app/create-brief';
import { CreateProof } from '../modules/branding/app/create-proof';
import { DeclineNotes } from '../modules/branding/app/decline-notes';
import { FinishUpload } from '../modules/branding/app/finish-upload';
import { FoldNotes } from '../modules/branding/app/fold-notes';
import { HandInProof } from '../modules/branding/app/hand-in-proof';
import { InspectAssets } from '../modules/branding/app/inspect-assets';
import { ReadProof } from '../modules/branding/app/read-proof';
import { ReceiveChunk } from '../modules/branding/app/receive-chunk';
import { ReplyToNote } from '../modules/branding/app/reply-to-note';
import { RequireChanges } from '../modules/branding/app/require-changes';
import { SendProof } from '../modules/branding/app/send-proof';
import { StartDesignUpload } from '../modules/branding/app/start-design-upload';
import { SubmitBrief } from '../modules/branding/app/submit-brief';
import { TickTodos } from '../modules/branding/app/tick-todos';
import { ViewProof } from '../modules/branding/app/view-proof';
import { WriteBriefMessage } from '../modules/branding/app/write-brief-message';
import { WriteDesignMessage } from '../modules/branding/app/write-design-message';
import type { Actor } from '../platform/access/actor';
import { systemScope } from '../platform/access/scope';
import { Clock, type MovableClock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { demoLogos } from './art/demo-logos';
import { drawLabel } from './art/draw-label';
import type { Cast } from './cast';

const NOURA = 'noura@darnour.example';
const YUSUF = 'yusuf@atlasgifts.example';
const INGRID = 'ingrid@fjordfonix.example';
const DRISS = 'driss@qafila.example';
const HIND = 'hind@qafila.example';
const DAY_MS = 86_400_000;

/** Who plays, and with what. */
export interface Stage {
  readonly app: INestApplicationContext;
  readonly noura: Actor;
  readonly driss: Actor;
  readonly hind: Actor;
}

/**
 * Dar Nour's label goes through two proofs with notes of both sides; Atlas Gifts has just sent a brief; the rounds of
 * Fjord & Fønix are used up, and a quote for a further one is wanted.
 */
export async function tellBriefStory(app: INestApplicationContext, cast: Cast): Promise<void> {
  const clock = app.get(Clock) as MovableClock;
  const told = await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) => tx.query('select 1 from briefs limit 1'));
  if (told.length > 0) return;
  const stage = { app, noura: cast.as(NOURA), driss: cast.as(DRISS), hind: cast.as(HIND) };
  try {
    clock.moveTo(-6 * DAY_MS);
    const briefId = await beginBrief(stage);
    clock.moveTo(-4 * DAY_MS);
    const first = await sendVersion(stage, { briefId, paper: '#f4ead6', markShare: 0.42 });
    clock.moveTo(-3 * DAY_MS);
    await commentFirst(stage, first);
    clock.moveTo(-DAY_MS);
    const second = await sendVersion(stage, { briefId, paper: '#efe2c4', markShare: 0.56 });
    await commentSecond(stage, second);
    clock.moveTo(-5 * DAY_MS);
    await useUpRounds(stage, cast.as(INGRID));
    clock.moveTo(-DAY_MS / 8);
    await sendAtlas(app, cast.as(YUSUF));
  } finally {
    clock.moveTo(0);
  }
}

const TIN = {
  title: 'Label for the tea tin',
  objectives: 'A label that goes once around the tin. The phoenix stands in front, the text behind.',
  mustHave: ['The phoenix', 'Weight in grams'],
  mustNot: ['Gradients'],
  quantity: 600,
  languages: ['no' as const, 'en' as const],
};

const CHANGES = [
  'The phoenix looks to the wrong side.',
  'Better. The text behind is too small to read on a shelf.',
  'Nearly: the green should be that of our shop.',
];

/** Three versions went out, and changes were asked for each time. */
async function useUpRounds(stage: Stage, ingrid: Actor): Promise<void> {
  const { app, driss, hind } = stage;
  const { id, version } = await app.get(CreateBrief).run(ingrid, { ...TIN, ...(await namesOf(app, ingrid)) });
  const sent = await app.get(SubmitBrief).run(ingrid, { id, version });
  const people = { assigneeId: driss.personId, gatekeeperId: hind.personId };
  const given = await app.get(AssignBrief).run(hind, { id, version: sent.version }, people);
  await app.get(BeginDesign).run(driss, { id, version: given.version });
  const assetId = await uploadLabel(stage, {
    briefId: id,
    paper: '#e8eef2',
    markShare: 0.5,
    logo: 'fjordFonix',
  });
  for (let round = 0; round < given.rounds.included; round += 1) {
    const made = await app.get(CreateProof).run(driss, id, assetId);
    const handed = await app.get(HandInProof).run(driss, { id: made.id, version: made.revision });
    await app.get(SendProof).run(hind, { id: made.id, version: handed.revision });
    await requireChanges(app, { by: ingrid, proofId: made.id, text: CHANGES[round] ?? null });
  }
}

const LABEL = {
  title: 'Label for the argan oil, 100 ml',
  objectives:
    'A calm label for our bath line. The lantern leads, the star of the house closes it; it has to read well on dark glass.',
  mustHave: ['The lantern mark', 'Volume in millilitres', 'Arabic and English, equal in size'],
  mustNot: ['Photographs', 'Medical claims'],
  quantity: 2400,
  languages: ['ar' as const, 'en' as const],
};

async function beginBrief({ app, noura, driss, hind }: Stage): Promise<string> {
  const names = await namesOf(app, noura);
  const { id, version } = await app
    .get(CreateBrief)
    .run(noura, { ...LABEL, ...names, references: await referencesOf(app, noura) });
  const sent = await app.get(SubmitBrief).run(noura, { id, version });
  const people = { assigneeId: driss.personId, gatekeeperId: hind.personId };
  const given = await app.get(AssignBrief).run(hind, { id, version: sent.version }, people);
  await app.get(BeginDesign).run(driss, { id, version: given.version });
  await app
    .get(WriteBriefMessage)
    .run(noura, id, 'Our printer prefers uncoated paper. Does that change the gold?');
  const text = 'It becomes a little warmer and less bright. We allow for it in the colour.';
  await app.get(WriteDesignMessage).run(driss, id, { text, visibility: 'shared' });
  const aside = 'Gold on uncoated: keep the hairlines above 0.25 mm.';
  await app.get(WriteDesignMessage).run(hind, id, { text: aside, visibility: 'internal' });
  return id;
}

/** The company's active brand with its packaging, and a product it can dress. */
async function namesOf(app: INestApplicationContext, actor: Actor) {
  const [row] = await app.get(UnitOfWork).run(systemScope('demo world'), (tx) =>
    tx.query<{ brand: string; product: string; packaging: string }>(
      `select (select id from brand_profiles where company_id = $1 and state = 'active' limit 1) as brand,
         (select id from packaging_specs where company_id = $1 and state = 'ready' order by id limit 1) as packaging,
         (select id from products where can_private_label order by position, id limit 1) as product`,
      [actor.companyId],
    ),
  );
  if (!row) throw new Error('The demo world has no brand to design for');
  return { brandProfileId: row.brand, packagingSpecId: row.packaging, productIds: [row.product] };
}

async function referencesOf(app: INestApplicationContext, actor: Actor): Promise<string[]> {
  const rows = await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) =>
      tx.query<{ id: string }>(
        `select id from assets where company_id = $1 and kind <> 'proof' and state = 'ready' order by uploaded_at, id`,
        [actor.companyId],
      ),
    );
  return rows.map((row) => row.id);
}

/** The maker's next version, handed in and sent by the gatekeeper; answers its id. */
export async function sendVersion(
  stage: Stage,
  label: { readonly briefId: string; readonly paper: string; readonly markShare: number },
): Promise<string> {
  const { app, driss, hind } = stage;
  const assetId = await uploadLabel(stage, label);
  const made = await app.get(CreateProof).run(driss, label.briefId, assetId);
  const open = made.todos.filter((todo) => !todo.isDone).map((todo) => todo.id);
  const ticked = { todoIds: open, isDone: true };
  if (open.length > 0) await app.get(TickTodos).run(driss, made.id, ticked);
  const handed = await app.get(HandInProof).run(driss, { id: made.id, version: made.revision });
  return (await app.get(SendProof).run(hind, { id: made.id, version: handed.revision })).id;
}

async function uploadLabel(
  { app, driss }: Stage,
  {
    briefId,
    logo = 'darNour',
    ...label
  }: {
    readonly briefId: string;
    readonly paper: string;
    readonly markShare: number;
    readonly logo?: keyof typeof demoLogos;
  },
): Promise<string> {
  const svg = Buffer.from(drawLabel({ logo: demoLogos[logo], ...label }));
  const bytes = await sharp(svg, { density: 150 })
    .resize(2268)
    .withMetadata({ density: 480 })
    .png()
    .toBuffer();
  const file = { name: 'argan-label.png', bytes: bytes.length };
  const { id } = await app.get(StartDesignUpload).run(driss, briefId, file);
  for (let n = 0; n * CHUNK_BYTES < bytes.length; n += 1) {
    const part = bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);
    const sha256 = createHash('sha256').update(part).digest('hex');
    await app.get(ReceiveChunk).run(driss, id, { n, sha256, bytes: part });
  }
  const asset = await app.get(FinishUpload).run(driss, id);
  await app.get(InspectAssets).run();
  return asset.id;
}

const pin = (x: number, y: number): NoteShape => ({ shape: 'pin', x, y });

async function commentFirst({ app, noura, driss, hind }: Stage, id: string): Promise<void> {
  const say = (body: string, shape: NoteShape) =>
    app.get(AddNote).run(noura, id, { page: 1, shape, body, visibility: 'shared' });
  await app.get(ViewProof).run(noura, id);
  const small = await say('The lantern is too small beside the star.', pin(26, 35));
  const larger = await say('Could it be a third larger?', {
    shape: 'rectangle',
    x: 12.5,
    y: 17.5,
    w: 27.5,
    h: 35,
  });
  const paper = await say('A warmer paper, please: this one looks grey in our shop.', pin(87, 10));
  const stars = await say('Fewer stars in the border?', { shape: 'arrow', x: 60, y: 55, toX: 75, toY: 62 });
  await app.get(ReplyToNote).run(driss, { id, noteId: larger.id }, 'A third fits within the safe area.');
  const hairline = 'The hairline under the stars is 0.2 mm: too thin for flexo.';
  await app
    .get(AddNote)
    .run(hind, id, { page: 1, shape: pin(60, 11), body: hairline, visibility: 'internal' });
  await requireChanges(app, { by: noura, proofId: id, text: null });
  const todo = { noteIds: [small.id, larger.id], text: 'Lantern a third larger, inside the safe area' };
  await app.get(FoldNotes).run(hind, id, todo);
  await app.get(FoldNotes).run(hind, id, { noteIds: [paper.id], text: 'Warmer paper tone' });
  const reason = 'Seventeen stars are the pattern of the house in your brand profile.';
  await app.get(DeclineNotes).run(hind, id, { noteIds: [stars.id], reason });
}

async function requireChanges(
  app: INestApplicationContext,
  { by, proofId, text }: { readonly by: Actor; readonly proofId: string; readonly text: string | null },
): Promise<void> {
  const { revision } = await app.get(ReadProof).run(by, proofId);
  await app.get(RequireChanges).run(by, { id: proofId, version: revision }, text);
}

async function commentSecond({ app, noura, hind }: Stage, id: string): Promise<void> {
  const shape: NoteShape = { shape: 'rectangle', x: 72.5, y: 16, w: 37.5, h: 37.5 };
  const ours = 'The star now stands exactly in the middle between lantern and edge.';
  const note = await app.get(AddNote).run(hind, id, { page: 1, shape, body: ours, visibility: 'shared' });
  const aside = 'Ask for a wet proof of this paper before we lock it.';
  await app.get(AddNote).run(hind, id, { page: 1, shape: pin(10, 60), body: aside, visibility: 'internal' });
  await app.get(ReplyToNote).run(noura, { id, noteId: note.id }, 'Much better. One more thing below.');
  const his = 'Please check the last line of text: it ends earlier than the others.';
  await app.get(AddNote).run(noura, id, { page: 1, shape: pin(66, 41), body: his, visibility: 'shared' });
}

async function sendAtlas(app: INestApplicationContext, yusuf: Actor): Promise<void> {
  const { id, version } = await app.get(CreateBrief).run(yusuf, {
    ...(await namesOf(app, yusuf)),
    title: 'Sleeve for the winter gift box',
    objectives:
      'One sleeve over our standard box, warm and festive, without dates so that it can be used every year.',
    mustHave: ['The two peaks', 'Room for a handwritten name'],
    mustNot: ['Glitter'],
    quantity: 800,
    languages: ['ar', 'en'],
  });
  await app.get(SubmitBrief).run(yusuf, { id, version });
}
