import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listProfileVersions } from '@qafila/shared/branding/profiles.contract';
import { changesBetween } from '@qafila/shared/branding/profiles.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProfileRepository } from '../db/profile.repository';

/** The versions of a profile, the latest first, each with what it changed. */
@Injectable()
export class ListProfileVersions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
  ) {}

  run(
    actor: Actor,
    id: string,
    { after, limit }: InputOf<typeof listProfileVersions>['query'],
  ): Promise<ReplyOf<typeof listProfileVersions>> {
    const scope = traderScope(actor);
    const [before = null] = decodeCursor(after, [CURSOR_PART.whole]);
    return this.unitOfWork.run(scope, async (tx) => {
      const key = { companyId: scope.companyId, id };
      await this.profiles.find(tx, key);
      const rows = await this.profiles.versions(tx, key, { before, limit: limit + 1 });
      const page = pageOfRows(rows, limit, (row) => [row.version]);
      return {
        next: page.next,
        rows: page.rows.map((row, index) => {
          const older = rows[index + 1];
          return {
            version: row.version,
            savedAt: row.savedAt.toISOString(),
            savedBy: row.savedBy,
            sha256: row.sha256,
            changes: older ? changesBetween(older.content, row.content) : [],
          };
        }),
      };
    });
  }
}
