import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Access, Endpoint } from '@qafila/shared/access/endpoint';
import type { Role } from '@qafila/shared/access/roles';
import { brandLogo } from '@qafila/shared/branding/branding.contract';
import { getOrder, listOrders, staffOrders, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import { auditTrail } from '@qafila/shared/oversight/oversight.contract';
import { confirmMatches, transferDesk } from '@qafila/shared/payments/desk.contract';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { listParcels, orderConsignments, startPicking } from '@qafila/shared/shipping/shipping.contract';
import { DeskRepository } from '../../src/modules/payments/db/desk.repository';
import { ConsignmentRepository } from '../../src/modules/shipping/db/consignment.repository';
import { traderScope } from '../../src/platform/access/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { ENDPOINT } from '../../src/platform/http/handles';
import { judge, judgeAll } from '../support/matrix';
import type { Cell } from '../support/matrix-cells';
import { aWorld, personOf, type World } from '../support/world';

const BUILD_MS = 180_000;

let world: World;
beforeAll(async () => {
  world = await aWorld(['planned']);
}, BUILD_MS);
afterAll(() => world.app.close());

/** The controller's method that carries the contract. */
function handlerOf(endpoint: Endpoint): object {
  const scanner = world.app.get(MetadataScanner);
  for (const { instance } of world.app.get(DiscoveryService).getControllers()) {
    for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      const handler = (instance as Record<string, object>)[name];
      if (handler && Reflect.getMetadata(ENDPOINT, handler)?.id === endpoint.id) return handler;
    }
  }
  throw new Error(`No route for ${endpoint.id}`);
}

/** Lets the route run under another guard than its contract says, and puts the contract back. */
async function guardedBy<T>(endpoint: Endpoint, access: Access, work: () => Promise<T>): Promise<T> {
  const handler = handlerOf(endpoint);
  Reflect.defineMetadata(ENDPOINT, { ...endpoint, access }, handler);
  try {
    return await work();
  } finally {
    Reflect.defineMetadata(ENDPOINT, endpoint, handler);
  }
}

/** Cells of the endpoint that are red now. */
const redCells = async (endpoint: Endpoint): Promise<string[]> =>
  (await judgeAll(world, endpoint)).flatMap(({ fault }) => fault ?? []);

const ROUTES: readonly Endpoint[] = [getOrder, submitOrder, transferDesk, startPicking, auditTrail];

describe('the matrix turns red', () => {
  it.each(ROUTES.map((endpoint) => [endpoint.id, endpoint] as const))(
    'when the guard of %s is gone or asks for something else, and only then',
    async (_, endpoint) => {
      expect(await guardedBy(endpoint, 'public', () => redCells(endpoint))).not.toEqual([]);
      expect(await guardedBy(endpoint, 'person', () => redCells(endpoint))).not.toEqual([]);
      const other = { needs: 'company:read' } as const;
      expect(await guardedBy(endpoint, other, () => redCells(endpoint))).not.toEqual([]);
      expect(await redCells(endpoint)).toEqual([]);
    },
    120_000,
  );

  /** One cell of each situation, and the guard that would be too weak to see it. */
  const BLIND: readonly (readonly [Cell['situation'], Role, Endpoint, Access])[] = [
    ['signed-out', 'owner', getOrder, 'public'],
    ['ex-member', 'buyer', getOrder, 'public'],
    ['no-second-factor', 'owner', listOrders, 'half'],
    ['enrolling', 'owner', listOrders, 'half'],
    ['enrolling', 'finance', transferDesk, 'enrolling'],
    ['pending', 'owner', getOrder, 'person'],
    ['suspended', 'buyer', submitOrder, 'person'],
    ['own-role', 'accountant', getOrder, 'person'],
    ['acting', 'account_manager', submitOrder, 'person'],
  ];
  it.each(BLIND)('in the situation %s of a %s', async (situation, role, endpoint, access) => {
    const cell = { role, situation };
    expect((await judge(world, endpoint, cell)).fault).toBeNull();
    const loosened = await guardedBy(endpoint, access, () => judge(world, endpoint, cell));
    expect(loosened.fault).not.toBeNull();
  });

  it('when the fresh code of a payment is no longer asked for', async () => {
    const stale = { role: 'finance', situation: 'stale-code' } as const;
    const access = { needs: 'transfer:confirm' } as const;
    const loosened = await guardedBy(confirmMatches, access, () => judge(world, confirmMatches, stale));
    expect(loosened.fault).not.toBeNull();
    expect((await judge(world, confirmMatches, stale)).fault).toBeNull();
  });
});

describe('with the guard off', () => {
  const OF_A_COMPANY: readonly Endpoint[] = [getOrder, getTransferInstruction, orderConsignments, brandLogo];

  it.each(OF_A_COMPANY.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s still shows nobody a thing of another company',
    async (_, endpoint) => {
      const id = endpoint === brandLogo ? world.foreign.brandId : world.foreign.orders.confirmed;
      for (const as of Object.values(world.own.people)) {
        const answer = await guardedBy(endpoint, 'person', () =>
          world.app.call(endpoint, { as, params: { id } }),
        );
        expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
      }
    },
  );

  it('a list shows a role without the permission its own company and nothing else', async () => {
    const as = world.own.people.accountant;
    const { body } = await guardedBy(listOrders, 'person', () => world.app.call(listOrders, { as }));
    expect(body.rows.map((row) => row.id).sort()).toEqual(Object.values(world.own.orders).sort());
  });

  const OF_THE_STORE: readonly Endpoint[] = [transferDesk, staffOrders, listParcels, auditTrail];
  it.each(OF_THE_STORE.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s gives a trader nothing',
    async (_, endpoint) => {
      const staffSees = await guardedBy(endpoint, 'person', () =>
        world.app.call(endpoint, { as: personOf(world, 'admin') }),
      );
      expect((staffSees.body as { rows?: unknown[] }).rows?.length).toBeGreaterThan(0);
      for (const as of Object.values(world.own.people)) {
        const answer = await guardedBy(endpoint, 'person', () => world.app.call(endpoint, { as }));
        expect([answer.status, answer.body.code]).toEqual([403, 'NOT_ALLOWED']);
      }
    },
  );

  it('row-level security holds below the use cases too: staff queries run as a trader find nothing foreign', async () => {
    const scope = traderScope(world.own.people.owner.actor);
    const asTrader = world.app.get(UnitOfWork);
    const lines = await asTrader.runApart(scope, (tx) =>
      world.app.get(DeskRepository).page(tx, { view: 'open', after: null, limit: 100 }),
    );
    expect(lines).toEqual([]);
    const parcels = world.app.get(ConsignmentRepository);
    const ofB = asTrader.runApart(scope, (tx) => parcels.byId(tx, world.foreign.parcels.planned));
    await expect(ofB).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const own = await asTrader.runApart(scope, (tx) => parcels.byId(tx, world.own.parcels.planned));
    expect(own.companyId).toBe(world.own.companyId);
    const companies = await asTrader.runApart(scope, (tx) =>
      tx.query<{ company_id: string }>('select distinct company_id from orders'),
    );
    expect(companies).toEqual([{ company_id: world.own.companyId }]);
  });
});
