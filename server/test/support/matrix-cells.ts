import type { Role } from '@qafila/shared/access/roles';

/**
 * How somebody stands when he calls.
 * - `own`, `foreign`: signed in whole; the thing in the path is his company's, or another's.
 * - `signed-out`, `ex-member`: the cookie stayed, the session is closed. `no-second-factor`: half a sign-in.
 * - `enrolling`: password given, no factor yet. `stale-code`: the code was used for another call.
 * - `pending`, `suspended`: the state of his company. `own-role`: the same permissions by a role the company made.
 * - `acting`, `acting-foreign`: staff in the name of company A, at a thing of A or of B.
 */
export const SITUATIONS = [
  'own',
  'foreign',
  'signed-out',
  'no-second-factor',
  'stale-code',
  'enrolling',
  'pending',
  'suspended',
  'ex-member',
  'own-role',
  'acting',
  'acting-foreign',
] as const;
export type Situation = (typeof SITUATIONS)[number];
/** One try: a role in a situation. */
export interface Cell {
  readonly role: Role;
  readonly situation: Situation;
}
