import { createHash } from 'node:crypto';
import { Problem } from '../../../platform/problems/problem';
import type { StoredMatch } from '../db/match.repository';
import { canonicalReview, type PlannedMatch, planReview } from '../domain/review';

export interface Asked {
  readonly matchId: string;
  readonly version: number;
}
export interface SealedReview {
  readonly plan: readonly PlannedMatch<StoredMatch>[];
  /** SHA-256 of the list exactly as it would be booked, in hexadecimal. */
  readonly hash: string;
}

/** Plans a list and seals it. Throws `REVIEW_CHANGED` when a match is gone, decided or of another version. */
export function sealReview(asked: readonly Asked[], found: readonly StoredMatch[]): SealedReview {
  const byId = new Map(found.map((match) => [match.id, match]));
  const matches = [...new Map(asked.map((each) => [each.matchId, each])).values()].map(
    ({ matchId, version }) => {
      const match = byId.get(matchId);
      const isOpen = match?.state === 'proposed' || match?.state === 'first_confirmed';
      if (!match || !isOpen || match.version !== version) throw new Problem('REVIEW_CHANGED');
      return match;
    },
  );
  const plan = planReview(matches);
  return { plan, hash: createHash('sha256').update(canonicalReview(plan)).digest('hex') };
}
