import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { SpendingWindow } from '@qafila/shared/traders/calendar';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';

/** Limits that bind somebody who places an order, with where their windows are counted. */
export interface LimitsRow {
  readonly currency: Currency;
  readonly country: string;
  readonly time_zone: string | null;
  readonly company_minor: string | null;
  readonly company_window: SpendingWindow | null;
  readonly member_minor: string | null;
  readonly member_window: SpendingWindow | null;
}

/** Cancelled and expired orders give back what they took; orders in another currency never counted. */
const COUNTS = `o.state in ('submitted', 'confirmed', 'completed')`;

/** What was spent, counted over the orders themselves: a sum kept apart would drift. */
@Injectable()
export class SpendingRepository {
  async limits(tx: Tx, companyId: string, personId: string): Promise<LimitsRow> {
    return oneRow(
      await tx.query<LimitsRow>(
        `select c.currency, c.country, s.time_zone, s.limit_minor as company_minor, s.limit_window as company_window,
           t.limit_minor as member_minor, t.limit_window as member_window
         from companies c left join company_settings s on s.company_id = c.id
         left join member_terms t on t.company_id = c.id and t.person_id = $2 where c.id = $1`,
        [companyId, personId],
      ),
    );
  }

  /** Minor units placed by each of these people (`null`: by the whole company) since each moment. */
  async spent(
    tx: Tx,
    of: { readonly companyId: string; readonly currency: Currency },
    asked: readonly { readonly personId: string | null; readonly since: Date }[],
  ): Promise<number[]> {
    const rows = await tx.query<{ spent: string }>(
      `select coalesce((select sum(o.total_minor) from orders o where o.company_id = $1 and o.currency = $2 and ${COUNTS}
           and o.submitted_at >= a.since and (a.person_id is null or o.submitted_by = a.person_id)), 0) as spent
       from unnest($3::uuid[], $4::timestamptz[]) with ordinality as a (person_id, since, place) order by a.place`,
      [of.companyId, of.currency, asked.map((each) => each.personId), asked.map((each) => each.since)],
    );
    return rows.map((row) => Number(row.spent));
  }
}
