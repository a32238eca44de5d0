import { defineLifecycle } from '../kernel/lifecycle';

/** What is known about an application when a step is decided. */
export interface ApplicationFacts {
  /** Problem codes that stand against sending it: unfinished items, terms not accepted. */
  readonly blockers: readonly string[];
  /** Items without a verdict. */
  readonly open: number;
  /** Items with a change asked. */
  readonly asked: number;
}

export const applicationLifecycle = defineLifecycle<ApplicationFacts>()({
  name: 'application',
  initial: 'draft',
  terminal: ['approved', 'rejected'],
  states: ['draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'rejected'],
  steps: {
    submit: {
      from: ['draft', 'changes_requested'],
      to: 'submitted',
      needs: 'application:write',
      blockedBy: (facts) => facts.blockers,
    },
    claim: { from: ['submitted'], to: 'in_review', needs: 'application:review' },
    release: { from: ['in_review'], to: 'submitted', needs: 'application:review' },
    request_changes: {
      from: ['in_review'],
      to: 'changes_requested',
      needs: 'application:review',
      blockedBy: (facts) => (facts.asked === 0 ? ['APPLICATION_NOTHING_ASKED'] : []),
    },
    approve: {
      from: ['in_review'],
      to: 'approved',
      needs: 'application:review',
      blockedBy: (facts) => [
        ...(facts.open > 0 ? ['APPLICATION_ITEMS_OPEN'] : []),
        ...(facts.asked > 0 ? ['APPLICATION_ITEMS_ASKED'] : []),
      ],
    },
    reject: { from: ['in_review'], to: 'rejected', needs: 'application:review' },
  },
});
export type ApplicationState = (typeof applicationLifecycle.states)[number];
