import { assetProblems } from '../branding/assets.problems';
import { briefsProblems } from '../branding/briefs.problems';
import { decisionsProblems } from '../branding/decisions.problems';
import { packagingProblems } from '../branding/packaging.problems';
import { profilesProblems } from '../branding/profiles.problems';
import { proofsProblems } from '../branding/proofs.problems';
import { identityProblems } from '../identity/identity.problems';
import { kernelProblems } from '../kernel/kernel.problems';
import type { ProblemSpec } from '../kernel/problem';
import { orderingProblems } from '../ordering/ordering.problems';
import { paymentsProblems } from '../payments/payments.problems';
import { refundsProblems } from '../payments/refunds.problems';
import { privacyProblems } from '../privacy/privacy.problems';
import { shippingProblems } from '../shipping/shipping.problems';
import { storeProblems } from '../store/store.problems';
import { actingProblems } from '../traders/acting.problems';
import { tradersProblems } from '../traders/traders.problems';

/** Every problem code of the portal with its status and sentences. */
export const PROBLEMS = {
  ...kernelProblems,
  ...identityProblems,
  ...assetProblems,
  ...packagingProblems,
  ...briefsProblems,
  ...proofsProblems,
  ...decisionsProblems,
  ...profilesProblems,
  ...orderingProblems,
  ...paymentsProblems,
  ...refundsProblems,
  ...shippingProblems,
  ...tradersProblems,
  ...actingProblems,
  ...storeProblems,
  ...privacyProblems,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);
export const problemSpec = (code: ProblemCode): ProblemSpec => PROBLEMS[code];
