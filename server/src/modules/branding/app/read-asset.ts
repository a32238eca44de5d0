import { Injectable } from '@nestjs/common';
import type { AssetView } from '@qafila/shared/branding/asset-views';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { AssetRepository } from '../db/asset.repository';
import { DescribeAsset } from './describe-asset';

/** One file with its pages and checks. */
@Injectable()
export class ReadAsset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assets: AssetRepository,
    private readonly describe: DescribeAsset,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<AssetView> {
    return this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const asset = await this.assets.find(tx, id);
      await this.audit.look(tx, {
        event: 'branding.file_read',
        companyId: asset.companyId,
        subject: { kind: 'asset', id },
      });
      return this.describe.whole(tx, asset, actor);
    });
  }
}
