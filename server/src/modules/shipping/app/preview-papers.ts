import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { documentPagePng } from '../../../platform/pdf/pdf-pages';
import { snapshotOf } from '../domain/brand-snapshot';
import type { Consignment } from '../domain/consignment';
import { labelViewOf, type PaperFacts, paperName, paperViewOf } from '../domain/paper-view';
import type { PreviewedBrand, PreviewedDocument } from '../domain/previewed-brand';
import { riyadhDay } from '../domain/riyadh-day';
import { SAMPLE_ITEMS, sampleAddress, sampleParcel, sampleRecipient } from '../domain/sample-parcel';
import { trackingViewOf } from '../domain/tracking-view';
import { renderPackingSlip } from '../papers/packing-slip';
import { renderParcelLabel } from '../papers/parcel-label';
import { surfacesOfPdf, surfacesOfPicture } from '../papers/surfaces';
import { JudgeBrand, verdictOf } from './judge-brand';
import { trackingSurfaces } from './tracking-surfaces';

/** Pages of a slip that are shown; a sample never needs more. */
const MOST_PAGES = 3;
type Paper = 'slip' | 'label';

/** The papers and the page of an unsaved profile, drawn with what parcels are drawn with. */
@Injectable()
export class PreviewPapers {
  constructor(
    private readonly judge: JudgeBrand,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async run(
    brand: PreviewedBrand,
    { document, locale }: { readonly document: Paper | 'tracking'; readonly locale: Locale },
  ): Promise<PreviewedDocument> {
    const parcel = this.parcelOf(brand, locale);
    const facts = this.factsOf(brand, locale);
    const pictures = [facts.logoPng, facts.monoPng ?? null].flatMap((each) => each ?? []);
    const logos = await Promise.all(pictures.map((each) => surfacesOfPicture(each, 'logo.png')));
    if (document === 'tracking') {
      const surfaces = [...trackingSurfaces(parcel, facts, this.clock.now()), ...logos.flat()];
      const verdict = verdictOf(await this.judge.scan(brand, surfaces));
      const isClean = !verdict.showsStore && !verdict.isRefused;
      return { verdict, pages: [], tracking: (isClean && trackingViewOf(parcel, facts.items)) || null };
    }
    const pdf = await this.draw(document, parcel, facts);
    const read = await surfacesOfPdf(pdf, paperName(document, parcel.parcelCode));
    const verdict = verdictOf(await this.judge.scan(brand, [...read, ...logos.flat()]));
    const isClean = !verdict.showsStore && !verdict.isRefused;
    return { verdict, pages: isClean ? await pagesOf(pdf) : [], tracking: null };
  }

  private draw(document: Paper, parcel: Consignment, facts: PaperFacts): Promise<Buffer> {
    const view = paperViewOf(parcel, facts);
    const now = this.clock.now();
    return document === 'slip'
      ? renderPackingSlip(view, { now })
      : renderParcelLabel(labelViewOf(view, facts), { now });
  }

  private parcelOf(brand: PreviewedBrand, locale: Locale): Consignment {
    const { companyId, brandCode, content, logoFileId } = brand;
    const snapshot = snapshotOf({ brandCode, content, version: 1, monoFileId: null });
    return sampleParcel({ companyId, brand: snapshot, logoFileId, locale, at: this.clock.now() });
  }

  private factsOf({ logoPng, monoPng }: PreviewedBrand, locale: Locale): PaperFacts {
    return {
      recipient: sampleRecipient(locale),
      items: SAMPLE_ITEMS,
      logoPng,
      monoPng,
      trackingUrl: sampleAddress(this.config.values.TRACKING_ORIGIN),
      shippedOn: riyadhDay(this.clock.now()),
    };
  }
}

async function pagesOf(pdf: Buffer): Promise<Buffer[]> {
  const pages: Buffer[] = [];
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const page = await documentPagePng({ contentType: 'application/pdf', bytes: pdf }, number);
    if (page === null) break;
    pages.push(page);
  }
  return pages;
}
