import { NoonGateway } from '../noon/noon-gateway';
import { StripeGateway } from '../stripe/stripe-gateway';
import { TabbyGateway } from '../tabby/tabby-gateway';
import { TamaraGateway } from '../tamara/tamara-gateway';
import type { Profile } from './bench';
import { ACCOUNTS, openBench } from './open-bench';

const { stripe, noon, tabby, tamara } = ACCOUNTS;
const HALF_HOUR_MS = 1_800_000;

/** How people, and misfortune, look at each gateway that has a simulator. */
export const STRIPE: Profile = {
  id: 'stripe',
  method: 'visa',
  approve: ['visa'],
  decline: ['decline'],
  abandon: ['cancel'],
  lifeMs: 2 * HALF_HOUR_MS,
  open: () =>
    openBench('stripe', stripe.hookSecret, ({ origin, line, clock, secrets }) => {
      const account = { origin, key: stripe.key, hookSecrets: secrets, methodConfiguration: 'pmc_bench' };
      return new StripeGateway(account, line, clock);
    }),
};

export const NOON: Profile = {
  id: 'noon',
  method: 'mada',
  approve: ['mada', 'approve'],
  decline: ['mada', 'decline'],
  abandon: ['cancel'],
  lifeMs: HALF_HOUR_MS,
  open: () =>
    openBench('noon', noon.hookSecret, ({ line, clock, secrets }) => {
      const { business, application, key } = noon;
      const account = { business, application, key, isLive: false, category: 'pay', hookSecrets: secrets };
      return new NoonGateway(account, line, clock);
    }),
};

export const TABBY: Profile = {
  id: 'tabby',
  method: 'tabby',
  approve: ['approve'],
  decline: ['decline'],
  abandon: ['cancel'],
  lifeMs: HALF_HOUR_MS,
  open: () =>
    openBench('tabby', tabby.hookSecret, ({ line, clock, secrets }) => {
      const hookHeader = { name: tabby.hookHeader, values: secrets };
      const account = { key: tabby.key, merchantCode: 'qafila', hookHeader };
      return new TabbyGateway(account, line, clock);
    }),
};

export const TAMARA: Profile = {
  id: 'tamara',
  method: 'tamara',
  approve: ['approve'],
  decline: ['decline'],
  abandon: ['cancel'],
  lifeMs: HALF_HOUR_MS,
  open: () =>
    openBench('tamara', tamara.hookSecret, ({ line, clock, secrets }) => {
      return new TamaraGateway({ key: tamara.key, hookSecrets: secrets }, line, clock);
    }),
};
