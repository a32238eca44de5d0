// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, whatever folder the command was called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything a run leaves behind: database, files, secrets, logs. Ignored by git. */
export const varFolder = path.join(root, 'var');

/**
 * A path below the checkout.
 * @param {...string} parts
 */
export const inRoot = (...parts) => path.join(root, ...parts);

/**
 * A path below `var`.
 * @param {...string} parts
 */
export const inVar = (...parts) => path.join(varFolder, ...parts);
