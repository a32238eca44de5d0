import { assetEndpoints } from '../branding/assets.contract';
import { brandingEndpoints } from '../branding/branding.contract';
import { briefEndpoints } from '../branding/briefs.contract';
import { decisionEndpoints } from '../branding/decisions.contract';
import { designEndpoints } from '../branding/design.contract';
import { designAssetEndpoints } from '../branding/design-assets.contract';
import { designProofEndpoints } from '../branding/design-proofs.contract';
import { packagingEndpoints } from '../branding/packaging.contract';
import { productionSpecEndpoints } from '../branding/production-specs.contract';
import { profilesEndpoints } from '../branding/profiles.contract';
import { proofEndpoints } from '../branding/proofs.contract';
import { catalogueEndpoints } from '../catalogue/catalogue.contract';
import { identityEndpoints } from '../identity/identity.contract';
import { notificationsEndpoints } from '../notifications/notifications.contract';
import { orderingEndpoints } from '../ordering/ordering.contract';
import { reorderEndpoints } from '../ordering/reorder.contract';
import { oversightEndpoints } from '../oversight/oversight.contract';
import { accountEndpoints } from '../payments/account.contract';
import { attemptsEndpoints } from '../payments/attempts.contract';
import { booksEndpoints } from '../payments/books.contract';
import { creditEndpoints } from '../payments/credit.contract';
import { deskEndpoints } from '../payments/desk.contract';
import { gatewaysEndpoints } from '../payments/gateways.contract';
import { paymentsEndpoints } from '../payments/payments.contract';
import { receiptsEndpoints } from '../payments/receipts.contract';
import { refundsEndpoints } from '../payments/refunds.contract';
import { statementEndpoints } from '../payments/statements.contract';
import { privacyEndpoints } from '../privacy/privacy.contract';
import { shippingEndpoints } from '../shipping/shipping.contract';
import { trackingEndpoints } from '../shipping/tracking.contract';
import { storeEndpoints } from '../store/store.contract';
import { actingEndpoints } from '../traders/acting.contract';
import { applicationEndpoints } from '../traders/application.contract';
import { companyEndpoints } from '../traders/company.contract';
import { membersEndpoints } from '../traders/members.contract';

/** Every endpoint of the portal's origin. */
export const portalEndpoints = [
  ...identityEndpoints,
  ...catalogueEndpoints,
  ...brandingEndpoints,
  ...assetEndpoints,
  ...designAssetEndpoints,
  ...briefEndpoints,
  ...proofEndpoints,
  ...designEndpoints,
  ...designProofEndpoints,
  ...decisionEndpoints,
  ...productionSpecEndpoints,
  ...packagingEndpoints,
  ...profilesEndpoints,
  ...orderingEndpoints,
  ...reorderEndpoints,
  ...statementEndpoints,
  ...paymentsEndpoints,
  ...attemptsEndpoints,
  ...creditEndpoints,
  ...accountEndpoints,
  ...booksEndpoints,
  ...gatewaysEndpoints,
  ...receiptsEndpoints,
  ...deskEndpoints,
  ...refundsEndpoints,
  ...shippingEndpoints,
  ...oversightEndpoints,
  ...notificationsEndpoints,
  ...applicationEndpoints,
  ...membersEndpoints,
  ...companyEndpoints,
  ...actingEndpoints,
  ...storeEndpoints,
  ...privacyEndpoints,
];
/** Every endpoint there is, the tracking origin's included. */
export const allEndpoints = [...portalEndpoints, ...trackingEndpoints];
