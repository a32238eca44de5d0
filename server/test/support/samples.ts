import type { Endpoint } from '@qafila/shared/access/endpoint';
import { demoStatement, reviewMatches } from '@qafila/shared/payments/payments.contract';
import { PACKAGING_GRAMS } from '@qafila/shared/shipping/shipping.rules';
import { newId } from '../../src/platform/ids/new-id';
import type { TestApp, TestCall } from './test-app';
import type { CompanyWorld, World } from './world';
import { GOODS } from './world-company';
import { aRecipient, good } from './world-orders';

/** What a sample is made for: whose things it names. */
export interface SampleAt {
  readonly world: World;
  /** The company whose order, parcel or profile stands in the path. */
  readonly company: CompanyWorld;
}
type SampleCall = Pick<TestCall<Endpoint>, 'params' | 'query' | 'body' | 'version' | 'file'>;
type Sample = (at: SampleAt) => SampleCall | Promise<SampleCall>;

const firstOf = <Row>(app: TestApp, sql: string, parameters: readonly unknown[] = []): Promise<Row> =>
  app.system(async (tx) => {
    const [row] = await tx.query<Row>(sql, parameters);
    if (!row) throw new Error(`No row for a sample: ${sql}`);
    return row;
  });

/** An order of the company with its version as it is now. */
const onOrder =
  (kind: keyof CompanyWorld['orders'], body?: (at: SampleAt) => object | Promise<object>): Sample =>
  async (at) => {
    const id = at.company.orders[kind];
    const { version } = await firstOf<{ version: number }>(
      at.world.app,
      'select version from orders where id = $1',
      [id],
    );
    return { params: { id }, version, ...(body ? { body: await body(at) } : {}) };
  };
const onParcel =
  (stop: keyof CompanyWorld['parcels'], body?: (at: SampleAt) => object | Promise<object>): Sample =>
  async (at) => ({
    params: { id: at.company.parcels[stop] },
    ...(body ? { body: await body(at) } : {}),
  });

const lines = ({ company }: SampleAt): object => ({
  lines: [
    { variantId: GOODS.dressed, quantity: 2, pack: 'private_label', specId: company.specId },
    { variantId: GOODS.plain, quantity: 1, pack: 'neutral' },
  ],
});

async function totalOf({ world, company }: SampleAt): Promise<object> {
  const { total_minor } = await firstOf<{ total_minor: string }>(
    world.app,
    'select total_minor from orders where id = $1',
    [company.orders.draft],
  );
  return { expectedTotal: { minor: Number(total_minor), currency: 'SAR' }, method: 'bank_transfer' };
}

async function weightOf({ world, company }: SampleAt): Promise<object> {
  const { goods_grams } = await firstOf<{ goods_grams: number }>(
    world.app,
    'select goods_grams from consignments where id = $1',
    [company.parcels.full],
  );
  return { weightGrams: goods_grams + PACKAGING_GRAMS };
}

const aStatement: Sample = async ({ world }) => ({
  file: { bytes: (await world.app.call(demoStatement)).raw, type: 'application/xml' },
});

/** The matches that wait, or one that is gone when all are decided: refusals of the contract, not of the test. */
const matchesOf = ({ world }: SampleAt): Promise<{ matchId: string; version: number }[]> =>
  world.app.system(async (tx) => {
    const open = await tx.query<{ id: string; version: number }>(
      `select id, version from matches where state in ('proposed', 'first_confirmed') order by id`,
    );
    if (open.length === 0) return [{ matchId: newId(), version: 1 }];
    return open.map(({ id, version }) => ({ matchId: id, version }));
  });

/** Hashes by the list that was reviewed: the same list is not reviewed for every cell. */
const reviewed = new Map<string, string>();
const confirmation: Sample = async (at) => {
  const matches = await matchesOf(at);
  const list = JSON.stringify(matches);
  if (!reviewed.has(list)) {
    const answer = await at.world.app.call(reviewMatches, { as: at.world.staff.finance, body: { matches } });
    reviewed.set(list, answer.status === 200 ? good(reviewMatches, answer).hash : '0'.repeat(64));
  }
  return { body: { hash: reviewed.get(list), matches } };
};

const aMatch: Sample = async (at) => {
  const row = await firstOf<{ id: string; version: number }>(
    at.world.app,
    `select id, version from matches order by (state in ('proposed', 'first_confirmed')) desc, id limit 1`,
  );
  return { params: { id: row.id }, body: { version: row.version } };
};
const aLine: Sample = async (at) => {
  const { id } = await firstOf<{ id: string }>(
    at.world.app,
    `select id from statement_lines order by (state = 'imported') desc, id limit 1`,
  );
  return { params: { id }, body: { reason: 'Not for an order of ours' } };
};
const aMail: Sample = async (at) => ({
  params: await firstOf<{ id: string }>(at.world.app, 'select id from mails order by id limit 1'),
});

/** One good call of every endpoint that needs more than its address; a test fails if one is missing. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  'identity.sign_in': () => ({ body: { email: `${newId()}@people.example`, password: 'not the word' } }),
  'identity.provide_code': () => ({ body: { code: '000000' } }),
  'identity.use_recovery_code': () => ({ body: { code: '1-AAAAA-BBBBB' } }),
  'identity.choose_locale': () => ({ body: { locale: 'en' } }),
  'identity.move_clock': () => ({ body: { advanceSeconds: 1 } }),
  'catalogue.picture': () => ({ params: { id: GOODS.product } }),
  'branding.logo': ({ company }) => ({ params: { id: company.brandId } }),
  'ordering.create_draft': ({ company }) => ({ body: { name: company.hand.latin('Autumn') } }),
  'ordering.get': onOrder('confirmed'),
  'ordering.edit_draft': onOrder('draft', ({ company }) => ({
    shipTo: 'customers',
    addressId: company.addressId,
    brandProfileId: company.brandId,
  })),
  'ordering.put_lines': onOrder('draft', lines),
  'ordering.put_recipients': onOrder('draft', ({ company }) => ({ recipients: [aRecipient(company, 0)] })),
  'ordering.review': onOrder('draft'),
  'ordering.submit': onOrder('draft', totalOf),
  'ordering.cancel': onOrder('submitted'),
  'payments.transfer_instruction': onOrder('submitted'),
  'payments.import_statement': aStatement,
  'payments.review': async (at) => ({ body: { matches: await matchesOf(at) } }),
  'payments.confirm': confirmation,
  'payments.withdraw_match': aMatch,
  'payments.ignore_line': aLine,
  'shipping.parcel': onParcel('planned'),
  'shipping.start_picking': onParcel('planned'),
  'shipping.scan_piece': onParcel('picking', () => ({ code: 'ARG-100' })),
  'shipping.pack': onParcel('full', weightOf),
  'shipping.label': onParcel('packed'),
  'shipping.document': ({ company }) => ({ params: { id: company.parcels.handed_over, kind: 'slip' } }),
  'shipping.parcel_logo': onParcel('planned'),
  'shipping.hand_over': onParcel('labelled', () => ({ carrier: 'smsa', trackingNumber: 'SM0000042' })),
  'shipping.order_consignments': onOrder('confirmed'),
  'shipping.consignment_slip': onParcel('handed_over'),
  'notifications.demo_mail': aMail,
  'notifications.demo_mail_page': aMail,
};

/** A good call of an endpoint, naming things of the company. */
export const sampleOf = async (endpoint: Endpoint, at: SampleAt): Promise<SampleCall> =>
  (await SAMPLES[endpoint.id]?.(at)) ?? {};

/** The same call for a thing that does not exist. */
export const withUnknownId = (call: SampleCall): SampleCall => ({
  ...call,
  params: { ...(call.params as object), id: newId() },
});

/** What has to be put right after a call, so that the next one finds the world as it was. */
export const AFTER: Readonly<Record<string, (app: TestApp) => Promise<void>>> = {
  // The demo's control sets the clock from the database; the test moved it by hand before.
  'identity.move_clock': (app) => app.clock.advance(0),
};
