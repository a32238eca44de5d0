import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files, type PartedFile } from '../../../platform/files/files';
import { Problem } from '../../../platform/problems/problem';
import { AssetRepository } from '../db/asset.repository';
import { isOfSide, shownName } from './describe-asset';

/** The file as it was uploaded, part by part, and the name to save it under. */
@Injectable()
export class FetchOriginal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assets: AssetRepository,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<{ readonly file: PartedFile; readonly name: string }> {
    return this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const asset = await this.assets.find(tx, id);
      if (asset.originalFileId === null || !isOfSide(asset, actor)) throw new Problem('NOT_FOUND');
      // A proof is the trader's to print once it is approved, not before.
      const isHeldBack = asset.kind === 'proof' && actor.companyId !== null;
      if (isHeldBack && !(await this.assets.isApproved(tx, asset))) throw new Problem('NOT_FOUND');
      await this.audit.look(tx, {
        event: 'branding.file_saved_by_staff',
        companyId: asset.companyId,
        subject: { kind: 'asset', id },
      });
      return { file: await this.files.readParts(tx, asset.originalFileId), name: shownName(asset, actor) };
    });
  }
}
