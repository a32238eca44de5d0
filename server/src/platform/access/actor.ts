import type { Permission } from '@qafila/shared/access/permissions';
import {
  ACTING_PERMISSIONS,
  type CompanyState,
  permissionsOf,
  permissionsWhile,
  type Role,
} from '@qafila/shared/access/roles';

/** Who calls: read from the session row on every request. */
export interface Actor {
  readonly sessionId: string;
  readonly personId: string;
  /** `trader` also for staff who act for a trader: the scope is the company's. */
  readonly kind: 'trader' | 'staff';
  /** A trader's company; `null` for staff, and for a trader whose sign-in is not complete. */
  readonly companyId: string | null;
  readonly companyState: CompanyState | null;
  readonly roles: readonly Role[];
  /** Granted by roles that the company made itself. */
  readonly ownPermissions: readonly Permission[];
  /** `half`: password given, second factor missing. `enrolling`: password given, no factor exists yet. */
  readonly level: 'half' | 'enrolling' | 'full';
  /** Set while staff act for a trader: why. */
  readonly acting: { readonly reason: string } | null;
}

/** Everything the actor may do, with his company in the state it is in. */
export function permissionsOfActor(actor: Actor): Permission[] {
  const granted: readonly Permission[] = actor.acting
    ? ACTING_PERMISSIONS
    : [...new Set([...permissionsOf(actor.roles), ...actor.ownPermissions])];
  return actor.companyState === null ? [...granted] : permissionsWhile(actor.companyState, granted);
}

export const may = (actor: Actor, permission: Permission): boolean =>
  permissionsOfActor(actor).includes(permission);
