import { HookLine, type WireHook } from './kernel/hook-line';
import type { SimClock } from './kernel/sim-clock';
import { SimIds } from './kernel/sim-ids';
import type { SimParts } from './kernel/sim-parts';
import { SimServer } from './kernel/sim-server';
import { SimWorld } from './kernel/sim-world';
import { type NoonAccount, NoonSimulator } from './noon/noon-simulator';
import { type StripeAccount, StripeSimulator } from './stripe/stripe-simulator';
import { type TabbyAccount, TabbySimulator } from './tabby/tabby-simulator';
import { type TamaraAccount, TamaraSimulator } from './tamara/tamara-simulator';

/** What the portal and its simulators agree on: keys, secrets, and where hooks go. */
export interface SimAccounts {
  readonly stripe: StripeAccount;
  readonly noon: NoonAccount;
  readonly tabby: TabbyAccount;
  readonly tamara: TamaraAccount;
}

const MINUTE_MS = 60_000;
/** Three tries within some hours, as in a sandbox. */
const STRIPE_RETRIES_MS = [10 * MINUTE_MS, 60 * MINUTE_MS, 180 * MINUTE_MS];
const NOON_RETRIES_MS = [5 * MINUTE_MS, 30 * MINUTE_MS, 60 * MINUTE_MS];
/** Four tries after the first, then never again. */
const TABBY_RETRIES_MS = [1, 2, 3, 4].map((minutes) => minutes * MINUTE_MS);
const TAMARA_RETRIES_MS = [15 * MINUTE_MS, 60 * MINUTE_MS];
const PAGES = ['/stripe/', '/noon/', '/tabby/', '/tamara/'];
const HOOK_TIMEOUT_MS = 10_000;

/** Every simulator on one clock and one listener. The same seed makes the same ids. */
export function makeWorld(
  accounts: SimAccounts,
  clock: SimClock,
  seed: string,
): { readonly world: SimWorld; readonly server: SimServer } {
  const origin = (): string => server.origin;
  const parts = (name: string, retries: readonly number[]): SimParts => ({
    clock,
    ids: new SimIds(`${seed}:${name}`),
    hooks: new HookLine(clock, retries, sendHook),
    origin,
  });
  const simulators = [
    new StripeSimulator(accounts.stripe, parts('stripe', STRIPE_RETRIES_MS)),
    new NoonSimulator(accounts.noon, parts('noon', NOON_RETRIES_MS)),
    new TabbySimulator(accounts.tabby, parts('tabby', TABBY_RETRIES_MS)),
    new TamaraSimulator(accounts.tamara, parts('tamara', TAMARA_RETRIES_MS)),
  ];
  const world = new SimWorld(clock, simulators, PAGES);
  const server = new SimServer(world);
  return { world, server };
}

/** Posts a hook; false when it was not taken. */
async function sendHook({ url, headers, body }: WireHook): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(HOOK_TIMEOUT_MS);
    return (await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal })).ok;
  } catch {
    return false;
  }
}
