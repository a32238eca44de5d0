import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isLong } from '../../../../test/support/long';
import { JobRunner } from '../../../platform/jobs/job-runner';
import { aGatewayWorld, type GatewayWorld, type Payer } from '../testing/gateway-world';

const TOTAL = 575_001;
const RACES = isLong ? 1000 : 20;
const RACES_MS = isLong ? 1_200_000 : 60_000;
const AT_ONCE = 20;
let world: GatewayWorld;
beforeAll(async () => {
  world = await aGatewayWorld();
}, 120_000);
afterAll(() => world?.close());

interface Ended {
  readonly state: string;
  readonly flag: string | null;
  readonly booked_minor: string;
  readonly home_minor: string;
}
/** Each order with its attempt, and what of its money stands with the order or as credit. */
const endOf = (orderIds: readonly string[]): Promise<Ended[]> =>
  world.app.system((tx) =>
    tx.query<Ended>(
      `select o.state, a.flag, a.booked_minor,
         (select coalesce(-sum(p.amount_minor), 0) from ledger_entries e
            join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id
          where e.attempt_id = a.id and p.account in ('order', 'company_credit')) as home_minor
       from orders o join payment_attempts a on a.company_id = o.company_id and a.order_id = o.id
       where o.id = any($1::uuid[])`,
      [orderIds],
    ),
  );

const expireHolds = (): Promise<void> | undefined =>
  world.app.get(JobRunner).handlers().get('ordering.expire_holds')?.handle({});

describe('the end of a hold and a payment at the same moment', () => {
  it(
    `leave no money without a home in ${RACES} races`,
    async () => {
      const payer: Payer = await world.app.aTrader({ country: 'NO' });
      const seen = new Map<string, number>();
      for (let done = 0; done < RACES; done += AT_ONCE) {
        const orderIds: string[] = [];
        for (let i = 0; i < AT_ONCE; i += 1) {
          const orderId = await world.anOrder(payer);
          const { url } = await world.start(payer, orderId);
          await world.person.press(url, 'visa');
          orderIds.push(orderId);
        }
        await world.app.system((tx) =>
          tx.query(
            `update orders set hold_until = $2::timestamptz - interval '1 second' where id = any($1::uuid[])`,
            [orderIds, world.app.clock.now()],
          ),
        );
        await world.app.system((tx) =>
          tx.query('update payment_attempts set follow_at = $2 where order_id = any($1::uuid[])', [
            orderIds,
            world.app.clock.now(),
          ]),
        );
        await Promise.all([expireHolds(), world.follow(), expireHolds()]);
        await world.app.drain();
        await world.sweep();
        for (const { state, flag, booked_minor, home_minor } of await endOf(orderIds)) {
          expect([Number(booked_minor), Number(home_minor)]).toEqual([TOTAL, TOTAL]);
          // Paid in time, or the company's credit after an order that is over, and shown to the store.
          expect(['confirmed/null', 'expired/closed', 'cancelled/closed']).toContain(`${state}/${flag}`);
          seen.set(state, (seen.get(state) ?? 0) + 1);
        }
      }
      expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBe(RACES);
    },
    RACES_MS,
  );
});
