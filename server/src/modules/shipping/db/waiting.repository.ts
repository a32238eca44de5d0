import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';

interface Row {
  kind: 'pack' | 'label' | 'hand_over' | 'leaks';
  count: number;
  oldest: Date | null;
}

/** How many parcels wait for each step, and since when the oldest of them does. */
@Injectable()
export class WaitingRepository {
  async counts(tx: Tx): Promise<Map<Row['kind'], { count: number; oldest: Date | null }>> {
    const rows = await tx.query<Row>(
      `select case when state in ('planned', 'picking') then 'pack' when state = 'packed' then 'label'
           else 'hand_over' end as kind, count(*)::int as count, min(confirmed_at) as oldest
       from consignments where state in ('planned', 'picking', 'packed', 'labelled') group by 1
       union all
       select 'leaks', count(*)::int, min(scanned_at) from consignments
       where state = 'packed' and scan_verdict = 'blocked'`,
    );
    return new Map(rows.map(({ kind, count, oldest }) => [kind, { count, oldest }]));
  }
}
