// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const names = ['KEY_ENCRYPTION_KEY', 'INDEX_KEY', 'SESSION_KEY', 'PASSWORD_PEPPER'];

/**
 * Secrets of an installation: made once, readable by its user only, handed over as files.
 * A secret that the environment names already is left alone.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export function secretFiles(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  /** @type {Record<string, string>} */
  const files = {};
  for (const name of names) {
    if (process.env[name] || process.env[`${name}_FILE`]) continue;
    const file = path.join(folder, name.toLowerCase().replaceAll('_', '-'));
    if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    files[`${name}_FILE`] = file;
  }
  return files;
}

/**
 * The portal is `localhost` and the recipients' pages `127.0.0.1`: browsers share cookies between ports of one
 * host, and the recipients' origin must never be sent a trader's session.
 * @param {number} port
 */
export const portalOrigin = (port) => `http://localhost:${port}`;
/** @param {number} port */
export const trackingOrigin = (port) => `http://127.0.0.1:${port}`;

/**
 * What portal and simulators agree on for this start: addresses, and keys that open nothing else.
 * @param {number} port
 * @returns {Record<string, string>}
 */
export function simulatorSettings(port) {
  const made = () => randomBytes(18).toString('hex');
  const origins = ['STRIPE', 'NOON', 'TABBY', 'TAMARA'].flatMap((name) => [
    [`GATEWAY_${name}_ORIGIN`, `http://127.0.0.1:${port}`],
    [`GATEWAY_${name}_KEY`, `sk_test_${made()}`],
    [`GATEWAY_${name}_HOOK_SECRETS`, made()],
  ]);
  return {
    ...Object.fromEntries(origins),
    GATEWAY_SIMULATORS_PORT: String(port),
    GATEWAY_NOON_BUSINESS: 'qafila',
    GATEWAY_NOON_APPLICATION: 'portal',
    GATEWAY_TABBY_CODE: 'qafila',
    GATEWAY_BUSINESS_USE: 'klarna,tabby',
  };
}
