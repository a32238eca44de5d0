import { UnsafeConfiguration } from './platform/config/config';
import type { Secret } from './platform/config/secret';
import { readSimulatorConfig, type SimulatorValues } from './platform/config/simulator-config';
import { exitWithParent } from './platform/process/exit-with-parent';
import { refuse } from './platform/process/refuse';
import { SimClock } from './simulators/kernel/sim-clock';
import { makeWorld, type SimAccounts } from './simulators/make-world';

const SEED = 'qafila';
const TICK_MS = 1000;

/** The gateways' doubles: one process on loopback, nothing kept, no real money. */
async function main(): Promise<void> {
  exitWithParent();
  const values = readSimulatorConfig();
  const { world, server } = makeWorld(accountsOf(values), new SimClock(), SEED);
  await server.listen(values.GATEWAY_SIMULATORS_PORT);
  setInterval(() => void world.tick(), TICK_MS);
}

/** The same keys as the portal's; hooks go straight to the server. */
function accountsOf(values: SimulatorValues): SimAccounts {
  const hookUrl = (gateway: string): string =>
    `http://127.0.0.1:${values.PORT}/api/payments/hooks/${gateway}`;
  return {
    stripe: {
      key: text(values.GATEWAY_STRIPE_KEY),
      hookSecret: text(values.GATEWAY_STRIPE_HOOK_SECRETS?.[0]),
      hookUrl: hookUrl('stripe'),
    },
    noon: {
      business: values.GATEWAY_NOON_BUSINESS ?? '',
      application: values.GATEWAY_NOON_APPLICATION ?? '',
      key: text(values.GATEWAY_NOON_KEY),
      hookSecret: text(values.GATEWAY_NOON_HOOK_SECRETS?.[0]),
      hookUrl: hookUrl('noon'),
    },
    tabby: {
      key: text(values.GATEWAY_TABBY_KEY),
      hookHeader: values.GATEWAY_TABBY_HOOK_HEADER,
      hookSecret: text(values.GATEWAY_TABBY_HOOK_SECRETS?.[0]),
      hookUrl: hookUrl('tabby'),
    },
    tamara: {
      key: text(values.GATEWAY_TAMARA_KEY),
      hookSecret: text(values.GATEWAY_TAMARA_HOOK_SECRETS?.[0]),
      hookUrl: hookUrl('tamara'),
    },
  };
}

function text(secret: Secret | undefined): string {
  if (!secret) throw new UnsafeConfiguration(['GATEWAY_…_KEY and …_HOOK_SECRETS: each simulator needs both']);
  return secret.reveal().toString();
}

main().catch((error: unknown) => refuse(error, error instanceof UnsafeConfiguration));
