import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';

/** A PDF from outside, opened page by page. */
export interface InspectedPdf {
  readonly pages: number;
  /** It holds scripts, other files, or actions that start something. */
  readonly isActive: boolean;
}

/** Pixels of the longer side of a drawn page. */
const LONG_SIDE = 1800;
const PICTURE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);
/** A paper of ours opens in a second or two, on a busy machine in ten; what takes much longer was made to. */
const LIMIT_MS = 45_000;
const LIMIT_MB = 384;
/** Threads at once; more wait, so that nobody fills the machine with documents. */
const AT_ONCE = 2;

type Work =
  | { readonly task: 'inspect'; readonly bytes: Uint8Array; readonly mostPages: number }
  | { readonly task: 'draw'; readonly bytes: Uint8Array; readonly number: number };

let running = 0;
const waiting: (() => void)[] = [];

/** Runs when fewer than `AT_ONCE` run. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The thread's answer; `broken` when it took too long, too much memory, or fell. */
function inThread(work: Work): Promise<unknown> {
  return new Promise((resolve) => {
    const thread = new Worker(join(__dirname, 'read-pdf.mjs'), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: LIMIT_MB },
      env: {},
      execArgv: [],
    });
    const timer = setTimeout(() => end('broken'), LIMIT_MS);
    const end = (answer: unknown): void => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    thread.once('message', end);
    thread.once('error', () => end('broken'));
    thread.once('exit', () => end('broken'));
  });
}

/** Opens every page of a PDF of at most `mostPages`. `locked` needs a password, `broken` cannot be read whole. */
export async function inspectPdf(
  bytes: Uint8Array,
  mostPages: number,
): Promise<InspectedPdf | 'locked' | 'broken'> {
  const answer = await inTurn(() => inThread({ task: 'inspect', bytes, mostPages }));
  return answer as InspectedPdf | 'locked' | 'broken';
}

/** One page of a document as PNG: a PDF is drawn, a picture is drawn again, so that nothing else of the file leaves. */
export async function documentPagePng(
  file: { readonly contentType: string; readonly bytes: Buffer },
  number: number,
): Promise<Buffer | null> {
  if (PICTURE_TYPES.has(file.contentType)) return number === 1 ? picturePng(file.bytes) : null;
  const answer = await inTurn(() => inThread({ task: 'draw', bytes: file.bytes, number }));
  return answer instanceof Uint8Array ? Buffer.from(answer) : null;
}

const picturePng = (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes)
    .rotate()
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
