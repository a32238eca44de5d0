import { Injectable } from '@nestjs/common';
import type { AssetCheckView, AssetRow, AssetView, CheckVerdict } from '@qafila/shared/branding/asset-views';
import { tidyFileName } from '@qafila/shared/branding/assets.rules';
import { currentRuleset } from '@qafila/shared/branding/preflight-ruleset';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type Asset, neutralName } from '../domain/asset';
import { JudgePrinted } from './judge-printed';

/** Turns an asset into what a trader or a designer is shown. */
@Injectable()
export class DescribeAsset {
  constructor(private readonly printed: JudgePrinted) {}

  async whole(tx: Tx, asset: Asset, actor: Actor): Promise<AssetView> {
    const isOpened = asset.rulesetVersion !== null;
    const isOutdated = isOpened && asset.rulesetVersion !== currentRuleset().version;
    const mayEdit = may(actor, 'brand:edit');
    const judged = await this.printed.of(tx, asset);
    return {
      asset: { ...rowOf(asset, actor), checks: countsOf(judged.results) },
      ...judged,
      rulesetVersion: asset.rulesetVersion,
      isOutdated,
      actions: [
        ...(mayEdit && asset.state === 'ready' && asset.kind !== 'proof' ? (['replace'] as const) : []),
        ...(mayEdit && isCheckable(asset) ? (['check'] as const) : []),
        ...(asset.originalFileId !== null && isOfSide(asset, actor) && isSavedBy(asset, actor)
          ? (['download'] as const)
          : []),
      ],
    };
  }
}

/** How many ended so: of what is shown, where the list counts the file by itself. */
function countsOf(results: readonly AssetCheckView[]): AssetRow['checks'] {
  const of = (wanted: CheckVerdict): number => results.filter(({ verdict }) => verdict === wanted).length;
  return { pass: of('pass'), warn: of('warn'), fail: of('fail') };
}

/** What can be judged again: a ready file by newer rules, a rejected one by opening it once more. */
export const isCheckable = (asset: Asset): boolean =>
  asset.originalFileId !== null && (asset.state === 'ready' || asset.state === 'rejected');

/** A designer never saves what was refused: it may be anything. */
export const isOfSide = (asset: Asset, actor: Actor): boolean =>
  actor.companyId !== null || asset.state === 'ready' || asset.state === 'superseded';

/** A proof is saved by its designers; by the trader from its own screen, once it is approved. */
const isSavedBy = (asset: Asset, actor: Actor): boolean => asset.kind !== 'proof' || actor.companyId === null;

/** An asset as a row of a list; staff read a neutral name. */
export const rowOf = (asset: Asset, actor: Pick<Actor, 'companyId'>): AssetRow => ({
  id: asset.id,
  kind: asset.kind,
  name: shownName(asset, actor),
  state: asset.state,
  contentType: asset.contentType,
  byteCount: asset.byteCount,
  pageCount: asset.pageCount,
  uploadedAt: asset.uploadedAt.toISOString(),
  rejection: asset.state === 'rejected' ? asset.rejection : null,
  checks: asset.checks,
  hasPreview: asset.hasPreview,
  replacedBy: asset.replacedBy,
});

/** The tidied name for the company, a neutral one for the store. */
export const shownName = (asset: Asset, actor: Pick<Actor, 'companyId'>): string =>
  actor.companyId === null ? neutralName(asset) : tidyFileName(asset.name);
