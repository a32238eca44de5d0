import { describe, expect, it } from '@jest/globals';
import { confirmMatches } from '@qafila/shared/payments/desk.contract';
import { CrashRounds, POINT_MS, ROUND_MS } from '../support/crash-rounds';
import { brokenAfterDelivery } from '../support/invariants';
import { InVain, RealProcess, until } from '../support/real-process';
import type { Passing } from '../support/wire-proxy';
import { good } from '../support/world-orders';

const rounds = CrashRounds.forThisFile();

describe('the outbox', () => {
  /** One round: an order is booked, a worker is killed at a point, another one goes on. */
  async function workerRound(point: (passing: Passing) => boolean): Promise<boolean> {
    const { orderId, ...confirm } = await rounds.aConfirm();
    good(confirmMatches, await rounds.confirmNow(confirm));
    rounds.acknowledged.booked.add(orderId);
    const first = await rounds.world.startWorker();
    const held = await first.held(point);
    await first.worker.kill9();
    held.drop();
    await first.wire.close();
    const wasConfirmed = (await rounds.isConfirmed(orderId)) === 1;
    await rounds.expectWhole();
    const second = await rounds.world.startWorker();
    await until('the second worker to deliver everything', async () => {
      if (!second.worker.isRunning) throw new InVain(second.worker.lastWords);
      return (await brokenAfterDelivery(rounds.world.app)).length === 0;
    });
    await second.worker.kill9();
    await second.wire.close();
    expect(await rounds.isConfirmed(orderId)).toBe(1);
    await rounds.expectWhole();
    expect(await brokenAfterDelivery(rounds.world.app)).toEqual([]);
    return wasConfirmed;
  }

  it(
    '7: a worker killed before it delivers loses no event',
    async () => {
      await rounds.of('worker killed before delivery', async () => {
        const wasConfirmed = await workerRound(({ text }) =>
          /from outbox_event where done_at is null/.test(text),
        );
        expect(wasConfirmed).toBe(false);
        return wasConfirmed;
      });
    },
    POINT_MS,
  );

  it(
    '8: a worker killed in the middle of a delivery leaves no half of it, and nothing is delivered twice',
    async () => {
      const inTheMiddle = ({ text, before }: Passing): boolean =>
        /update outbox_event set done_at/.test(text) && before.some((each) => /update orders/.test(each));
      await rounds.of('worker killed in the middle of delivery', async () => {
        const wasConfirmed = await workerRound(inTheMiddle);
        expect(wasConfirmed).toBe(false);
        return wasConfirmed;
      });
    },
    POINT_MS,
  );
});

describe('a process', () => {
  it.each(['main', 'worker'] as const)(
    '%s does not start as a superuser of the database',
    async (name) => {
      const started = RealProcess.start(
        name,
        rounds.world.environmentWith({ DATABASE_URL: rounds.world.cluster.superUrl }),
      );
      expect(await started.ended).not.toBe(0);
      expect(started.lastWords).toContain('the login is a superuser');
    },
    ROUND_MS,
  );
});
