import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSession } from '@qafila/shared/identity/identity.contract';
import { listOrders } from '@qafila/shared/ordering/ordering.contract';
import {
  changeMember,
  createOwnRole,
  editOwnRole,
  inviteMember,
  leaveCompany,
  listOwnRoles,
  listPeople,
  reinstateMember,
  removeMember,
  removeOwnRole,
  suspendMember,
} from '@qafila/shared/traders/members.contract';
import { MOST_OWN_ROLES } from '@qafila/shared/traders/members.rules';
import type { TestApp } from '../../../../test/support/test-app';
import { newId } from '../../../platform/ids/new-id';
import { OwnRoles } from '../../identity/identity.api';
import { aDraft, aShop } from '../../ordering/testing/a-draft';
import { invitationTo, type Trader } from '../testing/invited';

let app: TestApp;
beforeAll(async () => {
  app = await aShop();
});
afterAll(() => app.close());

const sar = (minor: number) => ({ minor, currency: 'SAR' as const });
const memberOf = async (reader: Trader, personId: string) =>
  (await app.call(listPeople, { as: reader })).body.rows.find((row) => row.id === personId);
async function change(as: Trader, id: string, given: object) {
  const version = (await memberOf(as, id))?.version ?? 1;
  const body = {
    roles: ['buyer' as const],
    ownRoleIds: [] as string[],
    limit: null,
    approvalLimit: null,
    ...given,
  };
  return app.call(changeMember, { as, params: { id }, version, freshCode: await app.freshCode(as), body });
}
const part = async (endpoint: typeof suspendMember | typeof reinstateMember, as: Trader, id: string) =>
  app.call(endpoint, { as, params: { id }, freshCode: await app.freshCode(as) });
const remove = async (as: Trader, id: string, handOverTo: string | null = null) =>
  app.call(removeMember, { as, params: { id }, freshCode: await app.freshCode(as), body: { handOverTo } });
const leave = (as: Trader, handOverTo: string | null = null) =>
  app.call(leaveCompany, { as, body: { handOverTo } });
async function aRole(as: Trader, permissions: readonly string[], name = `Role ${newId()}`): Promise<string> {
  const { body } = await app.call(createOwnRole, {
    as,
    freshCode: await app.freshCode(as),
    body: { name: name.slice(-30), permissions: permissions as never },
  });
  return body.id;
}
/** A member with the right to manage people but not to edit the company: a manager by an own role. */
async function aManager(owner: Trader): Promise<Trader> {
  const manager = await app.aTrader({ role: 'buyer', company: owner });
  const id = await aRole(owner, ['member:read', 'member:manage']);
  await change(owner, manager.personId, { roles: ['buyer'], ownRoleIds: [id] });
  return app.aTrader({ role: 'buyer', company: owner }).then(async (fresh) => {
    await change(owner, fresh.personId, { roles: ['buyer'], ownRoleIds: [id] });
    await app.system((tx) =>
      tx.query(
        `update sessions set closed_at = null, closed_reason = null, own_permissions = '{member:read,member:manage}'
         where person_id = $1`,
        [fresh.personId],
      ),
    );
    return fresh;
  });
}
const isSignedIn = async (who: Trader): Promise<boolean> =>
  (await app.call(readSession, { as: who })).status === 200;

describe('roles and limit', () => {
  it('are set by an owner; new roles end the sessions, a limit alone does not', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    const limit = { amount: { minor: 100_000, currency: 'SAR' as const }, window: 'week' as const };
    expect((await change(owner, buyer.personId, { limit })).status).toBe(200);
    expect(await isSignedIn(buyer)).toBe(true);
    expect(await memberOf(owner, buyer.personId)).toMatchObject({ limit, approvalLimit: null, version: 2 });
    expect((await change(owner, buyer.personId, { limit, approvalLimit: sar(50_000) })).status).toBe(200);
    expect(await isSignedIn(buyer)).toBe(true);
    expect(await memberOf(owner, buyer.personId)).toMatchObject({ limit, approvalLimit: sar(50_000) });
    for (const wrong of [sar(0), { minor: 1, currency: 'USD' }])
      expect((await change(owner, buyer.personId, { approvalLimit: wrong })).body).toMatchObject({
        code: 'FIELDS_INVALID',
        fields: [{ path: 'approvalLimit' }],
      });
    expect((await change(owner, buyer.personId, { roles: ['accountant'], limit })).status).toBe(200);
    expect(await isSignedIn(buyer)).toBe(false);
    expect(await memberOf(owner, buyer.personId)).toMatchObject({ roles: ['accountant'] });
  });

  it('of an older version are refused', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    const body = { roles: ['buyer' as const], ownRoleIds: [], limit: null, approvalLimit: null };
    for (const expected of [200, 409]) {
      const answer = await app.call(changeMember, {
        as: owner,
        params: { id: buyer.personId },
        version: 1,
        freshCode: await app.freshCode(owner),
        body,
      });
      expect(answer.status).toBe(expected);
    }
  });

  it('cannot be given beyond what the giver has, nor taken', async () => {
    const owner = await app.aTrader();
    const manager = await aManager(owner);
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    expect((await change(manager, buyer.personId, { roles: ['owner'] })).body.code).toBe('GRANTS_TOO_MUCH');
    expect((await change(manager, owner.personId, { roles: ['buyer'] })).body.code).toBe('GRANTS_TOO_MUCH');
    expect((await part(suspendMember, manager, owner.personId)).body.code).toBe('GRANTS_TOO_MUCH');
    expect((await remove(manager, owner.personId)).body.code).toBe('GRANTS_TOO_MUCH');
    const invited = await app.call(inviteMember, {
      as: manager,
      freshCode: await app.freshCode(manager),
      body: invitationTo(`${newId()}@x.example`, { roles: ['owner'] }),
    });
    expect(invited.body.code).toBe('GRANTS_TOO_MUCH');
    expect((await part(suspendMember, manager, buyer.personId)).status).toBe(200);
  });

  it('a manager cannot lift his own limit', async () => {
    const owner = await app.aTrader();
    const manager = await aManager(owner);
    const own = (await memberOf(owner, manager.personId))?.ownRoles.map((role) => role.id) ?? [];
    const answer = await change(manager, manager.personId, {
      ownRoleIds: own,
      limit: { amount: { minor: 1, currency: 'SAR' }, window: 'year' },
    });
    expect(answer.body.code).toBe('GRANTS_TOO_MUCH');
  });

  it('who is limited lets nobody spend more, or more without an approver, than himself', async () => {
    const owner = await app.aTrader();
    const manager = await aManager(owner);
    const own = (await memberOf(owner, manager.personId))?.ownRoles.map((role) => role.id) ?? [];
    const bound = (minor: number, window = 'month') => ({ limit: { amount: sar(minor), window } });
    const approvalLimit = sar(5_000);
    await change(owner, manager.personId, { ownRoleIds: own, ...bound(10_000), approvalLimit });
    const friend = await app.aTrader({ role: 'accountant', company: owner });
    const invite = async (more: object) =>
      app.call(inviteMember, {
        as: manager,
        freshCode: await app.freshCode(manager),
        body: invitationTo(`${newId()}@x.example`, more),
      });
    const beyond = [
      { approvalLimit },
      { ...bound(10_001), approvalLimit },
      { ...bound(10_000, 'week'), approvalLimit },
      bound(10_000),
      { ...bound(10_000), approvalLimit: sar(5_001) },
    ];
    for (const more of beyond) {
      expect((await invite(more)).body.code).toBe('GRANTS_TOO_MUCH');
      expect((await change(manager, friend.personId, more)).body.code).toBe('GRANTS_TOO_MUCH');
    }
    expect((await invite({ ...bound(10_000, 'year'), approvalLimit })).status).toBe(200);
    expect((await change(manager, friend.personId, { ...bound(9_000), approvalLimit })).status).toBe(200);
    expect((await change(owner, friend.personId, {})).status).toBe(200);
  });

  it('of another company’s member do not exist', async () => {
    const owner = await app.aTrader();
    const stranger = await app.aTrader();
    const answer = await change(owner, stranger.personId, {});
    expect(answer.body.code).toBe('NOT_FOUND');
    expect((await remove(owner, stranger.personId)).body.code).toBe('NOT_FOUND');
  });
});

describe('own roles', () => {
  it('add to what a member may do, in the next session', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'accountant', company: owner });
    const id = await aRole(owner, ['trail:read', 'order:read']);
    await change(owner, buyer.personId, { roles: ['accountant'], ownRoleIds: [id] });
    const granted = await app.system((tx) =>
      app.get(OwnRoles).permissionsOf(tx, { companyId: owner.companyId, personId: buyer.personId }),
    );
    expect([...granted].sort()).toEqual(['order:read', 'trail:read']);
  });

  it('take no staff permission and no unknown one', async () => {
    const owner = await app.aTrader();
    for (const permission of ['audit:read', 'seller:edit', 'everything']) {
      const answer = await app.call(createOwnRole, {
        as: owner,
        freshCode: await app.freshCode(owner),
        body: { name: 'Too much', permissions: [permission] as never },
      });
      expect(answer.body.code).toBe('FIELDS_INVALID');
    }
  });

  it('are so many and no more', async () => {
    const owner = await app.aTrader();
    await app.system((tx) =>
      tx.query(
        `insert into company_roles (company_id, id, name, permissions, version, created_at)
         select $1, gen_random_uuid(), 'Role ' || n, '{home:read}', 1, $2 from generate_series(2, $3) as n`,
        [owner.companyId, app.clock.now(), MOST_OWN_ROLES.value],
      ),
    );
    expect(await aRole(owner, ['home:read'])).toBeDefined();
    const answer = await app.call(createOwnRole, {
      as: owner,
      freshCode: await app.freshCode(owner),
      body: { name: 'One more', permissions: ['home:read'] },
    });
    expect(answer.body).toMatchObject({ code: 'TOO_MANY_ROLES', params: { most: MOST_OWN_ROLES.value } });
  });

  it('cannot hold more than their maker holds', async () => {
    const owner = await app.aTrader();
    const manager = await aManager(owner);
    const answer = await app.call(createOwnRole, {
      as: manager,
      freshCode: await app.freshCode(manager),
      body: { name: 'Editor', permissions: ['company:edit'] },
    });
    expect(answer.body.code).toBe('GRANTS_TOO_MUCH');
  });

  it('edited end the sessions of their holders', async () => {
    const owner = await app.aTrader();
    const id = await aRole(owner, ['trail:read']);
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    await app.system((tx) =>
      tx.query('insert into member_own_roles (company_id, person_id, role_id) values ($1, $2, $3)', [
        owner.companyId,
        buyer.personId,
        id,
      ]),
    );
    const answer = await app.call(editOwnRole, {
      as: owner,
      params: { id },
      version: 1,
      freshCode: await app.freshCode(owner),
      body: { name: 'Watcher', permissions: ['home:read'] },
    });
    expect(answer.status).toBe(200);
    expect(await isSignedIn(buyer)).toBe(false);
  });

  it('in use are not deleted, free ones are; names are taken once', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    const id = await aRole(owner, ['home:read'], 'Night shift');
    await change(owner, buyer.personId, { ownRoleIds: [id] });
    const kept = await app.call(removeOwnRole, { as: owner, params: { id } });
    expect(kept.body).toMatchObject({ code: 'ROLE_IN_USE', params: { count: 1 } });
    const twin = await app.call(createOwnRole, {
      as: owner,
      freshCode: await app.freshCode(owner),
      body: { name: 'NIGHT SHIFT', permissions: ['home:read'] },
    });
    expect(twin.body.code).toBe('ROLE_NAME_TAKEN');
    await change(owner, buyer.personId, {});
    expect((await app.call(removeOwnRole, { as: owner, params: { id } })).status).toBe(200);
    expect((await app.call(listOwnRoles, { as: owner })).body.rows).toEqual([]);
  });

  it('of another company cannot be given', async () => {
    const owner = await app.aTrader();
    const other = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    const id = await aRole(other, ['home:read']);
    expect((await change(owner, buyer.personId, { ownRoleIds: [id] })).body.code).toBe('OWN_ROLE_UNKNOWN');
  });
});

describe('going', () => {
  it('suspended: shut out at once, let in again on wish', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    expect((await part(suspendMember, owner, buyer.personId)).status).toBe(200);
    expect((await app.call(listOrders, { as: buyer })).body.code).toBe('NOT_SIGNED_IN');
    expect((await part(suspendMember, owner, buyer.personId)).body.code).toBe('WRONG_STATE');
    expect((await part(reinstateMember, owner, buyer.personId)).status).toBe(200);
    expect((await part(reinstateMember, owner, buyer.personId)).body.code).toBe('WRONG_STATE');
    expect((await memberOf(owner, buyer.personId))?.state).toBe('active');
  });

  it('reinstating and removing want a fresh code', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    await part(suspendMember, owner, buyer.personId);
    const params = { id: buyer.personId };
    const reinstated = await app.call(reinstateMember, { as: owner, params });
    expect(reinstated.body.code).toBe('FRESH_CODE_REQUIRED');
    const removed = await app.call(removeMember, { as: owner, params, body: { handOverTo: null } });
    expect(removed.body.code).toBe('FRESH_CODE_REQUIRED');
    expect((await memberOf(owner, buyer.personId))?.state).toBe('suspended');
  });

  it('removed: open drafts need an heir who may draft, placed orders stay', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    const accountant = await app.aTrader({ role: 'accountant', company: owner });
    const stranger = await app.aTrader();
    const draft = await aDraft(app, buyer);
    for (const heir of [null, accountant.personId, stranger.personId, buyer.personId]) {
      expect((await remove(owner, buyer.personId, heir)).body).toMatchObject({
        code: 'HAND_OVER_NEEDED',
        params: { count: 1 },
      });
    }
    expect((await remove(owner, buyer.personId, owner.personId)).status).toBe(200);
    const [row] = await app.system((tx) =>
      tx.query('select created_by from orders where id = $1', [draft.id]),
    );
    expect(row).toEqual({ created_by: owner.personId });
    expect(await memberOf(owner, buyer.personId)).toBeUndefined();
    expect(await isSignedIn(buyer)).toBe(false);
  });

  it('left: the member goes by himself, nobody removes himself otherwise', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    expect((await remove(owner, owner.personId)).body.code).toBe('NOT_YOURSELF');
    expect((await leave(buyer)).status).toBe(200);
    expect(await memberOf(owner, buyer.personId)).toBeUndefined();
  });

  it('never the last owner: not by leaving, by suspension, by removal, by other roles', async () => {
    const owner = await app.aTrader();
    const second = await app.aTrader({ role: 'owner', company: owner });
    expect((await part(suspendMember, owner, second.personId)).status).toBe(200);
    expect((await leave(owner)).body.code).toBe('LAST_OWNER');
    expect((await change(owner, owner.personId, { roles: ['buyer'] })).body.code).toBe('LAST_OWNER');
    await part(reinstateMember, owner, second.personId);
    expect((await leave(owner)).status).toBe(200);
  });

  it('is told to the owners and written in the trail', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    await remove(owner, buyer.personId);
    await app.drain();
    const [told] = await app.system((tx) =>
      tx.query(
        `select (select count(*)::int from notices where person_id = $1 and event = 'member_left') as notices,
           (select count(*)::int from audit_event where event = 'traders.member_removed' and subject_id = $2) as trail`,
        [owner.personId, buyer.personId],
      ),
    );
    expect(told).toEqual({ notices: 1, trail: 1 });
  });
});

describe('the list of people', () => {
  it('costs three statements with limits, and shows what is within reach', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    await change(owner, buyer.personId, {
      limit: { amount: { minor: 100, currency: 'SAR' }, window: 'day' },
    });
    const statements = await app.statements(async () => {
      const { body } = await app.call(listPeople, { as: owner });
      expect(body.rows).toHaveLength(2);
      expect(body.rows.every((row) => row.isWithinReach)).toBe(true);
    });
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});
