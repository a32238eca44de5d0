import { defineLifecycle } from '../kernel/lifecycle';

/** What is known when somebody decides on what another has proposed. */
export interface SecondPersonFacts {
  /** True when the one who decides is the one who proposed, or the one concerned. */
  readonly isOwn: boolean;
}
const byAnother = (facts: SecondPersonFacts): readonly string[] =>
  facts.isOwn ? ['SECOND_PERSON_NEEDED'] : [];

export const accountChangeLifecycle = defineLifecycle<SecondPersonFacts>()({
  name: 'seller-account-change',
  initial: 'proposed',
  terminal: ['in_force', 'withdrawn'],
  states: ['proposed', 'approved', 'in_force', 'withdrawn'],
  steps: {
    approve: { from: ['proposed'], to: 'approved', needs: 'seller:approve', blockedBy: byAnother },
    take_effect: { from: ['approved'], to: 'in_force', needs: 'system' },
    withdraw: { from: ['proposed', 'approved'], to: 'withdrawn', needs: 'seller:approve' },
  },
});

export const staffInvitationLifecycle = defineLifecycle<SecondPersonFacts>()({
  name: 'staff-invitation',
  initial: 'proposed',
  terminal: ['accepted', 'withdrawn'],
  states: ['proposed', 'open', 'accepted', 'withdrawn'],
  steps: {
    approve: { from: ['proposed'], to: 'open', needs: 'staff:approve', blockedBy: byAnother },
    accept: { from: ['open'], to: 'accepted', needs: 'system' },
    withdraw: { from: ['proposed', 'open'], to: 'withdrawn', needs: 'staff:approve' },
  },
});

export const staffRoleChangeLifecycle = defineLifecycle<SecondPersonFacts>()({
  name: 'staff-role-change',
  initial: 'proposed',
  terminal: ['done', 'withdrawn'],
  states: ['proposed', 'done', 'withdrawn'],
  steps: {
    approve: { from: ['proposed'], to: 'done', needs: 'staff:approve', blockedBy: byAnother },
    withdraw: { from: ['proposed'], to: 'withdrawn', needs: 'staff:approve' },
  },
});

export const storeLifecycles = [accountChangeLifecycle, staffInvitationLifecycle, staffRoleChangeLifecycle];
