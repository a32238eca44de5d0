import 'reflect-metadata';
import { join } from 'node:path';
import { portalEndpoints } from '@qafila/shared/registry/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import { DemoClock } from './platform/clock/demo-clock';
import { Config, UnsafeConfiguration } from './platform/config/config';
import { proveDatabase } from './platform/database/prove-database';
import { serveHealth } from './platform/http/health';
import { openApiOf } from './platform/http/openapi';
import { createHttpApp } from './platform/http/portal-app';
import { RouteCheck } from './platform/http/route-check';
import { serveClient, serveFrame } from './platform/http/serve-client';
import { exitWithParent } from './platform/process/exit-with-parent';
import { refuse } from './platform/process/refuse';

/** The portal's origin: API under `/api`, the client for everything else. */
async function main(): Promise<void> {
  exitWithParent();
  const app = await createHttpApp(AppModule, { prefix: 'api' });
  app.get(RouteCheck).prove(portalEndpoints);
  await proveDatabase(app);
  await app.get(DemoClock).follow();
  const document = JSON.stringify(openApiOf(portalEndpoints));
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request: FastifyRequest, reply: FastifyReply) =>
      reply.type('application/json').send(document),
    );
  serveHealth(app);
  // Traders see the recipients' page with their unsaved brand in it; nothing else of ours may be framed.
  serveFrame(app, { folder: join(__dirname, '../../client/preview/dist'), path: '/tracking-preview' });
  serveClient(app, { folder: join(__dirname, '../../client/dist'), prefix: 'api', robots: false });
  const { HOST, PORT } = app.get(Config).values;
  await app.listen(PORT, HOST);
}

main().catch((error: unknown) => refuse(error, error instanceof UnsafeConfiguration));
