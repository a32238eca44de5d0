import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenAfterDelivery, brokenIn } from '../support/invariants';
import { aWorld, type World } from '../support/world';

const BUILD_MS = 180_000;

/** Faults as a crash could leave them, each with the sentence that must find it. */
const PLANTED: readonly (readonly [string, string])[] = [
  [
    'what orders hold is what the stock calls reserved',
    'update stock set reserved = reserved - 1 where reserved > 0',
  ],
  [
    'entry_sums_to_zero',
    `insert into ledger_postings (company_id, entry_id, position, account, amount_minor, currency)
     select company_id, id, 9, 'order', 1, 'SAR' from ledger_entries limit 1`,
  ],
  [
    'an order takes a step once',
    `insert into order_steps select company_id, gen_random_uuid(), order_id, step, from_state, to_state, person_id, at
     from order_steps where step = 'submit' limit 1`,
  ],
  [
    'what is told of an order is told once',
    `insert into outbox_event select gen_random_uuid(), company_id, type, payload, occurred_at, done_at
     from outbox_event where type = 'ordering.order_confirmed' limit 1`,
  ],
  [
    'a placed order holds stock and awaits its money, a draft neither',
    `delete from stock_reservations where order_id = (select id from orders where state = 'submitted' limit 1)`,
  ],
  [
    'a submitted order was told',
    `update outbox_event set type = 'x' where type = 'ordering.order_submitted'`,
  ],
  ['booked money was told', `update outbox_event set type = 'x' where type = 'payments.money_booked'`],
  ['everything told was delivered', `update outbox_event set done_at = null`],
  ['order_knows_ledger', 'update orders set received_minor = received_minor + 1'],
  [
    'a covered order is confirmed, an uncovered one is not',
    `update orders set received_minor = total_minor where state = 'submitted'`,
  ],
  [
    'a confirmed order has its parcels once, and no other order has any',
    'update orders set parcel_count = parcel_count + 1',
  ],
  [
    'each told order is one mail to each of its readers',
    `delete from mails where template = 'order_confirmed'`,
  ],
];

let world: World;
beforeAll(async () => {
  world = await aWorld(['planned']);
}, BUILD_MS);
afterAll(() => world.app.close());

class PutBack extends Error {}

describe('the sentences that crash tests hold against the database', () => {
  it('are true of a world where nothing was killed', async () => {
    expect(await brokenAfterDelivery(world.app)).toEqual([]);
  });

  it.each(PLANTED)('%s: a planted fault is found', async (sentence, fault) => {
    let found: string[] = [];
    const planted = world.app.system(async (tx) => {
      await tx.query(fault);
      found = await brokenIn(tx, { isDelivered: true });
      throw new PutBack();
    });
    await expect(planted).rejects.toBeInstanceOf(PutBack);
    expect(found.map((each) => /^not true: (.+) \(/.exec(each)?.[1])).toContain(sentence);
  });
});
