import type { Permission, TraderPermission } from './permissions';

export const TRADER_ROLES = ['owner', 'buyer', 'approver', 'brand_manager', 'accountant'] as const;
export const STAFF_ROLES = [
  'account_manager',
  'designer',
  'warehouse',
  'finance',
  'privacy_officer',
  'admin',
] as const;
export type TraderRole = (typeof TRADER_ROLES)[number];
export type StaffRole = (typeof STAFF_ROLES)[number];
export type Role = TraderRole | StaffRole;
export const ROLES = [...TRADER_ROLES, ...STAFF_ROLES] as const;

/** What each role may do. PRODUCT, "People and their jobs", says what each must never see. */
export const ROLE_PERMISSIONS = {
  owner: [
    'home:read',
    'catalogue:read',
    'order:read',
    'order:draft',
    'order:place',
    'order:cancel',
    'payment:read',
    'payment:pay',
    'brand:read',
    'brand:edit',
    'brief:write',
    'proof:approve',
    'company:read',
    'company:edit',
    'member:read',
    'member:manage',
    'application:read',
    'application:write',
    'trail:read',
    'consignment:read',
  ],
  buyer: [
    'home:read',
    'catalogue:read',
    'order:read',
    'order:draft',
    'order:place',
    'order:cancel',
    'payment:read',
    'payment:pay',
    'brand:read',
    'consignment:read',
  ],
  approver: ['home:read', 'catalogue:read', 'order:read', 'payment:read', 'consignment:read'],
  brand_manager: ['home:read', 'brand:read', 'brand:edit', 'brief:write', 'proof:approve'],
  accountant: ['home:read', 'payment:read', 'payment:pay'],
  account_manager: [
    'today:read',
    'staff-order:read',
    'application:review',
    'trader:read',
    'trader:act-for',
    // Designers see no prices: whoever looks after the trader quotes a further round.
    'design:quote',
    'factor-case:read',
    'factor-case:decide',
  ],
  // Whoever made a proof never sends it out: the gate is passed by another designer.
  designer: ['today:read', 'design:read', 'design:work', 'design:gate'],
  warehouse: ['today:read', 'fulfilment:read', 'fulfilment:pack'],
  finance: [
    'today:read',
    'transfer:read',
    'transfer:import',
    'transfer:confirm',
    'gateway:read',
    'gateway:settle',
    'refund:read',
    'refund:ask',
    // Whoever asked never approves: the lifecycle and the database say so.
    'refund:approve',
    'refund:send',
    'seller:read',
    'seller:approve',
  ],
  privacy_officer: [
    'today:read',
    'audit:read',
    'policy:publish',
    'factor-case:read',
    'factor-case:decide',
    // The second pair of eyes on roles, so that a house with one admin can get another.
    'staff:read',
    'staff:approve',
  ],
  admin: [
    'today:read',
    'staff-order:read',
    'stock:read',
    'trader:read',
    'trader:suspend',
    'staff:read',
    'staff:manage',
    'staff:approve',
    'seller:read',
    'seller:edit',
    'seller:approve',
  ],
} as const satisfies Record<Role, readonly Permission[]>;

/** Everything a person with these roles may do, each permission once. */
export const permissionsOf = (roles: readonly Role[]): Permission[] => [
  ...new Set(roles.flatMap((role): readonly Permission[] => ROLE_PERMISSIONS[role])),
];

/** Lifecycle states of a company that decide what its people may do. */
export type CompanyState = 'pending' | 'active' | 'suspended' | 'closed';
/** Policy clause 8: before approval a company sees its application and nothing else. */
const PENDING_PERMISSIONS: readonly Permission[] = ['application:read', 'application:write'];
/** A suspended company reads and renews its documents; it orders nothing. */
const isLeftWhenSuspended = (permission: Permission): boolean =>
  permission.endsWith(':read') || permission === 'application:write';

/** What is left of a trader's permissions in the state his company is in. */
export function permissionsWhile(state: CompanyState, permissions: readonly Permission[]): Permission[] {
  if (state === 'active') return [...permissions];
  if (state === 'pending') return permissions.filter((each) => PENDING_PERMISSIONS.includes(each));
  return state === 'suspended' ? permissions.filter(isLeftWhenSuspended) : [];
}

/** What staff may do while acting for a trader: build an order, never people, factors or money. */
export const ACTING_PERMISSIONS: readonly TraderPermission[] = [
  'home:read',
  'catalogue:read',
  'order:read',
  'order:draft',
  'brand:read',
  'consignment:read',
];

export const isStaffRole = (role: string): role is StaffRole => STAFF_ROLES.some((r) => r === role);
export const isTraderRole = (role: string): role is TraderRole => TRADER_ROLES.some((r) => r === role);
