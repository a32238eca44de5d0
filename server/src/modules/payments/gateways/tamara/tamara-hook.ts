import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { parseLossless } from '../../../../platform/outside/lossless-json';
import type { Hint, Hook } from '../../domain/gateways/gateway';
import { HookRefused } from '../../domain/gateways/gateway-failure';
import { gatewayRef } from '../../domain/gateways/gateway-ref';
import { isSameSecret } from '../same-secret';

const AHEAD_SECONDS = 300;
const ALGORITHM = 'HS256';
const headSchema = z.object({ alg: z.literal(ALGORITHM) });
const claimsSchema = z.object({ exp: z.number(), iat: z.number().optional() });
const hookSchema = z.object({
  order_id: z.string().min(1),
  event_type: z.string(),
  data: z.unknown(),
});
type TamaraHook = z.output<typeof hookSchema>;

/**
 * Proves a hook by its token, which stands in the query, in the header, or in both: each one given must be right, and
 * its algorithm is ours to say, not the token's. It covers nothing of the body, and there is no id.
 */
export function verifyTamaraHook(hook: Hook, secrets: readonly string[], now: Date): Hint {
  const header = hook.headers.authorization;
  const tokens = [hook.query.tamaraToken, header?.replace(/^Bearer /, '')].filter(
    (each) => each !== undefined,
  );
  if (tokens.length === 0) throw new HookRefused('tamara', 'signature');
  for (const token of tokens) verifyToken(token, secrets, now);
  const told = read(hook.raw);
  return { dedupeKey: keyOf(told), ref: gatewayRef(told.order_id), event: told.event_type };
}

function verifyToken(token: string, secrets: readonly string[], now: Date): void {
  const [head = '', claims = '', signature = '', ...more] = token.split('.');
  const isSigned = secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url');
    return isSameSecret(signature, expected);
  });
  if (!isSigned || more.length > 0) throw new HookRefused('tamara', 'signature');
  const said = claimsSchema.safeParse(decoded(claims));
  if (!headSchema.safeParse(decoded(head)).success || !said.success)
    throw new HookRefused('tamara', 'signature');
  const seconds = now.getTime() / 1000;
  if (said.data.exp <= seconds) throw new HookRefused('tamara', 'too_old');
  if ((said.data.iat ?? 0) - seconds > AHEAD_SECONDS) throw new HookRefused('tamara', 'from_the_future');
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function keyOf({ order_id, event_type, data }: TamaraHook): string {
  return createHash('sha256')
    .update(JSON.stringify([order_id, event_type, data]))
    .digest('hex');
}

function read(raw: Uint8Array): TamaraHook {
  try {
    return hookSchema.parse(parseLossless(Buffer.from(raw).toString('utf8')));
  } catch {
    throw new HookRefused('tamara', 'unreadable');
  }
}
