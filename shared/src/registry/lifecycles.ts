import { brandingLifecycles } from '../branding/branding.lifecycle';
import { identityLifecycles } from '../identity/factor-case.lifecycle';
import { orderingLifecycles } from '../ordering/ordering.lifecycle';
import { paymentsLifecycles } from '../payments/payments.lifecycle';
import { shippingLifecycles } from '../shipping/shipping.lifecycle';
import { storeLifecycles } from '../store/store.lifecycle';
import { tradersLifecycles } from '../traders/traders.lifecycle';

/** Every lifecycle table; `docs/LIFECYCLES.md` and the database checks are compared with them. */
export const LIFECYCLES = [
  ...tradersLifecycles,
  ...identityLifecycles,
  ...brandingLifecycles,
  ...orderingLifecycles,
  ...paymentsLifecycles,
  ...shippingLifecycles,
  ...storeLifecycles,
] as const;
