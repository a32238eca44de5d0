import { z } from 'zod';
import { done, type Endpoint, endpoint, idParam } from '../access/endpoint';
import { TRADER_PERMISSIONS } from '../access/permissions';
import { TRADER_ROLES } from '../access/roles';
import { LOCALES } from '../kernel/locale';
import { pageOf, pageQuery } from '../kernel/page';
import { approvalLimit, limitSchema, spendingView } from './bounds';

const read = { needs: 'member:read' } as const;
const manage = { needs: 'member:manage' } as const;
/** Whoever gives rights, or takes somebody out for good, proves with a fresh code that it is he. */
const grant = { needs: 'member:manage', fresh: true } as const;

const roles = z.array(z.enum(TRADER_ROLES)).min(1, 'required').max(TRADER_ROLES.length);
const ownRoleIds = z.array(z.uuid()).max(20, 'too_long');
const ownRoleName = z.strictObject({ id: z.uuid(), name: z.string() });
const personName = z.string().trim().min(2, 'too_short').max(80, 'too_long');
const mail = z.email('email').max(254, 'too_long');

export const memberView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  state: z.enum(['enrolling', 'active', 'suspended']),
  roles: z.array(z.enum(TRADER_ROLES)),
  ownRoles: z.array(ownRoleName),
  limit: spendingView.nullable(),
  approvalLimit,
  joinedAt: z.iso.datetime().nullable(),
  isYou: z.boolean(),
  /** False when the person holds rights that the reader lacks: he can give and take only what he has. */
  isWithinReach: z.boolean(),
  /** Orders begun and not yet placed: somebody takes them over when the person leaves. */
  drafts: z.int(),
  version: z.int(),
});
export type MemberView = z.output<typeof memberView>;
export const invitationView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(TRADER_ROLES)),
  ownRoles: z.array(ownRoleName),
  limit: limitSchema.nullable(),
  approvalLimit,
  sentAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isExpired: z.boolean(),
  invitedBy: z.string(),
});
export const ownRoleView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  permissions: z.array(z.enum(TRADER_PERMISSIONS)),
  holders: z.int(),
  version: z.int(),
});

export const listPeople = endpoint({
  id: 'traders.people',
  method: 'GET',
  path: '/people',
  access: read,
  summary: 'People of the company with roles, limits and what was spent',
  query: pageQuery,
  reply: pageOf(memberView),
});
export const listInvitations = endpoint({
  id: 'traders.invitations',
  method: 'GET',
  path: '/invitations',
  access: read,
  summary: 'Invitations that wait or have expired, newest first',
  query: pageQuery,
  reply: pageOf(invitationView),
});
export const inviteMember = endpoint({
  id: 'traders.invite',
  method: 'POST',
  path: '/invitations',
  access: grant,
  idempotent: true,
  summary: 'Invites somebody by mail; the answer is the same whoever the mail belongs to',
  body: z.strictObject({
    name: personName,
    email: mail,
    locale: z.enum(LOCALES),
    roles,
    ownRoleIds,
    limit: limitSchema.nullable(),
    approvalLimit,
  }),
  reply: z.strictObject({ id: z.uuid(), expiresAt: z.iso.datetime() }),
  errors: ['GRANTS_TOO_MUCH', 'INVITED_ALREADY', 'OWN_ROLE_UNKNOWN', 'FIELDS_INVALID', 'TOO_MANY_TRIES'],
});
export const resendInvitation = endpoint({
  id: 'traders.resend_invitation',
  method: 'POST',
  path: '/invitations/:id/resend',
  access: grant,
  owned: 'invitation',
  summary: 'Sends a new link; the one before is void',
  params: idParam,
  reply: z.strictObject({ expiresAt: z.iso.datetime() }),
  errors: ['WRONG_STATE', 'GRANTS_TOO_MUCH', 'TOO_MANY_TRIES'],
});
export const revokeInvitation = endpoint({
  id: 'traders.revoke_invitation',
  method: 'POST',
  path: '/invitations/:id/revoke',
  access: manage,
  owned: 'invitation',
  summary: 'Takes an invitation back; its link is void',
  params: idParam,
  reply: done,
  errors: ['WRONG_STATE'],
});
export const changeMember = endpoint({
  id: 'traders.change_member',
  method: 'PUT',
  path: '/people/:id',
  access: grant,
  owned: 'member',
  ifMatch: true,
  summary: 'Sets roles, own roles and limits; new roles end the sessions of the person',
  params: idParam,
  body: z.strictObject({ roles, ownRoleIds, limit: limitSchema.nullable(), approvalLimit }),
  reply: done,
  errors: ['STALE_RECORD', 'GRANTS_TOO_MUCH', 'LAST_OWNER', 'OWN_ROLE_UNKNOWN', 'FIELDS_INVALID'],
});
export const suspendMember = endpoint({
  id: 'traders.suspend_member',
  method: 'POST',
  path: '/people/:id/suspend',
  access: manage,
  owned: 'member',
  summary: 'Shuts somebody out for now; sessions end at once',
  params: idParam,
  reply: done,
  errors: ['WRONG_STATE', 'GRANTS_TOO_MUCH', 'LAST_OWNER', 'NOT_YOURSELF'],
});
export const reinstateMember = endpoint({
  id: 'traders.reinstate_member',
  method: 'POST',
  path: '/people/:id/reinstate',
  access: grant,
  owned: 'member',
  summary: 'Lets a suspended person in again',
  params: idParam,
  reply: done,
  errors: ['WRONG_STATE', 'GRANTS_TOO_MUCH', 'NOT_YOURSELF'],
});
const handOver = z.strictObject({ handOverTo: z.uuid().nullable() });
export const removeMember = endpoint({
  id: 'traders.remove_member',
  method: 'POST',
  path: '/people/:id/remove',
  access: grant,
  owned: 'member',
  summary: 'Removes somebody; open drafts go to another member',
  params: idParam,
  body: handOver,
  reply: done,
  errors: ['WRONG_STATE', 'GRANTS_TOO_MUCH', 'LAST_OWNER', 'NOT_YOURSELF', 'HAND_OVER_NEEDED'],
});
export const leaveCompany = endpoint({
  id: 'traders.leave',
  method: 'POST',
  path: '/people/leave',
  access: 'person',
  summary: 'Leaves the company; open drafts go to another member',
  body: handOver,
  reply: done,
  errors: ['NOT_ALLOWED', 'WRONG_STATE', 'LAST_OWNER', 'HAND_OVER_NEEDED'],
});

const ownRole = z.strictObject({
  name: z.string().trim().min(2, 'too_short').max(40, 'too_long'),
  permissions: z.array(z.enum(TRADER_PERMISSIONS)).min(1, 'required').max(TRADER_PERMISSIONS.length),
});
export const listOwnRoles = endpoint({
  id: 'traders.own_roles',
  method: 'GET',
  path: '/company/roles',
  access: read,
  summary: 'Roles the company made itself, by name',
  reply: z.strictObject({ rows: z.array(ownRoleView) }),
});
export const createOwnRole = endpoint({
  id: 'traders.create_own_role',
  method: 'POST',
  path: '/company/roles',
  access: grant,
  idempotent: true,
  summary: 'Makes a role from the fixed vocabulary',
  body: ownRole,
  reply: z.strictObject({ id: z.uuid() }),
  errors: ['GRANTS_TOO_MUCH', 'ROLE_NAME_TAKEN', 'TOO_MANY_ROLES'],
});
export const editOwnRole = endpoint({
  id: 'traders.edit_own_role',
  method: 'PUT',
  path: '/company/roles/:id',
  access: grant,
  owned: 'own-role',
  ifMatch: true,
  summary: 'Changes a role; sessions of its holders end',
  params: idParam,
  body: ownRole,
  reply: done,
  errors: ['STALE_RECORD', 'GRANTS_TOO_MUCH', 'ROLE_NAME_TAKEN'],
});
export const removeOwnRole = endpoint({
  id: 'traders.remove_own_role',
  method: 'DELETE',
  path: '/company/roles/:id',
  access: manage,
  owned: 'own-role',
  summary: 'Deletes a role that nobody holds',
  params: idParam,
  reply: done,
  errors: ['ROLE_IN_USE'],
});

const token = z.string().regex(/^[\w-]{43}$/, 'invalid');
export const lookInvitation = endpoint({
  id: 'traders.look_invitation',
  method: 'POST',
  path: '/invitation',
  access: 'public',
  summary: 'What the holder of an invitation’s link is invited to',
  body: z.strictObject({ token }),
  reply: z.strictObject({
    company: z.strictObject({ nameLatin: z.string(), nameArabic: z.string().nullable() }),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(TRADER_ROLES)),
    ownRoles: z.array(z.string()),
    invitedBy: z.string(),
    expiresAt: z.iso.datetime(),
    /** The link proves the mailbox, so its holder may know that he has an account. */
    hasAccount: z.boolean(),
  }),
  errors: ['INVITATION_OVER', 'TOO_MANY_TRIES'],
});
export const acceptInvitation = endpoint({
  id: 'traders.accept_invitation',
  method: 'POST',
  path: '/invitation/accept',
  access: 'public',
  summary: 'A new person joins: the second factor follows',
  body: z.strictObject({
    token,
    name: personName,
    password: z.string().min(1, 'required').max(512, 'too_long'),
    locale: z.enum(LOCALES),
  }),
  reply: done,
  errors: [
    'INVITATION_OVER',
    'INVITATION_SIGN_IN',
    'PASSWORD_KNOWN',
    'PASSWORD_TOO_SHORT',
    'PASSWORD_TOO_LONG',
    'TOO_MANY_TRIES',
  ],
});
export const joinCompany = endpoint({
  id: 'traders.join',
  method: 'POST',
  path: '/invitation/join',
  access: 'person',
  summary: 'Somebody who has an account joins another company with it',
  body: z.strictObject({ token }),
  reply: z.strictObject({ companyId: z.uuid() }),
  errors: ['INVITATION_OVER', 'INVITATION_OTHER_MAIL', 'MEMBER_ALREADY', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

export const membersEndpoints: readonly Endpoint[] = [
  listPeople,
  listInvitations,
  inviteMember,
  resendInvitation,
  revokeInvitation,
  changeMember,
  suspendMember,
  reinstateMember,
  removeMember,
  leaveCompany,
  listOwnRoles,
  createOwnRole,
  editOwnRole,
  removeOwnRole,
  lookInvitation,
  acceptInvitation,
  joinCompany,
];
