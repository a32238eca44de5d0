import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MATCH_FIELDS, type MatchRow, type StoredMatch, storedMatchOf } from './match.repository';
import { IS_CLOSED, PAYABLE } from './payable-sql';
import { STATEMENT_FIELDS, type StatementRow, statementViewOf } from './statement.repository';

/** A line as stored, its personal parts still sealed. */
export interface StoredLine {
  readonly id: string;
  readonly state: (typeof statementLineLifecycle.states)[number];
  readonly bookedOn: string;
  readonly amount: Money;
  readonly payerNameSealed: string;
  readonly payerIbanTail: string | null;
  readonly textSealed: string;
  readonly ignoredReason: string | null;
  readonly match: StoredMatch | null;
}
export type DeskView = 'open' | 'second' | 'done';
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

type LineRow = Partial<MatchRow> & {
  id: string;
  state: StoredLine['state'];
  booked_on: string;
  amount_minor: string;
  currency: Currency;
  payer_name_enc: string;
  payer_iban_tail: string | null;
  text_enc: string;
  ignored_reason: string | null;
};
interface CountRow {
  exact: string;
  second: string;
  look: string;
  exact_oldest: Date | null;
  second_oldest: Date | null;
  look_oldest: Date | null;
}

const LINE_FIELDS = `l.id, l.state, l.booked_on::text, l.amount_minor, l.currency, l.payer_name_enc, l.payer_iban_tail,
  l.text_enc, l.ignored_reason`;
/** A line with the match that holds it; a withdrawn match holds nothing. */
const LINES = `statement_lines l
  left join (${PAYABLE}
    join matches m on m.company_id = t.company_id and m.order_id = t.order_id and m.state <> 'withdrawn'
    join companies c on c.id = m.company_id
    left join people f on f.id = m.first_person) on m.line_id = l.id`;
const IN_VIEW = {
  open: "l.state in ('imported', 'proposed') and m.state is distinct from 'first_confirmed'",
  second: "l.state in ('imported', 'proposed') and m.state = 'first_confirmed'",
  done: "l.state in ('allocated', 'ignored', 'reversed')",
} as const;

/** What waits: exact proposals, those of a second person, and whatever a person must look at. */
const WAITING = `select
    count(*) filter (where w.kind = 'exact') as exact, min(w.at) filter (where w.kind = 'exact') as exact_oldest,
    count(*) filter (where w.kind = 'second') as second, min(w.at) filter (where w.kind = 'second') as second_oldest,
    count(*) filter (where w.kind = 'look') as look, min(w.at) filter (where w.kind = 'look') as look_oldest
  from (
    select s.imported_at as at, case
        when m.state = 'first_confirmed' then 'second'
        when m.state = 'proposed' and not ${IS_CLOSED} and m.amount_minor = t.amount_minor - b.received_minor then 'exact'
        else 'look' end as kind
    from statement_lines l join statements s on s.id = l.statement_id
    left join (${PAYABLE}
      join matches m on m.company_id = t.company_id and m.order_id = t.order_id and m.state <> 'withdrawn')
      on m.line_id = l.id
    where l.state in ('imported', 'proposed') and l.amount_minor > 0
  ) w`;

const lineOf = (row: LineRow): StoredLine => ({
  id: row.id,
  state: row.state,
  bookedOn: row.booked_on,
  amount: money(Number(row.amount_minor), row.currency),
  payerNameSealed: row.payer_name_enc,
  payerIbanTail: row.payer_iban_tail,
  textSealed: row.text_enc,
  ignoredReason: row.ignored_reason,
  match: row.match_id ? storedMatchOf(row as MatchRow) : null,
});

const countsOf = (row: CountRow): WaitingCounts => ({
  exact: Number(row.exact),
  second: Number(row.second),
  look: Number(row.look),
  exactOldest: row.exact_oldest,
  secondOldest: row.second_oldest,
  lookOldest: row.look_oldest,
});

/** What the desk shows: one statement for the lines, one for everything above them. */
@Injectable()
export class DeskRepository {
  /** One line more than asked for, when there is one: the sign of a next page. */
  async page(tx: Tx, asked: DeskPage): Promise<StoredLine[]> {
    const rows = await tx.query<LineRow>(
      `select ${LINE_FIELDS}, ${MATCH_FIELDS} from ${LINES}
       where l.amount_minor > 0 and ${IN_VIEW[asked.view]}
         and ($1::date is null or (l.booked_on, l.id) < ($1::date, $2::uuid))
       order by l.booked_on desc, l.id desc limit $3`,
      [asked.after?.bookedOn ?? null, asked.after?.id ?? null, asked.limit + 1],
    );
    return rows.map(lineOf);
  }

  async line(tx: Tx, id: string): Promise<StoredLine[]> {
    const rows = await tx.query<LineRow>(
      `select ${LINE_FIELDS}, ${MATCH_FIELDS} from ${LINES} where l.id = $1`,
      [id],
    );
    return rows.map(lineOf);
  }

  /** Counts of every view and the newest statement. */
  async summary(tx: Tx) {
    const [row] = await tx.query<
      CountRow & { done: string } & { [K in keyof StatementRow]: StatementRow[K] | null }
    >(
      `select waiting.*, finished.done, latest.*
       from (${WAITING}) waiting
       cross join (select count(*) as done from statement_lines
         where state in ('allocated', 'ignored', 'reversed') and amount_minor > 0) finished
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
