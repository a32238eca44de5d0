import 'reflect-metadata';
import { join } from 'node:path';
import { createTrackingApp } from './modules/shipping/http/tracking-app';
import { Config, UnsafeConfiguration } from './platform/config/config';
import { exitWithParent } from './platform/process/exit-with-parent';
import { refuse } from './platform/process/refuse';

/** The recipients' origin: tracking pages, and nothing of the portal. */
async function main(): Promise<void> {
  exitWithParent();
  const app = await createTrackingApp(join(__dirname, '../../client/tracking/dist'));
  const { HOST, TRACKING_PORT } = app.get(Config).values;
  await app.listen(TRACKING_PORT, HOST);
}

main().catch((error: unknown) => refuse(error, error instanceof UnsafeConfiguration));
