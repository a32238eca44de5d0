// @ts-check
import { bundleClient } from './bundle.mjs';
import { compile } from './compile.mjs';
import { withLock } from './lock.mjs';
import { inVar } from './paths.mjs';

/**
 * @param {() => Promise<boolean>} work
 */
const alone = (work) => withLock(inVar('locks', 'build.lock'), work);

/**
 * Compiles shared and server to CommonJS.
 * @returns {Promise<boolean>} false when they were up to date
 */
export const buildServer = () =>
  alone(async () => {
    const shared = await compile('shared');
    const server = await compile('server');
    return shared || server;
  });

/**
 * Builds what browsers get.
 * @param {string[]} [names] some of the bundles: `client`, `tracking`, `preview`
 * @returns {Promise<boolean>} false when it was up to date
 */
export const buildClient = (names) => alone(() => bundleClient(names));
