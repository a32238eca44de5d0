// @ts-check
const { isBuiltin } = require('node:module');
const { default: Runtime } = require('jest-runtime');

/**
 * Carries the packages for the whole worker and is never torn down: packages load more when they are first used.
 * @type {Runtime | undefined}
 */
let packages;

/** @param {string} name as it stands in `require` */
const isPackage = (name) =>
  !name.startsWith('.') &&
  !name.startsWith('/') &&
  !name.startsWith('@qafila/') &&
  !name.startsWith('@jest/') &&
  !isBuiltin(name);

/**
 * Our own modules are loaded anew for each test file, as Jest does; what comes from node_modules only once for each
 * worker. Loading the packages of the server costs more than most test files; see docs/decisions/0014.
 */
class PackagesOnce extends Runtime {
  /** @param {ConstructorParameters<typeof Runtime>} given */
  constructor(...given) {
    super(...given);
    packages ??= new Runtime(...given);
  }

  /**
   * @override
   * @template T
   * @param {string} from
   * @param {string} name
   * @returns {T}
   */
  requireModuleOrMock(from, name) {
    return packages && isPackage(name)
      ? packages.requireModuleOrMock(from, name)
      : super.requireModuleOrMock(from, name);
  }
}

module.exports = PackagesOnce;
