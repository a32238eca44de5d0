import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { unitPriceSchema } from '../kernel/money';

export const wordsSchema = z.strictObject({ en: z.string(), ar: z.string(), no: z.string(), fr: z.string() });

export const tierSchema = z.strictObject({
  /** From this many pieces of the variant. */
  from: z.int().positive(),
  percentOff: z.int().min(1).max(90),
});

export const variantView = z.strictObject({
  id: z.uuid(),
  sku: z.string(),
  gtin: z.string(),
  size: wordsSchema,
  caseSize: z.int().positive(),
  minimumQuantity: z.int().positive(),
  step: z.int().positive(),
  weightGrams: z.int().positive(),
  /** `null` where the company's price list has no price in its currency. */
  price: unitPriceSchema.nullable(),
  tiers: z.array(tierSchema),
  /** Pieces that can be reserved now. */
  available: z.int().nonnegative(),
  arrivesOn: z.iso.date().nullable(),
});
export const productView = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    categorySlug: z.string(),
    name: wordsSchema,
    blurb: wordsSchema,
    /** Part of the picture's address: changes with the picture. */
    pictureHash: z.string(),
    canPrivateLabel: z.boolean(),
    variants: z.array(variantView),
  })
  .meta({ id: 'Product' });
export type ProductView = z.output<typeof productView>;
export type VariantView = z.output<typeof variantView>;

export const listProducts = endpoint({
  id: 'catalogue.list_products',
  method: 'GET',
  path: '/catalogue/products',
  access: { needs: 'catalogue:read' },
  summary: 'Products with variants, the company’s prices and stock, by category and name',
  query: z.strictObject({
    search: z.string().trim().max(80).optional(),
    category: z.string().max(60).optional(),
    inStock: z.enum(['true', 'false']).optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(100),
  }),
  reply: z.strictObject({
    categories: z.array(z.strictObject({ slug: z.string(), name: wordsSchema })),
    rows: z.array(productView),
    next: z.string().nullable(),
  }),
});

export const productPicture = endpoint({
  id: 'catalogue.picture',
  method: 'GET',
  path: '/catalogue/products/:id/picture',
  access: 'person',
  summary: 'Drawn picture of a product',
  params: idParam,
  query: z.strictObject({ v: z.string().max(64).optional() }),
  reply: bytes,
  raw: 'image/svg+xml',
});

export const catalogueEndpoints = [listProducts, productPicture];
