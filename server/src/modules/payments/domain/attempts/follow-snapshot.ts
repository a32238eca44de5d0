import { decide } from '@qafila/shared/kernel/lifecycle';
import { compare } from '@qafila/shared/kernel/money';
import type { AttemptFailure, AttemptFlag } from '@qafila/shared/payments/attempts.contract';
import { type AttemptState, paymentAttemptLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { disagreement, type Snapshot, type SnapshotState } from '../gateways/snapshot';
import type { Attempt } from './attempt';

/** States of a gateway in those of an attempt; `null` keeps what is. */
const STATE_OF: Readonly<Record<SnapshotState, AttemptState | null>> = {
  open: 'open',
  action_required: 'action_required',
  processing: 'processing',
  in_review: 'processing',
  authorised: 'authorised',
  partially_captured: 'captured',
  captured: 'captured',
  failed: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
  disputed: 'disputed',
  unknown: null,
};
type Step = keyof typeof paymentAttemptLifecycle.steps;
const STEPS = Object.keys(paymentAttemptLifecycle.steps) as Step[];

/** The state after a snapshot: the one it tells where a step leads there, else the one that is. Never backwards. */
export function stateAfter(state: AttemptState, told: SnapshotState): AttemptState {
  const wanted = STATE_OF[told];
  const isStep = STEPS.some((step) => {
    const verdict = decide(paymentAttemptLifecycle, { state, step }, undefined);
    return verdict.ok && verdict.to === wanted;
  });
  return isStep && wanted !== null ? wanted : state;
}

export interface Followed {
  readonly state: AttemptState;
  readonly flag: AttemptFlag | null;
  readonly settledFlag: AttemptFlag | null;
  readonly failure: AttemptFailure | null;
}

/** Flags that go by themselves when what they say is over: the gateway decided, the order was opened again. */
const HEALING: readonly (AttemptFlag | null)[] = ['review', 'closed'];

/**
 * What a snapshot makes of an attempt, apart from money. A flag stays until somebody has looked, and does not come back
 * while the gateway tells the same. `isOver`: the order waits no more and was not confirmed.
 */
export function follow(attempt: Attempt, told: Snapshot, { isOver }: { isOver: boolean }): Followed {
  // Gateways close a page by letting it expire: where we asked for that, it was cancelled.
  const isClosed = attempt.isEnding && told.state === 'expired';
  const state = stateAfter(attempt.state, isClosed ? 'cancelled' : told.state);
  const hasMoney = compare(told.captured, told.refunded) > 0;
  const raised = flagOf(attempt, told) ?? (isOver && hasMoney ? 'closed' : null);
  const settledFlag = raised === attempt.settledFlag ? raised : null;
  const isNew = raised !== null && raised !== settledFlag;
  const kept = HEALING.includes(attempt.flag) ? null : attempt.flag;
  return {
    state,
    flag: isNew ? raised : kept,
    settledFlag,
    failure: state === 'failed' ? (attempt.failure ?? 'declined') : null,
  };
}

function flagOf(attempt: Attempt, told: Snapshot): AttemptFlag | null {
  const wrong = disagreement({ ourRef: attempt.id, amount: attempt.pay }, told);
  if (wrong !== null) return wrong;
  if (told.state === 'unknown') return 'unknown';
  if (told.state === 'disputed') return 'dispute';
  if (told.state === 'in_review') return 'review';
  return told.state === 'partially_captured' && compare(told.captured, told.amount) < 0 ? 'amount' : null;
}
