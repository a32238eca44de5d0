import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseLossless } from '../../../../platform/outside/lossless-json';
import type { Hint, Hook } from '../../domain/gateways/gateway';
import { HookRefused } from '../../domain/gateways/gateway-failure';
import { gatewayRef } from '../../domain/gateways/gateway-ref';
import { isSameSecret } from '../same-secret';

const parts = z.array(z.object({ id: z.string() })).default([]);
/** Statuses come in small letters here, and in capitals everywhere else. */
const hookSchema = z.object({ id: z.string().min(1), status: z.string(), captures: parts, refunds: parts });
type TabbyHook = z.output<typeof hookSchema>;

export interface AgreedHeader {
  /** In lower case. */
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * Proves a hook by the header that was agreed when hooks were set up. It covers nothing of the body, and there is no
 * id: what the hook says of its payment tells two of them apart.
 */
export function verifyTabbyHook(hook: Hook, header: AgreedHeader): Hint {
  const given = hook.headers[header.name] ?? '';
  if (!header.values.some((value) => isSameSecret(given, value))) throw new HookRefused('tabby', 'signature');
  const told = read(hook.raw);
  return { dedupeKey: keyOf(told), ref: gatewayRef(told.id), event: told.status };
}

function keyOf({ id, status, captures, refunds }: TabbyHook): string {
  const said = [id, status, captures.map((part) => part.id), refunds.map((part) => part.id)];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

function read(raw: Uint8Array): TabbyHook {
  try {
    return hookSchema.parse(parseLossless(Buffer.from(raw).toString('utf8')));
  } catch {
    throw new HookRefused('tabby', 'unreadable');
  }
}
