/** States in which a refund holds money that nobody else may send back. */
export const REFUND_HOLDS = `('asked', 'approved', 'sent', 'settled')`;
/** Those of them that the ledger does not have yet. */
const IS_OPEN = `state in ('asked', 'approved', 'sent') and booked_at is null`;

/** Of the order of `t`: what refunds of it hold that the ledger does not have yet, in minor units. */
export const ORDER_REFUNDS_OPEN = `select coalesce(sum(amount_minor), 0) from refunds
  where company_id = t.company_id and order_id = t.order_id and source = 'order' and ${IS_OPEN}`;
/** Of the order of `t`: what the bank or a gateway was told to send and the ledger does not have yet. */
export const ORDER_REFUNDS_ON_WAY = `select coalesce(sum(amount_minor), 0) from refunds
  where company_id = t.company_id and order_id = t.order_id and source = 'order' and state = 'sent' and booked_at is null`;
/** Of the order of `t`: what refunds to its company's credit hold that the ledger does not have yet. */
export const TO_CREDIT_OPEN = `select coalesce(sum(amount_minor), 0) from refunds
  where company_id = t.company_id and order_id = t.order_id and method = 'credit' and ${IS_OPEN}`;
/** What open refunds hold of each company's credit, one row for each currency. */
export const CREDIT_REFUNDS_OPEN = `select company_id, currency, sum(amount_minor) as held_minor from refunds
  where source = 'credit' and ${IS_OPEN} group by company_id, currency`;
/** What refunds through the attempt `a` hold: in its own currency of payment, and of that what is counted in the order's. */
export const ATTEMPT_REFUNDS = `select coalesce(sum(pay_minor), 0) as held_pay_minor,
    coalesce(sum(amount_minor) filter (where currency = a.currency), 0) as held_minor,
    coalesce(sum(pay_minor) filter (where currency = a.currency), 0) as held_minor_pay
  from refunds where company_id = a.company_id and attempt_id = a.id and state in ${REFUND_HOLDS}`;
