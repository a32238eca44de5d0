import type { INestApplicationContext } from '@nestjs/common';
import { TECHNICAL_CHECKS } from '@qafila/shared/branding/decisions.rules';
import { ApproveProof } from '../modules/branding/app/approve-proof';
import { AssignBrief } from '../modules/branding/app/assign-brief';
import { BeginDesign } from '../modules/branding/app/begin-design';
import { CreateBrief } from '../modules/branding/app/create-brief';
import { LockSpec } from '../modules/branding/app/lock-spec';
import { ReadApproval } from '../modules/branding/app/read-approval';
import { SubmitBrief } from '../modules/branding/app/submit-brief';
import { ViewProof } from '../modules/branding/app/view-proof';
import { systemScope } from '../platform/access/scope';
import { Clock, type MovableClock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { type Stage, sendVersion } from './brief-story';
import type { Cast } from './cast';

const DAY_MS = 86_400_000;

/** A brief of Dar Nour as it is written; its product has no spec of its own yet. */
interface Wanted {
  readonly title: string;
  readonly objectives: string;
  readonly product: string;
  readonly quantity: number;
  readonly paper: string;
  readonly markShare: number;
}
const GHASSOUL: Wanted = {
  title: 'Jar label for the ghassoul',
  objectives: 'The label of our oil, in the colour of clay, so that the two stand together on a shelf.',
  product: 'ghassoul-clay-milled',
  quantity: 1200,
  paper: '#ecdcc2',
  markShare: 0.52,
};
const KESSA: Wanted = {
  title: 'Band for the kessa glove',
  objectives: 'A paper band with the lantern and two lines of text, easy to tear off.',
  product: 'kessa-glove',
  quantity: 900,
  paper: '#f6efdf',
  markShare: 0.48,
};

/** Dar Nour has signed two proofs: one spec is checked and locked, the other waits for its technical check. */
export async function tellSpecStory(app: INestApplicationContext, cast: Cast): Promise<void> {
  const clock = app.get(Clock) as MovableClock;
  const told = await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) =>
      tx.query('select 1 from production_specs where proof_id is not null limit 1'),
    );
  if (told.length > 0) return;
  const stage = {
    app,
    noura: cast.as('noura@darnour.example'),
    driss: cast.as('driss@qafila.example'),
    hind: cast.as('hind@qafila.example'),
  };
  try {
    clock.moveTo(-20 * DAY_MS);
    const locked = await sign(stage, GHASSOUL);
    clock.moveTo(-19 * DAY_MS);
    const checks = [...TECHNICAL_CHECKS];
    await app.get(LockSpec).run(stage.hind, { id: locked, version: 1 }, checks);
    clock.moveTo(-2 * DAY_MS);
    await sign(stage, KESSA);
  } finally {
    clock.moveTo(0);
  }
}

/** From the brief to the signature; answers the spec that came of it. */
async function sign(stage: Stage, wanted: Wanted): Promise<string> {
  const { app, noura } = stage;
  const briefId = await letDesign(stage, wanted);
  const { paper, markShare } = wanted;
  const id = await sendVersion(stage, { briefId, paper, markShare });
  await app.get(ViewProof).run(noura, id);
  const shown = await app.get(ReadApproval).run(noura, id);
  const ticked = {
    seal: shown.seal,
    checklist: shown.checklist.map((item) => item.key),
    openNotes: shown.openNotes.map((note) => note.id),
  };
  const made = await app.get(ApproveProof).run(noura, { id, version: shown.revision }, ticked);
  if (made.specId === null) throw new Error('The demo approval made no spec');
  return made.specId;
}

async function letDesign({ app, noura, driss, hind }: Stage, wanted: Wanted): Promise<string> {
  const { title, objectives, quantity } = wanted;
  const [names] = await app.get(UnitOfWork).run(systemScope('demo world'), (tx) =>
    tx.query<{ brandProfileId: string; packagingSpecId: string; productId: string }>(
      `select (select id from brand_profiles where company_id = $1 and state = 'active' limit 1) as "brandProfileId",
         (select id from packaging_specs where company_id = $1 and state = 'ready' order by id limit 1) as "packagingSpecId",
         (select id from products where slug = $2) as "productId"`,
      [noura.companyId, wanted.product],
    ),
  );
  if (!names) throw new Error('The demo world has nothing to make a spec of');
  const { brandProfileId, packagingSpecId, productId } = names;
  const { id, version } = await app.get(CreateBrief).run(noura, {
    ...{ title, objectives, quantity, brandProfileId, packagingSpecId, productIds: [productId] },
    ...{ mustHave: ['The lantern mark'], languages: ['ar', 'en'] },
  });
  const sent = await app.get(SubmitBrief).run(noura, { id, version });
  const people = { assigneeId: driss.personId, gatekeeperId: hind.personId };
  const given = await app.get(AssignBrief).run(hind, { id, version: sent.version }, people);
  await app.get(BeginDesign).run(driss, { id, version: given.version });
  return id;
}
