import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { ProblemParam } from '@qafila/shared/kernel/problem';
import type { countNotices, listNotices } from '@qafila/shared/notifications/notifications.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { NoticeRepository } from '../db/notice.repository';
import { noticePlace } from './tell-notice';

/** The bell shows no number above this. */
const MOST_COUNTED = 100;

/** A person's inbox in one of his companies. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly notices: NoticeRepository,
  ) {}

  list(actor: Actor, query: InputOf<typeof listNotices>['query']): Promise<ReplyOf<typeof listNotices>> {
    const scope = traderScope(actor);
    const [after = null] = decodeCursor(query.after, [CURSOR_PART.id]);
    return this.unitOfWork.run(scope, async (tx) => {
      const found = await this.notices.list(tx, scope, {
        after,
        limit: query.limit,
        onlyUnread: query.view === 'unread',
      });
      const page = pageOfRows(found, query.limit, (row) => [row.id]);
      const sealer = await this.cipher.sealerFor(scope.companyId);
      return {
        rows: page.rows.map((row) => ({
          id: row.id,
          event: row.event,
          params: JSON.parse(sealer.open(noticePlace('params_enc', row.id), row.params_enc)) as Record<
            string,
            ProblemParam
          >,
          link: row.link,
          at: row.created_at.toISOString(),
          isRead: row.read_at !== null,
        })),
        next: page.next,
      };
    });
  }

  count(actor: Actor): Promise<ReplyOf<typeof countNotices>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => ({
      unread: await this.notices.unread(tx, scope, MOST_COUNTED),
    }));
  }

  /** Marks one notice, or all for `null`. Throws `NOT_FOUND` for somebody else's. */
  read(actor: Actor, id: string | null): Promise<{ done: true }> {
    // Staff have no inbox here, so no notice of theirs exists.
    if (id !== null && actor.companyId === null) throw new Problem('NOT_FOUND');
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const { companyId, personId } = scope;
      const marked = await this.notices.read(tx, { companyId, personId, id }, this.clock.now());
      if (id !== null && marked === 0) throw new Problem('NOT_FOUND');
      return { done: true };
    });
  }
}
