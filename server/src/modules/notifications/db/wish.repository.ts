import { Injectable } from '@nestjs/common';
import type { NoticeChannel, NoticeEvent } from '@qafila/shared/notifications/notice-events';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';

export interface Wish {
  readonly event: NoticeEvent;
  readonly channel: NoticeChannel;
}
export interface Hours {
  readonly quiet: { readonly from: number; readonly to: number } | null;
  readonly digestHour: number;
}
interface Key {
  readonly companyId: string;
  readonly personId: string;
}
interface HoursRow {
  quiet_from: number | null;
  quiet_to: number | null;
  digest_hour: number | null;
  time_zone: string | null;
  country: string;
  wishes: Wish[];
}

/** The digest leaves at this hour unless the person chose another. */
export const USUAL_DIGEST_HOUR = 8;

/** How each person of a company wants to hear of things. */
@Injectable()
export class WishRepository {
  async of(
    tx: Tx,
    { companyId, personId }: Key,
  ): Promise<Hours & { wishes: Wish[]; timeZone: string | null; country: string }> {
    const row = oneRow(
      await tx.query<HoursRow>(
        `select h.quiet_from, h.quiet_to, h.digest_hour, s.time_zone, c.country,
           coalesce((select jsonb_agg(jsonb_build_object('event', w.event, 'channel', w.channel) order by w.event)
             from notice_wishes w where w.company_id = c.id and w.person_id = $2), '[]'::jsonb) as wishes
         from companies c left join company_settings s on s.company_id = c.id
         left join notice_hours h on h.company_id = c.id and h.person_id = $2 where c.id = $1`,
        [companyId, personId],
      ),
    );
    const { quiet_from: from, quiet_to: to } = row;
    return {
      wishes: row.wishes,
      quiet: from === null || to === null ? null : { from, to },
      digestHour: row.digest_hour ?? USUAL_DIGEST_HOUR,
      timeZone: row.time_zone,
      country: row.country,
    };
  }

  async put(tx: Tx, { companyId, personId }: Key, given: Hours & { wishes: readonly Wish[] }): Promise<void> {
    await tx.query(
      `insert into notice_wishes (company_id, person_id, event, channel)
       select $1, $2, w.event, w.channel from jsonb_to_recordset($3::jsonb) as w (event text, channel text)
       on conflict (company_id, person_id, event) do update set channel = excluded.channel`,
      [companyId, personId, JSON.stringify(given.wishes)],
    );
    await tx.query(
      `insert into notice_hours (company_id, person_id, quiet_from, quiet_to, digest_hour) values ($1, $2, $3, $4, $5)
       on conflict (company_id, person_id) do update set quiet_from = excluded.quiet_from,
         quiet_to = excluded.quiet_to, digest_hour = excluded.digest_hour`,
      [companyId, personId, given.quiet?.from ?? null, given.quiet?.to ?? null, given.digestHour],
    );
  }
}
