import { Injectable } from '@nestjs/common';
import type { AssetRow } from '@qafila/shared/branding/asset-views';
import { chunksOf } from '@qafila/shared/branding/assets.rules';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Quarantine } from '../../../platform/files/quarantine';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { AssetRepository } from '../db/asset.repository';
import { UploadRepository } from '../db/upload.repository';
import type { Upload } from '../domain/upload';
import { rowOf } from './describe-asset';

/** What the bytes are nobody knows yet: they go out as bytes only. */
const UNKNOWN_TYPE = 'application/octet-stream';

/** Puts the parts together, sealed, and leaves the file in quarantine for the worker. Twice makes one asset. */
@Injectable()
export class FinishUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly assets: AssetRepository,
    private readonly files: Files,
    private readonly quarantine: Quarantine,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, id: string): Promise<AssetRow> {
    const finished = await this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const upload = await this.uploads.find(tx, id, 'lock');
      const assetId = upload.assetId ?? (await this.assemble(tx, upload));
      const [asset] = await this.assets.byIds(tx, upload.companyId, [assetId]);
      if (!asset) throw new Problem('NOT_FOUND');
      return { upload, row: rowOf(asset, actor) };
    });
    await this.quarantine.remove(finished.upload);
    return finished.row;
  }

  private async assemble(tx: Tx, upload: Upload): Promise<string> {
    const parts = await this.uploads.parts(tx, upload);
    const missing = chunksOf(upload.byteCount) - parts.length;
    if (missing > 0) throw new Problem('UPLOAD_INCOMPLETE', { missing });
    const written = await this.files.putParts(tx, {
      ...{ companyId: upload.companyId, id: upload.fileId, kind: 'asset', contentType: UNKNOWN_TYPE },
      parts: this.quarantine.read(upload, parts),
    });
    const id = newId();
    await this.assets.insert(tx, {
      ...{ companyId: upload.companyId, id, kind: upload.kind, name: upload.name },
      ...{ byteCount: written.byteCount, sha256: written.sha256, originalFileId: upload.fileId },
      ...{ uploadedBy: upload.startedBy, briefId: upload.briefId, replaces: upload.replaces },
      ...{ rightsVersion: upload.rightsVersion, at: this.clock.now() },
    });
    await this.uploads.finish(tx, upload, id);
    await this.assets.wakeWorker(tx);
    await this.audit.record(tx, {
      event: 'branding.file_uploaded',
      companyId: upload.companyId,
      subject: { kind: 'asset', id },
      after: {
        kind: upload.kind,
        bytes: written.byteCount,
        sha256: written.sha256,
        rights: upload.rightsVersion,
      },
    });
    return id;
  }
}
