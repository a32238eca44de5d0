import { z } from 'zod';
import { filled, UnsafeConfiguration } from './config';
import { gatewayShape } from './gateway-config';

/** What the simulators read: the gateways' part, and where the portal takes hooks. */
const schema = z.object({
  ...gatewayShape,
  QAFILA_MODE: z.enum(['demo', 'test', 'production']).default('production'),
  PORT: z.coerce.number().int().default(3000),
  GATEWAY_SIMULATORS_PORT: z.coerce.number().int().min(0).max(65_535),
});
export type SimulatorValues = z.output<typeof schema>;

/** Reads the simulators' environment. Throws `UnsafeConfiguration`, in production always. */
export function readSimulatorConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): SimulatorValues {
  const parsed = schema.safeParse(filled(environment));
  if (!parsed.success) {
    throw new UnsafeConfiguration(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    );
  }
  if (parsed.data.QAFILA_MODE === 'production') {
    throw new UnsafeConfiguration(['QAFILA_MODE: simulators take no money and no part in production']);
  }
  return parsed.data;
}
