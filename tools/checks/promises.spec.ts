import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { findings, report } from './rule';
import { noFloatingPromises } from './rules/promises';
import { readTree } from './tree';

const ROOT = resolve(__dirname, '../..');
const SLOW_MACHINE_MS = 120_000;

it(
  `the tree keeps the rule ${noFloatingPromises.name}: ${noFloatingPromises.sentence}`,
  () => expect(report(findings(noFloatingPromises, readTree(ROOT)))).toEqual([]),
  SLOW_MACHINE_MS,
);
