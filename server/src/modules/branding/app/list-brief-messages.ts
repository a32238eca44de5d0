import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefRepository } from '../db/brief.repository';
import { BriefMessageRepository, type Message } from '../db/brief-message.repository';
import { nameFor } from '../domain/proof';

/** Messages of both sides, as the trader sees them: nothing the team wrote to itself. */
@Injectable()
export class ListBriefMessages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly messages: BriefMessageRepository,
  ) {}

  run(actor: Actor, id: string, query: { readonly after?: string | undefined; readonly limit: number }) {
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const brief = await this.briefs.read(tx, id);
      const given = { visibilities: ['shared'] as const, after, limit: query.limit };
      const found = await this.messages.page(tx, brief, given);
      const page = pageOfRows(found, query.limit, (row) => [row.at, row.id]);
      return { rows: page.rows.map((each) => messageFor(actor, each)), next: page.next };
    });
  }
}

/** A message for a trader's eyes. */
export const messageFor = (actor: Actor, message: Message) => ({
  id: message.id,
  side: message.side,
  author: nameFor('trader', message),
  text: message.text,
  isMine: message.authorId === actor.personId,
  at: message.at.toISOString(),
});
