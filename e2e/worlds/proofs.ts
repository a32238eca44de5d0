import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { APIRequestContext } from '@playwright/test';
import { CHUNK_BYTES } from '@qafila/shared/branding/assets.rules';
import { briefProducts, createBrief, listBriefs, submitBrief } from '@qafila/shared/branding/briefs.contract';
import { approveProof, readApproval } from '@qafila/shared/branding/decisions.contract';
import { assignBrief, beginDesign, designBrief, designQueue } from '@qafila/shared/branding/design.contract';
import {
  finishDesignUpload,
  readDesignAsset,
  startDesignUpload,
} from '@qafila/shared/branding/design-assets.contract';
import { createProof, handInProof, sendProof } from '@qafila/shared/branding/design-proofs.contract';
import { listPackaging } from '@qafila/shared/branding/packaging.contract';
import { portalOrigin } from './addresses';
import { freshCode } from './people';
import { call } from './portal-call';

/** The version of the demo world's label that its trader was sent last. */
export async function demoProof(request: APIRequestContext): Promise<string> {
  const { rows } = await call(request, listBriefs, { query: { limit: 100 } });
  const proof = rows.findLast((row) => row.proof !== null)?.proof;
  if (!proof) throw new Error('The demo world has no proof');
  return proof.id;
}

/** The same for whoever designs. */
export async function designedProof(request: APIRequestContext): Promise<string> {
  const { rows } = await call(request, designQueue, { query: { filter: 'all', limit: 100 } });
  const proof = rows.find((row) => row.proof !== null)?.proof;
  if (!proof) throw new Error('The demo world has no proof');
  return proof.id;
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};
function block(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([word(data.length), body, word(crc32(body))]);
}
/** A grey page of large squares: 9,480 × 6,360 pixels are 60 megapixels. */
export function aLargePage(width = 9480, height = 6360, square = 120): Buffer {
  const rowOf = (y: number): Buffer => {
    const row = Buffer.alloc(width + 1);
    for (let x = 0; x < width; x += square)
      row.fill(
        90 + ((Math.floor(x / square) * 7 + Math.floor(y / square) * 13) % 150),
        x + 1,
        x + 1 + square,
      );
    return row;
  };
  const bands = Array.from({ length: Math.ceil(height / square) }, (_, band) => rowOf(band * square));
  const rows = Array.from({ length: height }, (_, y) => bands[Math.floor(y / square)] ?? Buffer.alloc(0));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    block('IHDR', Buffer.concat([word(width), word(height), Buffer.from([8, 0, 0, 0, 0])])),
    block('IDAT', deflateSync(Buffer.concat(rows), { level: 1 })),
    block('IEND', Buffer.alloc(0)),
  ]);
}

/** Who takes part, each with the cookies of an own browser. */
export interface ProofPeople {
  readonly trader: APIRequestContext;
  readonly maker: APIRequestContext;
  readonly gatekeeper: APIRequestContext;
}

async function beginWork({ trader, maker, gatekeeper }: ProofPeople, title: string): Promise<string> {
  const { rows } = await call(trader, listBriefs, { query: { limit: 100 } });
  const known = rows.findLast((row) => row.proof !== null);
  const [product] = (await call(trader, briefProducts, {})).rows;
  if (!known || !product) throw new Error('The demo world has no proof, or nothing to dress');
  const packaging = await call(trader, listPackaging, {});
  const packagingSpecId =
    packaging.rows.find(({ state, source }) => state === 'ready' && source === 'catalogue')?.id ?? null;
  const brief = await call(trader, createBrief, {
    body: {
      packagingSpecId,
      ...{ brandProfileId: known.brand.id, productIds: [product.id], title, quantity: 500 },
      ...{ objectives: 'A poster for the shop window.', languages: ['ar', 'en'] },
    },
  });
  const params = { id: brief.id };
  await call(trader, submitBrief, { params, version: brief.version });
  const queued = await call(gatekeeper, designBrief, { params });
  const personOf = (name: string): string => {
    const person = queued.designers.find((each) => each.name.startsWith(name));
    if (!person) throw new Error(`No designer is called ${name}`);
    return person.id;
  };
  const people = { assigneeId: personOf('Driss'), gatekeeperId: personOf('Hind') };
  const { version } = await call(gatekeeper, assignBrief, { params, version: queued.version, body: people });
  await call(maker, beginDesign, { params, version });
  return brief.id;
}

/** A proof file as the desk sends it; its id once the worker has opened it whole. */
async function sendProofFile(maker: APIRequestContext, briefId: string, bytes: Buffer): Promise<string> {
  const body = { name: 'page.png', bytes: bytes.length };
  const { id } = await call(maker, startDesignUpload, { params: { id: briefId }, body });
  for (let n = 0; n * CHUNK_BYTES < bytes.length; n += 1) {
    const data = bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);
    const sha256 = createHash('sha256').update(data).digest('hex');
    const sent = await maker.put(`${portalOrigin()}/api/design/uploads/${id}/chunks/${n}?sha256=${sha256}`, {
      headers: { origin: portalOrigin(), 'content-type': 'application/octet-stream' },
      data,
    });
    if (!sent.ok()) throw new Error(`A part was answered ${sent.status()}: ${await sent.text()}`);
  }
  return (await call(maker, finishDesignUpload, { params: { id } })).id;
}

/** A brief of its own whose first version, drawn from these bytes, is with the gatekeeper. `isReady` waits for the worker. */
export async function aHandedProof(
  people: ProofPeople,
  given: { readonly title: string; readonly bytes: Buffer },
  isReady: (look: () => Promise<string>) => Promise<void>,
): Promise<{ id: string; revision: number }> {
  const { maker } = people;
  const briefId = await beginWork(people, given.title);
  const assetId = await sendProofFile(maker, briefId, given.bytes);
  await isReady(async () => (await call(maker, readDesignAsset, { params: { id: assetId } })).asset.state);
  const made = await call(maker, createProof, { params: { id: briefId }, body: { assetId } });
  return call(maker, handInProof, { params: { id: made.id }, version: made.revision });
}

/** The same, sent on to the trader. */
export async function aSentProof(
  ...[people, given, isReady]: Parameters<typeof aHandedProof>
): Promise<string> {
  const { id, revision } = await aHandedProof(people, given, isReady);
  await call(people.gatekeeper, sendProof, { params: { id }, version: revision });
  return id;
}

/** The same, approved by its trader with a fresh code: a spec that waits for its technical check. */
export async function aSignedSpec(
  people: ProofPeople,
  given: { readonly title: string; readonly bytes: Buffer; readonly as: string },
  isReady: (look: () => Promise<string>) => Promise<void>,
): Promise<void> {
  const { trader } = people;
  const params = { id: await aSentProof(people, given, isReady) };
  const shown = await call(trader, readApproval, { params });
  const body = {
    seal: shown.seal,
    checklist: shown.checklist.map(({ key }) => key),
    openNotes: [],
  };
  const code = await freshCode(trader, given.as);
  await call(trader, approveProof, { params, body, version: shown.revision, freshCode: code });
}
