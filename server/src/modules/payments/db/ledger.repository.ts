import { Injectable } from '@nestjs/common';
import type { Money } from '@qafila/shared/kernel/money';
import { isZero } from '@qafila/shared/kernel/money';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';

export interface Posting {
  readonly account: 'bank_clearing' | 'order' | 'company_credit';
  /** Positive is a debit; the postings of an entry sum to zero, which the database checks at commit. */
  readonly amount: Money;
}
export interface NewEntry {
  readonly companyId: string;
  readonly kind: 'transfer_received' | 'refund_sent';
  readonly orderId: string;
  readonly matchId: string | null;
  readonly personId: string | null;
  readonly postings: readonly Posting[];
}

/** Entries are added, never changed: the application's login may do nothing else. */
@Injectable()
export class LedgerRepository {
  async add(tx: Tx, entries: readonly NewEntry[], at: Date): Promise<void> {
    const rows = entries.map((entry) => ({ ...entry, id: newId() }));
    await tx.query(
      `insert into ledger_entries (company_id, id, kind, order_id, match_id, booked_at, person_id)
       select e."companyId", e.id, e.kind, e."orderId", e."matchId", $2, e."personId"
       from jsonb_to_recordset($1::jsonb) as e ("companyId" uuid, id uuid, kind text, "orderId" uuid, "matchId" uuid,
         "personId" uuid)`,
      [JSON.stringify(rows), at],
    );
    const postings = rows.flatMap((entry) =>
      entry.postings
        .filter(({ amount }) => !isZero(amount))
        .map(({ account, amount }, position) => ({
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
}
