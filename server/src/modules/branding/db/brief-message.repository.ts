import { Injectable } from '@nestjs/common';
import type { TurnSide } from '@qafila/shared/branding/brief-clock.rules';
import type { NoteVisibility } from '@qafila/shared/branding/proof-notes.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { BriefKey } from '../domain/brief';

export interface Message {
  readonly id: string;
  readonly side: TurnSide;
  readonly visibility: NoteVisibility;
  readonly authorId: string;
  readonly author: string;
  readonly text: string;
  readonly at: Date;
}
interface MessageRow {
  id: string;
  side: TurnSide;
  visibility: NoteVisibility;
  author_id: string;
  author: string;
  body: string;
  written_at: Date;
}

/** What was written on a brief by both sides, and by the team among itself. */
@Injectable()
export class BriefMessageRepository {
  /** Newest first; one row more than `limit`. */
  async page(
    tx: Tx,
    brief: BriefKey,
    given: {
      readonly visibilities: readonly NoteVisibility[];
      readonly after: readonly (string | null)[];
      readonly limit: number;
    },
  ): Promise<Message[]> {
    const [at, id] = given.after;
    const rows = await tx.query<MessageRow>(
      `select m.id, m.side, m.visibility, m.author_id, p.name as author, m.body, m.written_at
       from brief_messages m join people p on p.id = m.author_id
       where m.company_id = $1 and m.brief_id = $2 and m.visibility = any($3)
         and ($4::timestamptz is null or (m.written_at, m.id) < ($4, $5::uuid))
       order by m.written_at desc, m.id desc limit $6`,
      [brief.companyId, brief.id, given.visibilities, at ?? null, id ?? null, given.limit + 1],
    );
    return rows.map((row) => ({
      id: row.id,
      side: row.side,
      visibility: row.visibility,
      authorId: row.author_id,
      author: row.author,
      text: row.body,
      at: row.written_at,
    }));
  }

  async add(tx: Tx, brief: BriefKey, message: Omit<Message, 'author'>): Promise<Message> {
    const rows = await tx.query<{ author: string }>(
      `with written as (
         insert into brief_messages (company_id, id, brief_id, side, visibility, author_id, body, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning author_id
       )
       select p.name as author from people p join written w on w.author_id = p.id`,
      [
        brief.companyId,
        message.id,
        brief.id,
        message.side,
        message.visibility,
        message.authorId,
        message.text,
        message.at,
      ],
    );
    return { ...message, author: rows[0]?.author ?? '' };
  }
}
