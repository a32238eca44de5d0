import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Sends bytes that cannot act: no sniffing, no script, no frame unless asked. Returns them for the handler to return. */
export function sendBytes<T extends Buffer | string | Readable>(
  reply: FastifyReply,
  file: {
    bytes: T;
    type: string;
    cache?: 'private' | 'no-store';
    name?: string;
    /** May stand in a frame of our own pages. */
    framed?: true;
    /** Never shown: saved under this name. */
    savedAs?: string;
  },
): T {
  reply
    .header('content-type', file.type)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
    .header('cache-control', file.cache === 'private' ? 'private, max-age=86400, immutable' : 'no-store');
  if (file.framed) reply.header('x-frame-options', 'SAMEORIGIN');
  if (file.name) reply.header('content-disposition', `inline; filename="${file.name}"`);
  if (file.savedAs !== undefined) reply.header('content-disposition', attachmentNamed(file.savedAs));
  return file.bytes;
}

/** RFC 6266: a plain name for everybody, and the whole one, encoded, for whoever reads it. */
function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\w.\- ]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
