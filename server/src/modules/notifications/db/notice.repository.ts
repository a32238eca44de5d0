import { Injectable } from '@nestjs/common';
import type { TraderRole } from '@qafila/shared/access/roles';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { NoticeChannel, NoticeEvent } from '@qafila/shared/notifications/notice-events';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Somebody who is told, with his wishes. */
export interface ReaderRow {
  readonly id: string;
  readonly locale: Locale;
  /** Sealed with the store's key. */
  readonly email_enc: string;
  readonly wish: NoticeChannel | null;
  readonly quiet_from: number | null;
  readonly quiet_to: number | null;
  readonly digest_hour: number | null;
  readonly time_zone: string | null;
  readonly country: string;
  readonly company: string;
}
export interface NoticeRow {
  readonly id: string;
  readonly event: NoticeEvent;
  readonly params_enc: string;
  readonly link: string | null;
  readonly created_at: Date;
  readonly read_at: Date | null;
}
export interface NewNoticeRow {
  readonly id: string;
  readonly person_id: string;
  readonly params_enc: string;
  readonly channel: NoticeChannel;
  readonly mail_at: Date | null;
  readonly mail_enc: string | null;
  readonly mailed_at: Date | null;
}
/** A notice whose mail is due, with its reader. */
export interface DueRow {
  readonly company_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly event: NoticeEvent;
  readonly params_enc: string;
  readonly link: string | null;
  readonly channel: 'mail' | 'digest';
  readonly created_at: Date;
  readonly mail_enc: string | null;
  readonly locale: Locale;
  readonly email_enc: string;
  readonly company: string;
}

const READER = `select p.id, p.locale, p.email_enc, w.channel as wish, h.quiet_from, h.quiet_to, h.digest_hour,
    s.time_zone, c.country, c.name_latin as company
  from people p join companies c on c.id = $1
  left join company_settings s on s.company_id = c.id
  left join notice_wishes w on w.company_id = c.id and w.person_id = p.id and w.event = $2
  left join notice_hours h on h.company_id = c.id and h.person_id = p.id`;

/** Notices of people; each call names the company, and a person's own rows the person. */
@Injectable()
export class NoticeRepository {
  /** The active people of a company among these, or with one of these roles. */
  readers(
    tx: Tx,
    companyId: string,
    asked: {
      readonly event: NoticeEvent;
      readonly personIds: readonly string[];
      readonly roles: readonly TraderRole[];
    },
  ): Promise<ReaderRow[]> {
    return tx.query<ReaderRow>(
      `${READER} where p.state = 'active' and exists (
         select from memberships m where m.company_id = $1 and m.person_id = p.id and m.state = 'active'
           and (p.id = any($3::uuid[]) or m.role = any($4::text[])))
       order by p.id`,
      [companyId, asked.event, asked.personIds, asked.roles],
    );
  }

  async insert(
    tx: Tx,
    notice: {
      readonly companyId: string;
      readonly event: NoticeEvent;
      readonly link: string | null;
      readonly at: Date;
    },
    rows: readonly NewNoticeRow[],
  ): Promise<void> {
    await tx.query(
      `insert into notices (company_id, id, person_id, event, params_enc, link, channel, created_at, mail_at, mail_enc, mailed_at)
       select $1, n.id, n.person_id, $2, n.params_enc, $3, n.channel, $4, n.mail_at, n.mail_enc, n.mailed_at
       from jsonb_to_recordset($5::jsonb) as n (id uuid, person_id uuid, params_enc text, channel text,
         mail_at timestamptz, mail_enc text, mailed_at timestamptz)`,
      [notice.companyId, notice.event, notice.link, notice.at, JSON.stringify(rows)],
    );
  }

  /** A person's notices, newest first, one more than asked. */
  list(
    tx: Tx,
    of: { readonly companyId: string; readonly personId: string },
    page: { readonly after: string | null; readonly limit: number; readonly onlyUnread: boolean },
  ): Promise<NoticeRow[]> {
    return tx.query<NoticeRow>(
      `select id, event, params_enc, link, created_at, read_at from notices
       where company_id = $1 and person_id = $2 and ($3::uuid is null or id < $3) and (not $5 or read_at is null)
       order by id desc limit $4`,
      [of.companyId, of.personId, page.after, page.limit + 1, page.onlyUnread],
    );
  }

  /** How many are not read, counted up to `most`. */
  async unread(tx: Tx, of: { companyId: string; personId: string }, most: number): Promise<number> {
    const [row] = await tx.query<{ unread: number }>(
      `select count(*)::int as unread from (
         select from notices where company_id = $1 and person_id = $2 and read_at is null limit $3) n`,
      [of.companyId, of.personId, most],
    );
    return row?.unread ?? 0;
  }

  /** Marks one notice, or all of the person (`id` null); answers how many there were, read before or not. */
  async read(
    tx: Tx,
    of: { companyId: string; personId: string; id: string | null },
    at: Date,
  ): Promise<number> {
    const rows = await tx.query(
      `update notices set read_at = coalesce(read_at, $4)
       where company_id = $1 and person_id = $2 and case when $3::uuid is null then read_at is null else id = $3 end
       returning id`,
      [of.companyId, of.personId, of.id, at],
    );
    return rows.length;
  }

  /** Mails of somebody who is gone from the company leave no more, not even when he comes back. */
  async dropHeld(tx: Tx, of: { readonly companyId: string; readonly personId: string }): Promise<void> {
    await tx.query(
      `update notices set mail_at = null, mail_enc = null
       where company_id = $1 and person_id = $2 and mail_at is not null and mailed_at is null`,
      [of.companyId, of.personId],
    );
  }

  /**
   * Mails that may leave now, those of one person together; locked, so that two workers send none twice. Only who is
   * active, here and in the company, gets them.
   */
  due(tx: Tx, now: Date, limit: number): Promise<DueRow[]> {
    return tx.query<DueRow>(
      `select n.company_id, n.id, n.person_id, n.event, n.params_enc, n.link, n.channel, n.created_at, n.mail_enc, p.locale,
         p.email_enc, c.name_latin as company
       from notices n join people p on p.id = n.person_id join companies c on c.id = n.company_id
       where n.mail_at <= $1 and n.mailed_at is null and p.state = 'active' and exists (
         select from memberships m where m.company_id = n.company_id and m.person_id = n.person_id and m.state = 'active')
       order by n.company_id, n.person_id, n.id limit $2 for update of n skip locked`,
      [now, limit],
    );
  }

  async markMailed(tx: Tx, rows: readonly DueRow[], at: Date): Promise<void> {
    await tx.query(
      `update notices n set mailed_at = $3, mail_enc = null
       from unnest($1::uuid[], $2::uuid[]) as d (company_id, id) where n.company_id = d.company_id and n.id = d.id`,
      [rows.map((row) => row.company_id), rows.map((row) => row.id), at],
    );
  }
}
