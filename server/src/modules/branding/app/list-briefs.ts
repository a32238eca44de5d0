import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import { type BriefState, briefLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { listBriefs } from '@qafila/shared/branding/briefs.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefListRepository, type ListedBrief } from '../db/brief-list.repository';
import { listedHeadOf } from '../domain/listed-brief';

type Query = InputOf<typeof listBriefs>['query'];

const STATES: Readonly<Record<Query['tab'], readonly BriefState[]>> = {
  all: briefLifecycle.states,
  open: ['draft', 'submitted', 'needs_info', 'in_design', 'on_hold'],
  over: ['approved', 'cancelled'],
};

/** Briefs of the company, the last changed first. One statement. */
@Injectable()
export class ListBriefs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefListRepository,
  ) {}

  run(actor: Actor, query: Query): Promise<ReplyOf<typeof listBriefs>> {
    const scope = traderScope(actor);
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    return this.unitOfWork.run(scope, async (tx) => {
      const found = await this.briefs.ofCompany(tx, scope.companyId, {
        states: STATES[query.tab],
        after,
        limit: query.limit,
      });
      const page = pageOfRows(found, query.limit, (row) => [row.changed_at, row.id]);
      return { rows: page.rows.map(rowOf), next: page.next };
    });
  }
}

const rowOf = (row: ListedBrief) => ({
  ...listedHeadOf(row),
  brand: { id: row.brand_id, nameLatin: row.name_latin, nameArabic: row.name_arabic },
  promisedAt: row.promised_at?.toISOString() ?? null,
  proof: row.proof,
  openNotes: row.open_notes,
});
