/** The fixed vocabulary of what a person may do; `thing:verb`. */
export const PERMISSIONS = [
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
  'today:read',
  'staff-order:read',
  'fulfilment:read',
  'fulfilment:pack',
  'transfer:read',
  'transfer:import',
  'transfer:confirm',
  'audit:read',
  'stock:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Which side of the house a permission belongs to: a trader's scope is his company, staff see by a named policy. */
const STAFF_PERMISSIONS: readonly Permission[] = [
  'today:read',
  'staff-order:read',
  'fulfilment:read',
  'fulfilment:pack',
  'transfer:read',
  'transfer:import',
  'transfer:confirm',
  'audit:read',
  'stock:read',
];
export const isStaffPermission = (permission: Permission): boolean => STAFF_PERMISSIONS.includes(permission);
