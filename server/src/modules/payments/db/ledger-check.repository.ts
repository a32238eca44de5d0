import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { COMPANY_CREDIT, ORDER_SUMS } from './ledger-sql';

/** Sums of every order that was placed, with its stored ones. */
const ORDERS = `select t.company_id, t.order_id, o.state, o.total_minor, o.received_minor as stored_received,
    o.refunded_minor as stored_refunded, o.credit_minor as stored_credit, o.over_minor as stored_over, b.*
  from (select company_id, id as order_id from orders where submitted_at is not null) t
  join orders o on o.company_id = t.company_id and o.id = t.order_id
  cross join lateral (${ORDER_SUMS}) b`;
/** What a bank took back of it may be more than is there: the rest is owed. */
const WAS_DISPUTED = `exists (select 1 from ledger_entries d
    where d.company_id = o.company_id and d.order_id = o.order_id and d.kind = 'dispute_opened')`;
/** What was booked through the bank for each line. */
const BOOKED = `select m.line_id, sum(p.amount_minor) as booked_minor from matches m
  join ledger_entries e on e.company_id = m.company_id and e.match_id = m.id
  join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.account = 'bank_clearing'
  group by m.line_id`;

/** Sentences that are always true, each with the query that finds what disproves it. */
export const LEDGER_SENTENCES = {
  entry_sums_to_zero: `select entry_id::text as id from ledger_postings
    group by company_id, entry_id, currency having sum(amount_minor) <> 0`,
  order_account_names_order: `select e.id::text from ledger_entries e
    join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.account = 'order'
    where e.order_id is null`,
  line_matched_is_booked: `select l.id::text from statement_lines l left join (${BOOKED}) b on b.line_id = l.id
    where l.matched_minor <> coalesce(b.booked_minor, 0)`,
  line_matched_is_confirmed: `select l.id::text from statement_lines l left join
      (select line_id, sum(amount_minor) as confirmed_minor from matches
       where kind <> 'undo' and state in ('confirmed', 'returned') group by line_id) m on m.line_id = l.id
    where abs(l.matched_minor) <> coalesce(m.confirmed_minor, 0)`,
  line_matched_within_amount: `select l.id::text from statement_lines l join
      (select line_id, sum(amount_minor) as taken_minor from matches
       where kind <> 'undo' and state in ('proposed', 'first_confirmed', 'confirmed', 'returned') group by line_id) m
      on m.line_id = l.id
    where m.taken_minor > abs(l.amount_minor)`,
  match_undone_by_undo: `select m.id::text from matches m where m.state in ('undone', 'returned') and not exists (
    select 1 from matches r where r.company_id = m.company_id and r.reverses_id = m.id and r.state = 'confirmed'
      and r.kind = case m.state when 'undone' then 'undo' else 'return' end)`,
  order_knows_ledger: `select o.order_id::text as id from (${ORDERS}) o left join
      (select payload ->> 'orderId' as order_id, sum((payload ->> 'receivedMinor')::bigint) as received_minor,
         sum((payload ->> 'refundedMinor')::bigint) as refunded_minor,
         sum(coalesce((payload ->> 'creditMinor')::bigint, 0)) as credit_minor,
         sum(coalesce((payload ->> 'overMinor')::bigint, 0)) as over_minor
       from outbox_event where type = 'payments.money_booked' and done_at is null group by 1) w on w.order_id = o.order_id::text
    where o.stored_received + coalesce(w.received_minor, 0) <> o.received_minor
      or o.stored_refunded + coalesce(w.refunded_minor, 0) <> o.refunded_minor
      or o.stored_credit + coalesce(w.credit_minor, 0) <> o.credit_minor
      or o.stored_over + coalesce(w.over_minor, 0) <> o.over_minor`,
  credit_not_below_zero: `select company_id::text as id from (${COMPANY_CREDIT}) c where credit_minor < 0`,
  refunds_within_received: `select order_id::text as id from (${ORDERS}) o
    where refunded_minor > received_minor - over_minor - written_off_minor
      and (refunded_minor > 0 or not ${WAS_DISPUTED})`,
  refund_is_booked: `select r.id::text from refunds r left join lateral (
      select sum(p.amount_minor) as gone_minor from ledger_entries e
      join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.currency = r.currency
        and p.account = case r.source when 'order' then 'order' else 'company_credit' end
      where e.company_id = r.company_id and e.refund_id = r.id) b on true
    where coalesce(b.gone_minor, 0) <> case when r.state in ('sent', 'settled') and r.booked_at is not null
      then r.amount_minor else 0 end`,
  no_excess_while_short: `select order_id::text as id from (${ORDERS}) o
    where over_minor > 0 and received_minor - over_minor < total_minor and state <> 'cancelled'
      and not ${WAS_DISPUTED}`,
  money_has_living_order: `select order_id::text as id from (${ORDERS}) o
    where state in ('expired', 'cancelled') and received_minor - over_minor - refunded_minor > 0 and order_id::text not in
      (select payload ->> 'orderId' from outbox_event where type = 'payments.money_booked' and done_at is null)`,
} as const;
export type LedgerSentence = keyof typeof LEDGER_SENTENCES;

/** A sentence that is not true, with what disproves it. */
export interface LedgerFinding {
  readonly sentence: LedgerSentence;
  readonly ids: readonly string[];
}
/** Enough to begin looking; a broken rule can concern everything. */
const MOST_IDS = 20;

@Injectable()
export class LedgerCheckRepository {
  /** The sentences that are not true now. */
  async findings(tx: Tx): Promise<LedgerFinding[]> {
    const found: LedgerFinding[] = [];
    for (const sentence of Object.keys(LEDGER_SENTENCES) as LedgerSentence[]) {
      const rows = await tx.query<{ id: string }>(LEDGER_SENTENCES[sentence]);
      const ids = rows.slice(0, MOST_IDS).map(({ id }) => id);
      if (ids.length > 0) found.push({ sentence, ids });
    }
    return found;
  }

  async keep(tx: Tx, findings: readonly LedgerFinding[], at: Date): Promise<void> {
    await tx.query('insert into ledger_checks (id, checked_at, findings) values ($1, $2, $3)', [
      newId(),
      at,
      JSON.stringify(findings),
    ]);
  }

  /** How many sentences the newest check found broken, and when. */
  async newest(tx: Tx): Promise<{ readonly count: number; readonly oldest: Date | null }> {
    const [row] = await tx.query<{ count: number; checked_at: Date }>(
      `select jsonb_array_length(findings)::int as count, checked_at from ledger_checks
       order by checked_at desc, id desc limit 1`,
    );
    return { count: row?.count ?? 0, oldest: row && row.count > 0 ? row.checked_at : null };
  }
}
