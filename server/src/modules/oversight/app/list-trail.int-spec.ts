import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDraft, editDraft } from '@qafila/shared/ordering/ordering.contract';
import { auditEventSpec, isAuditEvent } from '@qafila/shared/oversight/audit-events';
import { auditTrail, companyTrail } from '@qafila/shared/oversight/oversight.contract';
import { getParcel } from '@qafila/shared/shipping/shipping.contract';
import { endActing } from '@qafila/shared/traders/acting.contract';
import { suspendMember } from '@qafila/shared/traders/members.contract';
import type { TestPerson } from '../../../../test/support/test-people';
import { aWorld, type World } from '../../../../test/support/world';
import { actingAs } from '../../traders/testing/acting-as';

let world: World;
let salma: TestPerson;
beforeAll(async () => {
  world = await aWorld(['planned']);
  salma = world.staff.privacy_officer;
}, 180_000);
afterAll(() => world?.app.close());

type Query = Parameters<typeof trailOf>[1];
const trailOf = async (
  as: TestPerson,
  query: { view?: 'all' | 'changes' | 'looks'; limit?: number; after?: string } = {},
) => (await world.app.call(companyTrail, { as, query })).body;
const wholeTrail = (as: TestPerson, query: Query = {}) => trailOf(as, { limit: 100, ...query });

const looked = (event: string): boolean => isAuditEvent(event) && auditEventSpec(event).isRead === true;

describe('the trail of a company', () => {
  it('says who did what, newest first, with the order’s code', async () => {
    const { owner } = world.own.people;
    const { body } = await world.app.call(createDraft, { as: owner, body: { name: 'Trail' } });
    const { rows } = await wholeTrail(owner);
    expect(rows[0]).toMatchObject({
      event: 'ordering.draft_created',
      side: 'company',
      isActing: false,
      subjectKind: 'order',
      subjectId: body.id,
    });
    expect(rows[0]?.code).toMatch(/^\S{4,}$/);
    expect(rows[0]?.person).toContain('Person');
    expect([...rows].sort((a, b) => b.id.localeCompare(a.id))).toEqual(rows);
  });

  it('names whom it happened to, if he is of the company', async () => {
    const { owner, buyer } = world.own.people;
    const { app } = world;
    const params = { id: buyer.personId };
    expect((await app.call(suspendMember, { as: owner, params, body: {} })).status).toBe(200);
    const [row] = (await wholeTrail(owner)).rows;
    expect(row).toMatchObject({ event: 'traders.member_suspended', subjectKind: 'person' });
    const [named] = await app.system((tx) =>
      tx.query<{ name: string }>('select name from people where id = $1', [buyer.personId]),
    );
    expect(row?.subjectName).toBe(named?.name);
    await app.system((tx) =>
      tx.query(`update memberships set state = 'active' where person_id = $1`, [buyer.personId]),
    );
  });

  it('shows what the portal did by itself as the portal', async () => {
    const { rows } = await wholeTrail(world.own.people.owner);
    const planned = rows.find((row) => row.event === 'shipping.consignments_planned');
    expect(planned).toMatchObject({ side: 'portal', person: null });
  });

  it('shows who of the store looked, once in ten minutes for the same thing', async () => {
    const as = world.staff.warehouse;
    const id = world.own.parcels.planned;
    const before = (await wholeTrail(world.own.people.owner, { view: 'looks' })).rows.length;
    for (let times = 1; times <= 3; times += 1) await world.app.call(getParcel, { as, params: { id } });
    const once = (await wholeTrail(world.own.people.owner, { view: 'looks' })).rows;
    expect(once.length).toBe(before + 1);
    expect(once[0]).toMatchObject({ event: 'shipping.parcel_read', side: 'store', subjectId: id });
    await world.app.clock.advance(11 * 60_000);
    await world.app.call(getParcel, { as, params: { id } });
    expect((await wholeTrail(world.own.people.owner, { view: 'looks' })).rows.length).toBe(before + 2);
  });

  it('says that the store did it in the company’s name, and why', async () => {
    const { companyId, people } = world.own;
    const reason = { code: 'order_by_phone' as const, text: 'Eid boxes, asked for by phone' };
    const manager = world.staff.account_manager;
    const acting = await actingAs(world.app, manager, { companyId, reason });
    const { body } = await world.app.call(createDraft, { as: acting, body: { name: 'Eid boxes' } });
    const { rows } = await wholeTrail(people.owner);
    const begun = rows.find((row) => row.subjectId === body.id && row.event === 'ordering.draft_created');
    expect(begun).toMatchObject({ side: 'store', isActing: true });
    expect(begun?.person).toContain('Person');
    expect(begun?.actingReason).toEqual(reason);
    // The session of the manager goes on beneath the one that acts; nobody acts in the tests that follow.
    await world.app.call(endActing, { as: acting, body: {} });
  });

  it('keeps changes and looks apart', async () => {
    const { owner } = world.own.people;
    const [all, changes, looks] = [
      await wholeTrail(owner),
      await wholeTrail(owner, { view: 'changes' }),
      await wholeTrail(owner, { view: 'looks' }),
    ];
    expect(changes.rows.length).toBeGreaterThan(0);
    expect(changes.rows.some(({ event }) => looked(event))).toBe(false);
    expect(looks.rows.every(({ event }) => looked(event))).toBe(true);
    expect(changes.rows.length + looks.rows.length).toBe(all.rows.length);
  });

  it('holds nothing of another company and nothing that only the store sees', async () => {
    const mine = await wholeTrail(world.own.people.owner);
    const theirs = await wholeTrail(world.foreign.people.owner);
    const ids = new Set(theirs.rows.map((row) => row.id));
    expect(mine.rows.filter((row) => ids.has(row.id))).toEqual([]);
    const hidden = ['payments.match_first_confirmed', 'shipping.leak_blocked'];
    expect([...mine.rows, ...theirs.rows].filter((row) => hidden.includes(row.event))).toEqual([]);
    const { body } = await world.app.call(auditTrail, { as: salma, query: { event: hidden[0] } });
    expect(body.rows.length).toBeGreaterThan(0);
  });

  it('comes page by page without a hole or a double, in three statements', async () => {
    const { owner } = world.own.people;
    const all = (await wholeTrail(owner)).rows.map((row) => row.id);
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await trailOf(owner, { limit: 4, ...(after ? { after } : {}) });
      found.push(...page.rows.map((row) => row.id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(found).toEqual(all);
    const sent = await world.app.statements(() => wholeTrail(owner));
    expect(sent.length).toBeLessThanOrEqual(3);
  });
});

describe('the trail of the staff', () => {
  const search = async (query: object) => {
    const { body } = await world.app.call(auditTrail, { as: salma, query: { limit: 100, ...query } });
    return body.rows;
  };

  it('is narrowed by person, company, thing and time, and by all of them at once', async () => {
    const { owner } = world.own.people;
    const mark = world.app.clock.now().toISOString();
    await world.app.clock.advance(60_000);
    const params = { id: world.own.orders.draft };
    const { body: order } = await world.app.call(editDraft, {
      as: owner,
      params,
      version: 0,
      body: { name: 'Never' },
    });
    expect(order.code).toBe('STALE_RECORD');
    const { body } = await world.app.call(createDraft, { as: owner, body: { name: 'Later' } });
    const later = await search({ from: mark });
    expect(later.map((row) => row.subject)).toEqual([`order ${body.id}`]);
    expect((await search({ until: mark })).some((row) => row.subject === `order ${body.id}`)).toBe(false);
    expect((await search({ subject: body.id })).length).toBe(1);
    const ofOwner = await search({ person: owner.personId });
    expect(new Set(ofOwner.map((row) => row.personId))).toEqual(new Set([owner.personId]));
    const ofB = await search({ company: world.foreign.companyId });
    expect(new Set(ofB.map((row) => row.companyId))).toEqual(new Set([world.foreign.companyId]));
    const all = { person: owner.personId, company: world.own.companyId, from: mark, subject: body.id };
    expect((await search({ ...all, event: 'ordering.draft_created' })).length).toBe(1);
    expect(await search({ ...all, event: 'ordering.order_submitted' })).toEqual([]);
  });
});
