import { createHash } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { finishUpload, startUpload } from '@qafila/shared/branding/assets.contract';
import { RIGHTS_VERSION } from '@qafila/shared/branding/assets.rules';
import { portalOrigin } from './addresses';
import { call } from './portal-call';

/** Sends a file of one part, as the screen of files does; its id. */
export async function sendFile(request: APIRequestContext, name: string, bytes: Buffer): Promise<string> {
  const { id } = await call(request, startUpload, {
    body: { kind: 'reference', name, bytes: bytes.length, rightsVersion: RIGHTS_VERSION },
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sent = await request.put(`${portalOrigin()}/api/brand/uploads/${id}/chunks/0?sha256=${sha256}`, {
    headers: { origin: portalOrigin(), 'content-type': 'application/octet-stream' },
    data: bytes,
  });
  if (!sent.ok()) throw new Error(`A part was answered ${sent.status()}: ${await sent.text()}`);
  return (await call(request, finishUpload, { params: { id } })).id;
}
