import type { Permission } from '@qafila/shared/access/permissions';
import { permissionsOf, type Role } from '@qafila/shared/access/roles';

/** Who calls: read from the session row on every request. */
export interface Actor {
  readonly sessionId: string;
  readonly personId: string;
  readonly kind: 'trader' | 'staff';
  /** A trader's company; `null` for staff. */
  readonly companyId: string | null;
  readonly roles: readonly Role[];
  /** `half`: password given, second factor missing. */
  readonly level: 'half' | 'full';
}

/** True when one of the actor's roles includes the permission. */
export const may = (actor: Actor, permission: Permission): boolean =>
  permissionsOf(actor.roles).includes(permission);
