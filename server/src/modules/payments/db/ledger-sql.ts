/** Kinds that move credit between a company and its order: what was received with another order. */
const OWN_CREDIT = "('credit_applied', 'credit_returned')";
const REFUNDS = "('refund_sent', 'refund_failed')";

/**
 * What the ledger holds for the order of `t` (company_id, order_id): the one place where an order's sums are made.
 * `received` counts money, credit used and differences written off, an excess included, and loses what was taken back;
 * `over` is the excess that became credit, all of it where an order is over, `credit` what came from credit and did not go
 * back to it, `written_off` what nobody paid, `refunded` what was sent back, to credit too.
 */
export const ORDER_SUMS = `select
    coalesce(-sum(p.amount_minor) filter (where e.kind not in ${REFUNDS}
      and (p.account = 'order' or e.kind not in ${OWN_CREDIT})), 0) as received_minor,
    coalesce(-sum(p.amount_minor) filter (where p.account = 'company_credit' and e.kind not in ${OWN_CREDIT}
      and e.kind not in ${REFUNDS}), 0) as over_minor,
    coalesce(sum(case when p.account = 'order' and e.kind in ${OWN_CREDIT} then -p.amount_minor
      when p.account = 'company_credit' and e.kind in ${REFUNDS} then p.amount_minor end), 0) as credit_minor,
    coalesce(-sum(p.amount_minor) filter (where p.account = 'order' and e.kind in ('write_off', 'write_off_reversed')), 0)
      as written_off_minor,
    coalesce(sum(p.amount_minor) filter (where p.account = 'order' and e.kind in ${REFUNDS}), 0)
      as refunded_minor
  from ledger_entries e
  join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.account in ('order', 'company_credit')
  where e.company_id = t.company_id and e.order_id = t.order_id`;

/** What each company has as credit, one row for each currency; the one place where credit is counted. */
export const COMPANY_CREDIT = `select company_id, currency, -sum(amount_minor) as credit_minor
  from ledger_postings where account = 'company_credit' group by company_id, currency`;

/** Entries that change what is asked for and not what was paid; a refund of a paid order lowers both. */
const WRITE_OFFS = "('write_off', 'write_off_reversed')";
/**
 * True of an entry `e` of a refund that made its order cheaper: the order was paid when the refund left, and has been
 * since. What goes back of an order that waits for money is asked for again.
 */
const IS_CHEAPER = `coalesce((select s.step in ('confirm', 'go_on') and s.at <= coalesce((select r.booked_at from ledger_entries r
      where r.company_id = e.company_id and r.refund_id = e.refund_id and r.kind = 'refund_sent'), e.booked_at)
    from order_steps s where s.company_id = e.company_id and s.order_id = e.order_id
      and s.step in ('confirm', 'hold_again', 'stop', 'go_on') and s.at <= e.booked_at
    order by s.at desc, s.id desc limit 1), false)`;

/**
 * Common tables that end with `movement`: everything that moved the account of company `$1`. An order is asked for from
 * its first money on; when it ends it is withdrawn, and when it opens again it is asked for again, whole. What is owed is
 * `charged_minor` less `paid_minor`; `credit_minor` is what the company's credit grew by. In order of `at`, `rank`, `id`.
 */
export const ACCOUNT_MOVEMENTS = `booked as (
    select e.id, e.kind, e.booked_at as at, e.order_id, e.match_id, e.attempt_id, p.currency,
      coalesce(-sum(p.amount_minor) filter (where p.account = 'order'), 0) as order_minor,
      coalesce(-sum(p.amount_minor) filter (where p.account = 'company_credit'), 0) as credit_minor
    from ledger_entries e
    join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.account in ('order', 'company_credit')
    where e.company_id = $1
    group by e.id, e.kind, e.booked_at, e.order_id, e.match_id, e.attempt_id, p.currency
  ), entry as (
    select b.*, case when b.kind in ${WRITE_OFFS} then -b.order_minor
        when b.kind in ${REFUNDS} and b.order_minor <> 0
          and (select ${IS_CHEAPER} from ledger_entries e where e.company_id = $1 and e.id = b.id) then b.order_minor
        else 0 end as charged_minor
    from booked b
  ), asked as (
    select o.id as order_id, o.currency, o.total_minor, f.at
    from (select order_id, min(at) as at from entry where order_minor <> 0 group by order_id) f
    join orders o on o.company_id = $1 and o.id = f.order_id
  ), turned as (
    select s.id, s.at, s.order_id, case s.step when 'reopen' then 1 else -1 end as sign
    from order_steps s where s.company_id = $1 and s.step in ('expire', 'cancel', 'reopen')
  ), held as (
    select s.id, s.at, s.order_id, lag(s.at) over (partition by s.order_id order by s.at, s.id) as last_at
    from order_steps s where s.company_id = $1 and s.step in ('hold_again', 'stop')
  ), again as (
    select h.id, h.at, h.order_id, e.currency, -sum(e.charged_minor) as charged_minor
    from held h join entry e on e.order_id = h.order_id and e.kind in ${REFUNDS} and e.at <= h.at
      and (h.last_at is null or e.at > h.last_at)
    group by h.id, h.at, h.order_id, e.currency having sum(e.charged_minor) <> 0
  ), movement as (
    select id, at, 2 as rank, kind, order_id, match_id, attempt_id, currency, charged_minor,
      case when kind in ${WRITE_OFFS} then 0 else order_minor end as paid_minor,
      credit_minor
    from entry
    union all
    select a.order_id, a.at, 1, 'order_charged', a.order_id, null, null, a.currency, a.total_minor, 0, 0
    from asked a
    where coalesce((select sum(t.sign) from turned t where t.order_id = a.order_id and t.at < a.at), 0) = 0
    union all
    select t.id, t.at, 3, case t.sign when 1 then 'order_charged' else 'order_withdrawn' end, a.order_id, null, null,
      a.currency, t.sign * a.total_minor, 0, 0
    from turned t join asked a on a.order_id = t.order_id and t.at >= a.at
    union all
    select id, at, 3, 'order_charged', order_id, null, null, currency, charged_minor, 0, 0 from again
  )`;
