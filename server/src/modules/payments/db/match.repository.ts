import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { money } from '@qafila/shared/kernel/money';
import { matchLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import type { Proposal } from '../domain/matching/facts';
import type { MatchReason } from '../domain/matching/payable';
import type { ReviewedMatch } from '../domain/review';
import { DUE_AGAIN, IS_CLOSED, IS_PAID, PAYABLE } from './payable-sql';
import { ORDER_REFUNDS_ON_WAY } from './refund-sql';

/** A match with the words a person reads, those of people still sealed. */
export interface StoredMatch extends ReviewedMatch {
  readonly reasons: readonly MatchReason[];
  readonly wordsSealed: string | null;
  readonly orderCode: string | null;
  readonly deadline: Date | null;
  readonly company: string;
  readonly firstPersonName: string | null;
}
interface MatchRow {
  id: string;
  version: number;
  state: ReviewedMatch['state'];
  kind: ReviewedMatch['kind'];
  class: ReviewedMatch['class'];
  first_person: string | null;
  first_plan: string | null;
  first_person_name: string | null;
  reasons: MatchReason[];
  words_enc: string | null;
  line_id: string;
  line_version: number;
  line_minor: string;
  is_proven: boolean;
  company_id: string;
  company: string;
  order_id: string | null;
  order_code: string;
  reference: string;
  total_minor: string;
  order_currency: Currency;
  received_minor: string;
  due_again_minor: string;
  over_minor: string;
  written_off_sum: string;
  refunded_minor: string;
  is_closed: boolean;
  is_paid: boolean;
  is_cancelled: boolean;
  deadline: Date | null;
  amount_minor: string;
  written_off_minor: string;
  currency: Currency;
  reverses_id: string | null;
  refund_id: string | null;
  refund_code: string;
  refund_source: 'order' | 'credit';
}
/** A step of one match, decided; written only if the match still stands where it stood. */
export interface MatchStep {
  readonly companyId: string;
  readonly id: string;
  readonly version: number;
  readonly from: ReviewedMatch['state'];
  readonly to: ReviewedMatch['state'];
  readonly reasons: readonly MatchReason[];
  readonly firstPlan: string | null;
}
/** A match as it is stored first; the words of a person are sealed. */
export type NewMatch = Proposal & { readonly id: string; readonly wordsSealed: string | null };

/**
 * Matches `m` with their line `l`, the company, the first person, and `t`, `o`, `b` of the order. A line that may be a
 * double is confirmed as one that nobody proved.
 */
const MATCHES = `select m.id, m.version, m.state, m.kind, m.class, m.first_person, m.first_plan, f.name as first_person_name, m.reasons,
    m.words_enc, m.line_id, l.version as line_version, l.amount_minor as line_minor,
    l.is_proven and not l.maybe_double as is_proven, m.company_id,
    c.name_latin as company, m.order_id, o.code as order_code, t.reference, t.amount_minor as total_minor,
    t.currency as order_currency, b.received_minor, ${DUE_AGAIN} as due_again_minor, b.over_minor,
    b.written_off_minor as written_off_sum,
    b.refunded_minor + (${ORDER_REFUNDS_ON_WAY}) as refunded_minor, ${IS_CLOSED} as is_closed, ${IS_PAID} as is_paid,
    o.state = 'cancelled' as is_cancelled, t.deadline, m.amount_minor,
    m.written_off_minor, m.currency, m.reverses_id, m.refund_id, r.code as refund_code, r.source as refund_source
  from matches m join statement_lines l on l.id = m.line_id
  join companies c on c.id = m.company_id left join people f on f.id = m.first_person
  left join refunds r on r.company_id = m.company_id and r.id = m.refund_id
  left join (${PAYABLE}) on t.company_id = m.company_id and t.order_id = m.order_id`;

function storedMatchOf(row: MatchRow): StoredMatch {
  const of = (minor: string) => money(Number(minor), row.currency);
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    kind: row.kind,
    class: row.class,
    firstPerson: row.first_person,
    firstPlan: row.first_plan,
    firstPersonName: row.first_person_name,
    reasons: row.reasons,
    wordsSealed: row.words_enc,
    line: { id: row.line_id, version: row.line_version, amount: of(row.line_minor), isProven: row.is_proven },
    companyId: row.company_id,
    company: row.company,
    order: row.order_id === null ? null : { ...orderOf(row), id: row.order_id },
    orderCode: row.order_id && row.order_code,
    deadline: row.deadline,
    refund:
      row.refund_id === null ? null : { id: row.refund_id, code: row.refund_code, source: row.refund_source },
    isReturned: row.reasons.includes('bank_returned'),
    amount: of(row.amount_minor),
    writtenOff: of(row.written_off_minor),
    reversesId: row.reverses_id,
  };
}

function orderOf(row: MatchRow) {
  const of = (minor: string) => money(Number(minor), row.order_currency);
  return {
    reference: row.reference,
    total: of(row.total_minor),
    received: of(row.received_minor),
    dueAgain: of(row.due_again_minor),
    over: of(row.over_minor),
    writtenOff: of(row.written_off_sum),
    refunded: of(row.refunded_minor),
    isClosed: row.is_closed,
    isPaid: row.is_paid,
    isCancelled: row.is_cancelled,
  };
}

@Injectable()
export class MatchRepository {
  /** Stores matches as proposed; their lines are moved by `FollowMatches`. */
  async add(tx: Tx, matches: readonly NewMatch[]): Promise<void> {
    if (matches.length === 0) return;
    const rows = matches.map((match) => ({
      id: match.id,
      company_id: match.companyId,
      line_id: match.lineId,
      kind: match.kind,
      class: match.class,
      order_id: match.orderId,
      reference: match.reference,
      amount_minor: match.amount.minor,
      written_off_minor: match.writtenOff.minor,
      currency: match.amount.currency,
      reverses_id: match.reversesId,
      refund_id: match.refundId ?? null,
      reasons: match.reasons,
      words_enc: match.wordsSealed,
    }));
    await tx.query(
      `insert into matches (company_id, id, line_id, kind, class, order_id, reference, amount_minor, written_off_minor,
         currency, reverses_id, refund_id, reasons, words_enc, state)
       select p.company_id, p.id, p.line_id, p.kind, p.class, p.order_id, p.reference, p.amount_minor,
         p.written_off_minor, p.currency, p.reverses_id, p.refund_id, p.reasons, p.words_enc, $2
       from jsonb_to_recordset($1::jsonb) as p (company_id uuid, id uuid, line_id uuid, kind text, class text,
         order_id uuid, reference text, amount_minor bigint, written_off_minor bigint, currency text, reverses_id uuid,
         refund_id uuid, reasons text[], words_enc text)`,
      [JSON.stringify(rows), matchLifecycle.initial],
    );
  }

  /** Stores what the portal itself proposes. */
  propose(tx: Tx, proposals: readonly Proposal[]): Promise<void> {
    return this.add(
      tx,
      proposals.map((proposal) => ({ ...proposal, id: newId(), wordsSealed: null })),
    );
  }

  async read(tx: Tx, ids: readonly string[]): Promise<StoredMatch[]> {
    const rows = await tx.query<MatchRow>(`${MATCHES} where m.id = any($1::uuid[]) order by m.id`, [ids]);
    return rows.map(storedMatchOf);
  }

  /** What holds something of these lines, or asks to take it back; withdrawn, undone and done undoing hold nothing. */
  async ofLines(tx: Tx, lineIds: readonly string[]): Promise<StoredMatch[]> {
    const rows = await tx.query<MatchRow>(
      `${MATCHES} where m.line_id = any($1::uuid[]) and m.state not in ('withdrawn', 'undone')
         and (m.kind <> 'undo' or m.state <> 'confirmed') order by m.id`,
      [lineIds],
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
      `select l.id from statement_lines l where l.id in (
         select x.line_id from matches m join matches x on x.id = m.id or (x.company_id = m.company_id and x.id = m.reverses_id)
         where m.id = any($1::uuid[]))
       order by l.id for no key update`,
      [ids],
    );
    await tx.query(
      `select m.id from matches m where m.id = any($1::uuid[]) order by m.id for no key update of m`,
      [ids],
    );
    return this.read(tx, ids);
  }

  /** True when something takes the match back already, or is asked to. */
  async isBeingReversed(tx: Tx, match: Pick<StoredMatch, 'companyId' | 'id'>): Promise<boolean> {
    const rows = await tx.query(
      `select id from matches where company_id = $1 and reverses_id = $2
         and state in ('proposed', 'first_confirmed', 'confirmed')`,
      [match.companyId, match.id],
    );
    return rows.length > 0;
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
      reasons: step.reasons,
      first_plan: step.firstPlan,
    }));
    const written = await tx.query(
      `update matches m set state = s.to_state, version = m.version + 1, reasons = s.reasons,
         first_plan = s.first_plan,
         first_person = case when s.to_state = 'first_confirmed' or (s.from_state = 'proposed' and s.to_state = 'confirmed') then $2 else m.first_person end,
         second_person = case when s.from_state = 'first_confirmed' and s.to_state = 'confirmed' then $2 else m.second_person end,
         confirmed_at = case when s.to_state = 'confirmed' then $3::timestamptz else m.confirmed_at end
       from jsonb_to_recordset($1::jsonb) as s (company_id uuid, id uuid, version int, from_state text, to_state text,
         reasons text[], first_plan text)
       where m.company_id = s.company_id and m.id = s.id and m.state = s.from_state and m.version = s.version
       returning m.id`,
      [JSON.stringify(rows), by.personId, by.at],
    );
    return written.length;
  }

  /** Undoing of these matches that nobody confirmed yet. */
  async undosOf(tx: Tx, matchIds: readonly string[]): Promise<StoredMatch[]> {
    if (matchIds.length === 0) return [];
    const rows = await tx.query<MatchRow>(
      `${MATCHES} where m.reverses_id = any($1::uuid[]) and m.kind = 'undo' and m.state = 'proposed' order by m.id`,
      [matchIds],
    );
    return rows.map(storedMatchOf);
  }

  /** What is proposed for a refund and not booked. */
  async openOfRefund(tx: Tx, refundId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from matches where refund_id = $1 and state in ('proposed', 'first_confirmed')`,
      [refundId],
    );
    return rows.map(({ id }) => id);
  }

  /** Notes on what is not booked yet of these lines that the bank took their money back. */
  async noteReturned(tx: Tx, lineIds: readonly string[]): Promise<void> {
    await tx.query(
      `update matches set reasons = array_append(reasons, 'bank_returned'), version = version + 1
       where line_id = any($1::uuid[]) and state in ('proposed', 'first_confirmed') and kind in ('order', 'credit')
         and not 'bank_returned' = any(reasons)`,
      [lineIds],
    );
  }

  /** Another difference to write off with a match that nobody confirmed yet, or none; another reason with it. */
  async writeOff(
    tx: Tx,
    match: Pick<StoredMatch, 'companyId' | 'id' | 'version' | 'writtenOff'>,
    wordsSealed: string,
  ): Promise<number> {
    const written = await tx.query(
      `update matches set written_off_minor = $4, words_enc = $5, version = version + 1
       where company_id = $1 and id = $2 and version = $3 and state = 'proposed' returning id`,
      [match.companyId, match.id, match.version, match.writtenOff.minor, wordsSealed],
    );
    return written.length;
  }
}
