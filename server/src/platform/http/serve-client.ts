import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from './security-headers';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves a built client: its files, and its page for every other path that is not the interface's. */
export function serveClient(
  app: NestFastifyApplication,
  given: { folder: string; prefix: string; robots: boolean },
): void {
  const folder = resolve(given.folder);
  const pageFile = join(folder, 'index.html');
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodeURIComponent(request.url.split('?')[0] ?? '/');
    if (path === `/${given.prefix}` || path.startsWith(`/${given.prefix}/`)) return notFound(reply);
    if (!given.robots) reply.header('x-robots-tag', 'noindex, nofollow');
    if (extname(path) !== '') return sendFile(reply, folder, path);
    if (!existsSync(pageFile)) return notFound(reply);
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .type('text/html; charset=utf-8')
      .send(readFileSync(pageFile, 'utf8').replaceAll('__NONCE__', nonce));
  });
}

function sendFile(reply: FastifyReply, folder: string, path: string): FastifyReply {
  const file = resolve(folder, `.${path}`);
  const type = TYPES[extname(file)];
  // A path that leaves the folder, or a kind we never build, does not exist.
  if (!file.startsWith(`${folder}/`) || !type || !existsSync(file)) return notFound(reply);
  const isHashed = path.startsWith('/assets/');
  return reply
    .header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
    .type(type)
    .send(readFileSync(file));
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
