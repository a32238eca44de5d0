import type { AttemptRow } from '@qafila/shared/payments/gateways.contract';

/** Brands are the same in every language. */
export const GATEWAY_NAMES: Readonly<Record<AttemptRow['gateway'], string>> = {
  stripe: 'Stripe',
  noon: 'noon payments',
  tabby: 'Tabby',
  tamara: 'Tamara',
};
