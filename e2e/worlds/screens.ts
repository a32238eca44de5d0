import { type APIRequestContext, request as browserless } from '@playwright/test';
import { listBriefs } from '@qafila/shared/branding/briefs.contract';
import { designQueue } from '@qafila/shared/branding/design.contract';
import { listPackaging } from '@qafila/shared/branding/packaging.contract';
import { designSpecs, listSpecs } from '@qafila/shared/branding/production-specs.contract';
import { listProfileCards } from '@qafila/shared/branding/profiles.contract';
import { listFactorCases } from '@qafila/shared/identity/lost-factor.contract';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import { getOrder, listOrders } from '@qafila/shared/ordering/ordering.contract';
import { dueOrders } from '@qafila/shared/payments/books.contract';
import { DESK_VIEWS, transferDesk } from '@qafila/shared/payments/desk.contract';
import { importStatement } from '@qafila/shared/payments/statements.contract';
import type { ScreenRoute } from '@qafila/shared/registry/routes';
import { listParcels, orderConsignments } from '@qafila/shared/shipping/shipping.contract';
import { listTraders } from '@qafila/shared/traders/acting.contract';
import { listApplications } from '@qafila/shared/traders/application.contract';
import { inviteMember } from '@qafila/shared/traders/members.contract';
import { portalOrigin } from './addresses';
import { aBank } from './bank-files';
import { beginDraft, twoRecipients } from './drafts';
import { mailedLink } from './mails';
import { freshCode, PEOPLE, signInAs, staffWith } from './people';
import { call } from './portal-call';
import { demoProof, designedProof } from './proofs';

const LINES = [
  { sku: 'ARG-030', pieces: 96 },
  { sku: 'ARG-100', pieces: 24 },
];
const HALF = LINES.map(({ sku, pieces }) => ({ sku, pieces: pieces / 2 }));

/** The account that sees a screen; nothing for a public one. */
export async function accountFor(
  request: APIRequestContext,
  { audience, needs }: ScreenRoute,
): Promise<string | undefined> {
  if (audience === 'public') return undefined;
  return audience === 'trader' ? PEOPLE.noura : staffWith(request, needs ?? 'today:read');
}

/** An order whose parcels are under way: the demo world has one. */
async function shippedOrder(request: APIRequestContext): Promise<OrderView> {
  const { rows } = await call(request, listOrders, { query: { limit: 100 } });
  const shipped = rows.filter((row) => row.state === 'confirmed' && row.shipTo === 'customers').at(-1);
  if (!shipped) throw new Error('The demo world has no order with parcels');
  return call(request, getOrder, { params: { id: shipped.id } });
}

async function anyParcel(request: APIRequestContext): Promise<string> {
  for (const state of ['todo', 'picking', 'packed', 'labelled', 'handed_over'] as const) {
    const [first] = (await call(request, listParcels, { query: { state } })).rows;
    if (first) return first.id;
  }
  throw new Error('The demo world has no parcel');
}

async function anyFactorCase(request: APIRequestContext): Promise<string> {
  for (const queue of ['waiting', 'decided'] as const) {
    const [first] = (await call(request, listFactorCases, { query: { queue } })).rows;
    if (first) return first.id;
  }
  throw new Error('The demo world has no lost-factor case');
}

const aDraft = (request: APIRequestContext) =>
  beginDraft(request, { name: 'Ramadan stock', lines: LINES, recipients: twoRecipients(HALF) });

async function firstTrader(request: APIRequestContext) {
  const { rows } = await call(request, listTraders, { query: { state: 'active' } });
  const [first] = rows;
  if (!first) throw new Error('The demo world has no trader');
  return first;
}

/** The application that a reviewer takes first; when journeys have decided all, one that was rejected. */
async function anyApplication(request: APIRequestContext): Promise<string> {
  for (const tab of ['new', 'waiting', 'rejected', 'approved'] as const) {
    const [first] = (await call(request, listApplications, { query: { tab } })).rows;
    if (first) return first.id;
  }
  throw new Error('The demo world has no application');
}

async function anyBrief(request: APIRequestContext): Promise<string> {
  const [first] = (await call(request, listBriefs, { query: { tab: 'all' } })).rows;
  if (!first) throw new Error('The demo world has no brief');
  return first.id;
}

async function anyQueuedBrief(request: APIRequestContext): Promise<string> {
  const { rows } = await call(request, designQueue);
  const found = rows.find(({ proof }) => proof !== null) ?? rows[0];
  if (!found) throw new Error('The demo world has no brief that was sent');
  return found.id;
}

async function anyPackaging(request: APIRequestContext): Promise<string> {
  const [first] = (await call(request, listPackaging, {})).rows;
  if (!first) throw new Error('The demo world has no packaging spec');
  return first.id;
}

/** A spec that came of a proof, if there is one: it shows most. */
async function anySpec(request: APIRequestContext): Promise<string> {
  const { rows } = await call(request, listSpecs, { query: { limit: 100 } });
  const found = rows.find(({ approvedAt }) => approvedAt !== null) ?? rows[0];
  if (!found) throw new Error('The demo world has no production spec');
  return found.id;
}

async function anyCheck(request: APIRequestContext): Promise<string> {
  for (const filter of ['waiting', 'all'] as const) {
    const [first] = (await call(request, designSpecs, { query: { filter } })).rows;
    if (first) return first.id;
  }
  throw new Error('The demo world has no spec that was signed');
}

async function anyProfile(request: APIRequestContext): Promise<string> {
  const [first] = (await call(request, listProfileCards, {})).rows;
  if (!first) throw new Error('The demo world has no brand profile');
  return first.id;
}

/** A CSV whose columns nobody has named yet. */
async function anUnmapped(request: APIRequestContext): Promise<string> {
  return (await call(request, importStatement, { file: aBank().first })).id;
}

/** The company of a line of the desk. */
async function anyAccount(request: APIRequestContext): Promise<string> {
  await call(request, importStatement, { file: aBank().first });
  for (const view of DESK_VIEWS) {
    const { rows } = await call(request, transferDesk, { query: { view } });
    const [match] = rows.flatMap(({ matches }) => matches);
    if (match) return match.companyId;
  }
  throw new Error('The desk of the demo world has no match');
}

/** An order that waits for money, or one that did. */
async function anyToPay(request: APIRequestContext): Promise<string> {
  const [due] = (await call(request, dueOrders, {})).rows;
  return due?.order.id ?? (await shippedOrder(request)).id;
}

/** The link in the mail of a new invitation: the one of the demo world may lie below the newest mails by now. */
async function invitationLink(request: APIRequestContext, screen: string): Promise<string> {
  const owner = await browserless.newContext({ baseURL: portalOrigin() });
  try {
    await signInAs(owner, PEOPLE.noura);
    const email = `guest-${Date.now().toString(36)}@darnour.example`;
    const rights = { roles: ['buyer' as const], ownRoleIds: [], limit: null, approvalLimit: null };
    await call(owner, inviteMember, {
      body: { name: 'Layla Haddad', email, locale: 'ar', ...rights },
      freshCode: await freshCode(owner, PEOPLE.noura),
    });
    return await mailedLink(request, email, screen);
  } finally {
    await owner.dispose();
  }
}

/** What `:id` of a screen names, for each screen that has one. */
const NAMED: Readonly<Record<string, (request: APIRequestContext) => Promise<string>>> = {
  brand: anyProfile,
  brief: anyBrief,
  'design-brief': anyQueuedBrief,
  'design-spec': anyCheck,
  'company-account': anyAccount,
  order: async (request) => (await shippedOrder(request)).id,
  'order-pay': anyToPay,
  'order-edit': async (request) => (await aDraft(request)).id,
  'order-review': async (request) => (await aDraft(request)).id,
  'packaging-spec': anyPackaging,
  parcel: anyParcel,
  proof: demoProof,
  'design-proof': designedProof,
  spec: anySpec,
  'statement-layout': anUnmapped,
  'application-review': anyApplication,
  'factor-case': anyFactorCase,
  trader: async (request) => (await firstTrader(request)).id,
};

/** The address of a screen with data in it. Throws for a new screen with an `:id` that nobody described here. */
export async function addressFor(request: APIRequestContext, route: ScreenRoute): Promise<string> {
  if (route.name === 'invitation') return invitationLink(request, route.path);
  if (!route.path.includes(':')) return route.path;
  const idOf = NAMED[route.name];
  if (!idOf) throw new Error(`Say in worlds/screens.ts what ${route.path} shows`);
  return route.path.replace(':id', await idOf(request));
}

/** The address of a recipient's tracking page, as the signed-in trader of Dar Nour has it. */
export async function trackingAddress(request: APIRequestContext): Promise<string> {
  const { id } = await shippedOrder(request);
  const { rows } = await call(request, orderConsignments, { params: { id } });
  const url = rows.map((row) => row.trackingUrl).find((each) => each !== null);
  if (!url) throw new Error('The demo world has no parcel with the carrier');
  return url;
}
