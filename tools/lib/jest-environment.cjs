// @ts-check
const { default: NodeEnvironment } = require('jest-environment-node');

/** What the framework leaves on the global object for one file; the next file brings its own. */
const OF_ONE_FILE = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];

/**
 * One environment for all files of a worker, so that the packages of `jest-runtime.cjs` and the code of each file share
 * their `Date`, `Error` and the rest. Only for tests that leave the global object alone.
 */
class KeptEnvironment extends NodeEnvironment {
  /** @override */
  async teardown() {
    for (const symbol of Object.getOwnPropertySymbols(this.global)) {
      if (OF_ONE_FILE.includes(symbol.description ?? '')) Reflect.deleteProperty(this.global, symbol);
    }
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
