import type { Actor } from '../../../platform/access/actor';
import { Problem } from '../../../platform/problems/problem';
import type { Brief } from '../domain/brief';
import type { Proof } from '../domain/proof';

/** One designer works on a brief. Throws `BRIEF_TAKEN` when it is another one's. */
export function refuseOthers(actor: Actor, brief: Brief): void {
  if (brief.assigneeId !== null && brief.assigneeId !== actor.personId) throw new Problem('BRIEF_TAKEN');
}

/** The maker never keeps the gate. Throws `PROOF_OWN_GATE`. */
export function refuseMaker(actor: Actor, brief: Brief, proof: Proof): void {
  if (proof.madeBy === actor.personId || brief.assigneeId === actor.personId)
    throw new Problem('PROOF_OWN_GATE');
}

/** Nothing is written on a version that is closed. Throws `PROOF_LOCKED`. */
export function refuseLocked(proof: Proof): void {
  if (proof.lockedAt !== null) throw new Problem('PROOF_LOCKED');
}
