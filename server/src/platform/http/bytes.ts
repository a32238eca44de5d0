import type { FastifyReply } from 'fastify';

/** Sends bytes that cannot act: no sniffing, no script, no frame unless asked. Returns them for the handler to return. */
export function sendBytes(
  reply: FastifyReply,
  file: {
    bytes: Buffer | string;
    type: string;
    cache?: 'private' | 'no-store';
    name?: string;
    /** May stand in a frame of our own pages. */
    framed?: true;
  },
): Buffer | string {
  reply
    .header('content-type', file.type)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
    .header('cache-control', file.cache === 'private' ? 'private, max-age=86400, immutable' : 'no-store');
  if (file.framed) reply.header('x-frame-options', 'SAMEORIGIN');
  if (file.name) reply.header('content-disposition', `inline; filename="${file.name}"`);
  return file.bytes;
}
