import { defineLifecycle } from '../kernel/lifecycle';

/**
 * Somebody lost every second factor. Two different staff approve, then a day passes in which the owner can object
 * by signing in; only then may a new factor be enrolled.
 */
export const factorCaseLifecycle = defineLifecycle()({
  name: 'factor-case',
  initial: 'open',
  terminal: ['used', 'refused', 'withdrawn', 'expired'],
  states: ['open', 'first_approved', 'approved', 'used', 'refused', 'withdrawn', 'expired'],
  steps: {
    approve: { from: ['open'], to: 'first_approved', needs: 'factor-case:decide' },
    approve_second: { from: ['first_approved'], to: 'approved', needs: 'factor-case:decide' },
    refuse: { from: ['open', 'first_approved', 'approved'], to: 'refused', needs: 'factor-case:decide' },
    withdraw: { from: ['open', 'first_approved', 'approved'], to: 'withdrawn', needs: 'system' },
    enrol: { from: ['approved'], to: 'used', needs: 'system' },
    expire: { from: ['open', 'first_approved', 'approved'], to: 'expired', needs: 'system' },
  },
});
export type FactorCaseState = (typeof factorCaseLifecycle.states)[number];
export const identityLifecycles = [factorCaseLifecycle];
