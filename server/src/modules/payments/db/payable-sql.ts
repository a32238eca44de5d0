/**
 * A transfer instruction `t` with its order `o` and what the ledger holds for it, `b`: the order's own sums follow
 * the ledger with the next event, so money is always counted here.
 */
export const PAYABLE = `transfer_instructions t
  join orders o on o.company_id = t.company_id and o.id = t.order_id
  cross join lateral (
    select coalesce(sum(p.amount_minor) filter (where e.kind = 'transfer_received'), 0) as received_minor,
      coalesce(-sum(p.amount_minor) filter (where e.kind = 'refund_sent'), 0) as refunded_minor
    from ledger_entries e
    join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.account = 'bank_clearing'
    where e.company_id = t.company_id and e.order_id = t.order_id
  ) b`;

/** True when money for the order is looked at by a person first. */
export const IS_CLOSED = "(o.state in ('expired', 'cancelled'))";
