import { assetRules } from '../branding/assets.rules';
import { briefClockRules } from '../branding/brief-clock.rules';
import { decisionRules } from '../branding/decisions.rules';
import { packagingRules } from '../branding/packaging.rules';
import { profilesRules } from '../branding/profiles.rules';
import { proofNoteRules } from '../branding/proof-notes.rules';
import { identityRules } from '../identity/identity.rules';
import { orderingRules } from '../ordering/ordering.rules';
import { accountRules } from '../payments/account.rules';
import { paymentsRules } from '../payments/payments.rules';
import { quotesRules } from '../payments/quotes.rules';
import { shippingRules } from '../shipping/shipping.rules';
import { storeRules } from '../store/store.rules';
import { actingRules } from '../traders/acting.rules';
import { tradersRules } from '../traders/traders.rules';

/** Every rule of the policy and of the portal; `docs/RULES.md` is generated from it. */
export const RULES = [
  ...identityRules,
  ...assetRules,
  ...briefClockRules,
  ...proofNoteRules,
  ...decisionRules,
  ...packagingRules,
  ...profilesRules,
  ...orderingRules,
  ...paymentsRules,
  ...accountRules,
  ...quotesRules,
  ...shippingRules,
  ...tradersRules,
  ...actingRules,
  ...storeRules,
] as const;
