import type { Endpoint } from '@qafila/shared/access/endpoint';
import type { RecipientInput } from '@qafila/shared/ordering/order-views';
import {
  createDraft,
  editDraft,
  putLines,
  putRecipients,
  reviewOrder,
  submitOrder,
} from '@qafila/shared/ordering/ordering.contract';
import { confirmMatches, reviewMatches, transferDesk } from '@qafila/shared/payments/desk.contract';
import { demoStatement } from '@qafila/shared/payments/payments.contract';
import { importStatement } from '@qafila/shared/payments/statements.contract';
import {
  handOverParcel,
  labelParcel,
  packParcel,
  scanPiece,
  startPicking,
} from '@qafila/shared/shipping/shipping.contract';
import type { TestAnswer, TestApp } from './test-app';
import type { TestPerson } from './test-people';
import { type CompanyHouse, GOODS } from './world-company';

/** The answer's body; a world that cannot be built names the endpoint and what it said. */
export function good<E extends Endpoint>(endpoint: E, answer: TestAnswer<E>): TestAnswer<E>['body'] {
  if (answer.status !== 200)
    throw new Error(`${endpoint.id} answered ${answer.status}: ${answer.raw.toString('utf8').slice(0, 400)}`);
  return answer.body;
}

/** A recipient with two pieces of one kind and one of the other. */
export const aRecipient = ({ hand }: Pick<CompanyHouse, 'hand'>, place: number): RecipientInput => ({
  name: place % 2 ? hand.arabic('نورة العتيبي') : hand.latin('Sara Aziz'),
  phone: `+96655123456${place % 10}`,
  email: `reader${place}@${hand.mailbox}`,
  address: {
    form: 'parts',
    buildingNumber: '8228',
    street: hand.latin('Sultan Street'),
    district: hand.arabic('حي السلامة'),
    city: hand.latin('Jeddah'),
    postalCode: '23436',
    additionalNumber: '6789',
  },
  items: [
    { variantId: GOODS.dressed, quantity: 2 },
    { variantId: GOODS.plain, quantity: 1 },
  ],
});

/** A draft to so many recipients in the company's brand, dressed by its spec, made as a buyer makes it. */
export async function aDraftFor(
  app: TestApp,
  house: CompanyHouse,
  given: { readonly name: string; readonly recipients: number },
): Promise<{ id: string; version: number }> {
  const as = house.people.buyer;
  const draft = good(
    createDraft,
    await app.call(createDraft, { as, body: { name: house.hand.latin(given.name) } }),
  );
  const params = { id: draft.id };
  const body = { shipTo: 'customers', brandProfileId: house.brandId } as const;
  const edited = good(editDraft, await app.call(editDraft, { as, params, version: draft.version, body }));
  const lines = [
    {
      variantId: GOODS.dressed,
      quantity: given.recipients * 2,
      pack: 'private_label' as const,
      specId: house.specId,
    },
    { variantId: GOODS.plain, quantity: given.recipients, pack: 'neutral' as const },
  ];
  const lined = good(
    putLines,
    await app.call(putLines, { as, params, version: edited.version, body: { lines } }),
  );
  const recipients = Array.from({ length: given.recipients }, (_, place) => aRecipient(house, place));
  const shared = await app.call(putRecipients, { as, params, version: lined.version, body: { recipients } });
  return { id: draft.id, version: good(putRecipients, shared).version };
}

/** Submits a draft at the total its review shows. */
export async function submitDraft(
  app: TestApp,
  as: TestPerson,
  draft: { readonly id: string; readonly version: number },
): Promise<void> {
  const params = { id: draft.id };
  const { totals } = good(reviewOrder, await app.call(reviewOrder, { as, params }));
  const body = { expectedTotal: totals.total, method: 'bank_transfer' } as const;
  good(submitOrder, await app.call(submitOrder, { as, params, version: draft.version, body }));
}

/** Imports the demo bank's statement of now: every open order is paid, with matches proposed. */
export async function importToday(app: TestApp, finance: TestPerson): Promise<void> {
  const statement = await app.call(demoStatement);
  const file = { bytes: statement.raw, type: 'application/xml' };
  good(importStatement, await app.call(importStatement, { as: finance, file }));
}

/** Matches that wait for anybody, as a review asks for them. */
export async function openMatches(
  app: TestApp,
  finance: TestPerson,
): Promise<{ matchId: string; version: number }[]> {
  const rows = [];
  for (const view of ['open', 'second'] as const)
    rows.push(...good(transferDesk, await app.call(transferDesk, { as: finance, query: { view } })).rows);
  const matches = new Map(
    rows.flatMap((line) => line.matches.map(({ id, version }) => [id, version] as const)),
  );
  return [...matches].map(([matchId, version]) => ({ matchId, version }));
}

/** Confirms everything that waits, by two people one after the other, and delivers what follows. */
export async function payOpenOrders(app: TestApp, finance: readonly TestPerson[]): Promise<void> {
  for (const as of finance) {
    const matches = await openMatches(app, as);
    if (matches.length === 0) break;
    const { hash } = good(reviewMatches, await app.call(reviewMatches, { as, body: { matches } }));
    const freshCode = await app.freshCode(as);
    good(confirmMatches, await app.call(confirmMatches, { as, body: { hash, matches }, freshCode }));
  }
  await app.drain();
}

export const PARCEL_STOPS = ['planned', 'picking', 'full', 'packed', 'labelled', 'handed_over'] as const;
export type ParcelStop = (typeof PARCEL_STOPS)[number];

/** Walks a parcel to a stop through the packer's endpoints; `full` has every piece and is not closed. */
export async function walkParcel(
  app: TestApp,
  as: TestPerson,
  given: { readonly id: string; readonly to: ParcelStop; readonly trackingNumber: string },
): Promise<void> {
  const params = { id: given.id };
  const last = PARCEL_STOPS.indexOf(given.to);
  const isWanted = (stop: ParcelStop): boolean => PARCEL_STOPS.indexOf(stop) <= last;
  if (!isWanted('picking')) return;
  const parcel = good(startPicking, await app.call(startPicking, { as, params }));
  if (!isWanted('full')) return;
  for (const item of parcel.items)
    for (let piece = 0; piece < item.quantity; piece += 1)
      good(scanPiece, await app.call(scanPiece, { as, params, body: { code: item.sku } }));
  if (!isWanted('packed')) return;
  const weightGrams = parcel.weight.expected;
  good(packParcel, await app.call(packParcel, { as, params, body: { weightGrams } }));
  if (!isWanted('labelled')) return;
  good(labelParcel, await app.call(labelParcel, { as, params }));
  if (!isWanted('handed_over')) return;
  const body = { carrier: 'smsa', trackingNumber: given.trackingNumber } as const;
  good(handOverParcel, await app.call(handOverParcel, { as, params, body }));
}

/** Ids of the parcels of an order, by their place. */
export async function parcelsOf(app: TestApp, orderId: string): Promise<string[]> {
  const rows = await app.system((tx) =>
    tx.query<{ id: string }>('select id from consignments where order_id = $1 order by position', [orderId]),
  );
  return rows.map((row) => row.id);
}
