// @ts-check
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What shrinks: pictures and fonts are squeezed already. */
const SHRINKS = /\.(?:js|css|svg)$/;
/** Below a network packet nothing is won. */
const LEAST_BYTES = 1400;
/** Close to the smallest, in a tenth of the time of the highest (11). */
const QUALITY = 9;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Lays every larger text file of a built client beside itself as Brotli (`.br`) and gzip (`.gz`), once for each build
 * instead of once for each visitor. The server sends what the browser accepts.
 * @param {string} folder
 */
export async function squeeze(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    SHRINKS.test(name),
  );
  await Promise.all(files.map((name) => squeezeOne(path.join(folder, name))));
}

/** @param {string} file */
async function squeezeOne(file) {
  const bytes = readFileSync(file);
  if (bytes.length < LEAST_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(`${file}.br`, await brotli(bytes, { params }));
  writeFileSync(`${file}.gz`, await zip(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
