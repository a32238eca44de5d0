import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '../access/permissions';
import { faultsOf, type Lifecycle } from '../kernel/lifecycle';
import { LIFECYCLES } from './lifecycles';

describe('every lifecycle of the portal', () => {
  const all = LIFECYCLES as readonly Lifecycle<string, string, never>[];

  it.each(all.map((each) => [each.name, each] as const))('%s is without fault', (_, lifecycle) => {
    expect(faultsOf(lifecycle)).toEqual([]);
  });

  it('names only permissions that exist', () => {
    const needed = all.flatMap((each) => Object.values(each.steps).map((step) => step.needs));
    expect(needed.filter((name) => name !== 'system' && !PERMISSIONS.some((p) => p === name))).toEqual([]);
  });

  it('has a name of its own', () => {
    expect(new Set(all.map((each) => each.name)).size).toBe(all.length);
  });
});
