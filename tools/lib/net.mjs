// @ts-check
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port got, or 0 when it is taken
 */
const tryPort = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (fault) => {
      const code = /** @type {NodeJS.ErrnoException} */ (fault).code;
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(0);
      else reject(fault);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * Both loopback addresses count: a browser sent to `localhost` may try either.
 * @param {number} port
 */
async function isFree(port) {
  if ((await tryPort(port, '127.0.0.1')) === 0) return false;
  return (await tryPort(port, '::1').catch(() => port)) !== 0;
}

/** A loopback port nobody uses now. */
export const freePort = () => tryPort(0, '127.0.0.1');

/**
 * The wanted port, or the next free one above it.
 * @param {number} wanted
 * @param {number[]} [taken] ports promised to somebody else already
 */
export async function freePortFrom(wanted, taken = []) {
  for (let port = wanted; port < wanted + 100 && port < 65_536; port += 1) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  return freePort();
}

/**
 * Asks until the address answers 200.
 * @param {string} url
 * @param {{ until: () => boolean, seconds: number }} limits `until` ends the wait early (the process died)
 * @returns {Promise<boolean>}
 */
export async function answers(url, { until, seconds }) {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end && !until()) {
    try {
      const reply = await fetch(url, { signal: AbortSignal.timeout(2000) });
      if (reply.ok) return true;
    } catch {
      // Not listening yet.
    }
    await wait(60);
  }
  return false;
}
