import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillPath } from '@qafila/shared/access/endpoint';
import {
  finishUpload,
  putChunk,
  readAsset,
  readUpload,
  startUpload,
} from '@qafila/shared/branding/assets.contract';
import { CHUNK_BYTES } from '@qafila/shared/branding/assets.rules';
import { InVain, RealProcess, until } from '../../../test/support/real-process';
import { aTestApp, type TestApp, testEnvironment } from '../../../test/support/test-app';
import { cookieFor } from '../../../test/support/test-people';
import { Config, SECRET_NAMES } from '../../platform/config/config';
import { ClearUploads } from './app/clear-uploads';
import {
  aFile,
  aPicture,
  beginning,
  noise,
  onDisk,
  openAll,
  partsOf,
  sending,
  sha256Of,
} from './testing/a-file';

const MINUTE_MS = 60_000;
type Trader = Awaited<ReturnType<TestApp['aTrader']>>;
let app: TestApp;
let trader: Trader;
let port: number;
beforeAll(async () => {
  app = await aTestApp();
  trader = await app.aTrader();
  mkdirSync(join(app.get(Config).values.DATA_DIR, 'quarantine'), { recursive: true });
  await app.nest.listen(0, '127.0.0.1');
  port = (app.nest.getHttpServer().address() as AddressInfo).port;
}, 60_000);
afterAll(() => app.close());

const begin = async (bytes: Buffer, as = trader) =>
  (await app.call(startUpload, { as, ...beginning({ bytes }) })).body;
/** The head of a call that sends a part, as a browser writes it; `length` may lie. */
const headOf = (given: { id: string; n: number; part: Buffer; length?: number }): string =>
  [
    `PUT /api${fillPath(putChunk.path, { id: given.id, n: given.n })}?sha256=${sha256Of(given.part)} HTTP/1.1`,
    'Host: localhost',
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/octet-stream',
    `Cookie: ${cookieFor(app, trader)}`,
    `Content-Length: ${given.length ?? given.part.length}`,
    'Connection: close',
    '\r\n',
  ].join('\r\n');
const opened = async (): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
};
/** Everything the server says until it closes. */
const heardFrom = async (socket: Socket): Promise<string> => {
  let heard = '';
  socket.on('data', (bytes) => {
    heard += bytes.toString('latin1');
  });
  socket.on('error', () => undefined);
  if (!socket.destroyed) await once(socket, 'close');
  return heard;
};
const write = (socket: Socket, bytes: Buffer | string): Promise<void> =>
  new Promise((resolve) => {
    socket.write(bytes, () => resolve());
  });

describe('a connection that drops', () => {
  it('in the middle of a part leaves what came before, and the file goes on from there', async () => {
    const bytes = noise(3 * CHUNK_BYTES + 11, 5);
    const parts = partsOf(bytes);
    const { id } = await begin(bytes);
    await app.call(putChunk, { as: trader, ...sending(id, 0, parts[0] ?? bytes) });
    const socket = await opened();
    await write(socket, headOf({ id, n: 1, part: parts[1] ?? bytes }));
    await write(socket, (parts[1] ?? bytes).subarray(0, 400_000));
    socket.destroy();
    await once(socket, 'close');
    const { body: known } = await app.call(readUpload, { as: trader, params: { id } });
    expect(known.received.map(({ n }) => n)).toEqual([0]);
    const there = new Set(known.received.map(({ n }) => n));
    for (const [n, part] of parts.entries())
      if (!there.has(n)) await app.call(putChunk, { as: trader, ...sending(id, n, part) });
    const { body: asset } = await app.call(finishUpload, { as: trader, params: { id } });
    const [row] = await app.system((tx) =>
      tx.query<{ sha256: string }>('select sha256 from assets where id = $1', [asset.id]),
    );
    expect(row?.sha256).toBe(sha256Of(bytes));
    expect(onDisk(app, 'quarantine')).toEqual([]);
  });
});

describe('a sender who lies', () => {
  it('about the length, either way, is refused, and nothing of it stays', async () => {
    const part = noise(1000, 6);
    const { id } = await begin(part);
    const short = await opened();
    const heardShort = heardFrom(short);
    await write(short, headOf({ id, n: 0, part, length: 4000 }));
    await write(short, part);
    short.end();
    expect(await heardShort).not.toMatch(/HTTP\/1\.1 2/);
    const long = await opened();
    const heardLong = heardFrom(long);
    await write(long, headOf({ id, n: 0, part, length: 500 }));
    await write(long, part);
    expect(await heardLong).not.toMatch(/HTTP\/1\.1 2/);
    const huge = await opened();
    const heardHuge = heardFrom(huge);
    await write(huge, headOf({ id, n: 0, part, length: 60 * 1024 * 1024 }));
    expect(await heardHuge).toMatch(/HTTP\/1\.1 413/);
    const { body } = await app.call(readUpload, { as: trader, params: { id } });
    expect(body.received).toEqual([]);
    expect(onDisk(app, 'quarantine')).toEqual([]);
  });

  it('sends byte by byte and never ends is dropped', async () => {
    const part = noise(1000, 7);
    const { id } = await begin(part, await app.aTrader());
    // The limit as it is for a whole request, but shorter; how often it is looked at is as in earnest.
    const server = app.nest.getHttpServer();
    const { requestTimeout, headersTimeout } = server;
    expect([requestTimeout, headersTimeout]).toEqual([120_000, 60_000]);
    server.headersTimeout = 1;
    server.requestTimeout = 1;
    const socket = await opened();
    const heard = heardFrom(socket);
    await write(socket, headOf({ id, n: 0, part }));
    await write(socket, part.subarray(0, 1));
    expect(await heard).toMatch(/^HTTP\/1\.1 408/);
    Object.assign(server, { requestTimeout, headersTimeout });
    expect(onDisk(app, 'quarantine')).toEqual([]);
  });
});

describe('at the same time', () => {
  it('the same part in many calls is one part, and other content never takes its place', async () => {
    const owner = await app.aTrader();
    const bytes = noise(CHUNK_BYTES, 11);
    const { id } = await begin(bytes, owner);
    const other = noise(CHUNK_BYTES, 12);
    const answers = await Promise.all(
      [bytes, other, bytes, other, bytes].map((part) =>
        app.call(putChunk, { as: owner, ...sending(id, 0, part) }),
      ),
    );
    const taken = answers.map(({ status }) => status);
    expect([...new Set(taken)].sort()).toEqual([200, 409]);
    expect(onDisk(app, 'quarantine')).toHaveLength(1);
    const { body: asset } = await app.call(finishUpload, { as: owner, params: { id } });
    const [row] = await app.system((tx) =>
      tx.query<{ sha256: string }>('select sha256 from assets where id = $1', [asset.id]),
    );
    expect(row?.sha256).toBe(sha256Of(taken[0] === 200 ? bytes : other));
  });

  it('ten finishes make one asset, and ten beginnings two uploads', async () => {
    const owner = await app.aTrader();
    const bytes = noise(3000, 13);
    const begun = await Promise.all(
      Array.from({ length: 10 }, () => app.call(startUpload, { as: owner, ...beginning({ bytes }) })),
    );
    const there = begun.filter(({ status }) => status === 200);
    expect(there).toHaveLength(2);
    const id = there[0]?.body.id ?? '';
    await app.call(putChunk, { as: owner, ...sending(id, 0, bytes) });
    const finished = await Promise.all(
      Array.from({ length: 10 }, () => app.call(finishUpload, { as: owner, params: { id } })),
    );
    expect(new Set(finished.map(({ body }) => body.id)).size).toBe(1);
    const [count] = await app.system((tx) =>
      tx.query<{ n: number }>('select count(*)::int as n from assets where company_id = $1', [
        owner.companyId,
      ]),
    );
    expect(count?.n).toBe(1);
  });
});

describe('a worker that is killed', () => {
  it('while it opens a file leaves it to the next one, and nothing in the clear for long', async () => {
    const owner = await app.aTrader();
    const id = await aFile(app, owner, { bytes: await aPicture({ width: 5000, height: 4000 }) });
    const { claimed, worker } = await aWorkerAt(id);
    await worker.kill9();
    expect(claimed.tries).toBe(1);
    const stateOf = async () => (await app.call(readAsset, { as: owner, params: { id } })).body.asset.state;
    await openAll(app);
    expect(await stateOf()).toBe('checking');
    await app.clock.advance(6 * MINUTE_MS);
    await openAll(app);
    expect(await stateOf()).toBe('ready');
    await app.clock.advance(2 * 60 * MINUTE_MS);
    await app.get(ClearUploads).run();
    expect(onDisk(app, 'quarantine').filter(({ path }) => path.includes('scratch'))).toEqual([]);
  }, 120_000);

  /** A worker of its own process, seen at the moment when it holds the file. */
  async function aWorkerAt(id: string) {
    const { values } = app.get(Config);
    const keys = SECRET_NAMES.map((name) => [name, values[name].reveal().toString('base64')]);
    const environment = {
      ...testEnvironment(app.database, values.DATA_DIR),
      ...Object.fromEntries(keys),
    };
    const worker = RealProcess.start('worker', environment);
    let claimed = { tries: 0 };
    await until('the worker to open the file', async () => {
      if (!worker.isRunning) throw new InVain(`the worker ended: ${worker.lastWords}`);
      const [row] = await app.system((tx) =>
        tx.query<{ tries: number }>(`select tries from assets where id = $1 and state = 'checking'`, [id]),
      );
      if (row) claimed = row;
      return row !== undefined;
    });
    return { claimed, worker };
  }
});

describe('memory', () => {
  const usedMb = (): number =>
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(process.pid)], { encoding: 'utf8' })) / 1024;

  it('grows by less than 100 MB while files of 50 MB come and go', async () => {
    const owner = await app.aTrader();
    const bytes = noise(50 * CHUNK_BYTES, 21);
    const parts = partsOf(bytes);
    const once50 = async (): Promise<void> => {
      const { id } = await begin(bytes, owner);
      for (const [n, part] of parts.entries())
        await app.call(putChunk, { as: owner, ...sending(id, n, part) });
      const { status } = await app.call(finishUpload, { as: owner, params: { id } });
      expect(status).toBe(200);
    };
    await once50();
    const before = usedMb();
    for (let round = 0; round < 3; round += 1) await once50();
    expect(usedMb() - before).toBeLessThan(100);
  }, 180_000);
});
