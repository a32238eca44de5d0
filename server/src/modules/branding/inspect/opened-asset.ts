import type { AssetFacts } from '@qafila/shared/branding/asset-facts';

/** A page ready to be shown: a picture file that decodes as a stream. */
export interface PageRaster {
  readonly page: number;
  readonly raster: string;
}

/** A file that was opened whole and measured. */
export interface OpenedAsset {
  readonly facts: AssetFacts;
  readonly pages: readonly PageRaster[];
  /** The cleaned copy of an SVG. */
  readonly cleaned: string | null;
}
