import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { serveHealth } from '../../src/platform/http/health';
import { serveClient } from '../../src/platform/http/serve-client';
import { aTestApp, type TestApp } from './test-app';

export const SCRIPT = 'export {};';

/** The application as `main` serves it: interface, health, and a client of one page and two files. */
export function aServedApp(): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-client-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><style nonce="__NONCE__"></style><p>page</p>');
  const script = join(folder, 'assets', 'app-1.js');
  writeFileSync(script, SCRIPT);
  writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT));
  writeFileSync(`${script}.gz`, gzipSync(SCRIPT));
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return aTestApp({
    serve: (nest) => {
      serveHealth(nest);
      serveClient(nest, { folder, prefix: 'api', robots: false });
    },
  });
}
