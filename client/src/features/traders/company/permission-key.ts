import type { TraderPermission } from '@qafila/shared/access/permissions';

/** Key of a permission's words: `order:read` stands as `permission.order_read`. */
export const permissionKey = (permission: TraderPermission): string =>
  `permission.${permission.replace(':', '_')}`;
