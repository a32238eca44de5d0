import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export type PdfWork =
  | { readonly task: 'inspect'; readonly bytes: Uint8Array; readonly mostPages: number }
  | { readonly task: 'draw'; readonly bytes: Uint8Array; readonly number: number };

/** A paper of ours opens in a second or two, on a busy machine in ten; what takes much longer was made to. */
const LIMIT_MS = 45_000;
const LIMIT_MB = 384;
/** Threads at once; more wait, so that nobody fills the machine with documents. */
const AT_ONCE = 2;
/** Loading pdf.js takes longer than most papers: a thread that answered waits so long for the next one … */
const IDLE_MS = 20_000;
/** … and ends after so many, lest what each leaves behind piles up. */
const MOST_WORKS = 40;

interface Thread {
  readonly worker: Worker;
  works: number;
  rest?: NodeJS.Timeout;
}

const resting = new Set<Thread>();
let running = 0;
const waiting: (() => void)[] = [];

/** The thread fell before it answered. */
const FELL = Symbol('fell');

/** The thread's answer; `broken` when it took too long, too much memory, or fell. */
export async function inPdfThread(work: PdfWork): Promise<unknown> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    const rested = wake();
    const answer = rested ? await answerOf(rested, work) : FELL;
    if (answer !== FELL) return answer;
    // A thread that worked before may have fallen over an earlier document: nobody's is judged by another's.
    const second = await answerOf(begin(), work);
    return second === FELL ? 'broken' : second;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function wake(): Thread | undefined {
  const [thread] = resting;
  if (!thread) return undefined;
  clearTimeout(thread.rest);
  resting.delete(thread);
  thread.worker.ref();
  return thread;
}

function begin(): Thread {
  const worker = new Worker(join(__dirname, 'read-pdf.mjs'), {
    resourceLimits: { maxOldGenerationSizeMb: LIMIT_MB },
    env: {},
    execArgv: [],
  });
  const thread: Thread = { worker, works: 0 };
  // One that falls while it rests is missed by nobody.
  worker.on('error', () => resting.delete(thread));
  worker.on('exit', () => resting.delete(thread));
  return thread;
}

function answerOf(thread: Thread, work: PdfWork): Promise<unknown> {
  const { worker } = thread;
  return new Promise((resolve) => {
    const finish = (answer: unknown): void => {
      clearTimeout(timer);
      worker.off('message', finish).off('error', fell).off('exit', fell);
      // After anything but a good answer the next document gets a thread of its own.
      if (typeof answer === 'object' && answer !== null) rest(thread);
      else void worker.terminate();
      resolve(answer);
    };
    const fell = (): void => finish(FELL);
    const timer = setTimeout(() => finish('broken'), LIMIT_MS);
    worker.once('message', finish).once('error', fell).once('exit', fell);
    worker.postMessage(work);
  });
}

/** Waits for the next document without keeping the process alive. */
function rest(thread: Thread): void {
  thread.works += 1;
  if (thread.works >= MOST_WORKS) {
    void thread.worker.terminate();
    return;
  }
  thread.worker.unref();
  resting.add(thread);
  thread.rest = setTimeout(() => {
    resting.delete(thread);
    void thread.worker.terminate();
  }, IDLE_MS).unref();
}
