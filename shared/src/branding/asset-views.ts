import { z } from 'zod';
import { ASSET_REASONS } from './asset-reasons';
import { ASSET_KINDS } from './assets.rules';
import { assetLifecycle } from './branding.lifecycle';
import { PREFLIGHT_RULES } from './preflight-ruleset';

const millimetres = z.number();
/** One page as it was measured; notes and dielines are placed in millimetres of the trim box. */
export const assetPageView = z
  .strictObject({
    page: z.int().positive(),
    widthPx: z.int().positive(),
    heightPx: z.int().positive(),
    mediaWMm: millimetres,
    mediaHMm: millimetres,
    trimXMm: millimetres,
    trimYMm: millimetres,
    trimWMm: millimetres,
    trimHMm: millimetres,
    /** Levels of tiles; level 0 shows the whole page in one tile. */
    tileLevels: z.int().nonnegative(),
  })
  .meta({ id: 'AssetPage' });
export type AssetPageView = z.output<typeof assetPageView>;

export const VERDICTS_OF_CHECK = ['pass', 'warn', 'fail'] as const;
export type CheckVerdict = (typeof VERDICTS_OF_CHECK)[number];
const measured = z.union([z.number(), z.string(), z.null()]);
/** One rule as it judged the file: what was measured, what is asked for, in which unit. */
export const assetCheckView = z
  .strictObject({
    ruleId: z.enum(PREFLIGHT_RULES),
    /** 0 for what concerns the whole file. */
    page: z.int().nonnegative(),
    verdict: z.enum(VERDICTS_OF_CHECK),
    measured,
    limit: measured,
    unit: z.enum(['ppi', 'mm', 'pt', '%', '']),
  })
  .meta({ id: 'AssetCheck' });
export type AssetCheckView = z.output<typeof assetCheckView>;

/** The packaging whose trimmed size, bleed and inks a file was judged by. */
export const judgedForView = z.strictObject({
  name: z.string(),
  /** Version of the packaging spec. */
  version: z.int().positive(),
  widthMm: millimetres,
  heightMm: millimetres,
  bleedMm: millimetres,
});
const judged = {
  /** `null` where the file belongs to no packaging with a size: it is judged by itself. */
  judgedFor: judgedForView.nullable(),
  results: z.array(assetCheckView),
};
/** What preflight says of a file as it is printed. */
export const preflightView = z.strictObject(judged);
export type PreflightView = z.output<typeof preflightView>;

/** What was found in the file, or that it could not be opened to the end, however often it was tried. */
export const REJECTION_CODES = [...ASSET_REASONS, 'check_failed'] as const;
/** Why a file was refused: a code of the closed list, with the values of its sentence. */
export const rejectionView = z.strictObject({
  code: z.enum(REJECTION_CODES),
  params: z.record(z.string(), z.string()),
});
export type Rejection = z.output<typeof rejectionView>;
export const assetRow = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(ASSET_KINDS),
    /** Tidied; for staff a neutral one. */
    name: z.string(),
    state: z.enum(assetLifecycle.states),
    /** As found in its content; `null` until it was opened. */
    contentType: z.string().nullable(),
    byteCount: z.int().nonnegative(),
    pageCount: z.int().nonnegative().nullable(),
    uploadedAt: z.iso.datetime(),
    rejection: rejectionView.nullable(),
    /** How many checks ended so. */
    checks: z.strictObject({ pass: z.int(), warn: z.int(), fail: z.int() }),
    /** There is a thumbnail and a preview of each page. */
    hasPreview: z.boolean(),
    replacedBy: z.uuid().nullable(),
  })
  .meta({ id: 'AssetRow' });
export type AssetRow = z.output<typeof assetRow>;

export const ASSET_ACTIONS = ['replace', 'check', 'download'] as const;
export const assetView = z
  .strictObject({
    asset: assetRow,
    pages: z.array(assetPageView),
    ...judged,
    /** Version of the rules that judged it. */
    rulesetVersion: z.int().nullable(),
    /** The rules have a newer version than the one that judged it. */
    isOutdated: z.boolean(),
    actions: z.array(z.enum(ASSET_ACTIONS)),
  })
  .meta({ id: 'Asset' });
export type AssetView = z.output<typeof assetView>;

export const uploadView = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(ASSET_KINDS),
    name: z.string(),
    bytes: z.int().positive(),
    chunkBytes: z.int().positive(),
    chunks: z.int().positive(),
    /** Parts that are there, with their hashes: whoever resumes proves by them that it is the same file. */
    received: z.array(z.strictObject({ n: z.int().nonnegative(), sha256: z.string() })),
    /** The asset, once it is whole. */
    assetId: z.uuid().nullable(),
  })
  .meta({ id: 'Upload' });
export type UploadView = z.output<typeof uploadView>;
