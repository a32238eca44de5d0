import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { DESK_VIEWS } from '@qafila/shared/payments/desk.contract';
import type { statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Tx } from '../../../platform/database/unit-of-work';
import { COUNTED, IS_CLOSED, PAYABLE } from './payable-sql';
import { STATEMENT_FIELDS, type StatementRow, statementViewOf } from './statement.repository';

/** A line as stored, its personal parts still sealed. */
export interface StoredLine {
  readonly id: string;
  readonly version: number;
  readonly state: (typeof statementLineLifecycle.states)[number];
  readonly bookedOn: string;
  readonly amount: Money;
  /** What no match takes. */
  readonly left: Money;
  readonly isProven: boolean;
  readonly maybeDouble: boolean;
  readonly payerNameSealed: string;
  readonly payerIbanTail: string | null;
  readonly textSealed: string;
  readonly ignoredReason: string | null;
}
export type DeskView = (typeof DESK_VIEWS)[number];
export interface DeskPage {
  readonly view: DeskView;
  /** The last line of the page before. */
  readonly after: { readonly bookedOn: string; readonly id: string } | null;
  readonly limit: number;
}
/** How many lines wait for whom, and since when the oldest does. */
export interface WaitingCounts {
  readonly exact: number;
  readonly second: number;
  readonly look: number;
  readonly exactOldest: Date | null;
  readonly secondOldest: Date | null;
  readonly lookOldest: Date | null;
}

interface LineRow {
  id: string;
  version: number;
  state: StoredLine['state'];
  booked_on: string;
  amount_minor: string;
  left_minor: string;
  currency: Currency;
  is_proven: boolean;
  maybe_double: boolean;
  payer_name_enc: string;
  payer_iban_tail: string | null;
  text_enc: string;
  ignored_reason: string | null;
}
interface CountRow {
  exact: string;
  second: string;
  look: string;
  exact_oldest: Date | null;
  second_oldest: Date | null;
  look_oldest: Date | null;
}

/** Lines `l` with their statement `s` and what their matches are, `w`. */
const LINES = `statement_lines l join statements s on s.id = l.statement_id
  cross join lateral (
    select coalesce(sum(amount_minor) filter (where kind <> 'undo'), 0) as taken_minor,
      coalesce(bool_or(state = 'proposed'), false) as has_proposed,
      coalesce(bool_or(state = 'first_confirmed'), false) as has_first
    from matches where line_id = l.id and state in ('proposed', 'first_confirmed', 'confirmed', 'returned')
  ) w`;
const LINE = `select l.id, l.version, l.state, l.booked_on::text, l.amount_minor, l.currency, l.is_proven,
    l.maybe_double, l.payer_name_enc, l.payer_iban_tail, l.text_enc, l.ignored_reason,
    l.amount_minor - case when l.amount_minor < 0 then -1 else 1 end * w.taken_minor as left_minor
  from ${LINES}`;

const IS_OPEN = "l.state in ('imported', 'proposed')";
/** What only a second person has to look at. */
const IS_SECOND = '(w.has_first and not w.has_proposed)';
/** Money that went out and that nobody said anything about, the bank neither: most of it is none of the traders' business. */
const IS_OUT = "(l.state = 'imported' and l.amount_minor < 0 and not l.is_reversal)";
/** Lines of which a match waits for somebody. */
const IS_HELD = `l.id in (select line_id from matches where state in ('proposed', 'first_confirmed'))`;
/** Whatever may wait, before the matches of each line are summed: all the rest is history, and there is much of it. */
const MAY_WAIT = `(${IS_OPEN} and not ${IS_OUT} or ${IS_HELD})`;
const IN_VIEW = {
  open: `${MAY_WAIT} and (${IS_OPEN} or w.has_proposed) and not ${IS_SECOND} and not ${IS_OUT}`,
  second: `${IS_HELD} and ${IS_SECOND}`,
  done: `not ${IS_OPEN} and not ${IS_HELD}`,
  out: IS_OUT,
} as const;

/** True when every open match of the line leaves nothing to think about, and they take all of a line that is proven and no double. */
const IS_EXACT = `(w.taken_minor = l.amount_minor and l.is_proven and not l.maybe_double and not exists (
  select 1 from matches m left join (${PAYABLE}) on t.company_id = m.company_id and t.order_id = m.order_id
  where m.line_id = l.id and m.state = 'proposed'
    and (m.kind = 'order' and m.class in ('A', 'D') and 'reference_exact' = any(m.reasons)
      and not m.reasons && array['bank_returned', 'payer_third_party'] and not ${IS_CLOSED}
      and m.amount_minor + m.written_off_minor = t.amount_minor - ${COUNTED}) is not true))`;
/** What waits: exact proposals, those of a second person, and whatever a person must look at. */
const WAITING = `select
    count(*) filter (where q.kind = 'exact') as exact, min(q.at) filter (where q.kind = 'exact') as exact_oldest,
    count(*) filter (where q.kind = 'second') as second, min(q.at) filter (where q.kind = 'second') as second_oldest,
    count(*) filter (where q.kind = 'look') as look, min(q.at) filter (where q.kind = 'look') as look_oldest
  from (
    select s.imported_at as at, case when ${IS_SECOND} then 'second' when w.has_proposed and ${IS_EXACT} then 'exact'
        else 'look' end as kind
    from ${LINES} where ${MAY_WAIT} and ((${IN_VIEW.open}) or (${IN_VIEW.second}))
  ) q`;

const lineOf = (row: LineRow): StoredLine => ({
  id: row.id,
  version: row.version,
  state: row.state,
  bookedOn: row.booked_on,
  amount: money(Number(row.amount_minor), row.currency),
  left: money(Number(row.left_minor), row.currency),
  isProven: row.is_proven,
  maybeDouble: row.maybe_double,
  payerNameSealed: row.payer_name_enc,
  payerIbanTail: row.payer_iban_tail,
  textSealed: row.text_enc,
  ignoredReason: row.ignored_reason,
});

const countsOf = (row: CountRow): WaitingCounts => ({
  exact: Number(row.exact),
  second: Number(row.second),
  look: Number(row.look),
  exactOldest: row.exact_oldest,
  secondOldest: row.second_oldest,
  lookOldest: row.look_oldest,
});

/** What the desk shows: one statement for the lines, one for everything above them; their matches come with a third. */
@Injectable()
export class DeskRepository {
  /** One line more than asked for, when there is one: the sign of a next page. */
  async page(tx: Tx, asked: DeskPage): Promise<StoredLine[]> {
    const rows = await tx.query<LineRow>(
      `${LINE} where ${IN_VIEW[asked.view]}
         and ($1::date is null or (l.booked_on, l.id) < ($1::date, $2::uuid))
       order by l.booked_on desc, l.id desc limit $3`,
      [asked.after?.bookedOn ?? null, asked.after?.id ?? null, asked.limit + 1],
    );
    return rows.map(lineOf);
  }

  async lines(tx: Tx, ids: readonly string[]): Promise<StoredLine[]> {
    const rows = await tx.query<LineRow>(`${LINE} where l.id = any($1::uuid[])`, [ids]);
    return rows.map(lineOf);
  }

  /** Counts of every view and the newest statement. */
  async summary(tx: Tx) {
    const [row] = await tx.query<
      CountRow & { done: string; out: string } & { [K in keyof StatementRow]: StatementRow[K] | null }
    >(
      `select waiting.*, finished.done, finished.out, latest.*
       from (${WAITING}) waiting
       cross join (select count(*) filter (where ${IN_VIEW.done}) as done, count(*) filter (where ${IN_VIEW.out}) as out
         from statement_lines l) finished
       left join (select ${STATEMENT_FIELDS}
         from (select * from statements order by imported_at desc, id desc limit 1) s
         join people i on i.id = s.imported_by) latest on true`,
    );
    return {
      counts: {
        exact: Number(row?.exact ?? 0),
        second: Number(row?.second ?? 0),
        look: Number(row?.look ?? 0),
        done: Number(row?.done ?? 0),
        out: Number(row?.out ?? 0),
      },
      latest: row?.id ? statementViewOf(row as StatementRow) : null,
    };
  }

  async waiting(tx: Tx): Promise<WaitingCounts> {
    const [row] = await tx.query<CountRow>(WAITING);
    return countsOf(
      row ?? {
        exact: '0',
        second: '0',
        look: '0',
        exact_oldest: null,
        second_oldest: null,
        look_oldest: null,
      },
    );
  }
}
