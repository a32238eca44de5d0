import { z } from 'zod';
import { bytes, type Endpoint, endpoint, idParam } from '../access/endpoint';
import { unitPriceSchema } from '../kernel/money';
import { problemParamSchema } from '../kernel/problem';
import { packagingSpecLifecycle } from './branding.lifecycle';
import {
  CLOSURES,
  DIMENSIONS,
  FINISHES,
  INK_KINDS,
  MATERIALS,
  PACKAGING_STYLES,
  PROCESSES,
} from './packaging-words';

const read = { needs: 'brand:read' } as const;
const edit = { needs: 'brand:edit' } as const;
export const PACKAGING_SOURCES = ['catalogue', 'own'] as const;

/** Half a millimetre is the finest step of the catalogue; a whole number of halves is exact in a double. */
const millimetres = z.number().min(0, 'too_small').max(2000, 'too_big').multipleOf(0.5, 'invalid');
const inkSchema = z.strictObject({
  kind: z.enum(INK_KINDS),
  /** Name of a spot colour as the printer knows it; empty for the others. */
  name: z.string().trim().max(60, 'too_long'),
});
/** What is made, whole: this value is hashed, snapshotted and locked. */
export const packagingContent = z
  .strictObject({
    name: z.string().trim().min(2, 'too_short').max(80, 'too_long'),
    source: z.enum(PACKAGING_SOURCES),
    style: z.enum(PACKAGING_STYLES),
    brandProfileId: z.uuid().nullable(),
    /** The trader's own dieline; only where the source is `own`. */
    dielineAssetId: z.uuid().nullable(),
    dims: z.partialRecord(z.enum(DIMENSIONS), millimetres),
    material: z.enum(MATERIALS),
    gsm: z.int().min(10, 'too_small').max(1200, 'too_big'),
    closure: z.enum(CLOSURES),
    process: z.enum(PROCESSES),
    sides: z.union([z.literal(1), z.literal(2)]),
    inks: z.array(inkSchema).min(1, 'required').max(8, 'too_long'),
    finishes: z.array(z.enum(FINISHES)).max(6, 'too_long'),
    bleedMm: millimetres,
    safeMm: millimetres,
    remark: z.string().trim().max(500, 'too_long'),
  })
  .meta({ id: 'PackagingContent' });
export type PackagingContent = z.output<typeof packagingContent>;

const reason = z.strictObject({ code: z.string(), params: z.record(z.string(), problemParamSchema) });
/** The typed measure of the flat sheet beside the measured one of the uploaded page. */
export const packagingCheck = z.strictObject({
  id: z.enum(['flat-width', 'flat-height']),
  verdict: z.enum(['pass', 'warn', 'fail']),
  typedMm: z.number(),
  measuredMm: z.number(),
});
const packagingState = z.enum(packagingSpecLifecycle.states);
const head = {
  id: z.uuid(),
  name: z.string(),
  source: z.enum(PACKAGING_SOURCES),
  style: z.enum(PACKAGING_STYLES),
  state: packagingState,
  version: z.int().positive(),
  changedAt: z.iso.datetime(),
  /** Price of dressing one piece; `null` where the catalogue has none in the company's currency. */
  unitPrice: unitPriceSchema.nullable(),
  minimumPieces: z.int().positive(),
  leadDays: z.int().positive(),
};
export const packagingRow = z.strictObject({ ...head, dims: packagingContent.shape.dims });
export type PackagingRow = z.output<typeof packagingRow>;
export const packagingView = z
  .strictObject({
    ...head,
    content: packagingContent,
    /** SHA-256 of the canonical JSON of this version. */
    sha256: z.string(),
    checks: z.array(packagingCheck),
    versions: z.array(z.strictObject({ version: z.int(), at: z.iso.datetime(), sha256: z.string() })),
    actions: z.array(z.strictObject({ step: z.string(), allowed: z.boolean(), reasons: z.array(reason) })),
  })
  .meta({ id: 'PackagingSpec' });
export type PackagingView = z.output<typeof packagingView>;

export const listPackaging = endpoint({
  id: 'branding.list_packaging',
  method: 'GET',
  path: '/brand/packaging',
  access: read,
  summary: 'Packaging specs of the company, the last changed first; archived ones on request',
  query: z.strictObject({ archived: z.enum(['true', 'false']).optional() }),
  reply: z.strictObject({ currency: z.string(), mayEdit: z.boolean(), rows: z.array(packagingRow) }),
});
export const createPackaging = endpoint({
  id: 'branding.create_packaging',
  method: 'POST',
  path: '/brand/packaging',
  access: edit,
  idempotent: true,
  summary: 'Begins a packaging spec, from the catalogue or from an own dieline',
  body: packagingContent,
  reply: packagingView,
  errors: ['FIELDS_INVALID', 'TOO_MANY_PACKAGING_SPECS'],
});
export const getPackaging = endpoint({
  id: 'branding.packaging',
  method: 'GET',
  path: '/brand/packaging/:id',
  access: read,
  owned: 'packaging-spec',
  summary: 'A packaging spec with its versions, checks and steps',
  params: idParam,
  reply: packagingView,
  errors: ['NOT_FOUND'],
});
export const getPackagingVersion = endpoint({
  id: 'branding.packaging_version',
  method: 'GET',
  path: '/brand/packaging/:id/versions/:version',
  access: read,
  owned: 'packaging-spec',
  summary: 'What one version of a packaging spec said',
  params: idParam.extend({ version: z.coerce.number().int().positive() }),
  reply: z.strictObject({
    version: z.int(),
    at: z.iso.datetime(),
    sha256: z.string(),
    content: packagingContent,
  }),
  errors: ['NOT_FOUND'],
});
export const savePackaging = endpoint({
  id: 'branding.save_packaging',
  method: 'PUT',
  path: '/brand/packaging/:id',
  access: edit,
  owned: 'packaging-spec',
  ifMatch: true,
  summary: 'Saves a packaging spec as its next version; the same content again makes none',
  params: idParam,
  body: packagingContent,
  reply: packagingView,
  errors: ['NOT_FOUND', 'STALE_RECORD', 'FIELDS_INVALID', 'WRONG_STATE'],
});
export const movePackaging = endpoint({
  id: 'branding.move_packaging',
  method: 'POST',
  path: '/brand/packaging/:id/steps',
  access: edit,
  owned: 'packaging-spec',
  ifMatch: true,
  summary: 'Calls a packaging spec ready, archives it or takes it out of the archive',
  params: idParam,
  body: z.strictObject({ step: z.enum(['finish', 'archive', 'restore']) }),
  reply: packagingView,
  errors: [
    ...['NOT_FOUND', 'STALE_RECORD', 'WRONG_STATE'],
    ...['PACKAGING_NEEDS_DIELINE', 'PACKAGING_SIZE_DIFFERS', 'PACKAGING_NOT_PRICED'],
  ],
});
export const packagingDieline = endpoint({
  id: 'branding.packaging_dieline',
  method: 'GET',
  path: '/brand/packaging/:id/dieline',
  access: read,
  owned: 'packaging-spec',
  summary: 'The dieline of a packaging spec in millimetres, as a file to download',
  params: idParam,
  reply: bytes,
  raw: 'image/svg+xml',
  errors: ['NOT_FOUND'],
});

export const packagingEndpoints: readonly Endpoint[] = [
  listPackaging,
  createPackaging,
  getPackaging,
  getPackagingVersion,
  savePackaging,
  movePackaging,
  packagingDieline,
];
