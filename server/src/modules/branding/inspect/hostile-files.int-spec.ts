import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { isAssetReason } from '@qafila/shared/branding/asset-reasons';
import { type HostileFile, hostileFiles } from '../testing/hostile-files';
import { type Inspection, inspectAsset } from './inspect-asset';
import { inspectFile } from './inspect-file';

// A process for each file.
jest.setTimeout(240_000);

const MEGABYTE = 1024 * 1024;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(file: HostileFile, index: number) {
  const scratch = join(folder, `scratch-${index}`);
  const path = join(folder, `file-${index}`);
  await mkdir(scratch);
  await writeFile(path, file.bytes);
  return { path, kind: 'artwork' as const, declaredName: file.name, scratch };
}

const wrong = (file: HostileFile, said: Inspection): string[] => {
  const reason = said.verdict === 'rejected' ? said.reason : said.verdict;
  return isAssetReason(reason) && file.reasons.includes(reason) ? [] : [`${file.name}: ${reason}`];
};

describe('hostile and broken files', () => {
  it('150 of them and more each end in a verdict of their own, and cost the server no memory', async () => {
    const files = await hostileFiles();
    expect(files.length).toBeGreaterThanOrEqual(150);
    const asked = await Promise.all(files.map(put));
    const before = process.memoryUsage.rss();
    const said = await Promise.all(asked.map((file) => inspectAsset(file)));
    expect(files.flatMap((file, index) => wrong(file, said[index] as Inspection))).toEqual([]);
    expect((process.memoryUsage.rss() - before) / MEGABYTE).toBeLessThan(100);
  });

  it('the same opener takes a file that is sound', async () => {
    const bytes = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    );
    const file = await put({ name: 'logo.svg', bytes, reasons: [] }, 1_000);
    expect(await inspectFile(file)).toMatchObject({ verdict: 'ready', type: 'svg' });
  });
});
