import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetFacts, PageFacts } from '@qafila/shared/branding/asset-facts';
import sharp from 'sharp';
import { inkOfPicture } from './ink-of-picture';
import { MOST_PIXELS } from './open-picture';
import type { OpenedAsset } from './opened-asset';
import { Refusal } from './refusal';
import { type CleanedSvg, cleanSvg } from './svg-cleaner';

const MOST_BYTES = 5 * 1024 * 1024;
/** Longer side of the raster: a drawing has no pixels of its own. */
const LONG_SIDE = 2048;
const MM_PER_PT = 25.4 / 72;
/** At this density a pixel of the drawing is a pixel of the raster. */
const DENSITY = 72;
const CLEANED = 'cleaned.svg';

/** Opens an SVG: only its cleaned copy is ever drawn. */
export async function openSvg(bytes: Buffer, scratch: string): Promise<OpenedAsset> {
  if (bytes.length > MOST_BYTES) throw new Refusal('too_big');
  const cleaned = cleanSvg(decoded(bytes));
  await writeFile(join(scratch, CLEANED), cleaned.text);
  const raster = join(scratch, 'raster.png');
  await drawSvg(cleaned, raster);
  const page = await pageFacts(cleaned, raster);
  const facts: AssetFacts = {
    type: 'svg',
    bytes: bytes.length,
    claimedPpi: null,
    pdfx: null,
    outputIntent: null,
    layers: [],
    pages: [page],
  };
  return { facts, pages: [{ page: 1, raster }], cleaned: CLEANED };
}

/** UTF-8 only: another encoding shows one drawing to us and another to a browser. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('broken');
  }
}

async function drawSvg(cleaned: CleanedSvg, raster: string): Promise<void> {
  const { widthPt, heightPt } = cleaned.page;
  const scale = LONG_SIDE / Math.max(widthPt, heightPt);
  const [width, height] = [Math.round(widthPt * scale), Math.round(heightPt * scale)];
  if (Math.min(width, height) < 2) throw new Refusal('too_small');
  await sharp(Buffer.from(cleaned.sized(width, height)), { density: DENSITY, limitInputPixels: MOST_PIXELS })
    .png({ compressionLevel: 3 })
    .toFile(raster)
    .catch(() => {
      throw new Refusal('broken');
    });
}

const toMm = (points: number): number => Math.round(points * MM_PER_PT * 1000) / 1000;

async function pageFacts({ page, measures }: CleanedSvg, raster: string): Promise<PageFacts> {
  const media = { x: 0, y: 0, w: toMm(page.widthPt), h: toMm(page.heightPt) };
  const points = (units: number | null): number | null =>
    units === null ? null : Math.round(units * page.ptPerUnit * 1000) / 1000;
  return {
    page: 1,
    media,
    bleed: null,
    trim: null,
    pictures: [],
    colours: ['rgb'],
    spots: [],
    fonts: [...measures.families].map((name) => ({ name, isEmbedded: false })),
    hasLiveText: measures.hasText,
    smallestTextPt: points(measures.smallestText),
    thinnestLinePt: points(measures.thinnestLine),
    isTransparent: measures.isTransparent,
    ink: await inkOfPicture(raster, 'srgb', media),
  };
}
