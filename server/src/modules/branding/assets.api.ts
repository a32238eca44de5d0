import { Injectable } from '@nestjs/common';
import type { AssetFacts } from '@qafila/shared/branding/asset-facts';
import type { AssetPageView } from '@qafila/shared/branding/asset-views';
import type { Tx } from '../../platform/database/unit-of-work';
import { type JudgedFile, JudgePrinted } from './app/judge-printed';
import { AssetRepository } from './db/asset.repository';
import { AssetContentRepository } from './db/asset-content.repository';
import type { Asset } from './domain/asset';

/** Files as the other parts of branding need them; each call names the company, foreign ids are left out. */
@Injectable()
export class Assets {
  constructor(
    private readonly assets: AssetRepository,
    private readonly contents: AssetContentRepository,
    private readonly printed: JudgePrinted,
  ) {}

  /** Files by id, in whatever state; unknown and foreign ids are left out. */
  async byIds(tx: Tx, companyId: string, ids: readonly string[]): Promise<Map<string, Asset>> {
    const found = await this.assets.byIds(tx, companyId, ids);
    return new Map(found.map((asset) => [asset.id, asset]));
  }

  pagesOf(tx: Tx, asset: Pick<Asset, 'companyId' | 'id'>): Promise<AssetPageView[]> {
    return this.contents.pages(tx, asset);
  }

  /** What was measured, to judge it by a packaging spec; `null` for a file that was never opened to the end. */
  factsOf(tx: Tx, asset: Pick<Asset, 'companyId' | 'id'>): Promise<AssetFacts | null> {
    return this.assets.facts(tx, asset);
  }

  /** The file of a version of a proof, judged for the packaging it was made for. */
  judgedFor(
    tx: Tx,
    proof: { readonly companyId: string; readonly id: string; readonly assetId: string },
  ): Promise<JudgedFile> {
    return this.printed.of(tx, { companyId: proof.companyId, id: proof.assetId, proofId: proof.id });
  }
}
