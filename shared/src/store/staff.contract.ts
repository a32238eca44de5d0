import { z } from 'zod';
import { done, endpoint, idParam } from '../access/endpoint';
import { STAFF_ROLES } from '../access/roles';
import { STAFF_LOCALES } from '../kernel/locale';
import { staffInvitationLifecycle } from './store.lifecycle';

/** The part of a mailed link after `#`; it travels in a body only. */
const linkToken = z.string().regex(/^[\w-]{43}$/, 'invalid');
const emailInput = z.string().trim().max(254, 'too_long').pipe(z.email('email'));
/** As typed; identity judges length and known passwords. */
const passwordInput = z.string().min(1, 'required').max(1024, 'too_long');
const role = z.enum(STAFF_ROLES);
const roles = z.array(role).min(1, 'required').max(STAFF_ROLES.length);
const why = z.string().trim().min(3, 'too_short').max(200, 'too_long');

export const roleChangeView = z.strictObject({
  id: z.uuid(),
  role,
  step: z.enum(['grant', 'revoke']),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  /** False for the one who proposed it and the one it concerns. */
  mayApprove: z.boolean(),
});
export const staffPersonView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  state: z.enum(['active', 'suspended']),
  roles: z.array(role),
  isSelf: z.boolean(),
  lastSeenAt: z.iso.datetime().nullable(),
  waiting: z.array(roleChangeView),
});
export type StaffPersonView = z.output<typeof staffPersonView>;
export const staffInvitationView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(role),
  state: z.enum(staffInvitationLifecycle.states),
  invitedBy: z.string(),
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  isExpired: z.boolean(),
  mayApprove: z.boolean(),
});
export type StaffInvitationView = z.output<typeof staffInvitationView>;

export const listStaff = endpoint({
  id: 'store.staff',
  method: 'GET',
  path: '/staff/people',
  access: { needs: 'staff:read' },
  summary: 'Staff with their roles, what waits for a second person, and open invitations',
  reply: z.strictObject({
    people: z.array(staffPersonView),
    invitations: z.array(staffInvitationView),
    mayManage: z.boolean(),
  }),
});
export type StaffView = z.output<typeof listStaff.reply>;

export const inviteStaff = endpoint({
  id: 'store.invite_staff',
  method: 'POST',
  path: '/staff/invitations',
  access: { needs: 'staff:manage', fresh: true },
  idempotent: true,
  summary: 'Invites somebody to the staff; with a role of four eyes a second person approves before the mail',
  body: z.strictObject({
    name: z.string().trim().min(2, 'too_short').max(80, 'too_long'),
    email: emailInput,
    locale: z.enum(STAFF_LOCALES),
    roles,
  }),
  reply: z.strictObject({ id: z.uuid(), state: z.enum(['proposed', 'open']) }),
  errors: ['PERSON_EXISTS', 'INVITATION_OPEN'],
});

export const approveInvitation = endpoint({
  id: 'store.approve_invitation',
  method: 'POST',
  path: '/staff/invitations/:id/approve',
  access: { needs: 'staff:approve', fresh: true },
  idempotent: true,
  params: idParam,
  summary: 'The second person: the invitation is sent',
  reply: done,
  errors: ['SECOND_PERSON_NEEDED', 'WRONG_STATE'],
});

export const withdrawInvitation = endpoint({
  id: 'store.withdraw_invitation',
  method: 'POST',
  path: '/staff/invitations/:id/withdraw',
  access: { needs: 'staff:approve' },
  idempotent: true,
  params: idParam,
  summary: 'The link stops working at once',
  reply: done,
  errors: ['WRONG_STATE'],
});

export const readStaffInvitation = endpoint({
  id: 'store.read_invitation',
  method: 'POST',
  path: '/staff/join/read',
  access: 'public',
  summary: 'What the bearer of an invitation’s link is invited to',
  body: z.strictObject({ token: linkToken }),
  reply: z.strictObject({ name: z.string(), email: z.string(), roles: z.array(role) }),
  errors: ['INVITATION_GONE', 'TOO_MANY_TRIES'],
});

export const acceptStaffInvitation = endpoint({
  id: 'store.accept_invitation',
  method: 'POST',
  path: '/staff/join',
  access: 'public',
  summary: 'A password for the invited mail; the second factor is enrolled next',
  body: z.strictObject({ token: linkToken, password: passwordInput }),
  reply: z.strictObject({ next: z.literal('enrol') }),
  errors: ['INVITATION_GONE', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_KNOWN', 'TOO_MANY_TRIES'],
});

export const changeStaffRole = endpoint({
  id: 'store.change_role',
  method: 'POST',
  path: '/staff/people/:id/roles',
  access: { needs: 'staff:manage', fresh: true },
  idempotent: true,
  params: idParam,
  summary: 'Grants or revokes a role of staff; a role of four eyes waits for a second person',
  body: z.strictObject({ role, step: z.enum(['grant', 'revoke']), reason: why }),
  reply: z.strictObject({ outcome: z.enum(['done', 'waits']) }),
  errors: ['OWN_ROLES', 'ROLE_UNCHANGED', 'ROLE_CHANGE_OPEN', 'LAST_ADMIN'],
});

export const approveRoleChange = endpoint({
  id: 'store.approve_role_change',
  method: 'POST',
  path: '/staff/role-changes/:id/approve',
  access: { needs: 'staff:approve', fresh: true },
  idempotent: true,
  params: idParam,
  summary: 'The second person: the role is granted or revoked, and the person signs in again',
  reply: done,
  errors: ['SECOND_PERSON_NEEDED', 'WRONG_STATE', 'LAST_ADMIN'],
});

export const withdrawRoleChange = endpoint({
  id: 'store.withdraw_role_change',
  method: 'POST',
  path: '/staff/role-changes/:id/withdraw',
  access: { needs: 'staff:approve' },
  idempotent: true,
  params: idParam,
  summary: 'Drops a proposed change of a role',
  reply: done,
  errors: ['WRONG_STATE'],
});

export const suspendStaff = endpoint({
  id: 'store.suspend_staff',
  method: 'POST',
  path: '/staff/people/:id/suspend',
  access: { needs: 'staff:manage', fresh: true },
  idempotent: true,
  params: idParam,
  summary: 'Signs somebody out and keeps him out until he returns',
  body: z.strictObject({ reason: why }),
  reply: done,
  errors: ['OWN_ROLES', 'LAST_ADMIN', 'WRONG_STATE'],
});

export const returnStaff = endpoint({
  id: 'store.return_staff',
  method: 'POST',
  path: '/staff/people/:id/return',
  access: { needs: 'staff:manage', fresh: true },
  idempotent: true,
  params: idParam,
  summary: 'Lets a suspended person sign in again',
  body: z.strictObject({ reason: why }),
  reply: done,
  errors: ['OWN_ROLES', 'WRONG_STATE'],
});

export const staffEndpoints = [
  listStaff,
  inviteStaff,
  approveInvitation,
  withdrawInvitation,
  readStaffInvitation,
  acceptStaffInvitation,
  changeStaffRole,
  approveRoleChange,
  withdrawRoleChange,
  suspendStaff,
  returnStaff,
];
