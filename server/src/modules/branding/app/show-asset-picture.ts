import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files, type StoredFile } from '../../../platform/files/files';
import { Problem } from '../../../platform/problems/problem';
import { AssetRepository } from '../db/asset.repository';
import { AssetContentRepository } from '../db/asset-content.repository';
import type { PicturePlace } from '../domain/asset';

/** One of our own pictures of a file; never the file. */
@Injectable()
export class ShowAssetPicture {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assets: AssetRepository,
    private readonly contents: AssetContentRepository,
    private readonly files: Files,
  ) {}

  run(actor: Actor, id: string, at: PicturePlace): Promise<StoredFile> {
    return this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const asset = await this.assets.find(tx, id);
      const fileId = await this.contents.picture(tx, asset, at);
      if (fileId === null) throw new Problem('NOT_FOUND');
      return this.files.read(tx, fileId);
    });
  }
}
