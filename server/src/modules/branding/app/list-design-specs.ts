import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { designSpecs } from '@qafila/shared/branding/production-specs.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProductionSpecRepository } from '../db/production-spec.repository';
import { designHeadOf } from '../domain/spec-reply';

/** What waits for the technical check, or everything that was ever signed. One statement. */
@Injectable()
export class ListDesignSpecs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly specs: ProductionSpecRepository,
  ) {}

  run(actor: Actor, query: InputOf<typeof designSpecs>['query']): Promise<ReplyOf<typeof designSpecs>> {
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const isWaiting = query.filter === 'waiting';
      const found = await this.specs.ofDesk(tx, { isWaiting, after, limit: query.limit });
      const page = pageOfRows(found, query.limit, (spec) => [spec.madeAt, spec.id]);
      return { rows: page.rows.map((spec) => designHeadOf(actor, spec)), next: page.next };
    });
  }
}
