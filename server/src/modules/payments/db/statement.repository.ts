import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { isZero, type Money, money } from '@qafila/shared/kernel/money';
import { statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { StatementFormat } from '@qafila/shared/payments/statements.contract';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface NewStatement {
  readonly id: string;
  readonly format: StatementFormat;
  readonly number: string;
  readonly accountHash: string;
  readonly accountTail: string;
  readonly from: string;
  readonly to: string;
  readonly opening: Money | null;
  readonly closing: Money | null;
  readonly movements: Money;
  readonly isProven: boolean;
  readonly isCopy: boolean;
  readonly pending: number;
  readonly lines: number;
  readonly credits: number;
  readonly fileHash: string;
  readonly importId: string;
}
/** A line with its personal parts sealed. */
export interface NewLine {
  readonly id: string;
  readonly statementId: string;
  readonly key: string;
  readonly bookedOn: string;
  readonly valueOn: string;
  readonly amount: Money;
  readonly isReversal: boolean;
  readonly isProven: boolean;
  /** It may be a line that was imported before. */
  readonly maybeDouble: boolean;
  readonly bankReference: string | null;
  readonly payerNameSealed: string;
  readonly payerIbanSealed: string | null;
  readonly payerIbanHash: string | null;
  readonly payerIbanTail: string | null;
  readonly textSealed: string;
  readonly endToEndSealed: string | null;
}
export interface StatementRow {
  id: string;
  format: StatementFormat;
  number: string;
  account_tail: string;
  currency: Currency;
  from_date: string;
  to_date: string;
  opening_minor: string | null;
  closing_minor: string | null;
  movements_minor: string;
  gap_minor: string | null;
  is_proven: boolean;
  is_copy: boolean;
  line_count: number;
  credit_count: number;
  pending_count: number;
  imported_at: Date;
  imported_by: string;
}
/**
 * Columns of a statement `s` with the name of whoever imported it, `i`. Its gap is what its opening balance differs
 * from the closing one of the statement before; of one that begins earlier than that, nobody can say.
 */
export const STATEMENT_FIELDS = `s.id, s.format, s.number, s.account_tail, s.currency, s.from_date::text,
  s.to_date::text, s.opening_minor, s.closing_minor, s.movements_minor, s.is_proven, s.is_copy, s.line_count,
  s.credit_count, s.pending_count, s.imported_at, i.name as imported_by,
  (select case when p.to_date <= s.from_date then s.opening_minor - p.closing_minor end from statements p
    where p.account_hash = s.account_hash and p.closing_minor is not null
      and (p.to_date, p.imported_at, p.id) < (s.to_date, s.imported_at, s.id)
    order by p.to_date desc, p.imported_at desc, p.id desc limit 1) as gap_minor`;

export function statementViewOf(row: StatementRow) {
  const amount = (minor: string | null): Money | null =>
    minor === null ? null : money(Number(minor), row.currency);
  const gap = amount(row.gap_minor);
  return {
    id: row.id,
    format: row.format,
    number: row.number,
    accountTail: row.account_tail,
    from: row.from_date,
    to: row.to_date,
    opening: amount(row.opening_minor),
    closing: amount(row.closing_minor),
    movements: money(Number(row.movements_minor), row.currency),
    isProven: row.is_proven,
    gap: gap && isZero(gap) ? null : gap,
    isCopy: row.is_copy,
    lines: row.line_count,
    credits: row.credit_count,
    pending: row.pending_count,
    importedAt: row.imported_at.toISOString(),
    importedBy: row.imported_by,
  };
}

/** A statement in the names of its columns. */
const recordOf = (each: NewStatement) => ({
  id: each.id,
  format: each.format,
  number: each.number,
  account_hash: each.accountHash,
  account_tail: each.accountTail,
  currency: each.movements.currency,
  from_date: each.from,
  to_date: each.to,
  opening_minor: each.opening?.minor ?? null,
  closing_minor: each.closing?.minor ?? null,
  movements_minor: each.movements.minor,
  is_proven: each.isProven,
  is_copy: each.isCopy,
  pending_count: each.pending,
  line_count: each.lines,
  credit_count: each.credits,
  file_hash: each.fileHash,
  import_id: each.importId,
});

@Injectable()
export class StatementRepository {
  /** Stores statements and answers their ids; one that the account has already, by its number and all figures, is left out. */
  async add(
    tx: Tx,
    statements: readonly NewStatement[],
    by: { readonly personId: string | null; readonly at: Date },
  ): Promise<ReadonlySet<string>> {
    const added = await tx.query<{ id: string }>(
      `insert into statements (id, format, number, account_hash, account_tail, currency, from_date, to_date,
         opening_minor, closing_minor, movements_minor, is_proven, is_copy, pending_count, line_count, credit_count,
         file_hash, import_id, imported_at, imported_by)
       select n.id, n.format, n.number, n.account_hash, n.account_tail, n.currency, n.from_date, n.to_date,
         n.opening_minor, n.closing_minor, n.movements_minor, n.is_proven, n.is_copy, n.pending_count, n.line_count,
         n.credit_count, n.file_hash, n.import_id, $2, $3
       from jsonb_to_recordset($1::jsonb) as n (id uuid, format text, number text, account_hash text,
         account_tail text, currency text, from_date date, to_date date, opening_minor bigint, closing_minor bigint,
         movements_minor bigint, is_proven boolean, is_copy boolean, pending_count int, line_count int,
         credit_count int, file_hash text, import_id uuid)
       on conflict do nothing returning id`,
      [JSON.stringify(statements.map(recordOf)), by.at, by.personId],
    );
    return new Set(added.map(({ id }) => id));
  }

  /** Which of these statements begin with the balance that the account's last proven one before them ended with; by place. */
  async followers(
    tx: Tx,
    statements: readonly {
      readonly accountHash: string;
      readonly from: string;
      readonly opening: Money | null;
    }[],
  ): Promise<ReadonlySet<number>> {
    const rows = statements.map(({ accountHash, from, opening }, place) => ({
      place,
      account_hash: accountHash,
      from_date: from,
      opening_minor: opening?.minor ?? null,
    }));
    const found = await tx.query<{ place: number }>(
      `select n.place
       from jsonb_to_recordset($1::jsonb) as n (place int, account_hash text, from_date date, opening_minor bigint)
       where n.opening_minor = (select s.closing_minor from statements s
         where s.account_hash = n.account_hash and s.is_proven and s.to_date <= n.from_date
         order by s.to_date desc, s.imported_at desc, s.id desc limit 1)`,
      [JSON.stringify(rows)],
    );
    return new Set(found.map(({ place }) => place));
  }

  /** What an import brought, in the order of its file. */
  ofImport(tx: Tx, importId: string): Promise<StatementRow[]> {
    return tx.query<StatementRow>(
      `select ${STATEMENT_FIELDS} from statements s join people i on i.id = s.imported_by
       where s.import_id = $1 order by s.id`,
      [importId],
    );
  }

  /**
   * Stores the lines nobody imported before, and answers their keys. A line that came without proof is proven by a
   * later statement that has it too and tells its balances; those of a CSV are made of its rows.
   */
  async addLines(tx: Tx, lines: readonly NewLine[]): Promise<ReadonlySet<string>> {
    const rows = lines.map((line) => ({
      id: line.id,
      statement_id: line.statementId,
      line_key: line.key,
      booked_on: line.bookedOn,
      value_on: line.valueOn,
      amount_minor: line.amount.minor,
      currency: line.amount.currency,
      is_reversal: line.isReversal,
      is_proven: line.isProven,
      maybe_double: line.maybeDouble,
      bank_reference: line.bankReference,
      name: line.payerNameSealed,
      iban: line.payerIbanSealed,
      iban_hash: line.payerIbanHash,
      iban_tail: line.payerIbanTail,
      text: line.textSealed,
      end_to_end: line.endToEndSealed,
    }));
    const written = await tx.query<{ line_key: string; is_new: boolean }>(
      `insert into statement_lines as l (id, statement_id, line_key, booked_on, value_on, amount_minor, currency,
         is_reversal, is_proven, maybe_double, bank_reference, payer_name_enc, payer_iban_enc, payer_iban_hash, payer_iban_tail,
         text_enc, end_to_end_enc, state)
       select n.id, n.statement_id, n.line_key, n.booked_on, n.value_on, n.amount_minor, n.currency, n.is_reversal,
         n.is_proven, n.maybe_double, n.bank_reference, n.name, n.iban, n.iban_hash, n.iban_tail, n.text, n.end_to_end, $2
       from jsonb_to_recordset($1::jsonb) as n (id uuid, statement_id uuid, line_key text, booked_on date,
         value_on date, amount_minor bigint, currency text, is_reversal boolean, is_proven boolean, maybe_double boolean,
         bank_reference text, name text, iban text, iban_hash text, iban_tail text, text text, end_to_end text)
       order by n.line_key
       on conflict (line_key) do update set is_proven = true where excluded.is_proven and not l.is_proven
         and exists (select from statements s where s.id = excluded.statement_id and s.format <> 'csv')
       returning l.line_key, l.xmax = 0 as is_new`,
      [JSON.stringify(rows), statementLineLifecycle.initial],
    );
    return new Set(written.filter((row) => row.is_new).map((row) => row.line_key));
  }

  /** Closing balance of the account's newest statement. */
  async lastClosing(tx: Tx, accountHash: string): Promise<Money | null> {
    const [row] = await tx.query<{ closing_minor: string; currency: Currency }>(
      `select closing_minor, currency from statements where account_hash = $1 and closing_minor is not null
       order by to_date desc, imported_at desc, id desc limit 1`,
      [accountHash],
    );
    return row ? money(Number(row.closing_minor), row.currency) : null;
  }
}
