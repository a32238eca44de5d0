import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { moveClock } from '@qafila/shared/identity/identity.contract';
import { loadCatalogue } from '../../src/demo/load-catalogue';
import { loadSeller } from '../../src/demo/load-companies';
import type { Trader } from '../../src/modules/ordering/testing/a-draft';
import { Clock, MovableClock } from '../../src/platform/clock/clock';
import { createHttpApp } from '../../src/platform/http/portal-app';
import { aDurableCluster, type DurableCluster } from './durable-cluster';
import { RealProcess, until } from './real-process';
import { RealServer } from './real-server';
import { connectedTo } from './schema-facts';
import { type TestAnswer, TestApp, type TestCall, testEnvironment } from './test-app';
import { cookieFor, type TestPerson } from './test-people';
import { WireProxy } from './wire-proxy';
import { stockGoods } from './world-company';

const STEP_SECONDS = 30;

/**
 * The product as it runs in earnest: a durable PostgreSQL, the compiled server behind a proxy of ours, real HTTP.
 * `app` is the same application inside the test; it seeds, looks, and delivers the outbox where no worker runs.
 */
export class CrashWorld {
  private server: RealServer | null = null;
  private offsetMs = 0;

  private constructor(
    readonly cluster: DurableCluster,
    readonly app: TestApp,
    readonly wire: WireProxy,
    private readonly environment: Readonly<Record<string, string>>,
    readonly trader: Trader,
    readonly finance: TestPerson,
  ) {}

  static async open(): Promise<CrashWorld> {
    const cluster = await aDurableCluster();
    const database = { ...cluster, name: 'durable', drop: async () => undefined };
    const folder = mkdtempSync(join(tmpdir(), 'portal-files-'));
    const environment = testEnvironment(database, folder);
    Object.assign(process.env, environment);
    const { AppModule } = await import('../../src/app.module');
    const nest = await createHttpApp(AppModule, { prefix: 'api' });
    await nest.init();
    const app = new TestApp(nest, database, environment, true);
    await app.system(async (tx) => {
      await loadSeller(nest, tx);
      await loadCatalogue(tx, app.clock.now());
    });
    await stockGoods(app);
    const wire = await WireProxy.between(cluster.appUrl);
    const people = [await app.aTrader(), await app.aStaff('finance')] as const;
    const world = new CrashWorld(cluster, app, wire, environment, ...people);
    await world.startServer();
    return world;
  }

  async close(): Promise<void> {
    await this.server?.kill9();
    await this.wire.close();
    await this.app.close();
    await this.cluster.stop();
  }

  /** Starts the server behind the proxy and waits until it is ready. */
  async startServer(): Promise<void> {
    this.server = await RealServer.start(this.environmentWith({ DATABASE_URL: this.wire.url }));
  }

  async killServer(): Promise<void> {
    await this.server?.kill9();
  }

  /**
   * Makes every commit rest 100 ms between writing its record and flushing it (`commit_delay`), so that a kill
   * falls into the commit itself; or lets commits be quick again.
   */
  async slowCommits(isSlow: boolean): Promise<void> {
    const statements = isSlow
      ? ['alter system set commit_delay = 100000', 'alter system set commit_siblings = 0']
      : ['alter system reset commit_delay', 'alter system reset commit_siblings'];
    await connectedTo(this.cluster.superUrl, async (client) => {
      for (const statement of [...statements, 'select pg_reload_conf()']) await client.query(statement);
    });
  }

  /** Starts the database again after a kill, and waits until server and test have found it. */
  async restartDatabase(): Promise<void> {
    await this.cluster.restart();
    const server = this.server;
    if (server?.isRunning) await until('the server to find its database', () => server.isReady());
    await until('the test to find its database', async () => {
      await this.app.system((tx) => tx.query('select 1'));
      return true;
    });
  }

  /** What a process of this world reads, with other values for some names. */
  environmentWith(other: Readonly<Record<string, string>>): Record<string, string> {
    return { ...this.environment, ...other };
  }

  /** Starts a worker behind a proxy of its own. */
  async startWorker(): Promise<{ worker: RealProcess; wire: WireProxy; held: WireProxy['hold'] }> {
    const wire = await WireProxy.between(this.cluster.appUrl);
    const worker = RealProcess.start('worker', this.environmentWith({ DATABASE_URL: wire.url }));
    return { worker, wire, held: wire.hold.bind(wire) };
  }

  /** Calls the running server over HTTP. Rejects when the connection breaks before the answer. */
  async call<E extends Endpoint>(endpoint: E, given: TestCall<E> = {}): Promise<TestAnswer<E>> {
    if (!this.server) throw new Error('no server was started');
    const cookie = given.as ? { cookie: cookieFor(this.app, given.as) } : {};
    return this.server.call(endpoint, { ...given, headers: { ...given.headers, ...cookie } });
  }

  /** Moves the clock of the server, and of the test, to where the next step begins, and answers the code shown then. */
  async nextCode(person: TestPerson): Promise<string> {
    const secondsIn = Math.floor(this.app.clock.now().getTime() / 1000) % STEP_SECONDS;
    const advanceSeconds = STEP_SECONDS - secondsIn;
    await this.call(moveClock, { body: { advanceSeconds } });
    this.offsetMs += advanceSeconds * 1000;
    (this.app.get(Clock) as MovableClock).moveTo(this.offsetMs);
    return person.codeAt(this.app.clock.now());
  }
}
