import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What a child may take before it is ended. */
export interface ChildLimits {
  /** Of JavaScript's own heap. */
  readonly heapMb: number;
  /** Of the whole process, pictures and fonts included. */
  readonly memoryMb: number;
  readonly cpuSeconds: number;
  readonly wallMs: number;
}
export type ChildAnswer =
  | { readonly end: 'answered'; readonly answer: unknown }
  /** It took more memory or time than its limits. */
  | { readonly end: 'over-limit' }
  /** It ended by a fault of its own. */
  | { readonly end: 'fell' };

/** A line for children: so many at once, the others wait their turn. */
export class ChildLine {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly limits: ChildLimits,
  ) {}

  /** Starts a process on the compiled `entry`, puts one question, and ends it with its answer or at a limit. */
  async ask(entry: string, question: object): Promise<ChildAnswer> {
    if (this.running >= this.atOnce) await new Promise<void>((go) => this.waiting.push(go));
    this.running += 1;
    try {
      return await askOnce(entry, question, this.limits);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}

/** The compiled script beside `folder`'s source: tests run from source, a child process cannot. */
export function compiledEntry(folder: string, name: string): string {
  const beside = join(folder, `${name}.js`);
  return existsSync(beside)
    ? beside
    : beside.replace(`${sep}server${sep}src${sep}`, `${sep}server${sep}dist${sep}`);
}

function askOnce(entry: string, question: object, limits: ChildLimits): Promise<ChildAnswer> {
  return new Promise((resolve) => {
    // No environment: it holds our secrets, and the file that is opened is a stranger's.
    const child = fork(
      entry,
      [JSON.stringify({ memoryMb: limits.memoryMb, cpuSeconds: limits.cpuSeconds })],
      {
        env: {},
        execArgv: [`--max-old-space-size=${limits.heapMb}`],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    );
    const end = (answer: ChildAnswer): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on('error', ignore);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const timer = setTimeout(() => end({ end: 'over-limit' }), limits.wallMs);
    listen(child, end);
    child.send(question, (error) => {
      if (error) end({ end: 'fell' });
    });
  });
}

function listen(child: ChildProcess, end: (answer: ChildAnswer) => void): void {
  child.once('message', (answer) => end({ end: 'answered', answer }));
  child.once('error', () => end({ end: 'fell' }));
  child.once('exit', (_code, signal) => {
    // SIGKILL is the child's own guard or the machine's, SIGABRT the engine out of heap, SIGXCPU the kernel.
    const isLimit = signal === 'SIGKILL' || signal === 'SIGABRT' || signal === 'SIGXCPU';
    end({ end: isLimit ? 'over-limit' : 'fell' });
  });
}

/** A killed child may still say that its channel broke. */
const ignore = (): void => undefined;
