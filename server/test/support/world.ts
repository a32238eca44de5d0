import { isStaffRole, type Role, STAFF_ROLES, type StaffRole } from '@qafila/shared/access/roles';
import { loadCatalogue } from '../../src/demo/load-catalogue';
import { loadSeller } from '../../src/demo/load-companies';
import { newId } from '../../src/platform/ids/new-id';
import { aTestApp, type TestApp } from './test-app';
import type { TestPerson } from './test-people';
import { aHouse, type CompanyHouse, MARKED, PLAIN, stockGoods } from './world-company';
import { aDesign, type CompanyDesign, type Designers } from './world-design';
import {
  aDraftFor,
  importToday,
  PARCEL_STOPS,
  type ParcelStop,
  parcelsOf,
  payOpenOrders,
  submitDraft,
  walkParcel,
} from './world-orders';

/** A company with one order of each kind; the confirmed one has a parcel at every stop that was asked for. */
export interface CompanyWorld extends CompanyHouse, CompanyDesign {
  readonly orders: { readonly draft: string; readonly submitted: string; readonly confirmed: string };
  /** The parcel of a stop; of a stop that was not asked for, the first one. */
  readonly parcels: Readonly<Record<ParcelStop, string>>;
}
/** Two companies in one database, made through the real endpoints. B is the foreign one, marked in every text. */
export interface World {
  readonly app: TestApp;
  readonly own: CompanyWorld;
  readonly foreign: CompanyWorld;
  readonly staff: Readonly<Record<StaffRole, TestPerson>>;
  readonly secondFinance: TestPerson;
  /** Makes the proofs that `staff.designer` sends. */
  readonly secondDesigner: TestPerson;
}

/** Who stands for a role: a person of company A, or of the store's staff. */
export const personOf = (world: World, role: Role): TestPerson =>
  isStaffRole(role) ? world.staff[role] : world.own.people[role];

/** The store's people of a world. */
type Staff = Pick<World, 'staff' | 'secondFinance' | 'secondDesigner'>;

/** A database with goods and the store's staff, no company yet. */
async function aStore(): Promise<{ readonly app: TestApp } & Staff> {
  const app = await aTestApp();
  await app.system(async (tx) => {
    await loadSeller(app.nest, tx);
    await loadCatalogue(tx, app.clock.now());
  });
  await stockGoods(app);
  const staff = {} as Record<StaffRole, TestPerson>;
  for (const role of STAFF_ROLES) staff[role] = await app.aStaff(role);
  const secondFinance = await app.aStaff('finance');
  return { app, staff, secondFinance, secondDesigner: await app.aStaff('designer') };
}

/** Builds the world, with fewer parcels where a test needs fewer. Close `world.app` in `afterAll`. */
export async function aWorld(stops: readonly ParcelStop[] = PARCEL_STOPS): Promise<World> {
  const { app, staff, secondFinance, secondDesigner } = await aStore();
  const by = { desk: [staff.finance, secondFinance] as const, packer: staff.warehouse, stops };
  const houses = [await aHouse(app, 'Atlas', PLAIN), await aHouse(app, 'Zagora', MARKED)] as const;
  // One after the other: with two open orders the demo bank pays one of them short.
  const shipped = [await withParcels(app, houses[0], by), await withParcels(app, houses[1], by)] as const;
  const designers = { maker: secondDesigner, gatekeeper: staff.designer };
  const own = await withOpenOrders(app, shipped[0], designers);
  const foreign = await withOpenOrders(app, shipped[1], designers);
  await addLeak(app, foreign);
  // Both submitted orders are paid on this statement and nobody has looked: the desk has work.
  await importToday(app, staff.finance);
  await app.drain();
  return { app, own, foreign, staff, secondFinance, secondDesigner };
}

/** The same database without company B; A does exactly what it does beside B. */
export async function aWorldOfOne(stops: readonly ParcelStop[]): Promise<Pick<World, 'app' | 'own'> & Staff> {
  const { app, staff, secondFinance, secondDesigner } = await aStore();
  const by = { desk: [staff.finance, secondFinance] as const, packer: staff.warehouse, stops };
  const house = await aHouse(app, 'Atlas', PLAIN);
  const designers = { maker: secondDesigner, gatekeeper: staff.designer };
  const own = await withOpenOrders(app, await withParcels(app, house, by), designers);
  await importToday(app, staff.finance);
  await app.drain();
  return { app, own, staff, secondFinance, secondDesigner };
}

type Shipped = Omit<CompanyWorld, 'orders' | keyof CompanyDesign> & { readonly confirmed: string };

/** The confirmed order, its parcels walked to every stop. */
async function withParcels(
  app: TestApp,
  house: CompanyHouse,
  by: {
    readonly desk: readonly [TestPerson, TestPerson];
    readonly packer: TestPerson;
    readonly stops: readonly ParcelStop[];
  },
): Promise<Shipped> {
  // Two recipients or more with three pieces of SAR 6,000 each: above SAR 20,000, so two people confirm.
  const recipients = Math.max(2, by.stops.length);
  const confirmed = await aDraftFor(app, house, { name: 'Winter', recipients });
  await submitDraft(app, house.people.owner, confirmed);
  await importToday(app, by.desk[0]);
  await payOpenOrders(app, by.desk);
  const ids = await parcelsOf(app, confirmed.id);
  const parcels = {} as Record<ParcelStop, string>;
  for (const stop of PARCEL_STOPS) {
    const place = Math.max(0, by.stops.indexOf(stop));
    const id = ids[place];
    if (!id) throw new Error(`The confirmed order has ${ids.length} parcels`);
    parcels[stop] = id;
    const trackingNumber = `${house.hand.latin('').trim()}SM${place}0042`;
    if (by.stops.includes(stop)) await walkParcel(app, by.packer, { id, to: stop, trackingNumber });
  }
  // What happened to this company is told before anything of the next one begins.
  await app.drain();
  return { ...house, parcels, confirmed: confirmed.id };
}

/** A submitted order that waits for its money, a draft, and a brief with its proof. */
async function withOpenOrders(
  app: TestApp,
  { confirmed, ...house }: Shipped,
  designers: Designers,
): Promise<CompanyWorld> {
  const submitted = await aDraftFor(app, house, { name: 'Spring', recipients: 1 });
  await submitDraft(app, house.people.owner, submitted);
  const draft = await aDraftFor(app, house, { name: 'Summer', recipients: 1 });
  const design = await aDesign(app, house, designers);
  return { ...house, ...design, orders: { draft: draft.id, submitted: submitted.id, confirmed } };
}

/** A finding of the leak scan; the walks of this world have none of their own. */
const addLeak = (app: TestApp, { companyId, parcels }: CompanyWorld): Promise<unknown> =>
  app.system((tx) =>
    tx.query(
      `insert into leak_findings (company_id, id, consignment_id, surface, list, kind, masked, found_at)
       values ($1, $2, $3, 'slip', 'foreign', 'name', 'Z…', $4)`,
      [companyId, newId(), parcels.planned, app.clock.now()],
    ),
  );
