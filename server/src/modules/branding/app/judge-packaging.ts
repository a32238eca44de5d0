import { Injectable } from '@nestjs/common';
import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import {
  brandingPrice,
  packagingBlockers,
  packagingFaults,
  type SizeCheck,
  sizeChecks,
} from '@qafila/shared/branding/packaging.rules';
import type { FieldProblem } from '@qafila/shared/kernel/problem';
import type { Tx } from '../../../platform/database/unit-of-work';
import { fieldsInvalid } from '../../../platform/problems/problem';
import { Assets } from '../assets.api';
import { Branding } from '../branding.api';
import { PackagingRepository } from '../db/packaging.repository';
import type { PackagingVerdict } from '../domain/packaging';

/** What a packaging spec is worth, how its dieline measures, and what stands against calling it ready. */
@Injectable()
export class JudgePackaging {
  constructor(
    private readonly assets: Assets,
    private readonly branding: Branding,
    private readonly packaging: PackagingRepository,
  ) {}

  async of(tx: Tx, companyId: string, content: PackagingContent): Promise<PackagingVerdict> {
    const currency = await this.packaging.currencyOf(tx, companyId);
    const terms = brandingPrice(content, { currency });
    const checks = await this.checks(tx, companyId, content);
    const hasPrice = terms.unitPrice !== null;
    return { currency, terms, checks, blockers: packagingBlockers(content, { checks, hasPrice }) };
  }

  /** Throws `FIELDS_INVALID` for what cannot be made, and for brands and files that are not the company's. */
  async assertMakeable(tx: Tx, companyId: string, content: PackagingContent): Promise<void> {
    const foreign: FieldProblem[] = [];
    const { brandProfileId, dielineAssetId } = content;
    const invalid = (path: string): FieldProblem => ({ path, code: 'invalid', params: {} });
    if (brandProfileId !== null) {
      const brands = await this.branding.profilesOf(tx, companyId, [brandProfileId]);
      if (!brands.has(brandProfileId)) foreign.push(invalid('brandProfileId'));
    }
    if (dielineAssetId !== null) {
      const files = await this.assets.byIds(tx, companyId, [dielineAssetId]);
      const file = files.get(dielineAssetId);
      const isDieline = file?.kind === 'dieline' && file.state === 'ready';
      if (!isDieline) foreign.push(invalid('dielineAssetId'));
    }
    const faults = [...packagingFaults(content), ...foreign];
    if (faults.length > 0) throw fieldsInvalid(faults);
  }

  private async checks(tx: Tx, companyId: string, content: PackagingContent): Promise<SizeCheck[]> {
    if (content.dielineAssetId === null) return [];
    const [page] = await this.assets.pagesOf(tx, { companyId, id: content.dielineAssetId });
    return page ? sizeChecks(content.dims, { widthMm: page.trimWMm, heightMm: page.trimHMm }) : [];
  }
}
