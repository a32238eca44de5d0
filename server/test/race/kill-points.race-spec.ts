import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { createDraft, putLines, reviewOrder, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import { confirmMatches, reviewMatches, transferDesk } from '@qafila/shared/payments/desk.contract';
import { demoStatement } from '@qafila/shared/payments/payments.contract';
import { importStatement } from '@qafila/shared/payments/statements.contract';
import { CrashWorld } from '../support/crash-world';
import { brokenAfterDelivery, brokenNow } from '../support/invariants';
import { isLong } from '../support/long';
import { InVain, RealProcess, until } from '../support/real-process';
import type { TestAnswer, TestCall } from '../support/test-app';
import type { Held, Passing } from '../support/wire-proxy';
import { GOODS } from '../support/world-company';
import { good } from '../support/world-orders';

const ROUNDS = isLong ? 20 : 1;
const OPEN_MS = 180_000;
const ROUND_MS = 240_000;

let world: CrashWorld;
/** Orders and bookings whose good answer reached the caller: none of them may ever be missing. */
const acknowledged = { submitted: new Set<string>(), booked: new Set<string>() };
const figures: string[] = [];
beforeAll(async () => {
  world = await CrashWorld.open();
}, OPEN_MS);
afterAll(async () => {
  process.stdout.write(`${figures.join('\n')}\n`);
  await world.close();
}, OPEN_MS);

type Submit = TestCall<typeof submitOrder>;
type Confirm = TestCall<typeof confirmMatches>;

/** A draft of one piece, ready to be submitted, and the call that does it. */
async function aSubmit(): Promise<Submit & { readonly orderId: string }> {
  const as = world.trader;
  const draft = good(createDraft, await world.call(createDraft, { as, body: { name: 'Autumn' } }));
  const params = { id: draft.id };
  const lines = [{ variantId: GOODS.plain, quantity: 1, pack: 'neutral' as const }];
  const put = await world.call(putLines, { as, params, version: draft.version, body: { lines } });
  const { version } = good(putLines, put);
  const { totals } = good(reviewOrder, await world.call(reviewOrder, { as, params }));
  const body = { expectedTotal: totals.total, method: 'bank_transfer' } as const;
  return { as, params, version, body, key: randomUUID(), orderId: draft.id };
}

/** A submitted order whose payment is on the desk, and the call that books it. */
async function aConfirm(): Promise<Confirm & { readonly orderId: string }> {
  const { orderId, ...submit } = await aSubmit();
  good(submitOrder, await world.call(submitOrder, submit));
  acknowledged.submitted.add(orderId);
  const as = world.finance;
  const { raw: bytes } = await world.call(demoStatement);
  const file = { bytes, type: 'application/xml' };
  good(importStatement, await world.call(importStatement, { as, file }));
  const desk = good(transferDesk, await world.call(transferDesk, { as }));
  const matches = desk.rows.flatMap((line) =>
    line.matches.flatMap(({ id, version, order }) =>
      order?.id === orderId ? [{ matchId: id, version }] : [],
    ),
  );
  const { hash } = good(reviewMatches, await world.call(reviewMatches, { as, body: { matches } }));
  return { as, body: { hash, matches }, key: randomUUID(), orderId };
}

const confirmNow = async (call: Confirm): Promise<TestAnswer<typeof confirmMatches>> =>
  world.call(confirmMatches, { ...call, freshCode: await world.nextCode(world.finance) });

const isCommitOf =
  (table: RegExp) =>
  ({ text, before }: Passing): boolean =>
    /^commit/i.test(text) && before.some((statement) => table.test(statement));
const ofSubmit = isCommitOf(/insert into transfer_instructions/);
const ofConfirm = isCommitOf(/insert into ledger_entries/);

async function rowsOf(sql: string, orderId: string): Promise<number> {
  const [row] = await world.app.system((tx) => tx.query<{ n: number }>(sql, [orderId]));
  return row?.n ?? 0;
}
const isPlaced = (orderId: string): Promise<number> =>
  rowsOf(`select count(*)::int as n from orders where id = $1 and state <> 'draft'`, orderId);
const bookings = (orderId: string): Promise<number> =>
  rowsOf('select count(*)::int as n from ledger_entries where order_id = $1', orderId);

/** The answer to a call that was cut off: none, or a refusal; a good one is remembered as acknowledged. */
async function settled(call: Promise<{ status: number }>): Promise<number | 'cut off'> {
  return call.then(
    ({ status }) => status,
    () => 'cut off' as const,
  );
}

/** What is held at its point; a call that was answered before it got there will never be, and says how it was answered. */
const heldBefore = (caught: Promise<Held>, call: Promise<TestAnswer<Endpoint>>): Promise<Held> =>
  Promise.race([
    caught,
    call.then(({ status, body }) => {
      throw new InVain(`the call was answered before its commit: ${status} ${body.code ?? ''}`);
    }),
  ]);

/** Every order and booking somebody was told of is there, nothing is there twice, and the ledger holds. */
async function expectWhole(): Promise<void> {
  const lost = await world.app.system((tx) =>
    tx.query(
      `select id from unnest($1::uuid[]) as told (id) where not exists
         (select 1 from orders o where o.id = told.id and o.state <> 'draft')
       union all select id from unnest($2::uuid[]) as told (id) where
         (select count(*) from ledger_entries l where l.order_id = told.id) <> 1`,
      [[...acknowledged.submitted], [...acknowledged.booked]],
    ),
  );
  expect(lost).toEqual([]);
  expect(await brokenNow(world.app)).toEqual([]);
  expect(await world.app.ledgerFindings()).toEqual([]);
}

/** Kills at a point and brings everything back; answers how the caller was answered. */
type Kill = (held: Held) => Promise<void>;
const killServerBefore: Kill = async (held) => {
  await world.killServer();
  held.drop();
  await world.startServer();
};
const killServerAfter: Kill = async (held) => {
  await held.forwardInSilence();
  await world.killServer();
  held.drop();
  await world.startServer();
};
/** The commit is under way when the database dies; every other round it is slow, so that it seldom gets through. */
const killDatabaseDuring: Kill = async (held) => {
  held.forward();
  await world.cluster.kill9();
  await world.restartDatabase();
  await world.slowCommits(false);
};
const isSlowRound = (at: number): boolean => at % 2 === 0;

/** Runs the rounds of one point and keeps its figures. */
async function rounds(point: string, round: (at: number) => Promise<boolean>): Promise<void> {
  const from = performance.now();
  let done = 0;
  for (let at = 0; at < ROUNDS; at += 1) done += (await round(at)) ? 1 : 0;
  const seconds = ((performance.now() - from) / 1000 / ROUNDS).toFixed(1);
  figures.push(
    `${point}: killed ${ROUNDS} times, committed before the kill ${done} times, ${seconds} s each`,
  );
}

describe('submit', () => {
  /** One round: the call is stopped at its commit, something is killed, the caller tries again with the same key. */
  async function submitRound(
    kill: Kill,
    isSlow = false,
  ): Promise<{ first: number | 'cut off'; wasPlaced: boolean }> {
    const { orderId, ...submit } = await aSubmit();
    if (isSlow) await world.slowCommits(true);
    const caught = world.wire.hold(ofSubmit);
    const call = world.call(submitOrder, submit);
    const answer = settled(call);
    await kill(await heldBefore(caught, call));
    const first = await answer;
    if (first === 200) acknowledged.submitted.add(orderId);
    const wasPlaced = (await isPlaced(orderId)) === 1;
    await expectWhole();
    const again = good(submitOrder, await world.call(submitOrder, submit));
    expect([again.id, again.state]).toEqual([orderId, 'submitted']);
    acknowledged.submitted.add(orderId);
    await expectWhole();
    // Paid at once, so that the demo bank pays the next round's order exactly.
    await payWhatIsOpen();
    return { first, wasPlaced };
  }

  it(
    '1: the server killed before the commit leaves a draft, and the retry places it once',
    async () => {
      await rounds('submit, server killed before commit', async () => {
        const { first, wasPlaced } = await submitRound(killServerBefore);
        expect([first, wasPlaced]).toEqual(['cut off', false]);
        return wasPlaced;
      });
    },
    ROUND_MS * ROUNDS,
  );

  it(
    '2: the server killed after the commit, before its answer, leaves one order, and the retry gets its answer',
    async () => {
      await rounds('submit, server killed after commit before reply', async () => {
        const { first, wasPlaced } = await submitRound(killServerAfter);
        expect([first, wasPlaced]).toEqual(['cut off', true]);
        return wasPlaced;
      });
    },
    ROUND_MS * ROUNDS,
  );

  it(
    '3: PostgreSQL killed during the commit leaves one order or a draft, and the retry makes it one order',
    async () => {
      await rounds('submit, PostgreSQL killed during commit', async (at) => {
        const { first, wasPlaced } = await submitRound(killDatabaseDuring, isSlowRound(at));
        if (first === 200) expect(wasPlaced).toBe(true);
        return wasPlaced;
      });
    },
    ROUND_MS * ROUNDS,
  );
});

/** Pays every open order through the desk and delivers what follows, in this process. */
async function payWhatIsOpen(): Promise<void> {
  const as = world.finance;
  const { raw: bytes } = await world.call(demoStatement);
  good(importStatement, await world.call(importStatement, { as, file: { bytes, type: 'application/xml' } }));
  const { rows } = good(transferDesk, await world.call(transferDesk, { as }));
  const matches = rows.flatMap((line) => line.matches.map(({ id, version }) => ({ matchId: id, version })));
  const { hash } = good(reviewMatches, await world.call(reviewMatches, { as, body: { matches } }));
  good(confirmMatches, await confirmNow({ as, body: { hash, matches } }));
  await world.app.drain();
  expect(await brokenAfterDelivery(world.app)).toEqual([]);
}

describe('confirm', () => {
  async function confirmRound(
    kill: Kill,
    isSlow = false,
  ): Promise<{ first: number | 'cut off'; wasBooked: boolean }> {
    const { orderId, ...confirm } = await aConfirm();
    const freshCode = await world.nextCode(world.finance);
    if (isSlow) await world.slowCommits(true);
    const caught = world.wire.hold(ofConfirm);
    const call = world.call(confirmMatches, { ...confirm, freshCode });
    const answer = settled(call);
    await kill(await heldBefore(caught, call));
    const first = await answer;
    if (first === 200) acknowledged.booked.add(orderId);
    const wasBooked = (await bookings(orderId)) === 1;
    await expectWhole();
    const again = good(confirmMatches, await confirmNow(confirm));
    expect(again).toEqual({ confirmed: 1, waitingForSecond: 0 });
    acknowledged.booked.add(orderId);
    await expectWhole();
    await world.app.drain();
    expect(await brokenAfterDelivery(world.app)).toEqual([]);
    return { first, wasBooked };
  }

  it(
    '4: the server killed before the commit books nothing, and the retry books once',
    async () => {
      await rounds('confirm, server killed before commit', async () => {
        const { first, wasBooked } = await confirmRound(killServerBefore);
        expect([first, wasBooked]).toEqual(['cut off', false]);
        return wasBooked;
      });
    },
    ROUND_MS * ROUNDS,
  );

  it(
    '5: the server killed after the commit, before its answer, has booked once, and the retry gets that answer',
    async () => {
      await rounds('confirm, server killed after commit before reply', async () => {
        const { first, wasBooked } = await confirmRound(killServerAfter);
        expect([first, wasBooked]).toEqual(['cut off', true]);
        return wasBooked;
      });
    },
    ROUND_MS * ROUNDS,
  );

  it(
    '6: PostgreSQL killed during the commit has booked once or not, and the retry makes it one booking',
    async () => {
      await rounds('confirm, PostgreSQL killed during commit', async (at) => {
        const { first, wasBooked } = await confirmRound(killDatabaseDuring, isSlowRound(at));
        if (first === 200) expect(wasBooked).toBe(true);
        return wasBooked;
      });
    },
    ROUND_MS * ROUNDS,
  );
});

describe('the outbox', () => {
  const isConfirmed = (orderId: string): Promise<number> =>
    rowsOf(`select count(*)::int as n from orders where id = $1 and state = 'confirmed'`, orderId);

  /** One round: an order is booked, a worker is killed at a point, another one goes on. */
  async function workerRound(point: (passing: Passing) => boolean): Promise<boolean> {
    const { orderId, ...confirm } = await aConfirm();
    good(confirmMatches, await confirmNow(confirm));
    acknowledged.booked.add(orderId);
    const first = await world.startWorker();
    const held = await first.held(point);
    await first.worker.kill9();
    held.drop();
    await first.wire.close();
    const wasConfirmed = (await isConfirmed(orderId)) === 1;
    await expectWhole();
    const second = await world.startWorker();
    await until('the second worker to deliver everything', async () => {
      if (!second.worker.isRunning) throw new InVain(second.worker.lastWords);
      return (await brokenAfterDelivery(world.app)).length === 0;
    });
    await second.worker.kill9();
    await second.wire.close();
    expect(await isConfirmed(orderId)).toBe(1);
    await expectWhole();
    expect(await brokenAfterDelivery(world.app)).toEqual([]);
    return wasConfirmed;
  }

  it(
    '7: a worker killed before it delivers loses no event',
    async () => {
      await rounds('worker killed before delivery', async () => {
        const wasConfirmed = await workerRound(({ text }) =>
          /from outbox_event where done_at is null/.test(text),
        );
        expect(wasConfirmed).toBe(false);
        return wasConfirmed;
      });
    },
    ROUND_MS * ROUNDS,
  );

  it(
    '8: a worker killed in the middle of a delivery leaves no half of it, and nothing is delivered twice',
    async () => {
      const inTheMiddle = ({ text, before }: Passing): boolean =>
        /update outbox_event set done_at/.test(text) && before.some((each) => /update orders/.test(each));
      await rounds('worker killed in the middle of delivery', async () => {
        const wasConfirmed = await workerRound(inTheMiddle);
        expect(wasConfirmed).toBe(false);
        return wasConfirmed;
      });
    },
    ROUND_MS * ROUNDS,
  );
});

describe('a process', () => {
  it.each(['main', 'worker'] as const)(
    '%s does not start as a superuser of the database',
    async (name) => {
      const started = RealProcess.start(
        name,
        world.environmentWith({ DATABASE_URL: world.cluster.superUrl }),
      );
      expect(await started.ended).not.toBe(0);
      expect(started.lastWords).toContain('the login is a superuser');
    },
    ROUND_MS,
  );
});
