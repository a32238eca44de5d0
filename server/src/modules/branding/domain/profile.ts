import type { BrandProfileFacts, BrandProfileState } from '@qafila/shared/branding/branding.lifecycle';
import { brandProfileLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import {
  PROFILE_STEPS,
  type ProfileDetail,
  type ProfileStep,
} from '@qafila/shared/branding/profiles.contract';
import { decide } from '@qafila/shared/kernel/lifecycle';

/** Pictures that papers are drawn with. */
export interface LogoFiles {
  readonly logoFileId: string | null;
  readonly monoFileId: string | null;
}
/** A brand profile in its present version. */
export interface Profile extends LogoFiles {
  readonly companyId: string;
  readonly id: string;
  readonly brandCode: string;
  readonly state: BrandProfileState;
  readonly version: number;
  readonly content: ProfileContent;
}
type Action = ProfileDetail['actions'][number];

/** A reason with the number its sentence names. */
export function reasonOf(code: string, facts: BrandProfileFacts): Action['reasons'][number] {
  if (code === 'BRAND_ORDERS_OPEN') return { code, params: { count: facts.openOrders } };
  if (code === 'BRAND_SPECS_LOCKED') return { code, params: { count: facts.lockedSpecs } };
  return { code, params: {} };
}

/** Steps that begin in this state, each with what stands against it. */
export const actionsOf = (state: BrandProfileState, facts: BrandProfileFacts): Action[] =>
  PROFILE_STEPS.filter((step) => beginsIn(step, state)).map((step) => {
    const verdict = decide(brandProfileLifecycle, { state, step }, facts);
    const reasons = verdict.ok ? [] : verdict.reasons.map((code) => reasonOf(code, facts));
    return { step, allowed: verdict.ok, reasons };
  });

const beginsIn = (step: ProfileStep, state: BrandProfileState): boolean =>
  brandProfileLifecycle.steps[step].from.includes(state);
