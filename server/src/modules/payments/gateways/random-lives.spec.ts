import { describe, expect, it } from '@jest/globals';
import { compare } from '@qafila/shared/kernel/money';
import fc from 'fast-check';
import { Bench } from './testing/bench';
import { NOON, STRIPE, TABBY, TAMARA } from './testing/profiles';
import { lifeOf, live, mostOf, wrongsOf } from './testing/random-life';

describe.each([STRIPE, NOON, TABBY, TAMARA])('whatever happens to a payment at $id', (profile) => {
  it('money is never taken twice, given back twice, or lost from sight', async () => {
    await fc.assert(
      fc.asyncProperty(lifeOf, async (events) => {
        const bench = new Bench(profile, await profile.open());
        try {
          const { authorise } = bench.gateway.capabilities;
          const started = await bench.start({ take: authorise ? 'later' : 'now' });
          let before = await bench.gateway.fetch(started.ref);
          for (const [at, event] of events.entries()) {
            await live(bench, started, event);
            const now = await bench.gateway.fetch(started.ref);
            const lived = events.slice(0, at + 1);
            expect(wrongsOf(before, now)).toEqual([]);
            expect(compare(now.refunded, mostOf('give', lived))).toBeLessThanOrEqual(0);
            if (authorise) expect(compare(now.captured, mostOf('take', lived))).toBeLessThanOrEqual(0);
            before = now;
          }
        } finally {
          await bench.remote.server.kill();
        }
      }),
      { numRuns: 40 },
    );
  });
});
