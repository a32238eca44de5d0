import { defineLifecycle } from '../kernel/lifecycle';

/** What is known about a brand profile when a step is decided. */
export interface BrandProfileFacts {
  /** Problem codes of what the profile does not say and a parcel needs, or says and must not. */
  readonly faults: readonly string[];
  /** Orders placed and not yet out that ship under it. */
  readonly openOrders: number;
  /** Locked production specs that belong to it. */
  readonly lockedSpecs: number;
}
export const brandProfileLifecycle = defineLifecycle<BrandProfileFacts>()({
  name: 'brand-profile',
  initial: 'draft',
  terminal: ['archived'],
  states: ['draft', 'active', 'suspended', 'archived'],
  steps: {
    activate: {
      from: ['draft', 'suspended'],
      to: 'active',
      needs: 'brand:edit',
      blockedBy: (facts) => facts.faults,
    },
    suspend: { from: ['active'], to: 'suspended', needs: 'brand:edit' },
    archive: {
      from: ['draft', 'active', 'suspended'],
      to: 'archived',
      needs: 'brand:edit',
      blockedBy: (facts) => [
        ...(facts.openOrders > 0 ? ['BRAND_ORDERS_OPEN'] : []),
        ...(facts.lockedSpecs > 0 ? ['BRAND_SPECS_LOCKED'] : []),
      ],
    },
  },
});
export type BrandProfileState = (typeof brandProfileLifecycle.states)[number];

/** A file from the moment its last byte is there: nobody is shown it before it was opened whole. */
export const assetLifecycle = defineLifecycle()({
  name: 'asset',
  initial: 'quarantined',
  terminal: ['purged'],
  states: ['quarantined', 'checking', 'ready', 'rejected', 'superseded', 'purged'],
  steps: {
    check: { from: ['quarantined', 'ready', 'rejected'], to: 'checking', needs: 'system' },
    accept: { from: ['checking'], to: 'ready', needs: 'system' },
    reject: { from: ['checking'], to: 'rejected', needs: 'system' },
    replace: { from: ['ready'], to: 'superseded', needs: 'brand:edit' },
    purge: { from: ['ready', 'rejected', 'superseded'], to: 'purged', needs: 'system' },
  },
});
export type AssetState = (typeof assetLifecycle.states)[number];

/** What is known about a brief when a step is decided. */
export interface BriefFacts {
  /** Problem codes that stand against sending it: what is asked for and missing. */
  readonly blockers: readonly string[];
  /** Rounds included and quoted are used up, and no further one was accepted. */
  readonly isOutOfRounds: boolean;
}
export const briefLifecycle = defineLifecycle<BriefFacts>()({
  name: 'brief',
  initial: 'draft',
  terminal: ['cancelled'],
  states: ['draft', 'submitted', 'needs_info', 'in_design', 'on_hold', 'approved', 'cancelled'],
  steps: {
    submit: {
      from: ['draft', 'needs_info'],
      to: 'submitted',
      needs: 'brief:write',
      blockedBy: (facts) => facts.blockers,
    },
    ask_info: { from: ['submitted', 'in_design'], to: 'needs_info', needs: 'design:work' },
    begin: {
      from: ['submitted'],
      to: 'in_design',
      needs: 'design:work',
      blockedBy: (facts) => (facts.isOutOfRounds ? ['BRIEF_ROUND_NEEDS_QUOTE'] : []),
    },
    hold: { from: ['in_design'], to: 'on_hold', needs: 'system' },
    resume: { from: ['on_hold'], to: 'in_design', needs: 'brief:write' },
    approve: { from: ['in_design'], to: 'approved', needs: 'system' },
    /** Its spec cannot be produced: the technical check gives it back to the design team. */
    reopen: { from: ['approved'], to: 'in_design', needs: 'system' },
    cancel: {
      from: ['draft', 'submitted', 'needs_info', 'in_design', 'on_hold'],
      to: 'cancelled',
      needs: 'brief:write',
    },
  },
});
export type BriefState = (typeof briefLifecycle.states)[number];

/** What is known about a proof when a step is decided. */
export interface ProofFacts {
  /** Problem codes that stand against the step: file not ready, to-dos open, no checklist, same person. */
  readonly blockers: readonly string[];
}
/** One version of a proof. Silence never approves: it expires, and the brief waits. */
export const proofLifecycle = defineLifecycle<ProofFacts>()({
  name: 'proof',
  initial: 'draft',
  terminal: ['approved', 'superseded'],
  states: [
    ...(['draft', 'internal_review', 'sent', 'viewed'] as const),
    ...(['approved', 'changes_required', 'rejected', 'expired', 'superseded'] as const),
  ],
  steps: {
    hand_in: {
      from: ['draft'],
      to: 'internal_review',
      needs: 'design:work',
      blockedBy: (facts) => facts.blockers,
    },
    send_back: { from: ['internal_review'], to: 'draft', needs: 'design:gate' },
    send: {
      from: ['internal_review'],
      to: 'sent',
      needs: 'design:gate',
      blockedBy: (facts) => facts.blockers,
    },
    view: { from: ['sent'], to: 'viewed', needs: 'system' },
    approve: {
      from: ['sent', 'viewed'],
      to: 'approved',
      needs: 'proof:approve',
      blockedBy: (facts) => facts.blockers,
    },
    require_changes: { from: ['sent', 'viewed'], to: 'changes_required', needs: 'proof:approve' },
    reject: { from: ['sent', 'viewed'], to: 'rejected', needs: 'proof:approve' },
    expire: { from: ['sent', 'viewed'], to: 'expired', needs: 'system' },
    supersede: {
      from: ['draft', 'internal_review', 'sent', 'viewed', 'changes_required', 'rejected', 'expired'],
      to: 'superseded',
      needs: 'system',
    },
  },
});
export type ProofState = (typeof proofLifecycle.states)[number];

/** What is known about a packaging spec when a step is decided. */
export interface PackagingFacts {
  /** Problem codes that stand against calling it ready: no dieline, sizes differ, no price. */
  readonly blockers: readonly string[];
}
/** A save keeps a spec ready while nothing stands against it, and makes it a draft again otherwise. */
export const packagingSpecLifecycle = defineLifecycle<PackagingFacts>()({
  name: 'packaging-spec',
  initial: 'draft',
  terminal: [],
  states: ['draft', 'ready', 'archived'],
  steps: {
    finish: { from: ['draft'], to: 'ready', needs: 'brand:edit', blockedBy: (facts) => facts.blockers },
    reopen: { from: ['ready'], to: 'draft', needs: 'brand:edit' },
    archive: { from: ['draft', 'ready'], to: 'archived', needs: 'brand:edit' },
    restore: { from: ['archived'], to: 'draft', needs: 'brand:edit' },
  },
});
export type PackagingState = (typeof packagingSpecLifecycle.states)[number];

/** What is known about a production spec when a step is decided. */
export interface ProductionSpecFacts {
  /** Problem codes that stand against the step: hashes differ, the same person checks. */
  readonly blockers: readonly string[];
}
export const productionSpecLifecycle = defineLifecycle<ProductionSpecFacts>()({
  name: 'production-spec',
  initial: 'draft',
  terminal: ['retired'],
  states: ['draft', 'locked', 'released', 'retired'],
  steps: {
    lock: {
      from: ['draft'],
      to: 'locked',
      needs: 'design:gate',
      blockedBy: (facts) => facts.blockers,
    },
    refuse: {
      from: ['draft'],
      to: 'retired',
      needs: 'design:gate',
      blockedBy: (facts) => facts.blockers,
    },
    /** The first order made with it is paid and goes to the warehouse. */
    release: { from: ['locked'], to: 'released', needs: 'system' },
    retire: { from: ['locked', 'released'], to: 'retired', needs: 'brand:edit' },
  },
});
export type ProductionSpecState = (typeof productionSpecLifecycle.states)[number];

export const brandingLifecycles = [
  brandProfileLifecycle,
  assetLifecycle,
  briefLifecycle,
  proofLifecycle,
  packagingSpecLifecycle,
  productionSpecLifecycle,
];
