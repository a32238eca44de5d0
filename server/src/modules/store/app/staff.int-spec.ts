import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissionsOf, STAFF_ROLES, type StaffRole } from '@qafila/shared/access/roles';
import {
  acceptStaffInvitation,
  approveInvitation,
  approveRoleChange,
  changeStaffRole,
  inviteStaff,
  listStaff,
  readStaffInvitation,
  returnStaff,
  suspendStaff,
  withdrawInvitation,
  withdrawRoleChange,
} from '@qafila/shared/store/staff.contract';
import {
  FOUR_EYES_ROLES,
  STAFF_INVITATION_HOURS,
  SUSPENDED_SECOND_DAYS,
} from '@qafila/shared/store/store.rules';
import { auditWordsOf, isClearInTrail } from '../../../../test/support/audit-words';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { newId } from '../../../platform/ids/new-id';
import { linkTokenOf } from '../testing/link-token';

const HOUR_MS = 3_600_000;
const PASSWORD = 'seven quiet camels at noon';
let app: TestApp;
let admin: TestPerson;
let otherAdmin: TestPerson;
let officer: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  admin = await app.aStaff('admin');
  otherAdmin = await app.aStaff('admin');
  officer = await app.aStaff('privacy_officer');
});
afterAll(() => app.close());

const staff = async (as = admin) => (await app.call(listStaff, { as })).body;
const personOf = async (id: string) => (await staff()).people.find((each) => each.id === id);
const change = async (
  as: TestPerson,
  whom: TestPerson,
  { role, step }: { role: StaffRole; step: 'grant' | 'revoke' },
) =>
  app.call(changeStaffRole, {
    as,
    params: { id: whom.personId },
    body: { role, step, reason: 'Holiday cover' },
    freshCode: await app.freshCode(as),
  });
const decide = async (as: TestPerson, id: string) =>
  app.call(approveRoleChange, { as, params: { id }, body: {}, freshCode: await app.freshCode(as) });
const invite = async (roles: StaffRole[], email = `${newId()}@store.example`) => {
  const body = { name: 'Rana Saleh', email, locale: 'ar' as const, roles };
  const answer = await app.call(inviteStaff, { as: admin, body, freshCode: await app.freshCode(admin) });
  return { ...answer, email };
};

describe('the list of staff', () => {
  it('shows names, mails and roles in two statements beside the session', async () => {
    const sent = await app.statements(() => app.call(listStaff, { as: admin }));
    expect(sent.length).toBeLessThanOrEqual(3);
    const own = await personOf(admin.personId);
    expect(own).toMatchObject({ email: admin.email, roles: ['admin'], isSelf: true, state: 'active' });
  });

  it('is closed to finance; the privacy officer reads it and manages nothing', async () => {
    const finance = await app.aStaff('finance');
    expect((await app.call(listStaff, { as: finance })).status).toBe(403);
    expect((await staff(officer)).mayManage).toBe(false);
    const designer = await app.aStaff('designer');
    expect((await change(officer, designer, { role: 'warehouse', step: 'grant' })).status).toBe(403);
  });
});

describe('a role', () => {
  it('without four eyes is granted at once and signs the person out', async () => {
    const designer = await app.aStaff('designer');
    const answer = await change(admin, designer, { role: 'warehouse', step: 'grant' });
    expect(answer.body).toEqual({ outcome: 'done' });
    expect((await personOf(designer.personId))?.roles).toEqual(['designer', 'warehouse']);
    expect((await app.call(listStaff, { as: designer })).status).toBe(401);
    expect((await change(admin, designer, { role: 'warehouse', step: 'grant' })).body.code).toBe(
      'ROLE_UNCHANGED',
    );
  });

  it.each(['admin', 'finance'] as const)(
    '%s waits for a second person, who is neither of the two',
    async (role) => {
      const packer = await app.aStaff('warehouse');
      const answer = await change(admin, packer, { role, step: 'grant' });
      expect(answer.body).toEqual({ outcome: 'waits' });
      const waiting = (await personOf(packer.personId))?.waiting[0];
      expect(waiting).toMatchObject({ role, step: 'grant', mayApprove: false });
      expect((await personOf(packer.personId))?.roles).toEqual(['warehouse']);
      expect((await change(otherAdmin, packer, { role, step: 'grant' })).body.code).toBe('ROLE_CHANGE_OPEN');
      const id = waiting?.id ?? '';
      expect((await decide(admin, id)).body.code).toBe('SECOND_PERSON_NEEDED');
      expect((await decide(officer, id)).status).toBe(200);
      expect((await personOf(packer.personId))?.roles).toEqual([role, 'warehouse'].sort());
      expect((await decide(otherAdmin, id)).body.code).toBe('WRONG_STATE');
    },
  );

  it('of one’s own is changed by nobody', async () => {
    expect((await change(admin, admin, { role: 'designer', step: 'grant' })).body.code).toBe('OWN_ROLES');
    expect((await change(admin, otherAdmin, { role: 'admin', step: 'revoke' })).body.outcome).toBe('waits');
    const id = (await personOf(otherAdmin.personId))?.waiting[0]?.id ?? '';
    expect((await decide(otherAdmin, id)).body.code).toBe('SECOND_PERSON_NEEDED');
    const dropped = await app.call(withdrawRoleChange, { as: otherAdmin, params: { id }, body: {} });
    expect(dropped.status).toBe(200);
    expect((await personOf(otherAdmin.personId))?.roles).toEqual(['admin']);
  });
});

describe('a person of the staff', () => {
  it('is kept out at once, and let in again', async () => {
    const designer = await app.aStaff('designer');
    const body = { reason: 'Laptop stolen' };
    const params = { id: designer.personId };
    const stop = await app.call(suspendStaff, {
      as: admin,
      params,
      body,
      freshCode: await app.freshCode(admin),
    });
    expect(stop.status).toBe(200);
    expect(await auditWordsOf(app, 'store.staff_suspended')).toBe(body.reason);
    expect(await isClearInTrail(app, body.reason)).toBe(false);
    expect((await app.call(listStaff, { as: designer })).status).toBe(401);
    const again = await app.call(suspendStaff, {
      as: admin,
      params,
      body,
      freshCode: await app.freshCode(admin),
    });
    expect(again.body.code).toBe('WRONG_STATE');
    const back = await app.call(returnStaff, {
      as: admin,
      params,
      body,
      freshCode: await app.freshCode(admin),
    });
    expect(back.status).toBe(200);
    expect((await personOf(designer.personId))?.state).toBe('active');
  });

  it('who is a trader’s is not found here', async () => {
    const trader = await app.aTrader();
    expect((await change(admin, trader, { role: 'designer', step: 'grant' })).status).toBe(404);
  });
});

describe('an invitation', () => {
  it('reaches the mail as a link that works once, and makes a person who enrols next', async () => {
    const { body, email } = await invite(['designer', 'warehouse']);
    expect(body.state).toBe('open');
    await app.drain();
    const token = await linkTokenOf(app, email);
    const read = await app.call(readStaffInvitation, { body: { token } });
    expect(read.body).toEqual({ name: 'Rana Saleh', email, roles: ['designer', 'warehouse'] });
    const short = await app.call(acceptStaffInvitation, { body: { token, password: 'short' } });
    expect(short.body.code).toBe('PASSWORD_TOO_SHORT');
    const joined = await app.call(acceptStaffInvitation, { body: { token, password: PASSWORD } });
    expect(joined.body).toEqual({ next: 'enrol' });
    expect(String(joined.headers['set-cookie'])).toContain('session=');
    const again = await app.call(acceptStaffInvitation, { body: { token, password: PASSWORD } });
    expect(again.body.code).toBe('INVITATION_GONE');
    const person = (await staff()).people.find((each) => each.email === email);
    expect(person).toMatchObject({ roles: ['designer', 'warehouse'], state: 'active' });
    expect((await invite(['designer'], email)).body.code).toBe('PERSON_EXISTS');
  });

  it('with a role of four eyes is sent only after a second person approved', async () => {
    const { body, email } = await invite(['finance']);
    expect(body.state).toBe('proposed');
    await app.drain();
    await expect(linkTokenOf(app, email)).rejects.toThrow('No link');
    const approve = async (as: TestPerson) =>
      app.call(approveInvitation, {
        as,
        params: { id: body.id },
        body: {},
        freshCode: await app.freshCode(as),
      });
    expect((await approve(admin)).body.code).toBe('SECOND_PERSON_NEEDED');
    expect((await approve(officer)).status).toBe(200);
    await app.drain();
    expect(await linkTokenOf(app, email)).toMatch(/^[\w-]{43}$/);
  });

  it('with any role that approves something waits for a second person', async () => {
    const approving = STAFF_ROLES.filter((role) =>
      permissionsOf([role]).some((each) =>
        ['staff:approve', 'seller:approve', 'factor-case:decide'].includes(each),
      ),
    );
    expect([...FOUR_EYES_ROLES.value].sort()).toEqual([...approving].sort());
    for (const role of approving) expect((await invite([role])).body.state).toBe('proposed');
  });

  it('ends with its inviter: whoever is kept out leaves no door open', async () => {
    const leaver = await app.aStaff('admin');
    const email = `${newId()}@store.example`;
    const body = { name: 'Rana Saleh', email, locale: 'ar' as const, roles: ['designer' as const] };
    await app.call(inviteStaff, { as: leaver, body, freshCode: await app.freshCode(leaver) });
    await app.drain();
    const token = await linkTokenOf(app, email);
    expect((await app.call(readStaffInvitation, { body: { token } })).status).toBe(200);
    const params = { id: leaver.personId };
    const freshCode = await app.freshCode(admin);
    await app.call(suspendStaff, { as: admin, params, body: { reason: 'Left' }, freshCode });
    expect((await app.call(readStaffInvitation, { body: { token } })).body.code).toBe('INVITATION_GONE');
  });

  it('stops at once when it is withdrawn, and after 72 hours by itself', async () => {
    const first = await invite(['designer']);
    expect((await invite(['designer'], first.email)).body.code).toBe('INVITATION_OPEN');
    await app.drain();
    const token = await linkTokenOf(app, first.email);
    await app.call(withdrawInvitation, { as: admin, params: { id: first.body.id }, body: {} });
    const gone = { status: 410, body: { code: 'INVITATION_GONE' } };
    expect(await app.call(readStaffInvitation, { body: { token } })).toMatchObject(gone);
    const second = await invite(['designer']);
    await app.drain();
    const late = await linkTokenOf(app, second.email);
    await app.clock.advance(STAFF_INVITATION_HOURS.value * HOUR_MS);
    expect(await app.call(readStaffInvitation, { body: { token: late } })).toMatchObject(gone);
  });

  it('keeps the link as a hash and the mail sealed', async () => {
    const { email } = await invite(['designer']);
    await app.drain();
    const token = await linkTokenOf(app, email);
    const rows = await app.system((tx) =>
      tx.query<{ text: string }>(
        'select i::text as text from staff_invitations i union all select o::text from outbox_event o',
      ),
    );
    const text = rows.map((row) => row.text).join();
    expect(text).not.toContain(token);
    expect(text).not.toContain(email);
  });
});

describe('an admin who keeps everybody else out', () => {
  it('is not alone for seven days: roles of four eyes go on waiting for a second person', async () => {
    const house = await aTestApp();
    try {
      const alone = await house.aStaff('admin');
      const others = [await house.aStaff('admin'), await house.aStaff('privacy_officer')];
      const packer = await house.aStaff('warehouse');
      for (const other of others) {
        const answer = await house.call(suspendStaff, {
          as: alone,
          params: { id: other.personId },
          body: { reason: 'Nobody shall see this' },
          freshCode: await house.freshCode(alone),
        });
        expect(answer.status).toBe(200);
      }
      const grant = async (role: StaffRole) =>
        house.call(changeStaffRole, {
          as: alone,
          params: { id: packer.personId },
          body: { role, step: 'grant', reason: 'Holiday cover' },
          freshCode: await house.freshCode(alone),
        });
      const asked = async () =>
        house.call(inviteStaff, {
          as: alone,
          body: { name: 'Rana Saleh', email: `${newId()}@store.example`, locale: 'en', roles: ['admin'] },
          freshCode: await house.freshCode(alone),
        });
      await house.clock.advance(SUSPENDED_SECOND_DAYS.value * 24 * HOUR_MS - HOUR_MS);
      expect((await grant('finance')).body.outcome).toBe('waits');
      expect((await asked()).body.state).toBe('proposed');
      await house.clock.advance(2 * HOUR_MS);
      expect((await asked()).body.state).toBe('open');
      expect((await grant('admin')).body.outcome).toBe('done');
    } finally {
      await house.close();
    }
  });
});
