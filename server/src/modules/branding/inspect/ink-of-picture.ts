import type { PageFacts, RectMm } from '@qafila/shared/branding/asset-facts';
import sharp from 'sharp';

/** Longer side of the raster that ink is counted on: a place of it is some millimetres of paper. */
const COARSE = 512;
const CHANNELS = 4;

export interface InkRaster {
  readonly width: number;
  readonly height: number;
  /** Four bytes a place: cyan, magenta, yellow, black, each up to `full`. */
  readonly inks: Uint8Array;
  readonly full: number;
}

/** The place with the most ink. */
export function mostInk(
  { width, height, inks, full }: InkRaster,
  page: RectMm,
): NonNullable<PageFacts['ink']> {
  let most = -1;
  let place = 0;
  for (let at = 0; at + CHANNELS <= inks.length; at += CHANNELS) {
    const sum = (inks[at] ?? 0) + (inks[at + 1] ?? 0) + (inks[at + 2] ?? 0) + (inks[at + 3] ?? 0);
    if (sum <= most) continue;
    most = sum;
    place = at / CHANNELS;
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
  return mostInk({ width: info.width, height: info.height, inks: data, full: 255 }, page);
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
