// @ts-check
const colour = process.stdout.isTTY && !process.env.NO_COLOR;

/**
 * @param {number} code
 * @param {string} text
 */
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

/** @param {string} text */
export const bold = (text) => paint(1, text);
/** @param {string} text */
export const dim = (text) => paint(2, text);
/** @param {string} text */
export const red = (text) => paint(31, text);
/** @param {string} text */
export const green = (text) => paint(32, text);

/**
 * One line for the person at the terminal.
 * @param {string} text
 */
export const say = (text) => void process.stdout.write(`${text}\n`);

/**
 * Runs a step and prints how long it took; a step that had nothing to do returns false and stays silent.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const from = performance.now();
  const result = await work();
  if (result !== false) say(`  ${name} ${dim(`${((performance.now() - from) / 1000).toFixed(1)} s`)}`);
  return result;
}

/** A fault the reader can do something about: printed as one line, without a stack. */
export class Told extends Error {}

/**
 * What to print of a fault: one line when the reader can act on it, else where it came from.
 * @param {unknown} fault
 */
export function wordsOf(fault) {
  if (!(fault instanceof Error)) return String(fault);
  const isUsage = String(/** @type {NodeJS.ErrnoException} */ (fault).code).startsWith('ERR_PARSE_ARGS');
  return fault instanceof Told || isUsage ? fault.message : (fault.stack ?? fault.message);
}

/**
 * Runs a command's body; a fault ends the process with code 1 and a readable message.
 * @param {() => Promise<unknown>} body
 */
export async function command(body) {
  try {
    await body();
  } catch (fault) {
    process.stderr.write(`${red(wordsOf(fault))}\n`);
    process.exit(1);
  }
}
