import { describe, expect, it } from '@jest/globals';
import { confirmMatches } from '@qafila/shared/payments/desk.contract';
import {
  CrashRounds,
  heldBefore,
  isSlowRound,
  type Kill,
  ofConfirm,
  POINT_MS,
  settled,
} from '../support/crash-rounds';
import { brokenAfterDelivery } from '../support/invariants';
import { good } from '../support/world-orders';

const rounds = CrashRounds.forThisFile();

describe('confirm', () => {
  async function confirmRound(
    kill: Kill,
    isSlow = false,
  ): Promise<{ first: number | 'cut off'; wasBooked: boolean }> {
    const { orderId, ...confirm } = await rounds.aConfirm();
    const freshCode = await rounds.world.nextCode(rounds.world.finance);
    if (isSlow) await rounds.world.slowCommits(true);
    const caught = rounds.world.wire.hold(ofConfirm);
    const call = rounds.world.call(confirmMatches, { ...confirm, freshCode });
    const answer = settled(call);
    await kill(await heldBefore(caught, call));
    const first = await answer;
    if (first === 200) rounds.acknowledged.booked.add(orderId);
    const wasBooked = (await rounds.bookings(orderId)) === 1;
    await rounds.expectWhole();
    const again = good(confirmMatches, await rounds.confirmNow(confirm));
    expect(again).toEqual({ confirmed: 1, waitingForSecond: 0 });
    rounds.acknowledged.booked.add(orderId);
    await rounds.expectWhole();
    await rounds.world.app.drain();
    expect(await brokenAfterDelivery(rounds.world.app)).toEqual([]);
    return { first, wasBooked };
  }

  it(
    '4: the server killed before the commit books nothing, and the retry books once',
    async () => {
      await rounds.of('confirm, server killed before commit', async () => {
        const { first, wasBooked } = await confirmRound(rounds.killServerBefore);
        expect([first, wasBooked]).toEqual(['cut off', false]);
        return wasBooked;
      });
    },
    POINT_MS,
  );

  it(
    '5: the server killed after the commit, before its answer, has booked once, and the retry gets that answer',
    async () => {
      await rounds.of('confirm, server killed after commit before reply', async () => {
        const { first, wasBooked } = await confirmRound(rounds.killServerAfter);
        expect([first, wasBooked]).toEqual(['cut off', true]);
        return wasBooked;
      });
    },
    POINT_MS,
  );

  it(
    '6: PostgreSQL killed during the commit has booked once or not, and the retry makes it one booking',
    async () => {
      await rounds.of('confirm, PostgreSQL killed during commit', async (at) => {
        const { first, wasBooked } = await confirmRound(rounds.killDatabaseDuring, isSlowRound(at));
        if (first === 200) expect(wasBooked).toBe(true);
        return wasBooked;
      });
    },
    POINT_MS,
  );
});
