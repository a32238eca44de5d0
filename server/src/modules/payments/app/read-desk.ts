import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { transferDesk } from '@qafila/shared/payments/desk.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { fieldsInvalid } from '../../../platform/problems/problem';
import { type DeskPage, DeskRepository, type DeskView, type StoredLine } from '../db/desk.repository';
import { ShowLines } from './show-lines';

/** The desk: lines of one view, counts of all, and the newest statement. Three statements of its own. */
@Injectable()
export class ReadDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DeskRepository,
    private readonly show: ShowLines,
  ) {}

  async run(
    actor: Actor,
    asked: { readonly view: DeskView; readonly after?: string | undefined; readonly limit: number },
  ): Promise<ReplyOf<typeof transferDesk>> {
    const after = cursorOf(asked.after);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found = await this.desk.page(tx, { view: asked.view, after, limit: asked.limit });
      const { counts, latest } = await this.desk.summary(tx);
      const page = found.slice(0, asked.limit);
      return {
        latest,
        counts,
        rows: await this.show.run(tx, page, actor.personId),
        next: found.length > page.length ? nextOf(page.at(-1)) : null,
      };
    });
  }
}

const nextOf = (line: StoredLine | undefined): string | null => (line ? `${line.bookedOn}_${line.id}` : null);

function cursorOf(text: string | undefined): DeskPage['after'] {
  if (text === undefined) return null;
  const [, bookedOn, id] =
    /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  if (!bookedOn || !id) throw fieldsInvalid([{ path: 'after', code: 'invalid', params: {} }]);
  return { bookedOn, id };
}
