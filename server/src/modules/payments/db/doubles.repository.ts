import { Injectable } from '@nestjs/common';
import type { StatementFormat } from '@qafila/shared/payments/statements.contract';
import type { Sealer } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Movement } from '../domain/statements/doubles';
import { linePlace } from './line.mapper';

/** Where and when a line stands: of which account, and between which days of its statement. */
export interface Standing {
  readonly accountHash: string;
  readonly from: string;
  readonly to: string;
}
/** A line of a statement before, and what it says. */
export interface KnownMovement extends Movement, Standing {
  readonly key: string;
}

interface Row {
  id: string;
  line_key: string;
  value_on: string;
  amount_minor: string;
  bank_reference: string | null;
  payer_name_enc: string;
  payer_iban_hash: string | null;
  text_enc: string;
  format: StatementFormat;
  account_hash: string;
  from_date: string;
  to_date: string;
}

/** Lines as a later statement may have them again. */
@Injectable()
export class DoublesRepository {
  /** Which of these keys are stored already. */
  async stored(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ line_key: string }>(
      'select line_key from statement_lines where line_key = any($1::text[])',
      [keys],
    );
    return new Set(rows.map((row) => row.line_key));
  }

  /** Stored lines of an account, day and amount that one of these has, in a statement whose days overlap. */
  async near(
    tx: Tx,
    lines: readonly (Standing & Pick<Movement, 'valueOn' | 'minor'>)[],
    sealer: Sealer,
  ): Promise<KnownMovement[]> {
    const asked = lines.map(({ accountHash, from, to, valueOn, minor }) => ({
      account_hash: accountHash,
      from_date: from,
      to_date: to,
      value_on: valueOn,
      amount_minor: minor,
    }));
    const rows = await tx.query<Row>(
      `select l.id, l.line_key, l.value_on::text, l.amount_minor, l.bank_reference, l.payer_name_enc,
         l.payer_iban_hash, l.text_enc, s.format, s.account_hash, s.from_date::text, s.to_date::text
       from statement_lines l join statements s on s.id = l.statement_id
       where l.id in (select k.id
         from jsonb_to_recordset($1::jsonb) as n (account_hash text, from_date date, to_date date, value_on date,
           amount_minor bigint)
         join statement_lines k on k.value_on = n.value_on and k.amount_minor = n.amount_minor
         join statements p on p.id = k.statement_id and p.account_hash = n.account_hash
           and p.from_date <= n.to_date and p.to_date >= n.from_date)
       order by l.id`,
      [JSON.stringify(asked)],
    );
    return rows.map((row) => movementOf(row, sealer));
  }
}

const movementOf = (row: Row, sealer: Sealer): KnownMovement => ({
  key: row.line_key,
  accountHash: row.account_hash,
  from: row.from_date,
  to: row.to_date,
  format: row.format,
  valueOn: row.value_on,
  minor: Number(row.amount_minor),
  payerName: sealer.open(linePlace('payer_name_enc', row.id), row.payer_name_enc),
  payerIbanHash: row.payer_iban_hash,
  text: sealer.open(linePlace('text_enc', row.id), row.text_enc),
  bankReference: row.bank_reference,
});
