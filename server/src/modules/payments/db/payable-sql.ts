import { ORDER_SUMS } from './ledger-sql';

/**
 * A transfer instruction `t` with its order `o` and what the ledger holds for it, `b`: the order's own sums follow
 * the ledger with the next event, so money is always counted here.
 */
export const PAYABLE = `transfer_instructions t
  join orders o on o.company_id = t.company_id and o.id = t.order_id
  cross join lateral (${ORDER_SUMS}) b`;

/** True of an order that waits for money: placed and not paid, or stopped since its money went back. */
export const WAITS = "(o.state = 'submitted' or o.stopped_at is not null)";

/** True of an order that was paid, and has its money. */
export const IS_PAID = "(o.state in ('confirmed', 'completed') and o.stopped_at is null)";

/**
 * What was sent back of the order `o` and is due again: all of it as long as the order waits for money. What goes back
 * of a paid one makes it cheaper.
 */
export const DUE_AGAIN = `case when ${IS_PAID} then 0 else b.refunded_minor end`;

/**
 * What of the sums `b` counts towards the total of the order `o`. An excess became credit and covers nothing, also where
 * what the order took was taken back; of a cancelled order it is all of its money.
 */
export const COUNTED = `(b.received_minor - case o.state when 'cancelled' then 0 else b.over_minor end - ${DUE_AGAIN})`;

/** True when money for the order is looked at by a person first. */
export const IS_CLOSED = "(o.state in ('expired', 'cancelled'))";
