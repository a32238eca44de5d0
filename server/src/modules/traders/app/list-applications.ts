import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listApplications } from '@qafila/shared/traders/application.contract';
import { addDays, DOCUMENT_REMINDER_DAYS, riyadhDay } from '@qafila/shared/traders/application.rules';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ApplicationQueueRepository, type QueuedRow } from '../db/application-queue.repository';

/** The queue of one tab with the counts of all: two statements. */
@Injectable()
export class ListApplications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queue: ApplicationQueueRepository,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    query: InputOf<typeof listApplications>['query'],
  ): Promise<ReplyOf<typeof listApplications>> {
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    const now = this.clock.now();
    const by = addDays(riyadhDay(now), Math.max(...DOCUMENT_REMINDER_DAYS.value));
    const { tab, limit } = query;
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found =
        tab === 'expiring'
          ? await this.queue.expiring(tx, { by, after, limit })
          : await this.queue.applications(tx, { tab, after, limit, now });
      const counts = await this.queue.counts(tx, by);
      const page = pageOfRows(found, limit, (row) => [row.sort_at, row.sort_id]);
      return { rows: page.rows.map(rowOf), next: page.next, counts };
    });
  }
}

const rowOf = (row: QueuedRow) => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  nameLatin: row.name_latin,
  nameArabic: row.name_arabic,
  country: row.country,
  companyState: row.company_state,
  attempt: row.attempt,
  submissions: row.submissions,
  changed: Number(row.changed),
  accepted: Number(row.accepted),
  total: Number(row.total),
  submittedAt: row.submitted_at?.toISOString() ?? null,
  dueAt: row.due_at?.toISOString() ?? null,
  decidedAt: row.decided_at?.toISOString() ?? null,
  reviewer: row.reviewer,
  confirmBy: row.confirm_by,
});
