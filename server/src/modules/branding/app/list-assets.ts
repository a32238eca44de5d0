import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listAssets } from '@qafila/shared/branding/assets.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { AssetRepository } from '../db/asset.repository';
import { rowOf } from './describe-asset';

/** Files of the company, the newest first. One statement. */
@Injectable()
export class ListAssets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assets: AssetRepository,
  ) {}

  run(actor: Actor, query: InputOf<typeof listAssets>['query']): Promise<ReplyOf<typeof listAssets>> {
    const scope = traderScope(actor);
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    return this.unitOfWork.run(scope, async (tx) => {
      const filter = { kind: query.kind ?? null, state: query.state ?? null, after, limit: query.limit };
      const found = await this.assets.list(tx, scope.companyId, filter);
      const page = pageOfRows(found, query.limit, (asset) => [asset.uploadedAt, asset.id]);
      return { rows: page.rows.map((asset) => rowOf(asset, actor)), next: page.next };
    });
  }
}
