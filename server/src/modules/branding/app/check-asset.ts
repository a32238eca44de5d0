import { Injectable } from '@nestjs/common';
import type { AssetView } from '@qafila/shared/branding/asset-views';
import { assetLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { judge } from '@qafila/shared/branding/preflight.rules';
import { currentRuleset } from '@qafila/shared/branding/preflight-ruleset';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { AssetRepository } from '../db/asset.repository';
import { AssetContentRepository } from '../db/asset-content.repository';
import type { Asset } from '../domain/asset';
import { DescribeAsset, isCheckable } from './describe-asset';

const NOTHING_NEW = { contentType: null, pageCount: null, facts: null, rejection: null };

/** Judges a file again: what was measured by the newest rules, or, where nothing was, by opening it once more. */
@Injectable()
export class CheckAsset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assets: AssetRepository,
    private readonly contents: AssetContentRepository,
    private readonly describe: DescribeAsset,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<AssetView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const asset = await this.assets.find(tx, id, 'lock');
      if (!isCheckable(asset)) throw new Problem('WRONG_STATE');
      const facts = await this.assets.facts(tx, asset);
      if (asset.state === 'ready' && facts !== null) {
        const ruleset = currentRuleset();
        const checks = judge(facts, ruleset, { kind: asset.kind, print: null });
        await this.contents.putChecks(tx, asset, { checks, rulesetVersion: ruleset.version });
        await this.assets.note(tx, asset, { ...NOTHING_NEW, rulesetVersion: ruleset.version });
      } else await this.openAgain(tx, asset);
      await this.record(tx, asset);
      return this.describe.whole(tx, await this.assets.find(tx, id), actor);
    });
  }

  private async openAgain(tx: Tx, asset: Asset): Promise<void> {
    const verdict = decide(assetLifecycle, { state: asset.state, step: 'check' }, undefined);
    if (!verdict.ok) throw new Problem('WRONG_STATE');
    await this.assets.advance(tx, asset, { state: verdict.to, at: this.clock.now() });
    await this.assets.forgetTries(tx, asset);
    await this.assets.wakeWorker(tx);
  }

  private record(tx: Tx, asset: Asset): Promise<void> {
    return this.audit.record(tx, {
      event: 'branding.file_checked_again',
      companyId: asset.companyId,
      subject: { kind: 'asset', id: asset.id },
      before: { state: asset.state, ruleset: asset.rulesetVersion },
    });
  }
}
