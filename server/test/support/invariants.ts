import { LEDGER_SENTENCES } from '../../src/modules/payments/db/ledger-check.repository';
import type { Tx } from '../../src/platform/database/unit-of-work';
import type { TestApp } from './test-app';

/** Queries that must find nothing, however often anything was killed; each by the sentence it disproves. */
const NEVER: Readonly<Record<string, string>> = {
  'what orders hold is what the stock calls reserved': `
    select s.variant_id::text as id from stock s left join
      (select variant_id, sum(quantity) as held from stock_reservations where state in ('held', 'confirmed') group by 1) r
      on r.variant_id = s.variant_id where s.reserved <> coalesce(r.held, 0)`,
  'a match is booked once': `
    select match_id::text as id from ledger_entries where match_id is not null group by match_id, kind having count(*) > 1`,
  'an order takes a step once': `
    select order_id::text as id from order_steps where step in ('submit', 'confirm') group by order_id, step having count(*) > 1`,
  'what is told of an order is told once': `
    select (payload ->> 'orderId') as id from outbox_event where payload ? 'orderId' group by type, payload ->> 'orderId', payload ->> 'consignmentId'
    having count(*) > 1`,
  'a placed order holds stock and awaits its money, a draft neither': `
    select o.id::text as id from orders o
    where (o.state in ('submitted', 'confirmed')) <> exists (select 1 from stock_reservations r
        where r.order_id = o.id and r.state in ('held', 'confirmed'))
      or (o.state in ('submitted', 'confirmed')) <> exists (select 1 from transfer_instructions t where t.order_id = o.id)`,
  'a submitted order was told': `
    select o.id::text as id from orders o where o.submitted_at is not null and not exists (select 1 from outbox_event e
      where e.type = 'ordering.order_submitted' and e.payload ->> 'orderId' = o.id::text)`,
  'booked money was told': `
    select l.id::text as id from ledger_entries l where l.order_id is not null and not exists (select 1 from outbox_event e
      where e.type = 'payments.money_booked' and e.payload ->> 'orderId' = l.order_id::text)`,
};

/** Queries that must find nothing once the outbox is delivered. */
const NEVER_AFTER_DELIVERY: Readonly<Record<string, string>> = {
  'everything told was delivered': `select id::text from outbox_event where done_at is null`,
  'a covered order is confirmed, an uncovered one is not': `
    select id::text from orders where submitted_at is not null and (state = 'confirmed') <> (received_minor >= total_minor)`,
  'a confirmed order has its parcels once, and no other order has any': `
    select o.id::text as id from orders o left join consignments c on c.company_id = o.company_id and c.order_id = o.id
    group by o.id, o.state, o.parcel_count having count(c.id) <> case when o.state = 'confirmed' then o.parcel_count else 0 end`,
  'each told order is one mail to each of its readers': `
    select told.type as id from (values ('ordering.order_submitted', 'order_submitted'), ('ordering.order_confirmed', 'order_confirmed'))
      as told(type, template)
    where (select count(distinct (o.id, m.person_id)) from outbox_event e
        join orders o on o.id::text = e.payload ->> 'orderId'
        join memberships m on m.company_id = o.company_id and m.state = 'active' and (m.role = 'owner' or m.person_id = o.created_by)
        where e.type = told.type)
      <> (select count(*) from mails m where m.template = told.template)`,
};

/** Sentences that are not true in this transaction; some hold only when everything told was delivered. */
export async function brokenIn(tx: Tx, given: { readonly isDelivered: boolean }): Promise<string[]> {
  const found: string[] = [];
  for (const [sentence, query] of Object.entries(
    given.isDelivered
      ? { ...NEVER, ...LEDGER_SENTENCES, ...NEVER_AFTER_DELIVERY }
      : { ...NEVER, ...LEDGER_SENTENCES },
  )) {
    const rows = await tx.query<{ id: string }>(query);
    if (rows.length > 0) found.push(`not true: ${sentence} (${rows.map(({ id }) => id).join(', ')})`);
  }
  return found;
}

/** Sentences about money, stock and events that are not true now. */
export const brokenNow = (app: TestApp): Promise<string[]> =>
  app.system((tx) => brokenIn(tx, { isDelivered: false }));

/** The same, and those that hold when everything told was delivered. */
export const brokenAfterDelivery = (app: TestApp): Promise<string[]> =>
  app.system((tx) => brokenIn(tx, { isDelivered: true }));
