import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../log/log';
import { framePolicy, pagePolicy } from './security-headers';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** Forms a built file also lies in, the smallest first; see tools/lib/squeeze.mjs. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

export interface ServedClient {
  readonly folder: string;
  /** First part of the interface's paths, which are not the client's. */
  readonly prefix: string;
  readonly robots: boolean;
  /** Paths that are pages; others answer 404 with the client's own `404.html`. All paths are, unless given. */
  readonly pages?: RegExp;
}

/** Serves a built client: its files, and its page for every other path that is not the interface's. */
export function serveClient(app: NestFastifyApplication, given: ServedClient): void {
  const folder = resolve(given.folder);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    try {
      return answer(request, reply);
    } catch (error) {
      if (!existsSync(join(folder, '500.html'))) throw error;
      app.get(Log).error('page failed', { requestId: request.id, error });
      return sendPage(reply.status(500), join(folder, '500.html'));
    }
  });
  function answer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const path = decodeURIComponent(request.url.split('?')[0] ?? '/');
    if (path === `/${given.prefix}` || path.startsWith(`/${given.prefix}/`)) return notFound(reply);
    if (!given.robots) reply.header('x-robots-tag', 'noindex, nofollow');
    const isFile = extname(path) !== '';
    if (isFile && extname(path) !== '.html' && fileOf(folder, path))
      return sendFile({ request, reply }, folder, path);
    if (given.pages && (isFile || !given.pages.test(path)))
      return sendPage(reply.status(404), join(folder, '404.html'));
    return isFile ? notFound(reply) : sendPage(reply, join(folder, 'index.html'));
  }
}

/** Serves one page, with its files, that a page of the same origin shows in a frame. */
export function serveFrame(
  app: NestFastifyApplication,
  given: { readonly folder: string; readonly path: `/${string}` },
): void {
  const folder = resolve(given.folder);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get(`${given.path}/*`, (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodeURIComponent(request.url.split('?')[0] ?? '/').slice(given.path.length);
    reply.header('x-robots-tag', 'noindex, nofollow');
    if (path !== '/page') return sendFile({ request, reply }, folder, path);
    return sendPage(reply.header('x-frame-options', 'SAMEORIGIN'), join(folder, 'index.html'), framePolicy);
  });
}

/** A page of the client with its nonce; the interface's own answer where the client has no such page. */
function sendPage(reply: FastifyReply, file: string, policy = pagePolicy): FastifyReply {
  if (!existsSync(file)) return notFound(reply);
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', policy(nonce))
    .type('text/html; charset=utf-8')
    .send(readFileSync(file, 'utf8').replaceAll('__NONCE__', nonce));
}

/** The file of a path; nothing for a path that leaves the folder or a kind we never build. */
function fileOf(folder: string, path: string): string | undefined {
  const file = resolve(folder, `.${path}`);
  return file.startsWith(`${folder}/`) && TYPES[extname(file)] && existsSync(file) ? file : undefined;
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

function sendFile({ request, reply }: Exchange, folder: string, path: string): FastifyReply {
  const file = fileOf(folder, path);
  if (!file) return notFound(reply);
  const isHashed = path.startsWith('/assets/');
  const accepted = acceptedBy(request).find(({ ending }) => existsSync(`${file}${ending}`));
  if (accepted) reply.header('content-encoding', accepted.name);
  return reply
    .header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
    .header('vary', 'accept-encoding')
    .type(TYPES[extname(file)] ?? '')
    .send(readFileSync(`${file}${accepted?.ending ?? ''}`));
}

/** The encodings a browser names without refusing them (`br;q=0`), RFC 9110, 12.5.3. */
function acceptedBy(request: FastifyRequest): (typeof ENCODINGS)[number][] {
  const named = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((each) =>
      each
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    );
  return ENCODINGS.filter(({ name }) =>
    named.some(([coding, weight]) => coding === name && !/^q=0(?:\.0*)?$/.test(weight ?? '')),
  );
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
