import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finishUpload, putChunk, startUpload } from '@qafila/shared/branding/assets.contract';
import { CHUNK_BYTES, RIGHTS_VERSION, type TraderAssetKind } from '@qafila/shared/branding/assets.rules';
import {
  finishDesignUpload,
  putDesignChunk,
  startDesignUpload,
} from '@qafila/shared/branding/design-assets.contract';
import sharp from 'sharp';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { Config } from '../../../platform/config/config';
import { InspectAssets } from '../app/inspect-assets';

export interface FileToSend {
  readonly bytes: Buffer;
  readonly kind?: TraderAssetKind;
  readonly name?: string;
  readonly replaces?: string;
}
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The parts of a file, in order. */
export const partsOf = (bytes: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, n) =>
    bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES),
  );

/** Bytes that are no file of any kind, the same for the same seed. */
export function noise(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[at] = state >> 16;
  }
  return bytes;
}

/** A picture that opens; without `ppi` it names no size on paper. */
export function aPicture({
  width = 600,
  height = 400,
  hue = 120,
  ppi,
}: {
  width?: number;
  height?: number;
  hue?: number;
  ppi?: number;
} = {}): Promise<Buffer> {
  const background = { r: hue, g: 80, b: 40 };
  const picture = sharp({ create: { width, height, channels: 3, background } }).png();
  return (ppi === undefined ? picture : picture.withMetadata({ density: ppi })).toBuffer();
}

/** The call that begins an upload. */
export const beginning = (file: FileToSend) => ({
  body: {
    kind: file.kind ?? ('logo' as const),
    name: file.name ?? 'logo.png',
    bytes: file.bytes.length,
    rightsVersion: RIGHTS_VERSION,
    ...(file.replaces ? { replaces: file.replaces } : {}),
  },
});

/** The call that sends one part. */
export const sending = (id: string, n: number, bytes: Buffer) => ({
  params: { id, n },
  query: { sha256: sha256Of(bytes) },
  file: { bytes, type: 'application/octet-stream' },
});

/** Sends a file whole through the endpoints; answers the id of its asset, in quarantine. */
export async function aFile(app: TestApp, as: TestPerson, file: FileToSend): Promise<string> {
  const { body: upload, status } = await app.call(startUpload, { as, ...beginning(file) });
  if (status !== 200) throw new Error(`An upload did not begin: ${upload.code}`);
  for (const [n, part] of partsOf(file.bytes).entries())
    await app.call(putChunk, { as, ...sending(upload.id, n, part) });
  const { body: asset } = await app.call(finishUpload, { as, params: { id: upload.id } });
  return asset.id;
}

/** Lets the worker open every file that waits. */
export const openAll = (app: TestApp): Promise<void> => app.get(InspectAssets).run();

/** A proof file that a designer sends for a brief, opened; answers its id. */
export async function aProofFile(
  app: TestApp,
  by: TestPerson,
  { briefId, bytes }: { readonly briefId: string; readonly bytes: Buffer },
): Promise<string> {
  const body = { name: 'label v1.png', bytes: bytes.length };
  const { body: upload } = await app.call(startDesignUpload, { as: by, params: { id: briefId }, body });
  await app.call(putDesignChunk, { as: by, ...sending(upload.id, 0, bytes) });
  const { body: asset } = await app.call(finishDesignUpload, { as: by, params: { id: upload.id } });
  await openAll(app);
  return asset.id;
}

/** A file that was opened and is ready; answers its id. */
export async function aReadyFile(
  app: TestApp,
  as: TestPerson,
  given: Partial<FileToSend> = {},
): Promise<string> {
  const id = await aFile(app, as, { ...given, bytes: given.bytes ?? (await aPicture()) });
  await openAll(app);
  return id;
}

/** Paths of every file below the data folder, with their sizes. */
export function onDisk(app: TestApp, below = ''): { path: string; size: number }[] {
  const root = join(app.get(Config).values.DATA_DIR, below);
  const names = readdirSync(root, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, size: statSync(path).size }));
}

/** An upload that only began, with its first part; answers its id. */
export async function anOpenUpload(app: TestApp, as: TestPerson, name = 'art.pdf'): Promise<string> {
  const bytes = noise(CHUNK_BYTES + 10);
  const { body: upload } = await app.call(startUpload, {
    as,
    ...beginning({ bytes, name, kind: 'artwork' }),
  });
  await app.call(putChunk, { as, ...sending(upload.id, 0, bytes.subarray(0, CHUNK_BYTES)) });
  return upload.id;
}
