// @ts-check
import TestSequencer from '@jest/test-sequencer';

/**
 * The long files, the longest first. Without the times of an earlier run Jest begins with the largest files, and a
 * long one that begins last runs alone while the other lane stands still.
 */
const LONG = [
  'contract/matrix.spec.ts',
  'contract/marker.spec.ts',
  'contract/two-walls.spec.ts',
  'contract/alone.spec.ts',
  'race/kill-confirm.race-spec.ts',
  'race/kill-submit.race-spec.ts',
  'race/kill-outbox.race-spec.ts',
  'branding/inspect/hostile-files.int-spec.ts',
  'shipping/papers/planted-leaks.spec.ts',
  'checks/promises.spec.ts',
];

/** @param {string} path */
const rank = (path) => {
  const at = LONG.findIndex((long) => path.endsWith(long));
  return at === -1 ? LONG.length : at;
};

/** Long files first, the rest as Jest would have it. */
export default class LongestFirst extends TestSequencer {
  /**
   * @override
   * @param {import("@jest/test-result").Test[]} tests
   */
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((one, other) => rank(one.path) - rank(other.path));
  }
}
