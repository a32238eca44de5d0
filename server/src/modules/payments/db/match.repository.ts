import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import { matchLifecycle, statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import type { MatchReason, Proposal } from '../domain/matching';
import type { ReviewedMatch } from '../domain/review';
import { IS_CLOSED, PAYABLE } from './payable-sql';

/** A match with the words a person reads. */
export interface StoredMatch extends ReviewedMatch {
  readonly lineState: (typeof statementLineLifecycle.states)[number];
  readonly reasons: readonly MatchReason[];
  readonly orderCode: string;
  readonly company: string;
  readonly firstPersonName: string | null;
  readonly deadline: Date;
}
export interface MatchRow {
  match_id: string;
  match_version: number;
  match_state: ReviewedMatch['state'];
  first_person: string | null;
  first_person_name: string | null;
  reasons: MatchReason[];
  line_id: string;
  line_version: number;
  line_state: (typeof statementLineLifecycle.states)[number];
  company_id: string;
  order_id: string;
  order_code: string;
  company: string;
  reference: string;
  match_minor: string;
  match_currency: Currency;
  total_minor: string;
  received_minor: string;
  is_closed: boolean;
  deadline: Date;
}
/** A step of one match, decided; written only if the match still stands where it stood. */
export interface MatchStep {
  readonly companyId: string;
  readonly id: string;
  readonly version: number;
  readonly from: ReviewedMatch['state'];
  readonly to: ReviewedMatch['state'];
  readonly reasons: readonly MatchReason[];
}

/** Columns of a match `m` with its line `l`, and `t`, `o`, `b` of the payable order, `c` and `f` for names. */
export const MATCH_FIELDS = `m.id as match_id, m.version as match_version, m.state as match_state, m.first_person,
  f.name as first_person_name, m.reasons, m.line_id, l.version as line_version, l.state as line_state, m.company_id, m.order_id,
  o.code as order_code, c.name_latin as company, m.reference, m.amount_minor as match_minor,
  m.currency as match_currency, t.amount_minor as total_minor, b.received_minor, ${IS_CLOSED} as is_closed, t.deadline`;

export const storedMatchOf = (row: MatchRow): StoredMatch => ({
  id: row.match_id,
  version: row.match_version,
  state: row.match_state,
  firstPerson: row.first_person,
  firstPersonName: row.first_person_name,
  reasons: row.reasons,
  lineId: row.line_id,
  lineVersion: row.line_version,
  lineState: row.line_state,
  companyId: row.company_id,
  orderId: row.order_id,
  orderCode: row.order_code,
  company: row.company,
  reference: row.reference,
  amount: money(Number(row.match_minor), row.match_currency),
  total: money(Number(row.total_minor), row.match_currency),
  received: money(Number(row.received_minor), row.match_currency),
  isClosed: row.is_closed,
  deadline: row.deadline,
});

@Injectable()
export class MatchRepository {
  /** Stores proposals; the caller advances their lines. */
  async propose(tx: Tx, proposals: readonly Proposal[]): Promise<void> {
    if (proposals.length === 0) return;
    const rows = proposals.map(({ lineId, order, amount, isShort, reasons }) => ({
      id: newId(),
      company_id: order.companyId,
      line_id: lineId,
      order_id: order.orderId,
      reference: order.reference,
      amount_minor: amount.minor,
      currency: amount.currency,
      is_short: isShort,
      reasons,
    }));
    await tx.query(
      `insert into matches (company_id, id, line_id, order_id, reference, amount_minor, currency, is_short, reasons, state)
       select p.company_id, p.id, p.line_id, p.order_id, p.reference, p.amount_minor, p.currency, p.is_short, p.reasons, $2
       from jsonb_to_recordset($1::jsonb) as p (company_id uuid, id uuid, line_id uuid, order_id uuid, reference text,
         amount_minor bigint, currency text, is_short boolean, reasons text[])`,
      [JSON.stringify(rows), matchLifecycle.initial],
    );
  }

  /** Companies whose confirmed payments came from these accounts: account hash → companies. */
  async payers(tx: Tx, ibanHashes: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await tx.query<{ hash: string; companies: string[] }>(
      `select l.payer_iban_hash as hash, array_agg(distinct m.company_id::text) as companies
       from statement_lines l join matches m on m.line_id = l.id and m.state = 'confirmed'
       where l.payer_iban_hash = any($1) group by 1`,
      [ibanHashes],
    );
    return new Map(rows.map((row) => [row.hash, new Set(row.companies)]));
  }

  async read(tx: Tx, ids: readonly string[]): Promise<StoredMatch[]> {
    const rows = await tx.query<MatchRow>(
      `select ${MATCH_FIELDS} from ${PAYABLE}
       join matches m on m.company_id = t.company_id and m.order_id = t.order_id
       join statement_lines l on l.id = m.line_id join companies c on c.id = m.company_id
       left join people f on f.id = m.first_person
       where m.id = any($1::uuid[]) order by m.id`,
      [ids],
    );
    return rows.map(storedMatchOf);
  }

  /**
   * Reads under lock. The instructions are locked first and in one order: two lists that pay the same
   * orders wait for each other, and the second one then reads what the first has booked.
   */
  async readLocked(tx: Tx, ids: readonly string[]): Promise<StoredMatch[]> {
    await tx.query(
      `select t.order_id from transfer_instructions t
       where (t.company_id, t.order_id) in (select company_id, order_id from matches where id = any($1::uuid[]))
       order by t.order_id for no key update`,
      [ids],
    );
    await tx.query(
      `select m.id from matches m join statement_lines l on l.id = m.line_id
       where m.id = any($1::uuid[]) order by m.id for no key update of m, l`,
      [ids],
    );
    return this.read(tx, ids);
  }

  /** Writes decided steps of one person; returns how many stood where they were read. */
  async advance(
    tx: Tx,
    steps: readonly MatchStep[],
    by: { readonly personId: string | null; readonly at: Date },
  ): Promise<number> {
    const rows = steps.map((step) => ({
      company_id: step.companyId,
      id: step.id,
      version: step.version,
      from_state: step.from,
      to_state: step.to,
      is_short: step.reasons.includes('amount_short'),
      reasons: step.reasons,
    }));
    const written = await tx.query(
      `update matches m set state = s.to_state, version = m.version + 1, reasons = s.reasons, is_short = s.is_short,
         first_person = case when s.to_state = 'withdrawn' then m.first_person else coalesce(m.first_person, $2) end,
         second_person = case when s.from_state = 'first_confirmed' and s.to_state = 'confirmed' then $2 end,
         confirmed_at = case when s.to_state = 'confirmed' then $3::timestamptz end
       from jsonb_to_recordset($1::jsonb) as s (company_id uuid, id uuid, version int, from_state text, to_state text,
         is_short boolean, reasons text[])
       where m.company_id = s.company_id and m.id = s.id and m.state = s.from_state and m.version = s.version
       returning m.id`,
      [JSON.stringify(rows), by.personId, by.at],
    );
    return written.length;
  }
}

export interface BookedMatch {
  readonly companyId: string;
  readonly orderId: string;
  readonly matchId: string;
  readonly lineId: string;
  readonly amount: Money;
}
