import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { trackingEndpoints } from '@qafila/shared/shipping/tracking.contract';
import { proveDatabase } from '../../../platform/database/prove-database';
import { serveHealth } from '../../../platform/http/health';
import { createHttpApp } from '../../../platform/http/portal-app';
import { RouteCheck } from '../../../platform/http/route-check';
import { serveClient } from '../../../platform/http/serve-client';
import { TrackingModule } from '../tracking.module';

/** The address on slip and label: `/p/` and the secret of the link. */
const PARCEL_PAGE = /^\/p\/[A-Za-z0-9_-]{22}\/?$/;

/**
 * The recipients' origin, not yet listening: one parcel, its logo, the page around them, and neutral pages for
 * everything else. It has no session, no demo controls and no word of the store (Policy clause 7).
 */
export async function createTrackingApp(folder: string): Promise<NestFastifyApplication> {
  const app = await createHttpApp(TrackingModule, { prefix: 'api' });
  app.get(RouteCheck).prove(trackingEndpoints);
  await proveDatabase(app);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-robots-tag', 'noindex, nofollow');
    done();
  });
  serveHealth(app);
  serveClient(app, { folder, prefix: 'api', robots: false, pages: PARCEL_PAGE });
  return app;
}
