/** What a trader's person may be allowed; companies build their own roles from this list and from nothing else. */
export const TRADER_PERMISSIONS = [
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
] as const;
/** What staff may be allowed; never mixed with a company's roles. */
export const STAFF_PERMISSIONS = [
  'today:read',
  'staff-order:read',
  'application:review',
  'trader:read',
  'trader:act-for',
  'trader:suspend',
  'staff:read',
  'staff:manage',
  'staff:approve',
  'seller:read',
  'seller:edit',
  'seller:approve',
  'factor-case:read',
  'factor-case:decide',
  'policy:publish',
  'design:read',
  'design:work',
  'design:gate',
  'design:quote',
  'fulfilment:read',
  'fulfilment:pack',
  'transfer:read',
  'transfer:import',
  'transfer:confirm',
  'gateway:read',
  'gateway:settle',
  'refund:read',
  'refund:ask',
  'refund:approve',
  'refund:send',
  'audit:read',
  'stock:read',
] as const;
/** The fixed vocabulary of what a person may do; `thing:verb`. */
export const PERMISSIONS = [...TRADER_PERMISSIONS, ...STAFF_PERMISSIONS] as const;
export type TraderPermission = (typeof TRADER_PERMISSIONS)[number];
export type Permission = (typeof PERMISSIONS)[number];

/** Which side of the house a permission belongs to: a trader's scope is his company, staff see by a named policy. */
export const isStaffPermission = (permission: Permission): boolean =>
  STAFF_PERMISSIONS.some((each) => each === permission);
export const isTraderPermission = (permission: string): permission is TraderPermission =>
  TRADER_PERMISSIONS.some((each) => each === permission);
