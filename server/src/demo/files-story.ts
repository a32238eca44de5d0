import { createHash } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { CHUNK_BYTES, RIGHTS_VERSION, type TraderAssetKind } from '@qafila/shared/branding/assets.rules';
import sharp from 'sharp';
import { FinishUpload } from '../modules/branding/app/finish-upload';
import { InspectAssets } from '../modules/branding/app/inspect-assets';
import { ReceiveChunk } from '../modules/branding/app/receive-chunk';
import { StartUpload } from '../modules/branding/app/start-upload';
import type { Actor } from '../platform/access/actor';
import { systemScope } from '../platform/access/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { demoLogos } from './art/demo-logos';
import { drawLogo } from './art/draw-logo';
import type { Cast } from './cast';

const NOURA = 'noura@darnour.example';

interface DemoFile {
  readonly kind: TraderAssetKind;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Dar Nour sends its files: a logo that is ready, a reference, and one that is not what its name says. */
export async function tellFilesStory(app: INestApplicationContext, cast: Cast): Promise<void> {
  const noura = cast.as(NOURA);
  const told = await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) =>
      tx.query('select 1 from assets where company_id = $1', [noura.companyId]),
    );
  if (told.length > 0) return;
  for (const file of await demoFiles()) await send(app, noura, file);
  await app.get(InspectAssets).run();
}

async function demoFiles(): Promise<DemoFile[]> {
  const logo = Buffer.from(drawLogo(demoLogos.darNour));
  const olive = Buffer.from(drawLogo({ ...demoLogos.darNour, ink: '#3d4a2c' }));
  const picture = await sharp(olive, { density: 300 }).resize(1400).png().toBuffer();
  return [
    { kind: 'artwork', name: 'argan-label-final.pdf', bytes: picture },
    { kind: 'reference', name: 'mood-olive.png', bytes: picture },
    { kind: 'logo', name: 'dar-nour-logo.svg', bytes: logo },
  ];
}

/** As a browser sends it: begun, part by part, finished. */
async function send(
  app: INestApplicationContext,
  actor: Actor,
  { bytes, kind, name }: DemoFile,
): Promise<void> {
  const { id } = await app
    .get(StartUpload)
    .run(actor, { kind, name, bytes: bytes.length, rightsVersion: RIGHTS_VERSION });
  for (let n = 0; n * CHUNK_BYTES < bytes.length; n += 1) {
    const part = bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);
    const sha256 = createHash('sha256').update(part).digest('hex');
    await app.get(ReceiveChunk).run(actor, id, { n, sha256, bytes: part });
  }
  await app.get(FinishUpload).run(actor, id);
}
