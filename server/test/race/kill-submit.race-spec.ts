import { describe, expect, it } from '@jest/globals';
import { submitOrder } from '@qafila/shared/ordering/ordering.contract';
import {
  CrashRounds,
  heldBefore,
  isSlowRound,
  type Kill,
  ofSubmit,
  POINT_MS,
  settled,
} from '../support/crash-rounds';
import { good } from '../support/world-orders';

const rounds = CrashRounds.forThisFile();

describe('submit', () => {
  /** One round: the call is stopped at its commit, something is killed, the caller tries again with the same key. */
  async function submitRound(
    kill: Kill,
    isSlow = false,
  ): Promise<{ first: number | 'cut off'; wasPlaced: boolean }> {
    const { orderId, ...submit } = await rounds.aSubmit();
    if (isSlow) await rounds.world.slowCommits(true);
    const caught = rounds.world.wire.hold(ofSubmit);
    const call = rounds.world.call(submitOrder, submit);
    const answer = settled(call);
    await kill(await heldBefore(caught, call));
    const first = await answer;
    if (first === 200) rounds.acknowledged.submitted.add(orderId);
    const wasPlaced = (await rounds.isPlaced(orderId)) === 1;
    await rounds.expectWhole();
    const again = good(submitOrder, await rounds.world.call(submitOrder, submit));
    expect([again.id, again.state]).toEqual([orderId, 'submitted']);
    rounds.acknowledged.submitted.add(orderId);
    await rounds.expectWhole();
    // Paid at once, so that the demo bank pays the next round's order exactly.
    await rounds.payWhatIsOpen();
    return { first, wasPlaced };
  }

  it(
    '1: the server killed before the commit leaves a draft, and the retry places it once',
    async () => {
      await rounds.of('submit, server killed before commit', async () => {
        const { first, wasPlaced } = await submitRound(rounds.killServerBefore);
        expect([first, wasPlaced]).toEqual(['cut off', false]);
        return wasPlaced;
      });
    },
    POINT_MS,
  );

  it(
    '2: the server killed after the commit, before its answer, leaves one order, and the retry gets its answer',
    async () => {
      await rounds.of('submit, server killed after commit before reply', async () => {
        const { first, wasPlaced } = await submitRound(rounds.killServerAfter);
        expect([first, wasPlaced]).toEqual(['cut off', true]);
        return wasPlaced;
      });
    },
    POINT_MS,
  );

  it(
    '3: PostgreSQL killed during the commit leaves one order or a draft, and the retry makes it one order',
    async () => {
      await rounds.of('submit, PostgreSQL killed during commit', async (at) => {
        const { first, wasPlaced } = await submitRound(rounds.killDatabaseDuring, isSlowRound(at));
        if (first === 200) expect(wasPlaced).toBe(true);
        return wasPlaced;
      });
    },
    POINT_MS,
  );
});
