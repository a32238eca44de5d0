import { z } from 'zod';
import { unitPriceSchema } from '../kernel/money';
import { brandProfileLifecycle, productionSpecLifecycle } from './branding.lifecycle';
import { actionView, PACK_LANGUAGES } from './brief-views';
import { givenApproval, sha256 } from './decision-views';
import { packagingContent } from './packaging.contract';

const instant = z.iso.datetime();
const specState = z.enum(productionSpecLifecycle.states);

const head = {
  id: z.uuid(),
  /** Random public code, as printed on the production sheet. */
  code: z.string(),
  name: z.string(),
  state: specState,
  /** For `If-Match`. */
  revision: z.int().positive(),
  minimumPieces: z.int().positive(),
  leadDays: z.int().positive(),
  /** When its proof was approved; `null` for one that came without a proof. */
  approvedAt: instant.nullable(),
  lockedAt: instant.nullable(),
  /** Since when it is in production: the first order with it was paid. */
  releasedAt: instant.nullable(),
};
const ownBrand = z.strictObject({
  id: z.uuid(),
  nameLatin: z.string(),
  nameArabic: z.string().nullable(),
  /** Of the profile today: goods are ordered with a spec only while its brand is active. */
  state: z.enum(brandProfileLifecycle.states),
});
const codedBrand = z.strictObject({
  code: z.string(),
  nameLatin: z.string(),
  nameArabic: z.string().nullable(),
});
const product = z.strictObject({ id: z.uuid(), name: z.record(z.string(), z.string()) });
/** What was signed and cannot change; `null` for a spec that came without a proof. */
const signed = {
  brief: z.strictObject({ id: z.uuid(), code: z.string() }),
  proof: z.strictObject({ id: z.uuid(), version: z.int().positive() }),
  /** Version of the brand profile. */
  brandVersion: z.int().positive(),
  quantity: z.int().nullable(),
  languages: z.array(z.enum(PACK_LANGUAGES)),
  artwork: z.strictObject({
    assetId: z.uuid(),
    sha256,
    /** Trim size of each page in millimetres. */
    pages: z.array(z.strictObject({ page: z.int().positive(), widthMm: z.number(), heightMm: z.number() })),
  }),
  packaging: z.strictObject({
    version: z.int().positive(),
    sha256,
    content: packagingContent,
  }),
};

export const specRow = z.strictObject({
  ...head,
  brand: ownBrand,
  products: z.array(product),
  unitPrice: unitPriceSchema,
});
export type SpecRow = z.output<typeof specRow>;
export const specView = z
  .strictObject({
    ...head,
    brand: ownBrand,
    products: z.array(product),
    unitPrice: unitPriceSchema,
    signed: z.strictObject(signed).nullable(),
    /** SHA-256 of what was signed, as the sheet shows it. */
    contentHash: z.string(),
    /** Who approved, each with the hash of the record. */
    approvals: z.array(givenApproval),
    checkedAt: instant.nullable(),
    /** What the technical check found, where it refused the spec. */
    refusedFor: z.string().nullable(),
    /** The order it came into production for; `null` before, and for whoever reads no orders. */
    releasedFor: z.strictObject({ id: z.uuid(), code: z.string() }).nullable(),
    retiredAt: instant.nullable(),
    actions: z.array(actionView),
  })
  .meta({ id: 'ProductionSpec' });
export type SpecView = z.output<typeof specView>;

/** As the design team sees it: a brand code, no company, no person of it, no price. */
export const designSpecRow = z.strictObject({
  ...head,
  brand: codedBrand,
  products: z.array(product),
  madeBy: z.string().nullable(),
  /** The reader made the proof: another one checks it. */
  isMaker: z.boolean(),
});
export type DesignSpecRow = z.output<typeof designSpecRow>;
export const designSpecView = z
  .strictObject({
    ...head,
    brand: codedBrand,
    products: z.array(product),
    madeBy: z.string().nullable(),
    isMaker: z.boolean(),
    signed: z.strictObject(signed).nullable(),
    contentHash: z.string(),
    /** Times and hashes of the approvals; no names. */
    approvals: z.array(z.strictObject({ at: instant, hash: sha256 })),
    checkedBy: z.string().nullable(),
    checkedAt: instant.nullable(),
    refusedFor: z.string().nullable(),
    actions: z.array(actionView),
  })
  .meta({ id: 'DesignSpec' });
export type DesignSpecView = z.output<typeof designSpecView>;
