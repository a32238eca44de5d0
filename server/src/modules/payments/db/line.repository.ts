import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Sealer } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { LineSums } from '../domain/line-step';
import type { NewLine } from '../domain/matching/facts';
import { linePlace } from './line.mapper';

type LineState = (typeof statementLineLifecycle.states)[number];

/** A line with what its matches take of it. */
export interface LineWithSums extends LineSums {
  readonly id: string;
  readonly version: number;
}
/** A step of one line, decided; written only if the line still stands where it stood. */
export interface LineStep {
  readonly lineId: string;
  readonly version: number;
  readonly from: LineState;
  readonly to: LineState;
  /** What of it is booked now. */
  readonly booked: Money;
}
interface SealedRow {
  id: string;
  booked_on: string;
  amount_minor: string;
  currency: Currency;
  payer_name_enc: string;
  payer_iban_hash: string | null;
  text_enc: string;
  bank_reference: string | null;
  end_to_end_enc: string | null;
  is_reversal: boolean;
}
interface SumsRow {
  id: string;
  version: number;
  state: LineState;
  amount_minor: string;
  currency: Currency;
  matched_minor: string;
  booked_minor: string;
  returned_minor: string;
  taken_minor: string;
}

/** Lines of statements as their matches move them. */
@Injectable()
export class LineRepository {
  /** Holds lines still until the transaction ends; in one order, so that nobody deadlocks. */
  async lock(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(
      'select id from statement_lines where id = any($1::uuid[]) order by id for no key update',
      [ids],
    );
  }

  /** Lines of these amounts, whatever their currency, in this state. */
  async ofAmounts(tx: Tx, amounts: readonly Money[], state: LineState): Promise<readonly string[]> {
    if (amounts.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      'select id from statement_lines where amount_minor = any($1::bigint[]) and state = $2 order by id',
      [[...new Set(amounts.map(({ minor }) => minor))], state],
    );
    return rows.map(({ id }) => id);
  }

  async withSums(tx: Tx, ids: readonly string[]): Promise<LineWithSums[]> {
    const rows = await tx.query<SumsRow>(
      `select l.id, l.version, l.state, l.amount_minor, l.currency, l.matched_minor,
         l.side * coalesce(m.booked_minor, 0) as booked_minor,
         l.side * coalesce(m.returned_minor, 0) as returned_minor,
         l.side * coalesce(m.taken_minor, 0) as taken_minor
       from (select *, case when amount_minor < 0 then -1 else 1 end as side from statement_lines) l left join lateral (
         select sum(amount_minor) filter (where state in ('confirmed', 'returned')) as booked_minor,
           sum(amount_minor) filter (where state = 'returned') as returned_minor,
           sum(amount_minor) filter (where state in ('proposed', 'first_confirmed', 'confirmed', 'returned')) as taken_minor
         from matches where line_id = l.id and kind <> 'undo'
       ) m on true
       where l.id = any($1::uuid[])`,
      [ids],
    );
    return rows.map((row) => {
      const of = (minor: string): Money => money(Number(minor), row.currency);
      return {
        id: row.id,
        version: row.version,
        state: row.state,
        amount: of(row.amount_minor),
        bookedBefore: of(row.matched_minor),
        booked: of(row.booked_minor),
        returned: of(row.returned_minor),
        taken: of(row.taken_minor),
      };
    });
  }

  /** What lines say, as they would be matched if they came now. */
  async opened(tx: Tx, ids: readonly string[], sealer: Sealer): Promise<NewLine[]> {
    const rows = await tx.query<SealedRow>(
      `select id, booked_on::text, amount_minor, currency, payer_name_enc, payer_iban_hash, text_enc, bank_reference,
         end_to_end_enc, is_reversal
       from statement_lines where id = any($1::uuid[])`,
      [ids],
    );
    return rows.map((row) => ({
      id: row.id,
      bookedOn: row.booked_on,
      amount: money(Number(row.amount_minor), row.currency),
      text: sealer.open(linePlace('text_enc', row.id), row.text_enc),
      payerName: sealer.open(linePlace('payer_name_enc', row.id), row.payer_name_enc),
      payerIbanHash: row.payer_iban_hash,
      bankReference: row.bank_reference,
      endToEnd: row.end_to_end_enc && sealer.open(linePlace('end_to_end_enc', row.id), row.end_to_end_enc),
      isReversal: row.is_reversal,
    }));
  }

  /** Writes decided steps; returns how many lines stood where they were read. */
  async advance(tx: Tx, steps: readonly LineStep[], ignoredReason: string | null = null): Promise<number> {
    const rows = steps.map((step) => ({
      id: step.lineId,
      version: step.version,
      from_state: step.from,
      to_state: step.to,
      matched_minor: step.booked.minor,
    }));
    const written = await tx.query(
      `update statement_lines l set state = s.to_state, version = l.version + 1, ignored_reason = $2,
         matched_minor = s.matched_minor
       from jsonb_to_recordset($1::jsonb) as s (id uuid, version int, from_state text, to_state text, matched_minor bigint)
       where l.id = s.id and l.state = s.from_state and l.version = s.version returning l.id`,
      [JSON.stringify(rows), ignoredReason],
    );
    return written.length;
  }
}
