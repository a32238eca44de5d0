import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { createDraft, putLines, reviewOrder, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import { confirmMatches, reviewMatches, transferDesk } from '@qafila/shared/payments/desk.contract';
import { demoStatement } from '@qafila/shared/payments/payments.contract';
import { importStatement } from '@qafila/shared/payments/statements.contract';
import { CrashWorld } from './crash-world';
import { brokenAfterDelivery, brokenNow } from './invariants';
import { isLong } from './long';
import { InVain } from './real-process';
import type { TestAnswer, TestCall } from './test-app';
import type { Held, Passing } from './wire-proxy';
import { GOODS } from './world-company';
import { good } from './world-orders';

const ROUNDS = isLong ? 20 : 1;
const OPEN_MS = 180_000;
/** Time of one round. */
export const ROUND_MS = 240_000;
/** Time of all rounds of a point. */
export const POINT_MS = ROUND_MS * ROUNDS;

type Submit = TestCall<typeof submitOrder>;
type Confirm = TestCall<typeof confirmMatches>;
/** Kills at a point and brings everything back. */
export type Kill = (held: Held) => Promise<void>;

const isCommitOf =
  (table: RegExp) =>
  ({ text, before }: Passing): boolean =>
    /^commit/i.test(text) && before.some((statement) => table.test(statement));
/** The commit of a placed order. */
export const ofSubmit = isCommitOf(/insert into transfer_instructions/);
/** The commit of a booking. */
export const ofConfirm = isCommitOf(/insert into ledger_entries/);
/** Every other round the commit is slow, so that it seldom gets through before the database dies. */
export const isSlowRound = (at: number): boolean => at % 2 === 0;

/** What the tests that kill share: the world, what was acknowledged, and how everything is looked at afterwards. */
export class CrashRounds {
  private opened: CrashWorld | null = null;
  private readonly figures: string[] = [];
  /** Orders and bookings whose good answer reached the caller: none of them may ever be missing. */
  readonly acknowledged = { submitted: new Set<string>(), booked: new Set<string>() };

  /** Opens the world before a file's tests and closes it after them, with the figures. */
  static forThisFile(): CrashRounds {
    const rounds = new CrashRounds();
    beforeAll(async () => {
      rounds.opened = await CrashWorld.open();
    }, OPEN_MS);
    afterAll(async () => {
      process.stdout.write(`${rounds.figures.join('\n')}\n`);
      await rounds.opened?.close();
    }, OPEN_MS);
    return rounds;
  }

  get world(): CrashWorld {
    if (!this.opened) throw new Error('the world is not open');
    return this.opened;
  }

  /** A draft of one piece, ready to be submitted, and the call that does it. */
  async aSubmit(): Promise<Submit & { readonly orderId: string }> {
    const { world } = this;
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
  async aConfirm(): Promise<Confirm & { readonly orderId: string }> {
    const { world } = this;
    const { orderId, ...submit } = await this.aSubmit();
    good(submitOrder, await world.call(submitOrder, submit));
    this.acknowledged.submitted.add(orderId);
    const matches = await this.matchesOnTheDesk(orderId);
    const as = world.finance;
    const { hash } = good(reviewMatches, await world.call(reviewMatches, { as, body: { matches } }));
    return { as, body: { hash, matches }, key: randomUUID(), orderId };
  }

  /** Imports the statement of the day; answers what it proposes, for one order or for all. */
  private async matchesOnTheDesk(orderId?: string): Promise<{ matchId: string; version: number }[]> {
    const { world } = this;
    const as = world.finance;
    const { raw: bytes } = await world.call(demoStatement);
    const file = { bytes, type: 'application/xml' };
    good(importStatement, await world.call(importStatement, { as, file }));
    const { rows } = good(transferDesk, await world.call(transferDesk, { as }));
    return rows.flatMap((line) =>
      line.matches
        .filter(({ order }) => orderId === undefined || order?.id === orderId)
        .map(({ id, version }) => ({ matchId: id, version })),
    );
  }

  async confirmNow(call: Confirm): Promise<TestAnswer<typeof confirmMatches>> {
    return this.world.call(confirmMatches, {
      ...call,
      freshCode: await this.world.nextCode(this.world.finance),
    });
  }

  /** Pays every open order through the desk and delivers what follows, in this process. */
  async payWhatIsOpen(): Promise<void> {
    const { world } = this;
    const as = world.finance;
    const matches = await this.matchesOnTheDesk();
    const { hash } = good(reviewMatches, await world.call(reviewMatches, { as, body: { matches } }));
    good(confirmMatches, await this.confirmNow({ as, body: { hash, matches } }));
    await world.app.drain();
    expect(await brokenAfterDelivery(world.app)).toEqual([]);
  }

  isPlaced(orderId: string): Promise<number> {
    return this.rowsOf(`select count(*)::int as n from orders where id = $1 and state <> 'draft'`, orderId);
  }

  isConfirmed(orderId: string): Promise<number> {
    return this.rowsOf(
      `select count(*)::int as n from orders where id = $1 and state = 'confirmed'`,
      orderId,
    );
  }

  bookings(orderId: string): Promise<number> {
    return this.rowsOf('select count(*)::int as n from ledger_entries where order_id = $1', orderId);
  }

  private async rowsOf(sql: string, orderId: string): Promise<number> {
    const [row] = await this.world.app.system((tx) => tx.query<{ n: number }>(sql, [orderId]));
    return row?.n ?? 0;
  }

  /** Every order and booking somebody was told of is there, nothing is there twice, and the ledger holds. */
  async expectWhole(): Promise<void> {
    const { world, acknowledged } = this;
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

  readonly killServerBefore: Kill = async (held) => {
    await this.world.killServer();
    held.drop();
    await this.world.startServer();
  };
  readonly killServerAfter: Kill = async (held) => {
    await held.forwardInSilence();
    await this.world.killServer();
    held.drop();
    await this.world.startServer();
  };
  /** The commit is under way when the database dies. */
  readonly killDatabaseDuring: Kill = async (held) => {
    held.forward();
    await this.world.cluster.kill9();
    await this.world.restartDatabase();
    await this.world.slowCommits(false);
  };

  /** Runs the rounds of one point and keeps its figures; a round tells whether its commit came before the kill. */
  async of(point: string, round: (at: number) => Promise<boolean>): Promise<void> {
    const from = performance.now();
    let done = 0;
    for (let at = 0; at < ROUNDS; at += 1) done += (await round(at)) ? 1 : 0;
    const seconds = ((performance.now() - from) / 1000 / ROUNDS).toFixed(1);
    this.figures.push(
      `${point}: killed ${ROUNDS} times, committed before the kill ${done} times, ${seconds} s each`,
    );
  }
}

/** The status a call was answered with, or that it was cut off without an answer. */
export async function settled(call: Promise<{ status: number }>): Promise<number | 'cut off'> {
  return call.then(
    ({ status }) => status,
    () => 'cut off' as const,
  );
}

/** What is held at its point; a call that was answered before it got there will never be, and says how it was answered. */
export const heldBefore = (caught: Promise<Held>, call: Promise<TestAnswer<Endpoint>>): Promise<Held> =>
  Promise.race([
    caught,
    call.then(({ status, body }) => {
      throw new InVain(`the call was answered before its commit: ${status} ${body.code ?? ''}`);
    }),
  ]);
