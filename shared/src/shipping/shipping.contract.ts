import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { wordsSchema } from '../catalogue/catalogue.contract';
import { consignmentLifecycle } from './shipping.lifecycle';

export const CARRIERS = ['aramex', 'smsa', 'spl', 'own'] as const;
export const CARRIER_NAMES: Readonly<Record<(typeof CARRIERS)[number], string>> = {
  aramex: 'Aramex',
  smsa: 'SMSA Express',
  spl: 'SPL',
  own: 'Own driver',
};
const consignmentState = z.enum(consignmentLifecycle.states);

/** A parcel as the warehouse sees it: no price, no recipient, the brand by its code and look. */
export const parcelRow = z.strictObject({
  id: z.uuid(),
  parcelCode: z.string(),
  orderCode: z.string(),
  brandCode: z.string(),
  brandName: z.string(),
  state: consignmentState,
  pieces: z.int(),
  index: z.int(),
  count: z.int(),
  confirmedAt: z.iso.datetime(),
});
export const parcelItem = z.strictObject({
  lineId: z.uuid(),
  productId: z.uuid(),
  pictureHash: z.string(),
  name: wordsSchema,
  size: wordsSchema,
  sku: z.string(),
  gtin: z.string(),
  shelf: z.string(),
  quantity: z.int().positive(),
  packed: z.int().nonnegative(),
  pack: z.enum(['private_label', 'neutral']),
  specCode: z.string().nullable(),
});
export const parcelStep = z.strictObject({
  step: z.string(),
  allowed: z.boolean(),
  reasons: z.array(
    z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});
export const parcelView = parcelRow
  .extend({
    version: z.int(),
    items: z.array(parcelItem),
    hasLogo: z.boolean(),
    ink: z.string(),
    accent: z.string(),
    weight: z.strictObject({ low: z.int(), expected: z.int(), high: z.int(), measured: z.int().nullable() }),
    scan: z
      .strictObject({ verdict: z.enum(['pass', 'blocked']), surfaces: z.int(), at: z.iso.datetime() })
      .nullable(),
    carrier: z.enum(CARRIERS).nullable(),
    trackingNumber: z.string().nullable(),
    actions: z.array(parcelStep),
    /** The next parcel of the queue, so that the packer goes on without the list. */
    nextId: z.uuid().nullable(),
  })
  .meta({ id: 'Parcel' });
export type ParcelView = z.output<typeof parcelView>;

const pack = { needs: 'fulfilment:pack' } as const;
const read = { needs: 'fulfilment:read' } as const;

export const listParcels = endpoint({
  id: 'shipping.list_parcels',
  method: 'GET',
  path: '/fulfilment/parcels',
  access: read,
  summary: 'Parcels to pick, pack, label and hand over, oldest first',
  query: z.strictObject({
    state: z.enum(['todo', 'picking', 'packed', 'labelled', 'on_hold', 'handed_over']).default('todo'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.strictObject({ rows: z.array(parcelRow), next: z.string().nullable() }),
});
export const getParcel = endpoint({
  id: 'shipping.parcel',
  method: 'GET',
  path: '/fulfilment/parcels/:id',
  access: read,
  summary: 'One parcel in hand',
  params: idParam,
  reply: parcelView,
});
export const startPicking = endpoint({
  id: 'shipping.start_picking',
  method: 'POST',
  path: '/fulfilment/parcels/:id/pick',
  access: pack,
  idempotent: true,
  summary: 'Takes a parcel in hand',
  params: idParam,
  reply: parcelView,
  errors: ['PARCEL_HELD', 'WRONG_STATE'],
});
export const scanPiece = endpoint({
  id: 'shipping.scan_piece',
  method: 'POST',
  path: '/fulfilment/parcels/:id/scans',
  access: pack,
  idempotent: true,
  summary: 'Puts one scanned piece into the parcel; the code is a GTIN or SKU',
  params: idParam,
  body: z.strictObject({ code: z.string().trim().min(1, 'required').max(60, 'too_long') }),
  reply: parcelView,
  errors: ['NOT_IN_THIS_PARCEL', 'ALREADY_COMPLETE', 'PARCEL_HELD', 'WRONG_STATE'],
});
export const packParcel = endpoint({
  id: 'shipping.pack',
  method: 'POST',
  path: '/fulfilment/parcels/:id/pack',
  access: pack,
  idempotent: true,
  summary: 'Closes the parcel with its weight',
  params: idParam,
  body: z.strictObject({ weightGrams: z.int().min(1, 'too_small').max(200_000, 'too_big') }),
  reply: parcelView,
  errors: ['PIECES_MISSING', 'WEIGHT_OFF', 'PARCEL_HELD', 'WRONG_STATE'],
});
export const labelParcel = endpoint({
  id: 'shipping.label',
  method: 'POST',
  path: '/fulfilment/parcels/:id/label',
  access: pack,
  idempotent: true,
  summary: 'Draws slip and label, scans both for leaks, and lets them print only if the scan passes',
  params: idParam,
  reply: parcelView,
  errors: ['LEAK_FOUND', 'PARCEL_HELD', 'WRONG_STATE'],
});
export const parcelDocument = endpoint({
  id: 'shipping.document',
  method: 'GET',
  path: '/fulfilment/parcels/:id/documents/:kind',
  access: read,
  summary: 'Slip or label of a labelled parcel',
  reply: bytes,
  raw: 'application/pdf',
  params: z.strictObject({ id: z.uuid(), kind: z.enum(['slip', 'label']) }),
});
export const parcelLogo = endpoint({
  id: 'shipping.parcel_logo',
  method: 'GET',
  path: '/fulfilment/parcels/:id/logo',
  access: read,
  summary: 'Logo of the brand a parcel ships as, for the packer’s eye',
  reply: bytes,
  raw: 'image/png',
  params: idParam,
});
export const handOverParcel = endpoint({
  id: 'shipping.hand_over',
  method: 'POST',
  path: '/fulfilment/parcels/:id/hand-over',
  access: pack,
  idempotent: true,
  summary: 'Gives the parcel to the carrier with its tracking number',
  params: idParam,
  body: z.strictObject({
    carrier: z.enum(CARRIERS),
    trackingNumber: z
      .string()
      .trim()
      .min(4, 'too_short')
      .max(40, 'too_long')
      .regex(/^[A-Za-z0-9-]+$/, 'invalid'),
  }),
  reply: parcelView,
  errors: ['PARCEL_HELD', 'WRONG_STATE'],
});
export const pickList = endpoint({
  id: 'shipping.pick_list',
  method: 'GET',
  path: '/fulfilment/pick-list',
  access: read,
  summary: 'Pick list of the parcels to do, by shelf; internal, never in a box',
  query: z.strictObject({ lang: z.enum(['en', 'ar']).default('en') }),
  reply: bytes,
  raw: 'application/pdf',
});

export const orderConsignmentView = z.strictObject({
  id: z.uuid(),
  parcelCode: z.string(),
  index: z.int(),
  state: consignmentState,
  recipientName: z.string(),
  city: z.string(),
  pieces: z.int(),
  carrier: z.enum(CARRIERS).nullable(),
  trackingNumber: z.string().nullable(),
  /** Address of the recipient's tracking page, on its own origin; from hand-over on. */
  trackingUrl: z.string().nullable(),
  scanPassed: z.boolean(),
  handedOverAt: z.iso.datetime().nullable(),
});
export const orderConsignments = endpoint({
  id: 'shipping.order_consignments',
  method: 'GET',
  path: '/orders/:id/consignments',
  access: { needs: 'consignment:read' },
  owned: 'order',
  summary: 'Parcels of an order with recipients, for its trader',
  params: idParam,
  reply: z.strictObject({ rows: z.array(orderConsignmentView) }),
});
export const consignmentSlip = endpoint({
  id: 'shipping.consignment_slip',
  method: 'GET',
  path: '/consignments/:id/slip',
  access: { needs: 'consignment:read' },
  owned: 'consignment',
  summary: 'What the recipient finds in the parcel, drawn by the real renderer',
  params: idParam,
  reply: bytes,
  raw: 'application/pdf',
});

export const shippingEndpoints = [
  listParcels,
  getParcel,
  startPicking,
  scanPiece,
  packParcel,
  labelParcel,
  parcelDocument,
  parcelLogo,
  handOverParcel,
  pickList,
  orderConsignments,
  consignmentSlip,
];
