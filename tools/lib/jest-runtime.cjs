// @ts-check
const { isBuiltin } = require('node:module');
const path = require('node:path');
const { default: Runtime } = require('jest-runtime');

/**
 * Carries what is loaded once for the whole worker and is never torn down: packages load more when they are first used.
 * @type {Runtime | undefined}
 */
let kept;

const PRODUCT = ['server/src', 'shared/src'].map(
  (folder) => path.resolve(__dirname, '../..', folder) + path.sep,
);
const OF_A_TEST = /[\\/]testing[\\/]|[.-]spec(\.ts)?$/;

/**
 * Packages, and the product's own modules: house rule `ambient-state` says that those keep nothing.
 * @param {string} from the whole path of the file that asks
 * @param {string} name as it stands in `require`
 */
function isKept(from, name) {
  if (name.startsWith('@qafila/')) return true;
  if (!name.startsWith('.')) return !name.startsWith('/') && !name.startsWith('@jest/') && !isBuiltin(name);
  const file = path.resolve(path.dirname(from), name);
  return PRODUCT.some((folder) => file.startsWith(folder)) && !OF_A_TEST.test(file);
}

/**
 * The code of tests is loaded anew for each file, as Jest does; packages and product only once for each worker.
 * Loading the server costs more than most test files; see docs/decisions/0014.
 */
class ProductOnce extends Runtime {
  /** @param {ConstructorParameters<typeof Runtime>} given */
  constructor(...given) {
    super(...given);
    kept ??= new Runtime(...given);
  }

  /**
   * @override
   * @template T
   * @param {string} from
   * @param {string} name
   * @returns {T}
   */
  requireModuleOrMock(from, name) {
    return kept && isKept(from, name)
      ? kept.requireModuleOrMock(from, name)
      : super.requireModuleOrMock(from, name);
  }

  /** Faults are told by the lines of our files, whichever of the two loaded them. @override */
  getSourceMaps() {
    return new Map([...(kept?.getSourceMaps() ?? []), ...super.getSourceMaps()]);
  }
}

module.exports = ProductOnce;
