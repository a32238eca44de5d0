import type { ReviewView } from '@qafila/shared/traders/application-views';

/** True while this reader may judge it. */
export const isUnderReview = (view: ReviewView): boolean =>
  (view.state === 'submitted' || view.state === 'in_review') && view.heldBy === null;
