import type { GatewayId } from '@qafila/shared/payments/methods';
import { OutsideLine } from '../../../../platform/outside/outside-line';
import { SimClock } from '../../../../simulators/kernel/sim-clock';
import { makeWorld, type SimAccounts } from '../../../../simulators/make-world';
import type { Gateway } from '../../domain/gateways/gateway';
import type { Opened } from './bench';
import { SimControl } from './sim-control';

export const NOW = new Date('2026-11-29T09:00:00Z');
const HOOKS = 'https://portal.example/api/hooks';
export const ACCOUNTS: SimAccounts = {
  stripe: { key: 'sk_test_bench', hookSecret: 'whsec_bench', hookUrl: `${HOOKS}/stripe` },
  noon: {
    business: 'qafila',
    application: 'portal',
    key: 'bench',
    hookSecret: 'noon_bench',
    hookUrl: `${HOOKS}/noon`,
  },
  tabby: {
    key: 'sk_test_tabby',
    hookHeader: 'x-hook-token',
    hookSecret: 'tabby_bench',
    hookUrl: `${HOOKS}/tabby`,
  },
  tamara: { key: 'tamara_api', hookSecret: 'tamara_bench', hookUrl: `${HOOKS}/tamara` },
};

/** What an adapter is made of, apart from its account. */
export interface Parts {
  readonly origin: string;
  readonly line: OutsideLine;
  readonly clock: SimClock;
  readonly secrets: readonly string[];
}

/** All simulators on a free port with time standing still, and one adapter that talks to its own. */
export async function openBench(
  id: GatewayId,
  secret: string,
  make: (parts: Parts) => Gateway,
): Promise<Opened> {
  const clock = new SimClock(NOW);
  const { server } = makeWorld(ACCOUNTS, clock, 'bench');
  await server.listen();
  const { origin } = server;
  const line = new OutsideLine({ name: id, origin, timeoutMs: 250, tries: 3, firstWaitMs: 1 }, clock);
  const control = new SimControl(origin, id);
  await control.hookMode('hold');
  return {
    gateway: make({ origin, line, clock, secrets: [secret] }),
    stranger: make({ origin, line, clock, secrets: ['the secret of somebody else'] }),
    rotated: make({ origin, line, clock, secrets: ['the next secret', secret] }),
    clock,
    remote: { control, server, line },
  };
}
