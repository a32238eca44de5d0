import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { parseLossless } from '../../../../platform/outside/lossless-json';
import type { Hint, Hook } from '../../domain/gateways/gateway';
import { HookRefused } from '../../domain/gateways/gateway-failure';
import { gatewayRef } from '../../domain/gateways/gateway-ref';
import { isSameSecret } from '../same-secret';

const AHEAD_MS = 300_000;
const hookSchema = z.object({
  orderId: z.string().regex(/^\d+$/),
  orderStatus: z.string(),
  eventType: z.string(),
  eventId: z.string().min(1),
  timeStamp: z.string(),
  signature: z.string(),
});
type NoonHook = z.output<typeof hookSchema>;

/**
 * Proves a hook: base64 of HMAC-SHA512 over five of its fields. Amount, currency and reference are not among them.
 * An old one is believed, since noon sends again with the first time on it: its event id tells it apart.
 */
export function verifyNoonHook(hook: Hook, secrets: readonly string[], now: Date): Hint {
  const told = read(hook.raw);
  const signed = [told.orderId, told.orderStatus, told.eventId, told.eventType, told.timeStamp].join(',');
  const isProven = secrets.some((secret) => {
    const expected = createHmac('sha512', secret).update(signed).digest('base64');
    return isSameSecret(told.signature, expected);
  });
  if (!isProven) throw new HookRefused('noon', 'signature');
  const occurredAt = new Date(told.timeStamp);
  if (occurredAt.getTime() - now.getTime() > AHEAD_MS) throw new HookRefused('noon', 'from_the_future');
  return {
    dedupeKey: told.eventId,
    ref: gatewayRef(told.orderId),
    event: told.eventType,
    ...(!Number.isNaN(occurredAt.getTime()) && { occurredAt }),
  };
}

function read(raw: Uint8Array): NoonHook {
  try {
    return hookSchema.parse(parseLossless(Buffer.from(raw).toString('utf8')));
  } catch {
    throw new HookRefused('noon', 'unreadable');
  }
}
