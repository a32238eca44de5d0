import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { marked, type Reading, readAll } from '../support/reading';
import { withoutPredicates, withoutRowSecurity } from '../support/wall-switches';
import { aWorld, type World } from '../support/world';

const BUILD_MS = 180_000;

let world: World;
beforeAll(async () => {
  world = await aWorld(['planned', 'handed_over']);
}, BUILD_MS);
afterAll(() => world.app.close());

/** What shows something is learnt before a wall is switched off: then more would. */
beforeAll(async () => {
  await readAsOwnerOfA();
}, BUILD_MS);

/** Everything the owner of A gets by asking for his own things and for those of B. */
const readAsOwnerOfA = async (): Promise<Reading[]> => {
  const readings: Reading[] = [];
  for (const company of [world.own, world.foreign])
    readings.push(...(await readAll(world, world.own, { of: company, roles: ['owner'], shownOnly: true })));
  return readings;
};
/** Endpoints that showed something of B. */
const leaks = (readings: readonly Reading[]): string[] =>
  [...new Set(marked(readings).map(({ endpoint }) => endpoint))].sort();
const goodOnes = (readings: readonly Reading[]): number =>
  readings.filter(({ place }) => place.endsWith('(200)')).length;

describe('company A sees nothing of B', () => {
  it(
    'while both walls stand',
    async () => {
      const readings = await readAsOwnerOfA();
      expect(leaks(readings)).toEqual([]);
      expect(goodOnes(readings)).toBeGreaterThan(30);
    },
    BUILD_MS,
  );

  it(
    'while the application asks for every company and only row-level security holds',
    async () => {
      const readings = await withoutPredicates(world.app, readAsOwnerOfA);
      expect(leaks(readings)).toEqual([]);
      expect(goodOnes(readings)).toBeGreaterThan(30);
    },
    BUILD_MS,
  );

  it(
    'while row-level security is off and only the application asks for its own company',
    async () => {
      const readings = await withoutRowSecurity(world.app, readAsOwnerOfA);
      expect(leaks(readings)).toEqual([]);
      expect(goodOnes(readings)).toBeGreaterThan(30);
    },
    BUILD_MS,
  );

  it(
    'no longer when both are off: this check would see it',
    async () => {
      const readings = await withoutRowSecurity(world.app, () =>
        withoutPredicates(world.app, readAsOwnerOfA),
      );
      expect(leaks(readings).length).toBeGreaterThanOrEqual(5);
      expect(leaks(await readAsOwnerOfA())).toEqual([]);
    },
    BUILD_MS,
  );
});
