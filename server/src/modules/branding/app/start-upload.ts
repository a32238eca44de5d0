import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import type { UploadView } from '@qafila/shared/branding/asset-views';
import type { startUpload } from '@qafila/shared/branding/assets.contract';
import { RIGHTS_VERSION } from '@qafila/shared/branding/assets.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { AssetRepository } from '../db/asset.repository';
import { BeginUpload } from './begin-upload';

/** A trader begins to send a file, and confirms the rights to it. */
@Injectable()
export class StartUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assets: AssetRepository,
    private readonly begin: BeginUpload,
  ) {}

  run(actor: Actor, body: InputOf<typeof startUpload>['body']): Promise<UploadView> {
    const scope = traderScope(actor);
    if (body.rightsVersion !== RIGHTS_VERSION) throw new Problem('RIGHTS_CHANGED');
    return this.unitOfWork.run(scope, async (tx) => {
      if (body.replaces) {
        const old = await this.assets.find(tx, body.replaces);
        if (old.kind !== body.kind || old.state !== 'ready') throw new Problem('WRONG_STATE');
      }
      const { companyId, personId } = scope;
      const { kind, name, bytes, rightsVersion } = body;
      const replaces = body.replaces ?? null;
      return this.begin.run(tx, {
        ...{ companyId, personId, kind, name, bytes, rightsVersion, replaces, briefId: null },
      });
    });
  }
}
