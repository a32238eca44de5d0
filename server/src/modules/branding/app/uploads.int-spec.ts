import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  assetOriginal,
  discardUpload,
  finishUpload,
  listUploads,
  putChunk,
  readUpload,
  startUpload,
} from '@qafila/shared/branding/assets.contract';
import {
  ASSET_LIMIT_MB,
  ASSET_QUOTA_FILES,
  ASSET_QUOTA_MB,
  CHUNK_BYTES,
  UPLOAD_IDLE_MINUTES,
  UPLOAD_KEPT_HOURS,
  UPLOADS_AT_ONCE,
} from '@qafila/shared/branding/assets.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { Config } from '../../../platform/config/config';
import { newId } from '../../../platform/ids/new-id';
import { aFile, beginning, noise, onDisk, partsOf, sending, sha256Of } from '../testing/a-file';
import { ClearUploads } from './clear-uploads';

type Trader = Awaited<ReturnType<TestApp['aTrader']>>;
const HOUR_MS = 3_600_000;
let app: TestApp;
let trader: Trader;
beforeAll(async () => {
  app = await aTestApp();
});
beforeEach(async () => {
  trader = await app.aTrader();
  // What the test before left on disk is none of the next one's.
  for (const folder of ['quarantine', 'sealed']) {
    rmSync(dataFolder(folder), { recursive: true, force: true });
    mkdirSync(dataFolder(folder));
  }
});
afterAll(() => app.close());

const dataFolder = (name: string): string => join(app.get(Config).values.DATA_DIR, name);
const begin = (bytes: Buffer, as = trader) => app.call(startUpload, { as, ...beginning({ bytes }) });
const put = (id: string, n: number, bytes: Buffer) =>
  app.call(putChunk, { as: trader, ...sending(id, n, bytes) });
const partsOnDisk = () => onDisk(app, 'quarantine');
const sealedOnDisk = () => onDisk(app, 'sealed');

describe('a file in parts', () => {
  it('comes out as it went in, and stands on disk sealed only', async () => {
    const bytes = noise(2 * CHUNK_BYTES + 77);
    const id = await aFile(app, trader, { bytes, name: 'art.bin' });
    const { raw, headers } = await app.call(assetOriginal, { as: trader, params: { id } });
    expect(raw.equals(bytes)).toBe(true);
    expect(headers['content-disposition']).toBe(`attachment; filename="art.bin"; filename*=UTF-8''art.bin`);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-security-policy']).toMatch(/^sandbox;/);
    expect(partsOnDisk()).toEqual([]);
    const [stored] = sealedOnDisk();
    expect(stored?.size).toBeGreaterThan(bytes.length);
  });

  it('goes on where it stopped: what is there is named with its hash, in whatever order it came', async () => {
    const bytes = noise(2 * CHUNK_BYTES + 5, 3);
    const parts = partsOf(bytes);
    const { body: upload } = await begin(bytes);
    await put(upload.id, 2, parts[2] ?? Buffer.alloc(0));
    await put(upload.id, 0, parts[0] ?? Buffer.alloc(0));
    const { body: known } = await app.call(readUpload, { as: trader, params: { id: upload.id } });
    expect(known.received).toEqual([0, 2].map((n) => ({ n, sha256: sha256Of(parts[n] ?? Buffer.alloc(0)) })));
    await put(upload.id, 1, parts[1] ?? Buffer.alloc(0));
    const { body: asset } = await app.call(finishUpload, { as: trader, params: { id: upload.id } });
    expect([asset.state, asset.byteCount]).toEqual(['quarantined', bytes.length]);
  });

  it('with a part missing is not put together, and says how many are', async () => {
    const bytes = noise(3 * CHUNK_BYTES);
    const { body: upload } = await begin(bytes);
    await put(upload.id, 1, partsOf(bytes)[1] ?? Buffer.alloc(0));
    const { status, body } = await app.call(finishUpload, { as: trader, params: { id: upload.id } });
    expect([status, body.code, body.params]).toEqual([409, 'UPLOAD_INCOMPLETE', { missing: 2 }]);
  });

  it('finished twice is one asset', async () => {
    const bytes = noise(100);
    const { body: upload } = await begin(bytes);
    await put(upload.id, 0, bytes);
    const ids = [1, 2].map(() => app.call(finishUpload, { as: trader, params: { id: upload.id } }));
    const [first, second] = await Promise.all(ids);
    expect(first?.body.id).toBe(second?.body.id);
    expect((await put(upload.id, 0, bytes)).body.code).toBe('UPLOAD_FINISHED');
  });

  it('keeps nothing once it is discarded', async () => {
    const bytes = noise(CHUNK_BYTES + 1);
    const { body: upload } = await begin(bytes);
    await put(upload.id, 0, bytes.subarray(0, CHUNK_BYTES));
    expect(partsOnDisk()).toHaveLength(1);
    await app.call(discardUpload, { as: trader, params: { id: upload.id } });
    expect(partsOnDisk()).toEqual([]);
    expect((await app.call(listUploads, { as: trader })).body.rows).toEqual([]);
    expect((await put(upload.id, 0, bytes.subarray(0, CHUNK_BYTES))).status).toBe(404);
  });
});

describe('a part', () => {
  it('that comes twice is one part; with other content it is refused and does not stay', async () => {
    const bytes = noise(CHUNK_BYTES + 9);
    const { body: upload } = await begin(bytes);
    const first = bytes.subarray(0, CHUNK_BYTES);
    expect((await put(upload.id, 0, first)).body.received).toBe(1);
    expect((await put(upload.id, 0, first)).body.received).toBe(1);
    const other = await put(upload.id, 0, noise(CHUNK_BYTES, 8));
    expect([other.status, other.body.code]).toEqual([409, 'UPLOAD_CHUNK_DIFFERS']);
    expect(partsOnDisk()).toHaveLength(1);
    await app.call(discardUpload, { as: trader, params: { id: upload.id } });
  });

  it.each([
    ['a wrong hash', (part: Buffer) => ({ bytes: part, sha256: sha256Of(noise(5)) })],
    ['a byte too few', (part: Buffer) => ({ bytes: part.subarray(1), sha256: sha256Of(part.subarray(1)) })],
    ['nothing in it', () => ({ bytes: Buffer.alloc(0), sha256: sha256Of(Buffer.alloc(0)) })],
  ])('with %s is refused and leaves nothing on disk', async (_, spoil) => {
    const bytes = noise(CHUNK_BYTES);
    const { body: upload } = await begin(bytes);
    const sent = spoil(bytes);
    const { status, body } = await app.call(putChunk, {
      as: trader,
      params: { id: upload.id, n: 0 },
      query: { sha256: sent.sha256 },
      file: { bytes: sent.bytes, type: 'application/octet-stream' },
    });
    expect([status, body.code]).toEqual([422, 'UPLOAD_CHUNK_WRONG']);
    expect(partsOnDisk()).toEqual([]);
  });

  it('larger than a part may be, or past the end of the file, is not taken', async () => {
    const { body: upload } = await begin(noise(10));
    expect((await put(upload.id, 0, noise(CHUNK_BYTES + 1))).status).toBe(413);
    expect((await put(upload.id, 1, noise(10))).status).toBe(404);
    expect(partsOnDisk()).toEqual([]);
  });
});

describe('room', () => {
  it('is for one file of so many MB, for two at a time, and again when one is done', async () => {
    const large = await app.call(startUpload, {
      as: trader,
      body: { ...beginning({ bytes: noise(1) }).body, bytes: ASSET_LIMIT_MB.value * 1024 * 1024 + 1 },
    });
    expect([large.status, large.body.code]).toEqual([413, 'TOO_LARGE']);
    const bytes = noise(4);
    const { body: first } = await begin(bytes);
    for (let more = 1; more < UPLOADS_AT_ONCE.value; more += 1) expect((await begin(bytes)).status).toBe(200);
    expect((await begin(bytes)).body.code).toBe('UPLOADS_RUNNING');
    await put(first.id, 0, bytes);
    await app.call(finishUpload, { as: trader, params: { id: first.id } });
    expect((await begin(bytes)).status).toBe(200);
  });

  it('at a time is given back by an upload that nothing was sent to for a while', async () => {
    const bytes = noise(CHUNK_BYTES + 1);
    const { body: slow } = await begin(bytes);
    await begin(bytes);
    const minute = 60_000;
    await app.clock.advance((UPLOAD_IDLE_MINUTES.value - 1) * minute);
    await put(slow.id, 0, bytes.subarray(0, CHUNK_BYTES));
    await app.clock.advance(2 * minute);
    expect((await begin(bytes)).status).toBe(200);
    expect((await begin(bytes)).body.code).toBe('UPLOADS_RUNNING');
  });

  it('of the company counts its files and its bytes, uploads that only began included', async () => {
    await app.system((tx) =>
      tx.query(
        `insert into asset_uploads (company_id, id, file_id, kind, name_enc, byte_count, started_by, started_at, touched_at)
         select $1, gen_random_uuid(), gen_random_uuid(), 'logo', '', $4, $2, $3, $3`,
        [
          ...[trader.companyId, trader.personId, new Date(app.clock.now().getTime() - 2 * HOUR_MS)],
          (ASSET_QUOTA_MB.value - 45) * 1024 * 1024,
        ],
      ),
    );
    const full = await app.call(startUpload, {
      as: trader,
      body: { ...beginning({ bytes: noise(1) }).body, bytes: 48 * 1024 * 1024 },
    });
    expect([full.body.code, full.body.params]).toEqual([
      'ASSET_QUOTA_BYTES',
      { freeMb: 45, limitMb: ASSET_QUOTA_MB.value },
    ]);
    await app.system((tx) =>
      tx.query(
        `insert into asset_uploads (company_id, id, file_id, kind, name_enc, byte_count, started_by, started_at, touched_at)
         select $1, gen_random_uuid(), gen_random_uuid(), 'logo', '', 1, $2, $3, $3 from generate_series(2, $4)`,
        [
          ...[trader.companyId, trader.personId, new Date(app.clock.now().getTime() - 2 * HOUR_MS)],
          ASSET_QUOTA_FILES.value,
        ],
      ),
    );
    expect((await begin(noise(1))).body.code).toBe('ASSET_QUOTA_FILES');
    expect((await begin(noise(1), await app.aTrader())).status).toBe(200);
    await app.system((tx) => tx.query('delete from asset_uploads where company_id = $1', [trader.companyId]));
  });

  it('asks for the statement about rights as it stands now, and keeps its version with the file', async () => {
    const { body } = beginning({ bytes: noise(1) });
    const old = await app.call(startUpload, { as: trader, body: { ...body, rightsVersion: 0 } });
    expect([old.status, old.body.code]).toEqual([409, 'RIGHTS_CHANGED']);
    const id = await aFile(app, trader, { bytes: noise(1) });
    const [row] = await app.system((tx) =>
      tx.query<{ rights_version: number; uploaded_by: string }>(
        'select rights_version, uploaded_by from assets where id = $1',
        [id],
      ),
    );
    expect(row).toEqual({ rights_version: 1, uploaded_by: trader.personId });
  });
});

describe('an upload nobody goes on with', () => {
  it('is removed after its time, with its parts and what ended processes left', async () => {
    const bytes = noise(CHUNK_BYTES + 1);
    const { body: upload } = await begin(bytes);
    await put(upload.id, 0, bytes.subarray(0, CHUNK_BYTES));
    await app.clock.advance((UPLOAD_KEPT_HOURS.value - 1) * HOUR_MS);
    await app.get(ClearUploads).run();
    expect(partsOnDisk()).toHaveLength(1);
    mkdirSync(dataFolder('quarantine/scratch/left'), { recursive: true });
    await app.clock.advance(2 * HOUR_MS);
    await app.get(ClearUploads).run();
    expect(partsOnDisk()).toEqual([]);
    expect((await app.call(readUpload, { as: trader, params: { id: upload.id } })).status).toBe(404);
  });
});

describe('uploads of others', () => {
  it('do not exist: reading, sending, finishing and removing answer 404 as for an id nobody has', async () => {
    const bytes = noise(10);
    const { body: upload } = await begin(bytes);
    const other = await app.aTrader();
    for (const id of [upload.id, newId()]) {
      const params = { id };
      expect((await app.call(readUpload, { as: other, params })).status).toBe(404);
      expect((await app.call(putChunk, { as: other, ...sending(id, 0, bytes) })).status).toBe(404);
      expect((await app.call(finishUpload, { as: other, params })).status).toBe(404);
      expect((await app.call(discardUpload, { as: other, params })).status).toBe(404);
    }
    expect(partsOnDisk()).toEqual([]);
  });

  it('cannot be told from one’s own: the same file is asked for and kept again', async () => {
    const bytes = noise(2000, 9);
    const first = await begin(bytes);
    const second = await begin(bytes, await app.aTrader());
    expect({ ...second.body, id: '' }).toEqual({ ...first.body, id: '' });
    expect(second.body.received).toEqual([]);
  });
});
