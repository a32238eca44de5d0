import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import type { UploadView } from '@qafila/shared/branding/asset-views';
import type { startDesignUpload } from '@qafila/shared/branding/design-assets.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { UploadRepository } from '../db/upload.repository';
import { BeginUpload } from './begin-upload';

/** A designer begins to send a proof file for a brief that is being designed. */
@Injectable()
export class StartDesignUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly begin: BeginUpload,
  ) {}

  run(actor: Actor, briefId: string, body: InputOf<typeof startDesignUpload>['body']): Promise<UploadView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const brief = await this.uploads.briefOf(tx, briefId);
      if (brief.state !== 'in_design') throw new Problem('WRONG_STATE');
      return this.begin.run(tx, {
        ...{ companyId: brief.companyId, personId: actor.personId, kind: 'proof', ...body },
        ...{ rightsVersion: null, replaces: null, briefId },
      });
    });
  }
}
