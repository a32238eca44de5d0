import {
  type PackagingFacts,
  type PackagingState,
  packagingSpecLifecycle,
} from '@qafila/shared/branding/branding.lifecycle';
import type { PackagingContent, PackagingView } from '@qafila/shared/branding/packaging.contract';
import type { BrandingTerms, packagingBlockers, SizeCheck } from '@qafila/shared/branding/packaging.rules';
import type { Currency } from '@qafila/shared/kernel/currency';
import { decide } from '@qafila/shared/kernel/lifecycle';

/** A packaging spec as its company has it, in the version in force. */
export interface Packaging {
  readonly companyId: string;
  readonly id: string;
  readonly state: PackagingState;
  readonly version: number;
  readonly content: PackagingContent;
  readonly sha256: string;
  readonly terms: BrandingTerms;
  readonly changedAt: Date;
}
export interface PackagingVersion {
  readonly version: number;
  readonly at: Date;
  readonly sha256: string;
}
/** What a spec is worth and what stands against calling it ready. */
export interface PackagingVerdict {
  readonly currency: Currency;
  readonly terms: BrandingTerms;
  readonly checks: readonly SizeCheck[];
  readonly blockers: ReturnType<typeof packagingBlockers>;
}

/** What the lifecycle asks about a packaging spec. */
export const packagingFacts = ({ blockers }: Pick<PackagingVerdict, 'blockers'>): PackagingFacts => ({
  blockers: blockers.map(({ code }) => code),
});

const SHOWN_STEPS = ['finish', 'archive', 'restore'] as const;

/** The steps a member can take, each with what stands against it. */
export function packagingActions(
  state: PackagingState,
  { blockers }: Pick<PackagingVerdict, 'blockers'>,
): PackagingView['actions'] {
  return SHOWN_STEPS.map((step) => {
    const verdict = decide(packagingSpecLifecycle, { state, step }, packagingFacts({ blockers }));
    const codes = verdict.ok ? [] : verdict.reasons;
    const reasons = codes.map(
      (code) => blockers.find((blocker) => blocker.code === code) ?? { code, params: {} },
    );
    return { step, allowed: verdict.ok, reasons };
  });
}
