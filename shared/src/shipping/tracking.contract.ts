import { z } from 'zod';
import { bytes, endpoint } from '../access/endpoint';
import { wordsSchema } from '../catalogue/catalogue.contract';
import { LOCALES } from '../kernel/locale';

/** The tracking origin answers only this: what a recipient may know. */
export const trackingView = z
  .strictObject({
    brand: z.strictObject({
      nameLatin: z.string(),
      nameArabic: z.string().nullable(),
      ink: z.string(),
      accent: z.string(),
      hasLogo: z.boolean(),
      /** Empty where the brand shows no contact. */
      replyEmail: z.string(),
      phone: z.string().nullable(),
      website: z.string().nullable(),
      /** A line of the brand's own, in Arabic and for everybody else. */
      message: z.strictObject({ arabic: z.string().nullable(), latin: z.string().nullable() }),
    }),
    locale: z.enum(LOCALES),
    state: z.enum(['handed_over', 'in_transit', 'delivered', 'exception', 'returning', 'returned']),
    parcelCode: z.string(),
    index: z.int(),
    count: z.int(),
    carrier: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    handedOverOn: z.iso.datetime(),
    deliveredOn: z.iso.datetime().nullable(),
    items: z.array(z.strictObject({ name: wordsSchema, size: wordsSchema, quantity: z.int() })),
  })
  .meta({ id: 'Tracking' });
export type TrackingView = z.output<typeof trackingView>;
const tokenParam = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{22}$/) });
export const trackParcel = endpoint({
  id: 'shipping.track',
  method: 'GET',
  path: '/parcel/:token',
  access: 'public',
  summary: 'A recipient’s parcel, by the secret of his link',
  params: tokenParam,
  reply: trackingView,
});
export const trackLogo = endpoint({
  id: 'shipping.track_logo',
  method: 'GET',
  path: '/parcel/:token/logo',
  access: 'public',
  summary: 'Logo of the brand on the tracking page',
  params: tokenParam,
  reply: bytes,
  raw: 'image/png',
});
/** Served by the tracking process alone, on its own origin. */
export const trackingEndpoints = [trackParcel, trackLogo];
