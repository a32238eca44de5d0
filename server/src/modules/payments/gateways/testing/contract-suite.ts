import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Capabilities } from '../../domain/gateways/gateway';
import { Bench, type Profile } from './bench';
import { type ContractCase, isFor } from './contract-case';
import { FAULT_CASES } from './fault-cases';
import { HOOK_CASES } from './hook-cases';
import { MONEY_CASES } from './money-cases';
import { START_CASES } from './start-cases';

const GROUPS = {
  'from start to end': START_CASES,
  money: MONEY_CASES,
  hooks: HOOK_CASES,
  faults: FAULT_CASES,
};
type Run = ContractCase['run'];

/** What a case asks of this gateway; nothing where it is about what the gateway cannot do. */
const runOf = (given: ContractCase, capabilities: Capabilities): Run | undefined =>
  isFor(given, capabilities) ? given.run : given.without;

/**
 * The promises of the port, kept by one adapter against its simulator over real sockets.
 * @param capabilities what the adapter says of itself; a case about anything else asks for its refusal
 * @returns the bench of the test that runs, for promises of one gateway only
 */
export function contractSuite(profile: Profile, capabilities: Capabilities): () => Bench {
  let bench: Bench | null = null;
  const current = (): Bench => {
    if (!bench) throw new Error('no bench outside of a test');
    return bench;
  };
  beforeEach(async () => {
    bench = new Bench(profile, await profile.open());
    expect(bench.gateway.capabilities).toEqual(capabilities);
  });
  afterEach(() => bench?.opened.remote?.server.kill());
  describe.each(Object.entries(GROUPS))('%s', (_group, cases) => {
    for (const given of cases) {
      const run = runOf(given, capabilities);
      if (run) it(given.name, () => run(current()));
    }
  });
  return current;
}
