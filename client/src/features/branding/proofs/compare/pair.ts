import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import type { ShownProof } from '../side';

export interface PairedPage {
  readonly proof: ShownProof;
  readonly page: ProofPageView;
}
/** The same page of two versions, by age. */
export interface Pair {
  readonly older: PairedPage;
  readonly newer: PairedPage;
}

/** `undefined` when one of them has no such page. */
export function pairOf(one: ShownProof, other: ShownProof, page: number): Pair | undefined {
  const [older, newer] = one.version < other.version ? [one, other] : [other, one];
  const pageOf = (proof: ShownProof): ProofPageView | undefined =>
    proof.pages.find((each) => each.page === page);
  const [before, after] = [pageOf(older), pageOf(newer)];
  if (!before || !after) return undefined;
  return { older: { proof: older, page: before }, newer: { proof: newer, page: after } };
}
