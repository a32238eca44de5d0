import { Injectable } from '@nestjs/common';
import { type Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import { transferInstructionLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { OpenTransfer } from '../domain/demo-bank';
import type { PayableOrder } from '../domain/matching/payable';
import { COUNTED, IS_CLOSED, PAYABLE, WAITS } from './payable-sql';

export interface Instruction extends Omit<PayableOrder, 'openFrom' | 'openUntil'> {
  readonly state: (typeof transferInstructionLifecycle.states)[number];
  /** Everything that ever came in for it, what was sent back since included. */
  readonly cameIn: Money;
  readonly refunded: Money;
  /** What may still be sent back: what came in for it and was not sent back; neither excess nor a difference written off. */
  readonly refundable: Money;
  readonly deadline: Date;
  /** Its order was cancelled: all of its money became credit. */
  readonly isCancelled: boolean;
  /** True when the hold has had its one extension. */
  readonly isExtended: boolean;
}
interface Row {
  company_id: string;
  order_id: string;
  reference: string;
  amount_minor: string;
  currency: Currency;
  deadline: Date;
  state: Instruction['state'];
  counted_minor: string;
  received_minor: string;
  over_minor: string;
  refunded_minor: string;
  refundable_minor: string;
  is_closed: boolean;
  is_cancelled: boolean;
  is_extended: boolean;
}

const FIELDS = `t.company_id, t.order_id, t.reference, t.amount_minor, t.currency, t.deadline, t.state,
  ${COUNTED} as counted_minor, b.received_minor, b.over_minor, b.refunded_minor, ${IS_CLOSED} as is_closed, o.state = 'cancelled' as is_cancelled,
  b.received_minor - b.over_minor - b.written_off_minor - b.refunded_minor as refundable_minor,
  t.extended_at is not null as is_extended`;
const { upload_receipt, settle, expire, reopen } = transferInstructionLifecycle.steps;

const instructionOf = (row: Row): Instruction => ({
  companyId: row.company_id,
  orderId: row.order_id,
  reference: row.reference,
  total: money(Number(row.amount_minor), row.currency),
  received: money(Number(row.counted_minor), row.currency),
  cameIn: money(Number(row.received_minor), row.currency),
  over: money(Number(row.over_minor), row.currency),
  refunded: money(Number(row.refunded_minor), row.currency),
  refundable: money(Number(row.refundable_minor), row.currency),
  isClosed: row.is_closed,
  isCancelled: row.is_cancelled,
  state: row.state,
  deadline: row.deadline,
  isExtended: row.is_extended,
});

export interface NewInstruction {
  readonly companyId: string;
  readonly orderId: string;
  readonly reference: string;
  readonly amount: Money;
  readonly deadline: Date;
  readonly at: Date;
}

@Injectable()
export class InstructionRepository {
  /** `taken`: another order has this reference; `known`: the order has its instruction already. */
  async add(tx: Tx, given: NewInstruction): Promise<'added' | 'known' | 'taken'> {
    const added = await tx.query(
      `insert into transfer_instructions (company_id, order_id, reference, amount_minor, currency, deadline, state, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning order_id`,
      [
        given.companyId,
        given.orderId,
        given.reference,
        given.amount.minor,
        given.amount.currency,
        given.deadline,
        transferInstructionLifecycle.initial,
        given.at,
      ],
    );
    if (added.length > 0) return 'added';
    const known = await tx.query(
      'select order_id from transfer_instructions where company_id = $1 and order_id = $2',
      [given.companyId, given.orderId],
    );
    return known.length > 0 ? 'known' : 'taken';
  }

  /** Gives the company its own permanent reference, if it has none; false when another company has this one. */
  async addOwnReference(tx: Tx, companyId: string, reference: string): Promise<boolean> {
    await tx.query(
      'insert into company_references (company_id, reference) values ($1, $2) on conflict do nothing',
      [companyId, reference],
    );
    return (await this.ownReference(tx, companyId)) !== null;
  }

  /** The company's own reference, for payments of several orders at once. */
  async ownReference(tx: Tx, companyId: string): Promise<string | null> {
    const [row] = await tx.query<{ reference: string }>(
      'select reference from company_references where company_id = $1',
      [companyId],
    );
    return row?.reference ?? null;
  }

  /** Instructions of these orders, as far as the scope shows them. */
  async ofOrders(tx: Tx, orderIds: readonly string[]): Promise<Instruction[]> {
    const rows = await tx.query<Row>(`select ${FIELDS} from ${PAYABLE} where t.order_id = any($1::uuid[])`, [
      orderIds,
    ]);
    return rows.map(instructionOf);
  }

  /** The instruction of one order of a company. */
  async ofOrder(tx: Tx, companyId: string, orderId: string): Promise<Instruction[]> {
    const rows = await tx.query<Row>(
      `select ${FIELDS} from ${PAYABLE} where t.company_id = $1 and t.order_id = $2`,
      [companyId, orderId],
    );
    return rows.map(instructionOf);
  }

  /** Holds the money of an order still until the transaction ends. */
  async lock(tx: Tx, companyId: string, orderId: string): Promise<void> {
    await tx.query(
      'select order_id from transfer_instructions where company_id = $1 and order_id = $2 for no key update',
      [companyId, orderId],
    );
  }

  /** A receipt was shown for what awaits its transfer, which has until then; returns whether it stood there. */
  async shown(
    tx: Tx,
    given: {
      readonly companyId: string;
      readonly orderId: string;
      readonly until: Date;
      readonly to: Instruction['state'];
      readonly at: Date;
    },
  ): Promise<boolean> {
    const rows = await tx.query(
      `update transfer_instructions set state = $3, deadline = $4, extended_at = coalesce(extended_at, $5)
       where company_id = $1 and order_id = $2 and state = any($6) returning order_id`,
      [given.companyId, given.orderId, given.to, given.until, given.at, upload_receipt.from],
    );
    return rows.length > 0;
  }

  /** A later deadline; an earlier one changes nothing. */
  async prolong(
    tx: Tx,
    given: { readonly companyId: string; readonly orderId: string; readonly deadline: Date },
  ): Promise<void> {
    await tx.query(
      `update transfer_instructions set deadline = $3 where company_id = $1 and order_id = $2 and deadline < $3`,
      [given.companyId, given.orderId, given.deadline],
    );
  }

  /** Ends what still waits for money; a settled instruction stays as it is. */
  async expire(tx: Tx, companyId: string, orderId: string): Promise<boolean> {
    const rows = await tx.query(
      `update transfer_instructions set state = $3
       where company_id = $1 and order_id = $2 and state = any($4) returning order_id`,
      [companyId, orderId, expire.to, expire.from],
    );
    return rows.length > 0;
  }

  /** Settles the instructions of these orders that the ledger covers now. */
  async settleCovered(tx: Tx, orderIds: readonly string[]): Promise<void> {
    await tx.query(
      `update transfer_instructions i set state = $2
       where i.order_id = any($1::uuid[]) and i.state = any($3) and exists (
         select 1 from ${PAYABLE} where t.company_id = i.company_id and t.order_id = i.order_id
           and ${COUNTED} >= t.amount_minor)`,
      [orderIds, settle.to, settle.from],
    );
  }

  /** Opens the instructions of these orders again that the ledger covered and covers no more. */
  async reopenUncovered(tx: Tx, orderIds: readonly string[]): Promise<void> {
    await tx.query(
      `update transfer_instructions i set state = $2
       where i.order_id = any($1::uuid[]) and i.state = any($3) and exists (
         select 1 from ${PAYABLE} where t.company_id = i.company_id and t.order_id = i.order_id
           and ${COUNTED} < t.amount_minor)`,
      [orderIds, reopen.to, reopen.from],
    );
  }

  /** Orders still waiting for a transfer that no proposed payment covers, oldest first. */
  async waiting(tx: Tx): Promise<OpenTransfer[]> {
    const rows = await tx.query<Row & { company: string; proposed_minor: string }>(
      `select ${FIELDS}, c.name_latin as company, m.proposed_minor
       from ${PAYABLE} join companies c on c.id = t.company_id
       cross join lateral (
         select coalesce(sum(amount_minor), 0) as proposed_minor from matches
         where company_id = t.company_id and order_id = t.order_id and state in ('proposed', 'first_confirmed')
       ) m
       where t.state in ('awaiting', 'receipt_uploaded') and ${WAITS}
         and t.amount_minor > ${COUNTED} + m.proposed_minor
       order by t.created_at, t.order_id`,
    );
    return rows.map((row) => ({
      companyId: row.company_id,
      company: row.company,
      reference: row.reference,
      due: money(
        Number(BigInt(row.amount_minor) - BigInt(row.counted_minor) - BigInt(row.proposed_minor)),
        row.currency,
      ),
      hasMoney: row.counted_minor !== '0' || row.proposed_minor !== '0',
    }));
  }
}
