import { brandingEndpoints } from '../branding/branding.contract';
import { catalogueEndpoints } from '../catalogue/catalogue.contract';
import { identityEndpoints } from '../identity/identity.contract';
import { notificationsEndpoints } from '../notifications/notifications.contract';
import { orderingEndpoints } from '../ordering/ordering.contract';
import { oversightEndpoints } from '../oversight/oversight.contract';
import { paymentsEndpoints } from '../payments/payments.contract';
import { shippingEndpoints } from '../shipping/shipping.contract';
import { trackingEndpoints } from '../shipping/tracking.contract';

/** Every endpoint of the portal's origin. */
export const portalEndpoints = [
  ...identityEndpoints,
  ...catalogueEndpoints,
  ...brandingEndpoints,
  ...orderingEndpoints,
  ...paymentsEndpoints,
  ...shippingEndpoints,
  ...oversightEndpoints,
  ...notificationsEndpoints,
];
/** Every endpoint there is, the tracking origin's included. */
export const allEndpoints = [...portalEndpoints, ...trackingEndpoints];
