import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Rejection } from '@qafila/shared/branding/asset-views';
import { tidyFileName } from '@qafila/shared/branding/assets.rules';
import { assetLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { judge } from '@qafila/shared/branding/preflight.rules';
import { currentRuleset } from '@qafila/shared/branding/preflight-ruleset';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Notices } from '../../../platform/notices/notices';
import { AssetRepository } from '../db/asset.repository';
import { AssetContentRepository } from '../db/asset-content.repository';
import type { Asset, AssetClaim } from '../domain/asset';
import type { InspectedPage, Inspection } from '../inspect/inspect-asset';

type Opened = Extract<Inspection, { verdict: 'ready' }>;

/** Ends a try: the file is ready, with our pictures of it and what was measured, or rejected with a reason. */
@Injectable()
export class SettleAsset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assets: AssetRepository,
    private readonly contents: AssetContentRepository,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  settle(claim: AssetClaim, inspection: Inspection, scratch: string): Promise<void> {
    return this.unitOfWork.runApart(systemScope('files to open'), async (tx) => {
      const asset = await this.assets.lockClaimed(tx, claim);
      // Taken over by another worker, which found this try too long.
      if (!asset) return;
      if (inspection.verdict === 'rejected')
        await this.reject(tx, asset, { code: inspection.reason, params: inspection.params });
      else await this.accept(tx, asset, { opened: inspection, scratch });
    });
  }

  /** Rejects a file that is being checked. Joins the open transaction. */
  async reject(tx: Tx, asset: Asset, rejection: Rejection): Promise<void> {
    await this.assets.note(tx, asset, { ...NOTHING, rejection });
    await this.move(tx, asset, 'reject');
    await this.audit.record(tx, {
      event: 'branding.file_rejected',
      companyId: asset.companyId,
      subject: { kind: 'asset', id: asset.id },
      after: { kind: asset.kind, reason: rejection.code, tries: asset.tries },
    });
    // A proof is the store's: its designer sees it at his desk.
    if (asset.kind === 'proof') return;
    await this.notices.tell(tx, {
      companyId: asset.companyId,
      to: { personIds: [asset.uploadedBy] },
      event: 'file_rejected',
      params: { name: tidyFileName(asset.name) },
      link: `/brand/files?file=${asset.id}`,
    });
  }

  private async accept(tx: Tx, asset: Asset, by: { opened: Opened; scratch: string }): Promise<void> {
    const { opened } = by;
    const ruleset = currentRuleset();
    const checks = judge(opened.facts, ruleset, { kind: asset.kind, print: null });
    await this.files.removeSealed(tx, asset.companyId, await this.contents.removePictures(tx, asset));
    await this.storePictures(tx, asset, by);
    await this.contents.putPages(tx, asset, opened.pages.map(pageOf));
    await this.contents.putChecks(tx, asset, { checks, rulesetVersion: ruleset.version });
    await this.assets.note(tx, asset, {
      contentType: opened.contentType,
      pageCount: opened.pages.length,
      facts: opened.facts,
      rulesetVersion: ruleset.version,
      rejection: null,
    });
    await this.move(tx, asset, 'accept');
    await this.audit.record(tx, {
      event: 'branding.file_accepted',
      companyId: asset.companyId,
      subject: { kind: 'asset', id: asset.id },
      after: { kind: asset.kind, contentType: opened.contentType, pages: opened.pages.length },
    });
    if (asset.replaces !== null) await this.supersede(tx, asset, asset.replaces);
  }

  private async storePictures(
    tx: Tx,
    asset: Asset,
    { opened, scratch }: { opened: Opened; scratch: string },
  ): Promise<void> {
    for (const { file, contentType, page, kind, level, col, row } of opened.derivatives) {
      const fileId = await this.files.put(tx, {
        companyId: asset.companyId,
        kind: `asset-${kind}`,
        contentType,
        bytes: await readFile(join(scratch, file)),
        isSealed: true,
      });
      await this.contents.addPicture(tx, asset, { page, kind, level, col, row, fileId });
    }
  }

  /** The file it was uploaded for gives way, unless something else became of it meanwhile. */
  private async supersede(tx: Tx, asset: Asset, oldId: string): Promise<void> {
    const [old] = await this.assets.byIds(tx, asset.companyId, [oldId]);
    const verdict = old && decide(assetLifecycle, { state: old.state, step: 'replace' }, undefined);
    if (!old || !verdict?.ok) return;
    await this.assets.advance(tx, old, { state: verdict.to, at: this.clock.now(), replacedBy: asset.id });
    await this.audit.record(tx, {
      event: 'branding.file_replaced',
      companyId: asset.companyId,
      subject: { kind: 'asset', id: oldId },
      after: { by: asset.id },
    });
  }

  private async move(tx: Tx, asset: Asset, step: 'accept' | 'reject'): Promise<void> {
    const verdict = decide(assetLifecycle, { state: asset.state, step }, undefined);
    if (!verdict.ok) throw new Error(`A file that is ${asset.state} cannot ${step}`);
    await this.assets.advance(tx, asset, { state: verdict.to, at: this.clock.now() });
  }
}

const NOTHING = { contentType: null, pageCount: null, facts: null, rulesetVersion: null };

const pageOf = ({ trim, ...page }: InspectedPage) => ({
  ...page,
  trimXMm: trim.x,
  trimYMm: trim.y,
  trimWMm: trim.w,
  trimHMm: trim.h,
});
