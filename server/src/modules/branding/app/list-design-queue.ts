import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { designQueue } from '@qafila/shared/branding/design.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefListRepository, type QueuedBrief } from '../db/brief-list.repository';
import { listedHeadOf } from '../domain/listed-brief';

/** What waits for the design team, the first due first, with the count of every filter: two statements. */
@Injectable()
export class ListDesignQueue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefListRepository,
  ) {}

  run(actor: Actor, query: InputOf<typeof designQueue>['query']): Promise<ReplyOf<typeof designQueue>> {
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    const { filter, limit } = query;
    const me = actor.personId;
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found = await this.briefs.queue(tx, { filter, me, after, limit });
      const counts = await this.briefs.counts(tx, me);
      const page = pageOfRows(found, limit, (row) => [row.queue_at, row.id]);
      return { rows: page.rows.map(rowOf), next: page.next, counts };
    });
  }
}

const rowOf = (row: QueuedBrief) => ({
  ...listedHeadOf(row),
  brand: {
    code: row.brand_code,
    nameLatin: row.name_latin,
    nameArabic: row.name_arabic,
    ink: row.ink,
    accent: row.accent,
  },
  assignee: row.assignee_id && row.assignee ? { id: row.assignee_id, name: row.assignee } : null,
  gatekeeper: row.gatekeeper_id && row.gatekeeper ? { id: row.gatekeeper_id, name: row.gatekeeper } : null,
  proof: row.proof,
  openTodos: row.open_todos,
});
