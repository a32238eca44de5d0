import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** SHA-256 of a request's address and body, hex: equal for two tries of one intention. */
export function requestHash(request: FastifyRequest): string {
  const body = Buffer.isBuffer(request.body)
    ? request.body
    : Buffer.from(JSON.stringify(request.body ?? null));
  return createHash('sha256').update(`${request.url}\n`).update(body).digest('hex');
}
