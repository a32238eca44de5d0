/**
 * What the ledger holds for the order of `t` (company_id, order_id): the one place where an order's sums are made.
 * `received` counts money, credit used and differences written off, an excess included, and loses what was taken back;
 * `over` is the excess that became credit, `credit` what came from credit, `written_off` what nobody paid,
 * `refunded` what was sent back.
 */
export const ORDER_SUMS = `select
    coalesce(-sum(p.amount_minor) filter (where e.kind not in ('refund_sent', 'refund_failed')
      and (p.account = 'order' or e.kind <> 'credit_applied')), 0) as received_minor,
    coalesce(-sum(p.amount_minor) filter (where p.account = 'company_credit' and e.kind <> 'credit_applied'), 0) as over_minor,
    coalesce(-sum(p.amount_minor) filter (where p.account = 'order' and e.kind = 'credit_applied'), 0) as credit_minor,
    coalesce(-sum(p.amount_minor) filter (where p.account = 'order' and e.kind in ('write_off', 'write_off_reversed')), 0)
      as written_off_minor,
    coalesce(sum(p.amount_minor) filter (where p.account = 'order' and e.kind in ('refund_sent', 'refund_failed')), 0)
      as refunded_minor
  from ledger_entries e
  join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.account in ('order', 'company_credit')
  where e.company_id = t.company_id and e.order_id = t.order_id`;

/** What each company has as credit, one row for each currency; the one place where credit is counted. */
export const COMPANY_CREDIT = `select company_id, currency, -sum(amount_minor) as credit_minor
  from ledger_postings where account = 'company_credit' group by company_id, currency`;
