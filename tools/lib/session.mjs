// @ts-check
import { Held, takeLock } from './lock.mjs';
import { whenNpmIsGone } from './parent.mjs';
import { inVar } from './paths.mjs';
import { red, say, Told, wordsOf } from './say.mjs';

/**
 * Only one start or dev of a checkout at a time.
 * @returns {ReturnType<typeof takeLock>}
 */
function takeCheckout() {
  try {
    return takeLock(inVar('locks', 'start.lock'), 'starting');
  } catch (fault) {
    if (!(fault instanceof Held)) throw fault;
    throw new Told(`Qafila already runs from this folder (${fault.note}). Stop it first: kill ${fault.pid}`);
  }
}

/**
 * Runs something that lasts until Ctrl-C, then undoes what it started, last thing first.
 * @param {(session: { closers: (() => Promise<void>)[], note: (text: string) => void }) => Promise<string>} body
 *   resolves only when something ended that should not have; the text says what
 */
export async function untilStopped(body) {
  const lock = takeCheckout();
  process.once('exit', lock.release);
  /** @type {(() => Promise<void>)[]} */
  const closers = [];
  let closing = false;
  /** @param {number} code */
  const close = async (code) => {
    if (closing) return;
    closing = true;
    for (let undo = closers.pop(); undo; undo = closers.pop()) {
      await undo().catch((fault) => process.stderr.write(`${red(String(fault))}\n`));
    }
    process.exit(code);
  };
  // npm passes a signal on although the terminal sent it to everybody: the second one must not cut the stop short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!closing) say('\nStopping …');
      void close(0);
    });
  }
  whenNpmIsGone(() => void close(1));
  try {
    const end = await body({ closers, note: lock.note });
    if (closing) return;
    process.stderr.write(`${red(end)}\n`);
  } catch (fault) {
    if (closing) return;
    process.stderr.write(`${red(wordsOf(fault))}\n`);
  }
  await close(1);
}
