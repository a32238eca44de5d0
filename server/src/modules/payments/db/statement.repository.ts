import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import { statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Tx } from '../../../platform/database/unit-of-work';

type LineState = (typeof statementLineLifecycle.states)[number];

export interface NewStatement {
  readonly id: string;
  readonly number: string;
  readonly accountHash: string;
  readonly accountTail: string;
  readonly from: string;
  readonly to: string;
  readonly opening: Money;
  readonly closing: Money;
  readonly movements: Money;
  readonly lines: number;
  readonly credits: number;
  readonly fileHash: string;
}
/** A line with its personal parts sealed. */
export interface NewLine {
  readonly id: string;
  readonly statementId: string;
  readonly key: string;
  readonly bookedOn: string;
  readonly amount: Money;
  readonly payerNameSealed: string;
  readonly payerIbanSealed: string | null;
  readonly payerIbanHash: string | null;
  readonly payerIbanTail: string | null;
  readonly textSealed: string;
}
export interface StatementRow {
  id: string;
  number: string;
  account_tail: string;
  currency: Currency;
  from_date: string;
  to_date: string;
  opening_minor: string;
  closing_minor: string;
  movements_minor: string;
  is_proven: boolean;
  line_count: number;
  credit_count: number;
  imported_at: Date;
  imported_by: string;
}
export interface LineStep {
  readonly lineId: string;
  readonly version: number;
  readonly from: LineState;
  readonly to: LineState;
  /** Added to what of the line is matched; zero when nothing is booked. */
  readonly matched: Money;
}

/** Columns of a statement `s` with the name of whoever imported it, `i`. */
export const STATEMENT_FIELDS = `s.id, s.number, s.account_tail, s.currency, s.from_date::text, s.to_date::text,
  s.opening_minor, s.closing_minor, s.movements_minor, s.is_proven, s.line_count, s.credit_count, s.imported_at,
  i.name as imported_by`;

export const statementViewOf = (row: StatementRow) => ({
  id: row.id,
  number: row.number,
  accountTail: row.account_tail,
  from: row.from_date,
  to: row.to_date,
  opening: money(Number(row.opening_minor), row.currency),
  closing: money(Number(row.closing_minor), row.currency),
  movements: money(Number(row.movements_minor), row.currency),
  isProven: row.is_proven,
  lines: row.line_count,
  credits: row.credit_count,
  importedAt: row.imported_at.toISOString(),
  importedBy: row.imported_by,
});

@Injectable()
export class StatementRepository {
  /** Stores proven statements; a number the account has already is left out of the answer. */
  async add(
    tx: Tx,
    statements: readonly NewStatement[],
    by: { readonly personId: string | null; readonly at: Date },
  ): Promise<StatementRow[]> {
    const rows = statements.map((each) => ({
      id: each.id,
      number: each.number,
      account_hash: each.accountHash,
      account_tail: each.accountTail,
      currency: each.opening.currency,
      from_date: each.from,
      to_date: each.to,
      opening_minor: each.opening.minor,
      closing_minor: each.closing.minor,
      movements_minor: each.movements.minor,
      line_count: each.lines,
      credit_count: each.credits,
      file_hash: each.fileHash,
    }));
    return tx.query<StatementRow>(
      `with s as (
         insert into statements (id, number, account_hash, account_tail, currency, from_date, to_date, opening_minor,
           closing_minor, movements_minor, is_proven, line_count, credit_count, file_hash, imported_at, imported_by)
         select n.id, n.number, n.account_hash, n.account_tail, n.currency, n.from_date, n.to_date, n.opening_minor,
           n.closing_minor, n.movements_minor, true, n.line_count, n.credit_count, n.file_hash, $2, $3
         from jsonb_to_recordset($1::jsonb) as n (id uuid, number text, account_hash text, account_tail text,
           currency text, from_date date, to_date date, opening_minor bigint, closing_minor bigint,
           movements_minor bigint, line_count int, credit_count int, file_hash text)
         on conflict do nothing returning *
       )
       select ${STATEMENT_FIELDS} from s join people i on i.id = s.imported_by order by s.id`,
      [JSON.stringify(rows), by.at, by.personId],
    );
  }

  /** Stores the lines nobody imported before, and answers their keys. In one order, so that imports do not deadlock. */
  async addLines(tx: Tx, lines: readonly NewLine[]): Promise<ReadonlySet<string>> {
    const rows = lines.map((line) => ({
      id: line.id,
      statement_id: line.statementId,
      line_key: line.key,
      booked_on: line.bookedOn,
      amount_minor: line.amount.minor,
      currency: line.amount.currency,
      name: line.payerNameSealed,
      iban: line.payerIbanSealed,
      iban_hash: line.payerIbanHash,
      iban_tail: line.payerIbanTail,
      text: line.textSealed,
    }));
    const added = await tx.query<{ line_key: string }>(
      `insert into statement_lines (id, statement_id, line_key, booked_on, amount_minor, currency, payer_name_enc,
         payer_iban_enc, payer_iban_hash, payer_iban_tail, text_enc, state)
       select n.id, n.statement_id, n.line_key, n.booked_on, n.amount_minor, n.currency, n.name, n.iban, n.iban_hash,
         n.iban_tail, n.text, $2
       from jsonb_to_recordset($1::jsonb) as n (id uuid, statement_id uuid, line_key text, booked_on date,
         amount_minor bigint, currency text, name text, iban text, iban_hash text, iban_tail text, text text)
       order by n.line_key
       on conflict do nothing returning line_key`,
      [JSON.stringify(rows), statementLineLifecycle.initial],
    );
    return new Set(added.map((row) => row.line_key));
  }

  /** Writes decided steps; returns how many lines stood where they were read and had the money left. */
  async advance(tx: Tx, steps: readonly LineStep[], ignoredReason: string | null = null): Promise<number> {
    const rows = steps.map((step) => ({
      id: step.lineId,
      version: step.version,
      from_state: step.from,
      to_state: step.to,
      matched_minor: step.matched.minor,
    }));
    const written = await tx.query(
      `update statement_lines l set state = s.to_state, version = l.version + 1, ignored_reason = $2,
         matched_minor = l.matched_minor + s.matched_minor
       from jsonb_to_recordset($1::jsonb) as s (id uuid, version int, from_state text, to_state text, matched_minor bigint)
       where l.id = s.id and l.state = s.from_state and l.version = s.version
         and l.matched_minor + s.matched_minor <= greatest(l.amount_minor, 0)
       returning l.id`,
      [JSON.stringify(rows), ignoredReason],
    );
    return written.length;
  }

  /** One line under lock with the match that holds it, if any. */
  async lineLocked(
    tx: Tx,
    id: string,
  ): Promise<{ state: LineState; version: number; currency: Currency; matchId: string | null } | undefined> {
    const [row] = await tx.query<{
      state: LineState;
      version: number;
      currency: Currency;
      match_id: string | null;
    }>(
      `select l.state, l.version, l.currency,
         (select m.id from matches m where m.line_id = l.id and m.state <> 'withdrawn') as match_id
       from statement_lines l where l.id = $1 for no key update`,
      [id],
    );
    return row && { state: row.state, version: row.version, currency: row.currency, matchId: row.match_id };
  }

  /** Closing balance of the account's newest statement. */
  async lastClosing(tx: Tx, accountHash: string): Promise<Money | null> {
    const [row] = await tx.query<{ closing_minor: string; currency: Currency }>(
      `select closing_minor, currency from statements where account_hash = $1
       order by to_date desc, imported_at desc, id desc limit 1`,
      [accountHash],
    );
    return row ? money(Number(row.closing_minor), row.currency) : null;
  }
}
