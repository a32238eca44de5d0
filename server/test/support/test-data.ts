import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const BESIDE_THE_TREE = resolve(__dirname, '../../../../shared/testdata');

/** A folder of real files that are not ours to copy: QAFILA_TESTDATA, or beside the tree; `null` when absent. */
export function testData(folder: string): string | null {
  const path = resolve(process.env.QAFILA_TESTDATA ?? BESIDE_THE_TREE, folder);
  return existsSync(path) ? path : null;
}
