import type { INestApplicationContext } from '@nestjs/common';
import { riyadhDay } from '@qafila/shared/traders/application.rules';
import { CHANGE_TEXTS } from '@qafila/shared/traders/application-reasons';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import { CompanyOpening } from '../modules/identity/identity.api';
import { AcceptTerms } from '../modules/traders/app/accept-terms';
import { GiveVerdict } from '../modules/traders/app/give-verdict';
import { ReadApplication } from '../modules/traders/app/read-application';
import { ReadReview } from '../modules/traders/app/read-review';
import { RejectApplication } from '../modules/traders/app/reject-application';
import { RequestChanges } from '../modules/traders/app/request-changes';
import { SaveItem } from '../modules/traders/app/save-item';
import { SubmitApplication } from '../modules/traders/app/submit-application';
import { UploadDocument } from '../modules/traders/app/upload-document';
import type { Actor } from '../platform/access/actor';
import { systemScope } from '../platform/access/scope';
import { Clock, MovableClock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Cast } from './cast';
import { type DemoApplication, demoApplications } from './demo-applications';
import { drawCertificate } from './draw-certificate';

const HOUR_MS = 3_600_000;
const REVIEWER = 'amal@qafila.example';

/** Plays how companies applied, through the real use cases; each step looks at what stands, so a killed start goes on. */
export async function tellApplications(app: INestApplicationContext): Promise<void> {
  const clock = app.get(Clock) as MovableClock;
  const applications = demoApplications(riyadhDay(clock.now()));
  const strangers = await Cast.of(app);
  try {
    for (const each of applications) {
      if (strangers.as(each.by).companyId !== null) continue;
      clock.moveTo(-(each.sentHoursAgo ?? 1) * HOUR_MS);
      await openCompany(app, each, strangers.as(each.by).personId);
    }
    const cast = await Cast.of(app);
    for (const each of applications) await tell(app, clock, { each, cast });
  } finally {
    clock.moveTo(0);
  }
}

/** What a registration does once the mail is proved and the first factor enrolled. */
const openCompany = (
  app: INestApplicationContext,
  each: DemoApplication,
  ownerId: string,
): Promise<unknown> =>
  app.get(UnitOfWork).run(systemScope('demo world'), async (tx) => {
    const companyId = await app
      .get(CompanyOpening, { strict: false })
      .open(tx, { name: each.name, country: each.country, ownerId });
    await tx.query(`update memberships set state = 'active' where company_id = $1`, [companyId]);
  });

async function tell(
  app: INestApplicationContext,
  clock: MovableClock,
  { each, cast }: { each: DemoApplication; cast: Cast },
): Promise<void> {
  const owner = cast.as(each.by);
  const reviewer = cast.as(REVIEWER);
  const at = async (): Promise<string> =>
    (await app.get(ReadApplication).run(owner)).application?.state ?? '';
  clock.moveTo(-(each.sentHoursAgo ?? 1) * HOUR_MS);
  if ((await at()) === 'draft') await write(app, owner, each);
  if (each.review && (await at()) === 'submitted' && !(await wasAsked(app, owner))) {
    clock.moveTo(-each.review.hoursAgo * HOUR_MS);
    await review(app, { reviewer, owner }, each);
  }
  if (each.again && (await at()) === 'changes_requested') {
    clock.moveTo(-each.again.hoursAgo * HOUR_MS);
    await save(app, owner, each.again.values);
    await send(app, owner);
  }
}

/** True when it came back once already: then the story of the review was told. */
const wasAsked = async (app: INestApplicationContext, owner: Actor): Promise<boolean> =>
  (await app.get(ReadApplication).run(owner)).application?.items.some((item) => item.isChanged) ?? false;

async function save(
  app: INestApplicationContext,
  owner: Actor,
  values: DemoApplication['values'],
): Promise<void> {
  for (const [kind, typed] of Object.entries(values)) {
    const { application } = await app.get(ReadApplication).run(owner);
    await app.get(SaveItem).run(owner, { kind: kind as ItemKind, version: application?.version ?? 0 }, typed);
  }
}

async function send(app: INestApplicationContext, owner: Actor): Promise<void> {
  const { application } = await app.get(ReadApplication).run(owner);
  await app.get(SubmitApplication).run(owner, application?.version ?? 0);
}

async function write(app: INestApplicationContext, owner: Actor, each: DemoApplication): Promise<void> {
  await save(app, owner, each.values);
  for (const [kind, paper] of Object.entries(each.papers)) {
    const bytes = await drawCertificate(paper, app.get(Clock).now());
    const name = `${kind.replaceAll('_', '-')}.pdf`;
    await app.get(UploadDocument).run(owner, { kind: kind as ItemKind, name }, bytes);
  }
  if (each.sentHoursAgo === undefined) return;
  await app.get(AcceptTerms).run(owner, { tradeTerms: 1, recipientsAgreement: 1 });
  await send(app, owner);
}

async function review(
  app: INestApplicationContext,
  { reviewer, owner }: { reviewer: Actor; owner: Actor },
  each: DemoApplication,
): Promise<void> {
  const id = (await app.get(ReadApplication).run(owner)).application?.id ?? '';
  const version = async (): Promise<number> => (await app.get(ReadReview).run(reviewer, id)).version;
  const { accept = [], ask = [], reject } = each.review ?? {};
  for (const kind of accept)
    await app.get(GiveVerdict).run(reviewer, { id, kind, version: await version() }, { verdict: 'accepted' });
  for (const kind of ask) {
    const given = { verdict: 'change_asked', reason: 'differs', text: CHANGE_TEXTS.differs.ar } as const;
    await app.get(GiveVerdict).run(reviewer, { id, kind, version: await version() }, given);
  }
  const at = { id, version: await version() };
  if (reject)
    await app.get(RejectApplication).run(reviewer, at, { reason: 'documents_not_genuine', text: reject });
  else await app.get(RequestChanges).run(reviewer, at);
}
