import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { type ScanResult, type Surface, scanSurfaces } from '../domain/leak-scan';
import type { BrandVerdict, PreviewedBrand } from '../domain/previewed-brand';
import { SAMPLE_ITEMS } from '../domain/sample-parcel';
import { surfacesOfPicture } from '../papers/surfaces';
import { DenyLists } from './deny-lists';

/** Whether a profile names the store or another trader, before any parcel is drawn with it. */
@Injectable()
export class JudgeBrand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly denyLists: DenyLists,
  ) {}

  async of(brand: PreviewedBrand): Promise<BrandVerdict> {
    const surfaces: Surface[] = textsOf(brand.content).map((text) => ({ name: 'profile', text }));
    for (const picture of [brand.logoPng, brand.monoPng])
      if (picture) surfaces.push(...(await surfacesOfPicture(picture, 'logo.png')));
    return verdictOf(await this.scan(brand, surfaces));
  }

  /** Apart and as the system: a trader's own transaction does not see the others, whose names are looked for. */
  scan({ companyId, content }: PreviewedBrand, surfaces: readonly Surface[]): Promise<ScanResult> {
    const names = Object.values(content.names).flatMap((name) => name ?? []);
    const vocabulary = SAMPLE_ITEMS.flatMap(({ name, size }) => [
      ...Object.values(name),
      ...Object.values(size),
    ]);
    return this.unitOfWork.runApart(systemScope('brand preview'), async (tx) => {
      const own = { brand: names, recipient: [], phones: [] };
      return scanSurfaces(surfaces, await this.denyLists.of(tx, companyId, { own, vocabulary }));
    });
  }
}

export const verdictOf = ({ hits, forPrivacyOfficer }: ScanResult): BrandVerdict => ({
  showsStore: hits.some((hit) => hit.list === 'seller'),
  isRefused: hits.some((hit) => hit.list === 'foreign'),
  forPrivacyOfficer: [...new Set(forPrivacyOfficer.map(({ ref }) => ref))],
});

/** Every text in a value of any depth. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
