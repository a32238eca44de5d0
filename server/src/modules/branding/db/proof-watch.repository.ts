import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface WaitingProof {
  readonly companyId: string;
  readonly id: string;
  readonly briefId: string;
  readonly sentAt: Date;
  readonly reminded: number;
}
interface WaitingRow {
  company_id: string;
  id: string;
  brief_id: string;
  sent_at: Date;
  reminded: number;
}

/** Proofs that nobody has answered, for the worker. */
@Injectable()
export class ProofWatchRepository {
  async expiring(tx: Tx, given: { readonly now: Date; readonly limit: number }): Promise<WaitingProof[]> {
    const rows = await tx.query<WaitingRow>(
      `select company_id, id, brief_id, sent_at, reminded from proofs
       where state in ('sent', 'viewed') and expires_at <= $1 order by sent_at, id limit $2`,
      [given.now, given.limit],
    );
    return rows.map(toWaiting);
  }

  /** Those that have had fewer reminders than the hours since their sending ask for. */
  async toRemind(
    tx: Tx,
    given: { readonly now: Date; readonly hours: readonly number[]; readonly limit: number },
  ): Promise<WaitingProof[]> {
    const rows = await tx.query<WaitingRow>(
      `select company_id, id, brief_id, sent_at, reminded from proofs
       where state in ('sent', 'viewed') and expires_at > $1
         and reminded < (select count(*) from unnest($2::int[]) as h(hours)
           where sent_at + h.hours * interval '1 hour' <= $1)
       order by sent_at, id limit $3`,
      [given.now, given.hours, given.limit],
    );
    return rows.map(toWaiting);
  }

  /** Counts reminders with one statement; answers the proofs that were not counted before or answered since. */
  async noteReminders(
    tx: Tx,
    given: readonly { readonly id: string; readonly before: number; readonly reminded: number }[],
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update proofs p set reminded = g.reminded
       from jsonb_to_recordset($1::jsonb) as g (id uuid, before int, reminded int)
       where p.id = g.id and p.reminded = g.before and p.state in ('sent', 'viewed')
       returning p.id`,
      [JSON.stringify(given)],
    );
    return rows.map((row) => row.id);
  }
}

const toWaiting = (row: WaitingRow): WaitingProof => ({
  companyId: row.company_id,
  id: row.id,
  briefId: row.brief_id,
  sentAt: row.sent_at,
  reminded: row.reminded,
});
