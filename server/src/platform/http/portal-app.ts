import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { localeFromHeader } from '@qafila/shared/kernel/locale';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../log/log';
import { Problem } from '../problems/problem';
import {
  BODY_LIMIT_MB,
  MB,
  PART_LIMIT_MB,
  REQUEST_TIMEOUT_MS,
  TIMEOUT_LOOK_MS,
  UPLOAD_LIMIT_MB,
} from './limits';
import { problemBody } from './problem-filter';
import { RequestContext } from './request-context';
import { securityHeaders } from './security-headers';

/** Creates an HTTP application of ours: contexts, uploads, security headers, prefix; not yet listening. */
export async function createHttpApp(
  module: Type,
  given: { readonly prefix: string },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_MB * MB,
    genReqId: () => randomUUID(),
    return503OnClosing: true,
    trustProxy: 'loopback',
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { connectionsCheckingInterval: TIMEOUT_LOOK_MS },
    routerOptions: { ignoreTrailingSlash: false },
    frameworkErrors: answerUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    abortOnError: false,
    bufferLogs: true,
    // Hooks are proven over the bytes as they came.
    rawBody: true,
  });
  app.useLogger(app.get(Log));
  app.setGlobalPrefix(given.prefix);
  // Shutdown: requests in flight are answered, late ones get 503, then the port closes.
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  readFiles(app);
  followRequests(app);
  return app;
}

const FILE_TYPES = [
  'application/xml',
  'text/xml',
  'application/x-bank-statement',
  'application/pdf',
  'image/jpeg',
  'image/png',
];

/** Bodies that are files, or parts of one, are taken as they are. */
function readFiles(app: NestFastifyApplication): void {
  const take = (types: string[], limitMb: number): void => {
    app
      .getHttpAdapter()
      .getInstance()
      .addContentTypeParser(
        types,
        { parseAs: 'buffer', bodyLimit: limitMb * MB },
        (_request: FastifyRequest, body: Buffer, done: (error: Error | null, body?: Buffer) => void) =>
          done(null, body),
      );
  };
  take(FILE_TYPES, UPLOAD_LIMIT_MB);
  take(['application/octet-stream'], PART_LIMIT_MB);
}

/** An address that cannot be read comes before hooks and filters: the same headers, the same words. */
function answerUnreadable(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  securityHeaders(reply);
  const language = request.headers['accept-language'];
  void reply
    .status(400)
    .header('x-request-id', request.id)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(new Problem('UNREADABLE'), { requestId: request.id, language })));
}

/** Gives each request its id, context and headers, and writes one line when it is answered. */
function followRequests(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const context = app.get(RequestContext);
  const log = app.get(Log);
  fastify.addHook('onRequest', (request, reply, done) => {
    securityHeaders(reply);
    reply.header('x-request-id', request.id);
    const locale = localeFromHeader(request.headers['accept-language']);
    context.run({ requestId: request.id, locale, personId: null }, () => done());
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    log.info('request', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}
