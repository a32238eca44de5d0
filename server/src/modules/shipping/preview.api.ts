import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import { JudgeBrand } from './app/judge-brand';
import { PreviewPapers } from './app/preview-papers';
import type { BrandVerdict, PreviewedBrand, PreviewedDocument } from './domain/previewed-brand';

export type { BrandVerdict, PreviewedBrand, PreviewedDocument } from './domain/previewed-brand';

/** The door of shipping for brands: real papers for a made-up recipient, and the leak scan of a profile. */
@Injectable()
export class BrandPreviews {
  constructor(
    private readonly papers: PreviewPapers,
    private readonly judging: JudgeBrand,
  ) {}

  /** Draws one document with what parcels are drawn with, and scans it like a parcel's. */
  draw(
    brand: PreviewedBrand,
    of: { readonly document: 'slip' | 'label' | 'tracking'; readonly locale: Locale },
  ): Promise<PreviewedDocument> {
    return this.papers.run(brand, of);
  }

  /** Reads every text and picture of a profile against both deny-lists. */
  judge(brand: PreviewedBrand): Promise<BrandVerdict> {
    return this.judging.of(brand);
  }
}
