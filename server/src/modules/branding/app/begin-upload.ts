import { Injectable } from '@nestjs/common';
import type { UploadView } from '@qafila/shared/branding/asset-views';
import {
  ASSET_LIMIT_MB,
  ASSET_QUOTA_FILES,
  ASSET_QUOTA_MB,
  type AssetKind,
  UPLOADS_AT_ONCE,
} from '@qafila/shared/branding/assets.rules';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { UploadRepository } from '../db/upload.repository';
import type { Usage } from '../domain/upload';
import { uploadViewOf } from './describe-upload';

const MB = 1024 * 1024;

export interface BegunUpload {
  readonly companyId: string;
  readonly personId: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly bytes: number;
  readonly rightsVersion: number | null;
  readonly replaces: string | null;
  readonly briefId: string | null;
}

/** Lets an upload begin while there is room for it: of the file, of the company, and of the moment. */
@Injectable()
export class BeginUpload {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, given: BegunUpload): Promise<UploadView> {
    if (given.bytes > ASSET_LIMIT_MB.value * MB)
      throw new Problem('TOO_LARGE', { limitMb: ASSET_LIMIT_MB.value });
    const now = this.clock.now();
    const isProof = given.kind === 'proof';
    const usage = await this.uploads.lockUsage(tx, given.companyId, { isProof, now });
    if (usage.running >= UPLOADS_AT_ONCE.value)
      throw new Problem('UPLOADS_RUNNING', { limit: UPLOADS_AT_ONCE.value });
    // Proofs are the store's: they take nothing from what a trader may keep.
    if (!isProof) refuseFull(usage, given.bytes);
    const upload = {
      ...{ companyId: given.companyId, id: newId(), fileId: newId(), kind: given.kind, name: given.name },
      ...{ byteCount: given.bytes, rightsVersion: given.rightsVersion, briefId: given.briefId },
      ...{ replaces: given.replaces, assetId: null, startedBy: given.personId },
    };
    await this.uploads.insert(tx, upload, now);
    return uploadViewOf(upload, []);
  }
}

function refuseFull(usage: Usage, bytes: number): void {
  if (usage.files >= ASSET_QUOTA_FILES.value)
    throw new Problem('ASSET_QUOTA_FILES', { limit: ASSET_QUOTA_FILES.value });
  const free = ASSET_QUOTA_MB.value * MB - usage.bytes;
  if (bytes > free)
    throw new Problem('ASSET_QUOTA_BYTES', {
      freeMb: Math.max(0, Math.floor(free / MB)),
      limitMb: ASSET_QUOTA_MB.value,
    });
}
