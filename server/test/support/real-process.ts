import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const DIST = join(__dirname, '../../dist');
const STEP_MS = 25;
/** Long, since two cores may be shared with much else; what waits in vain is seen by its message. */
const PATIENCE_MS = 180_000;

/** Waiting is of no use any more. */
export class InVain extends Error {}

/** Asks again and again until the answer is yes; a question that fails is a no, unless it throws `InVain`. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const answer = await isSo().catch((error: unknown) => error);
    if (answer === true) return;
    if (answer instanceof InVain) throw answer;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  throw new InVain(`waited in vain for: ${what}`);
}

/** A port of the loopback that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A compiled process of the product, as `npm run server` and `npm run worker` start it. */
export class RealProcess {
  private words = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly ended: Promise<number | null>,
  ) {
    child.stderr?.on('data', (bytes: Buffer) => {
      this.words = (this.words + bytes.toString('utf8')).slice(-4000);
    });
  }

  /** Starts `server/dist/<name>.js` with nothing of this environment but the path. It ends with this process. */
  static start(name: 'main' | 'worker', environment: Readonly<Record<string, string>>): RealProcess {
    const child = fork(join(DIST, `${name}.js`), [], {
      execArgv: [],
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    return new RealProcess(child, new Promise((resolve) => child.once('exit', (code) => resolve(code))));
  }

  /** What it said on its error stream. */
  get lastWords(): string {
    return this.words;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** kill -9: no handler runs, nothing is flushed. */
  async kill9(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
