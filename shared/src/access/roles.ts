import type { Permission } from './permissions';

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
    'brand:read',
    'company:read',
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
    'brand:read',
    'consignment:read',
  ],
  approver: ['home:read', 'catalogue:read', 'order:read', 'payment:read', 'consignment:read'],
  brand_manager: ['home:read', 'brand:read'],
  accountant: ['home:read', 'payment:read'],
  account_manager: ['today:read', 'staff-order:read'],
  designer: ['today:read'],
  warehouse: ['today:read', 'fulfilment:read', 'fulfilment:pack'],
  finance: ['today:read', 'transfer:read', 'transfer:import', 'transfer:confirm'],
  privacy_officer: ['today:read', 'audit:read'],
  admin: ['today:read', 'staff-order:read', 'stock:read'],
} as const satisfies Record<Role, readonly Permission[]>;

/** Everything a person with these roles may do, each permission once. */
export const permissionsOf = (roles: readonly Role[]): Permission[] => [
  ...new Set(roles.flatMap((role): readonly Permission[] => ROLE_PERMISSIONS[role])),
];

export const isStaffRole = (role: string): role is StaffRole => STAFF_ROLES.some((r) => r === role);
export const isTraderRole = (role: string): role is TraderRole => TRADER_ROLES.some((r) => r === role);
