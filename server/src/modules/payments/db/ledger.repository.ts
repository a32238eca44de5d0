import { Injectable } from '@nestjs/common';
import { type Currency } from '@qafila/shared/kernel/currency';
import { type Money, money, subtract, zero } from '@qafila/shared/kernel/money';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import type { Attempt } from '../domain/attempts/attempt';
import type { NewEntry } from '../domain/ledger-entry';
import { COMPANY_CREDIT } from './ledger-sql';
import { CREDIT_LEFT } from './refund-money.repository';
import { CREDIT_REFUNDS_OPEN } from './refund-sql';

/** Entries are added, never changed: neither the application's login nor any other may do more. */
@Injectable()
export class LedgerRepository {
  async add(
    tx: Tx,
    entries: readonly NewEntry[],
    by: { readonly personId: string | null; readonly at: Date },
  ): Promise<void> {
    const rows = entries.map((entry) => ({ ...entry, id: newId() }));
    await tx.query(
      `insert into ledger_entries (company_id, id, kind, order_id, match_id, attempt_id, refund_id, booked_at, person_id)
       select e."companyId", e.id, e.kind, e."orderId", e."matchId", e."attemptId", e."refundId", $2, $3
       from jsonb_to_recordset($1::jsonb) as e ("companyId" uuid, id uuid, kind text, "orderId" uuid, "matchId" uuid,
         "attemptId" uuid, "refundId" uuid)`,
      [JSON.stringify(rows), by.at, by.personId],
    );
    const postings = rows.flatMap((entry) =>
      entry.postings.map(({ account, amount }, position) => ({
        company_id: entry.companyId,
        entry_id: entry.id,
        position,
        account,
        amount_minor: amount.minor,
        currency: amount.currency,
      })),
    );
    await tx.query(
      `insert into ledger_postings (company_id, entry_id, position, account, amount_minor, currency)
       select p.company_id, p.entry_id, p.position, p.account, p.amount_minor, p.currency
       from jsonb_to_recordset($1::jsonb) as p (company_id uuid, entry_id uuid, position int, account text,
         amount_minor bigint, currency text)`,
      [JSON.stringify(postings)],
    );
  }

  /** Holds the credit of companies still until the transaction ends; in one order, so that nobody deadlocks. */
  async lockCredit(tx: Tx, companyIds: readonly string[]): Promise<void> {
    await tx.query('select id from companies where id = any($1::uuid[]) order by id for no key update', [
      companyIds,
    ]);
  }

  /** What of the company's credit nobody waits to send back, one amount for each currency that has any. */
  async freeCredits(tx: Tx, companyId: string): Promise<Money[]> {
    const rows = await tx.query<{ left_minor: string; currency: Currency }>(
      `select left_minor, currency from (${CREDIT_LEFT}) c where company_id = $1 and left_minor > 0 order by currency`,
      [companyId],
    );
    return rows.map((row) => money(Number(row.left_minor), row.currency));
  }

  /** What of the company's credit nobody waits to send back: as much as may be used, or paid out. */
  async freeCreditOf(tx: Tx, companyId: string, currency: Currency): Promise<Money> {
    const [row] = await tx.query<{ held_minor: string }>(
      `select held_minor from (${CREDIT_REFUNDS_OPEN}) h where company_id = $1 and currency = $2`,
      [companyId, currency],
    );
    const credit = await this.creditOf(tx, companyId, currency);
    return row ? subtract(credit, money(Number(row.held_minor), currency)) : credit;
  }

  /** True when what an attempt took was booked for its order; false where it was credit at once, or is not booked. */
  async isOnOrder(tx: Tx, { companyId, id }: Pick<Attempt, 'companyId' | 'id'>): Promise<boolean> {
    const rows = await tx.query(
      `select id from ledger_entries where company_id = $1 and attempt_id = $2 and kind = 'payment_captured'
         and order_id is not null limit 1`,
      [companyId, id],
    );
    return rows.length > 0;
  }

  /** What the company has as credit in a currency. */
  async creditOf(tx: Tx, companyId: string, currency: Currency): Promise<Money> {
    const [row] = await tx.query<{ credit_minor: string }>(
      `select credit_minor from (${COMPANY_CREDIT}) c where company_id = $1 and currency = $2`,
      [companyId, currency],
    );
    return row ? money(Number(row.credit_minor), currency) : zero(currency);
  }
}
