import type { Actor } from '../../../platform/access/actor';
import { Problem } from '../../../platform/problems/problem';

/** Staff who act for a trader touch nobody's account, not even their own: they go back first. */
export function refuseActing(actor: Actor): void {
  if (actor.acting) throw new Problem('NOT_ALLOWED');
}

/** A code completes a sign-in only where the password was given and a factor stands. */
export function refuseEnrolling(actor: Actor): void {
  refuseActing(actor);
  if (actor.level === 'enrolling') throw new Problem('NOT_ALLOWED');
}

/** Bucket of the failures of all second factors of a person. */
export const factorBucket = (personId: string): string => `factor/${personId}`;
