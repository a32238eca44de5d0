// @ts-check
const { default: NodeEnvironment } = require('jest-environment-node');

/** What the framework leaves on the global object for one file; the next file brings its own. */
const OF_ONE_FILE = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];

/**
 * One environment for all files of a worker, so that the packages of `jest-runtime.cjs` and the code of each file share
 * their `Date`, `Error` and the rest. Only for tests that leave the global object alone.
 */
class KeptEnvironment extends NodeEnvironment {
  /** @param {ConstructorParameters<typeof NodeEnvironment>} given */
  constructor(...given) {
    super(...given);
    this.exit = this.global.process.exit;
  }

  /** Nothing may point to a file that is over: its application would stay in memory. @override */
  async teardown() {
    for (const symbol of Object.getOwnPropertySymbols(this.global)) {
      if (OF_ONE_FILE.includes(symbol.description ?? '')) Reflect.deleteProperty(this.global, symbol);
    }
    // What the framework set and would delete with the whole environment.
    Reflect.set(Reflect.get(this, '_globalProxy'), 'leftovers', []);
    // Each file gets one that tells of itself, around the one of the file before.
    this.global.process.exit = this.exit;
  }
}

/** @type {KeptEnvironment | undefined} */
let kept;

/**
 * Jest asks for a new environment for each file, and is given the same.
 * @param {ConstructorParameters<typeof NodeEnvironment>} given
 */
module.exports = function keptEnvironment(...given) {
  kept ??= new KeptEnvironment(...given);
  return kept;
};
