import { assetFactsSchema, rectMmSchema } from '@qafila/shared/branding/asset-facts';
import { ASSET_REASONS, type AssetReason } from '@qafila/shared/branding/asset-reasons';
import { ASSET_TYPES } from '@qafila/shared/branding/asset-types';
import { z } from 'zod';
import { ChildLine, compiledEntry } from '../../../platform/process/limited-child';

/** What a file is for. */
export type AssetKind = 'logo' | 'artwork' | 'dieline' | 'reference' | 'proof';

export interface InspectedFile {
  /** The original, in the clear, on this machine's disk. */
  readonly path: string;
  readonly kind: AssetKind;
  /** The name the trader gave it; its ending must agree with the content. */
  readonly declaredName: string;
  /** An empty folder; derivatives are written there, and nothing anywhere else. The caller removes it. */
  readonly scratch: string;
}

/** One re-encoded picture of a page, lying in the scratch folder. */
const derivativeSchema = z.strictObject({
  page: z.int(),
  kind: z.enum(['thumb', 'preview', 'tile']),
  /** Level 0 shows the whole page in one tile; each further level doubles it. Thumbs and previews have 0, 0, 0. */
  level: z.int(),
  col: z.int(),
  row: z.int(),
  /** Name within the scratch folder. */
  file: z.string().regex(/^[\w/-]+\.(png|jpeg)$/),
  contentType: z.enum(['image/png', 'image/jpeg']),
  widthPx: z.int(),
  heightPx: z.int(),
});
export type Derivative = z.infer<typeof derivativeSchema>;

/** A page as it is shown: pixels of its finest level, and its boxes in millimetres. */
const inspectedPageSchema = z.strictObject({
  page: z.int(),
  widthPx: z.int(),
  heightPx: z.int(),
  mediaWMm: z.number(),
  mediaHMm: z.number(),
  /** Where nothing is said, the whole page. */
  trim: rectMmSchema,
  tileLevels: z.int(),
});
export type InspectedPage = z.infer<typeof inspectedPageSchema>;

export const inspectionSchema = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.literal('ready'),
    type: z.enum(ASSET_TYPES),
    contentType: z.string(),
    pages: z.array(inspectedPageSchema),
    derivatives: z.array(derivativeSchema),
    facts: assetFactsSchema,
    /** The cleaned copy of an SVG within the scratch folder; null for other types. */
    cleaned: z.string().nullable(),
  }),
  z.strictObject({
    verdict: z.literal('rejected'),
    reason: z.enum(ASSET_REASONS),
    /** Values for the placeholders of the reason's text. */
    params: z.record(z.string(), z.string()),
  }),
]);
export type Inspection = z.infer<typeof inspectionSchema>;

/** A file of a hundred million pixels opens within them; what takes more was made to. */
const LIMITS = { heapMb: 512, memoryMb: 1024, cpuSeconds: 120, wallMs: 240_000 } as const;
const line = new ChildLine(2, LIMITS);

/**
 * Opens a stranger's file whole in a process of its own, with limits and without network or environment, and says
 * what it is. Never throws over a file: whatever it does to the process that opens it is a verdict.
 */
export async function inspectAsset(file: InspectedFile): Promise<Inspection> {
  const said = await line.ask(compiledEntry(__dirname, 'inspect-child'), { ...file });
  if (said.end === 'over-limit') return rejected('too_heavy');
  const inspection = inspectionSchema.safeParse(said.end === 'answered' ? said.answer : null);
  return inspection.success ? inspection.data : rejected('broken');
}

const rejected = (reason: AssetReason): Inspection => ({ verdict: 'rejected', reason, params: {} });
