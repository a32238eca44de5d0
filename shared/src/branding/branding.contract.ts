import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';

export const productionSpecView = z.strictObject({
  id: z.uuid(),
  /** Random public code, as printed on the production sheet. */
  code: z.string(),
  name: z.string(),
  version: z.int().positive(),
  /** Products this spec dresses. */
  productIds: z.array(z.uuid()),
  /** Fewest pieces of one order, all its lines together. */
  minimumPieces: z.int().positive(),
  leadDays: z.int().positive(),
});
export const brandProfileView = z
  .strictObject({
    id: z.uuid(),
    nameLatin: z.string(),
    nameArabic: z.string().nullable(),
    ink: z.string(),
    accent: z.string(),
    hasLogo: z.boolean(),
    replyEmail: z.string(),
    version: z.int().positive(),
    specs: z.array(productionSpecView),
  })
  .meta({ id: 'BrandProfile' });
export type BrandProfileView = z.output<typeof brandProfileView>;

export const listBrandProfiles = endpoint({
  id: 'branding.list_profiles',
  method: 'GET',
  path: '/brand/profiles',
  access: { needs: 'brand:read' },
  summary: 'Active brand profiles of the company with their locked production specs',
  reply: z.strictObject({ rows: z.array(brandProfileView) }),
});
export const brandLogo = endpoint({
  id: 'branding.logo',
  method: 'GET',
  path: '/brand/profiles/:id/logo',
  access: { needs: 'brand:read' },
  summary: 'Logo of a brand profile',
  owned: 'brand-profile',
  params: idParam,
  /** The version a screen shows: with the next one, a browser asks again. */
  query: z.strictObject({ v: z.coerce.number().int().optional() }),
  reply: bytes,
  raw: 'image/png',
});

export const brandingEndpoints = [listBrandProfiles, brandLogo];
