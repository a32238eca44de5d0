import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { CHECK_TRIES } from '@qafila/shared/branding/assets.rules';
import { assetLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files, type PartedFile } from '../../../platform/files/files';
import { Quarantine } from '../../../platform/files/quarantine';
import { newId } from '../../../platform/ids/new-id';
import { Log } from '../../../platform/log/log';
import { AssetRepository } from '../db/asset.repository';
import type { Asset, AssetClaim } from '../domain/asset';
import { AssetInspector } from './asset-inspector';
import { SettleAsset } from './settle-asset';

/** After this long without an end, whoever opened the file is taken for dead. Longer than an inspection may last. */
const CLAIM_MS = 5 * 60_000;

interface Try extends AssetClaim {
  readonly asset: Asset;
  readonly original: PartedFile;
}

/**
 * Opens every file that waits, one after the other. A try is noted before the file is opened: what ends the worker is
 * opened a bounded number of times and then rejected.
 */
@Injectable()
export class InspectAssets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assets: AssetRepository,
    private readonly files: Files,
    private readonly quarantine: Quarantine,
    private readonly inspector: AssetInspector,
    private readonly settling: SettleAsset,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const next = await this.unitOfWork.runApart(systemScope('files to open'), (tx) => this.claimNext(tx));
      if (next === null) return;
      if (next !== 'rejected') await this.open(next);
    }
  }

  private async claimNext(tx: Tx): Promise<Try | 'rejected' | null> {
    const now = this.clock.now();
    const asset = await this.assets.lockWaiting(tx, now);
    if (!asset) return null;
    if (asset.tries >= CHECK_TRIES.value) {
      await this.settling.reject(tx, asset, { code: 'check_failed', params: {} });
      return 'rejected';
    }
    if (asset.state !== 'checking') {
      const verdict = decide(assetLifecycle, { state: asset.state, step: 'check' }, undefined);
      if (!verdict.ok) throw new Error(`A file that is ${asset.state} was taken for waiting`);
      await this.assets.advance(tx, asset, { state: verdict.to, at: now });
    }
    if (asset.originalFileId === null) throw new Error('A file that waits has no content');
    const claim = { companyId: asset.companyId, id: asset.id, claimId: newId() };
    await this.assets.claim(tx, claim, new Date(now.getTime() + CLAIM_MS));
    return { ...claim, asset, original: await this.files.readParts(tx, asset.originalFileId) };
  }

  private async open(held: Try): Promise<void> {
    try {
      await this.quarantine.withScratch(async (folder) => {
        const path = join(folder, 'original');
        const scratch = join(folder, 'pictures');
        await mkdir(scratch, { mode: 0o700 });
        await pipeline(held.original.parts, createWriteStream(path, { mode: 0o600 }));
        const { kind, name } = held.asset;
        const inspection = await this.inspector.run({ path, kind, declaredName: name, scratch });
        await this.settling.settle(held, inspection, scratch);
      });
    } catch (error) {
      this.log.error('file not opened', { assetId: held.id, error });
      await this.unitOfWork.runApart(systemScope('files to open'), (tx) => this.assets.letGo(tx, held));
    }
  }
}
