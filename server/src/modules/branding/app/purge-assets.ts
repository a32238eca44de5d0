import { Injectable } from '@nestjs/common';
import { REJECTED_KEPT_DAYS } from '@qafila/shared/branding/assets.rules';
import { assetLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { AssetRepository } from '../db/asset.repository';
import { AssetContentRepository } from '../db/asset-content.repository';
import type { Asset } from '../domain/asset';

const DAY_MS = 86_400_000;

/** Removes the content of files that were rejected long ago; that they were there stays known. Safe to repeat. */
@Injectable()
export class PurgeAssets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assets: AssetRepository,
    private readonly contents: AssetContentRepository,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - REJECTED_KEPT_DAYS.value * DAY_MS);
    for (let found = 1; found > 0; )
      found = await this.unitOfWork.run(systemScope('rejected files'), async (tx) => {
        const expired = await this.assets.lockExpired(tx, before);
        for (const asset of expired) await this.purge(tx, asset);
        return expired.length;
      });
  }

  private async purge(tx: Tx, asset: Asset): Promise<void> {
    const verdict = decide(assetLifecycle, { state: asset.state, step: 'purge' }, undefined);
    if (!verdict.ok) return;
    const gone = await this.contents.removePictures(tx, asset);
    await this.assets.releaseOriginal(tx, asset);
    const original = asset.originalFileId === null ? [] : [asset.originalFileId];
    await this.files.removeSealed(tx, asset.companyId, [...gone, ...original]);
    await this.assets.advance(tx, asset, { state: verdict.to, at: this.clock.now() });
    await this.audit.record(tx, {
      event: 'branding.file_removed',
      companyId: asset.companyId,
      subject: { kind: 'asset', id: asset.id },
      before: { state: asset.state },
    });
  }
}
