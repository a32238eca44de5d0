import type { AssetFacts, ColourSpace, PageFacts } from '@qafila/shared/branding/asset-facts';
import type { AssetType } from '@qafila/shared/branding/asset-types';
import sharp, { type Metadata } from 'sharp';
import { iccName } from './icc-name';
import { inkOfPicture } from './ink-of-picture';
import type { OpenedAsset } from './opened-asset';
import { walkJpeg, walkPng, walkTiff, walkWebp } from './picture-frames';
import { Refusal } from './refusal';

export const MOST_PIXELS = 100_000_000;
/** A picture that claims nothing is shown as if printed this fine. */
const USUAL_PPI = 300;
const MM_PER_INCH = 25.4;

const WALKS = { png: walkPng, jpeg: walkJpeg, webp: walkWebp, tiff: walkTiff } as const;
type PictureType = keyof typeof WALKS;
export const isPictureType = (type: AssetType): type is PictureType => Object.hasOwn(WALKS, type);

/** How every picture is decoded: whole, or not at all. */
export const STRICT = { limitInputPixels: MOST_PIXELS, failOn: 'warning', sequentialRead: true } as const;

/** Opens a picture whole: every pixel is decoded before it is said what it is. */
export async function openPicture(path: string, type: PictureType, bytes: Buffer): Promise<OpenedAsset> {
  WALKS[type](bytes);
  const meta = await metadataOf(path);
  const facts: AssetFacts = {
    type,
    bytes: bytes.length,
    claimedPpi: claimedPpi(meta),
    pdfx: null,
    outputIntent: null,
    layers: [],
    pages: [await pageFacts(path, meta)],
  };
  return { facts, pages: [{ page: 1, raster: path }], cleaned: null };
}

async function metadataOf(path: string): Promise<Metadata> {
  const meta = await sharp(path, { ...STRICT, limitInputPixels: false })
    .metadata()
    .catch(broken);
  const { width, height } = meta;
  if (width * height > MOST_PIXELS) throw new Refusal('too_many_pixels');
  if (width < 2 || height < 2) throw new Refusal('too_small');
  if ((meta.pages ?? 1) > 1) throw new Refusal('moving_picture');
  return meta;
}

/** An alpha channel that is full everywhere hides nothing. */
async function isSeenThrough(path: string, meta: Metadata): Promise<boolean> {
  if (!meta.hasAlpha) return false;
  const alpha = sharp(path, STRICT).extractChannel('alpha');
  const { channels } = await sharp(await alpha.toColourspace('b-w').png().toBuffer())
    .stats()
    .catch(broken);
  return (channels[0]?.min ?? 0) < 255;
}
const broken = (): never => {
  throw new Refusal('broken');
};

/** Pixels an inch that the file claims; 72 and 96 are what programs write when they know nothing. */
function claimedPpi(meta: Metadata): number | null {
  const density = meta.density ?? 0;
  return density > 1 && density !== 72 && density !== 96 ? density : null;
}

const toMm = (inches: number): number => Math.round(inches * MM_PER_INCH * 1000) / 1000;

const SPACES: Readonly<Record<string, ColourSpace>> = {
  srgb: 'rgb',
  rgb: 'rgb',
  rgb16: 'rgb',
  scrgb: 'rgb',
  'b-w': 'gray',
  grey16: 'gray',
  cmyk: 'cmyk',
  lab: 'lab',
  labs: 'lab',
};
const BITS: Readonly<Record<string, number>> = { uchar: 8, char: 8, ushort: 16, short: 16 };

async function pageFacts(path: string, meta: Metadata): Promise<PageFacts> {
  const ppi = claimedPpi(meta) ?? USUAL_PPI;
  // A picture taken on its side is shown upright, as its derivatives are.
  const isTurned = (meta.orientation ?? 1) >= 5;
  const [widthPx, heightPx] = isTurned ? [meta.height, meta.width] : [meta.width, meta.height];
  const whole = { x: 0, y: 0, w: toMm(widthPx / ppi), h: toMm(heightPx / ppi) };
  const colour = SPACES[meta.space] ?? 'other';
  const bits = meta.bitsPerSample === 1 ? 1 : (BITS[meta.depth] ?? 32);
  return {
    page: 1,
    media: whole,
    bleed: null,
    trim: null,
    pictures: [{ widthPx, heightPx, ppi, bits, colour, icc: iccName(meta.icc), at: whole }],
    colours: [colour],
    spots: [],
    fonts: [],
    hasLiveText: false,
    smallestTextPt: null,
    thinnestLinePt: null,
    isTransparent: await isSeenThrough(path, meta),
    ink: await inkOfPicture(path, meta.space, whole),
  };
}
