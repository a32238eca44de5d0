import { z } from 'zod';
import { ASSET_TYPES } from './asset-types';

/** Colour spaces as a printer names them; `spot` is Separation or DeviceN. */
export const COLOUR_SPACES = ['gray', 'rgb', 'cmyk', 'lab', 'indexed', 'spot', 'other'] as const;
export type ColourSpace = (typeof COLOUR_SPACES)[number];

const mm = z.number();
/** A rectangle in millimetres, counted from the upper left corner of the media box. */
export const rectMmSchema = z.strictObject({ x: mm, y: mm, w: mm, h: mm });
export type RectMm = z.infer<typeof rectMmSchema>;

/** One picture as it lies on the page. */
export const pictureFactSchema = z.strictObject({
  widthPx: z.int(),
  heightPx: z.int(),
  /** Pixels an inch at the size it lies on the page: the lower of both directions. */
  ppi: z.number(),
  bits: z.int(),
  colour: z.enum(COLOUR_SPACES),
  /** Name of its ICC profile, when it has one. */
  icc: z.string().nullable(),
  at: rectMmSchema,
});
export type PictureFact = z.infer<typeof pictureFactSchema>;

export const fontFactSchema = z.strictObject({ name: z.string(), isEmbedded: z.boolean() });

export const pageFactsSchema = z.strictObject({
  page: z.int(),
  media: rectMmSchema,
  /** Boxes that the file itself names; null where it does not. */
  bleed: rectMmSchema.nullable(),
  trim: rectMmSchema.nullable(),
  pictures: z.array(pictureFactSchema),
  colours: z.array(z.enum(COLOUR_SPACES)),
  /** Names of spot colours that are used or offered on the page, sorted. */
  spots: z.array(z.string()),
  fonts: z.array(fontFactSchema),
  hasLiveText: z.boolean(),
  smallestTextPt: z.number().nullable(),
  thinnestLinePt: z.number().nullable(),
  /** Something really shines through: not only an alpha channel that is full everywhere. */
  isTransparent: z.boolean(),
  /** The most ink in one place, in per cent of one full ink; approximated on a coarse CMYK raster. */
  ink: z.strictObject({ maxPercent: z.number(), x: mm, y: mm }).nullable(),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;

export const assetFactsSchema = z.strictObject({
  type: z.enum(ASSET_TYPES),
  bytes: z.int(),
  /** Pixels an inch that a picture claims; a picture without has none, and its print size is given by the spec. */
  claimedPpi: z.number().nullable(),
  /** What the file says it was made for, e.g. `PDF/X-4` and `Coated FOGRA39`. */
  pdfx: z.string().nullable(),
  outputIntent: z.string().nullable(),
  layers: z.array(z.strictObject({ name: z.string(), isShown: z.boolean() })),
  pages: z.array(pageFactsSchema),
});
export type AssetFacts = z.infer<typeof assetFactsSchema>;
