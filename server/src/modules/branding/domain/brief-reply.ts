import { type BriefFacts, briefLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { ActionView } from '@qafila/shared/branding/brief-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Brief } from './brief';
import { roundsOf } from './brief';

/** What both sides see of the head of a brief. */
export const headOf = (brief: Brief, turn: 'store' | 'trader' | null) => ({
  id: brief.id,
  code: brief.code,
  state: brief.state,
  version: brief.version,
  title: brief.title,
  quantity: brief.quantity,
  deadline: brief.deadline,
  rounds: roundsOf(brief),
  turn,
  dueAt: isoOf(brief.dueAt),
  submittedAt: isoOf(brief.submittedAt),
  changedAt: brief.changedAt.toISOString(),
});

export const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A button that is no step of a lifecycle. */
export const action = (step: string, allowed: boolean, reason = 'WRONG_STATE'): ActionView => ({
  step,
  allowed,
  reasons: allowed ? [] : [reason],
});

type Step = keyof typeof briefLifecycle.steps;
/** The buttons of a brief's steps for somebody with this permission. */
export function stepsOf(
  brief: Brief,
  steps: readonly Step[],
  given: { readonly facts: BriefFacts; readonly isPermitted: boolean },
): ActionView[] {
  return steps.map((step) => {
    if (!given.isPermitted) return action(step, false, 'NOT_ALLOWED');
    const verdict = decide(briefLifecycle, { state: brief.state, step }, given.facts);
    return { step, allowed: verdict.ok, reasons: verdict.ok ? [] : [...verdict.reasons] };
  });
}
