import type { PageFacts, RectMm } from '@qafila/shared/branding/asset-facts';
import sharp from 'sharp';

/** Longer side of the raster that ink is counted on: a place of it is some millimetres of paper. */
const COARSE = 512;
const CHANNELS = 4;

export interface InkRaster {
  readonly width: number;
  readonly height: number;
  /** Bytes of each place, one an ink, each up to `full`. */
  readonly inks: Uint8Array;
  readonly channels: number;
  readonly full: number;
}

/** The place with the most ink. */
export function mostInk(raster: InkRaster, page: RectMm): NonNullable<PageFacts['ink']> {
  const { width, height, inks, channels, full } = raster;
  let most = -1;
  let place = 0;
  for (let at = 0; at < width * height; at += 1) {
    let sum = 0;
    for (let ink = 0; ink < channels; ink += 1) sum += inks[at * channels + ink] ?? 0;
    if (sum <= most) continue;
    most = sum;
    place = at;
  }
  const toMm = (index: number, count: number, size: number): number =>
    Math.round((((index + 0.5) * size) / count) * 10) / 10;
  return {
    maxPercent: Math.round((Math.max(0, most) * 100) / full),
    x: toMm(place % width, width, page.w),
    y: toMm(Math.floor(place / width), height, page.h),
  };
}

/**
 * Ink of a picture: its own values where it is CMYK, otherwise those of the usual separation. It is shrunk by
 * averaging first, so that single pixels, which no press feels, do not count.
 */
export async function inkOfPicture(path: string, space: string, page: RectMm): Promise<PageFacts['ink']> {
  const picture = sharp(path, { limitInputPixels: false, sequentialRead: true }).rotate();
  const { data, info } = space === 'cmyk' ? await ownInks(picture) : await separated(picture);
  if (info.channels !== CHANNELS) return null;
  return mostInk({ width: info.width, height: info.height, inks: data, channels: CHANNELS, full: 255 }, page);
}

interface Raw {
  readonly data: Buffer;
  readonly info: sharp.OutputInfo;
}
const coarse = (picture: sharp.Sharp): sharp.Sharp =>
  picture.resize(COARSE, COARSE, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' });

/** Values of a CMYK picture as they are: no conversion there and back. */
export const ownInks = (picture: sharp.Sharp): Promise<Raw> =>
  coarse(picture)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });

/** Paper shows where a picture is transparent. Shrunk before it is separated: that is the slow part. */
async function separated(picture: sharp.Sharp): Promise<Raw> {
  const { data, info } = await coarse(picture)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } })
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
}
