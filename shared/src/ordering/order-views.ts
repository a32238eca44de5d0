import { z } from 'zod';
import { wordsSchema } from '../catalogue/catalogue.contract';
import { moneySchema, unitPriceSchema } from '../kernel/money';
import { problemParamSchema } from '../kernel/problem';
import { PAYMENT_STATES } from '../payments/payments.lifecycle';
import { nationalAddressSchema, saudiMobileSchema } from '../shipping/address.rules';
import { ACTING_REASONS } from '../traders/acting.rules';
import { orderLifecycle } from './ordering.lifecycle';
import { MOST_PIECES, NAME_LENGTH } from './ordering.rules';

/** What its trader calls an order. */
export const orderName = z.string().trim().min(1, 'required').max(NAME_LENGTH, 'too_long');
export const orderState = z.enum(orderLifecycle.states);
export const PACKS = ['private_label', 'neutral'] as const;
/** Whether what dresses an order is there: derived from its lines and their specs, never set. */
export const ARTWORK_STATES = ['not_needed', 'awaiting_brief', 'proofing', 'approved'] as const;
export type ArtworkState = (typeof ARTWORK_STATES)[number];

/** Why something cannot be done, in problem codes; the reader's words come with the code. */
export const reasonSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), problemParamSchema),
});
export type Reason = z.output<typeof reasonSchema>;

export const totalsSchema = z.strictObject({
  goods: moneySchema,
  branding: moneySchema,
  shipping: moneySchema,
  vat: moneySchema,
  total: moneySchema,
});
export const minimumSchema = z.strictObject({
  kind: z.enum(['first', 'later']),
  required: moneySchema,
  reached: moneySchema,
  missing: moneySchema,
  isMet: z.boolean(),
});
/** The part of an order that every edit answers with. */
export const orderHead = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  state: orderState,
  version: z.int(),
  savedAt: z.iso.datetime(),
  units: z.int(),
  weightGrams: z.int(),
  totals: totalsSchema,
  minimum: minimumSchema,
});
export type OrderHead = z.output<typeof orderHead>;

/** How a line names the good it is of. */
export const goodOfLine = {
  variantId: z.uuid(),
  productId: z.uuid(),
  sku: z.string(),
  name: wordsSchema,
  size: wordsSchema,
  pictureHash: z.string(),
} as const;

export const lineView = z.strictObject({
  id: z.uuid(),
  ...goodOfLine,
  quantity: z.int().positive(),
  pack: z.enum(PACKS),
  specId: z.uuid().nullable(),
  specCode: z.string().nullable(),
  unitPrice: unitPriceSchema,
  percentOff: z.int(),
  net: moneySchema,
  /** What stands against this line now: step, minimum quantity, stock. */
  faults: z.array(reasonSchema),
});
export type LineView = z.output<typeof lineView>;

export const recipientView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  phone: z.string(),
  email: z.string().nullable(),
  address: nationalAddressSchema,
  items: z.array(z.strictObject({ variantId: z.uuid(), quantity: z.int().positive() })),
});
export type RecipientInput = z.input<typeof recipientInput>;
export const recipientInput = z.strictObject({
  id: z.uuid().optional(),
  name: z.string().trim().min(2, 'too_short').max(80, 'too_long'),
  phone: saudiMobileSchema,
  email: z.union([z.literal(''), z.email('email')]).optional(),
  address: nationalAddressSchema,
  items: z
    .array(
      z.strictObject({
        variantId: z.uuid(),
        quantity: z.int().min(1, 'too_small').max(MOST_PIECES, 'too_big'),
      }),
    )
    .max(200),
});

/** A production spec in an order: all pieces it dresses, and what it asks of them. */
export const dressingView = z.strictObject({
  specId: z.uuid(),
  code: z.string(),
  name: z.string(),
  pieces: z.int().positive(),
  minimumPieces: z.int().positive(),
  /** Zero when the minimum is reached. */
  missing: z.int().nonnegative(),
  /** Working days from the confirmed order to dressed goods. */
  leadDays: z.int().positive(),
});
export type DressingView = z.output<typeof dressingView>;

export const companyAddress = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  country: z.string().length(2),
  lines: z.array(z.string()),
});
export const stepView = z.strictObject({
  step: z.string(),
  allowed: z.boolean(),
  reasons: z.array(reasonSchema),
});
export const orderView = orderHead
  .extend({
    shipTo: z.enum(['warehouse', 'customers']),
    addressId: z.uuid().nullable(),
    brandProfileId: z.uuid().nullable(),
    addresses: z.array(companyAddress),
    lines: z.array(lineView),
    recipients: z.array(recipientView),
    payment: z.enum(PAYMENT_STATES),
    artwork: z.enum(ARTWORK_STATES),
    submittedAt: z.iso.datetime().nullable(),
    confirmedAt: z.iso.datetime().nullable(),
    /** Since when its money is gone and what stayed of it is held: it waits to be paid again. */
    stoppedAt: z.iso.datetime().nullable(),
    timeline: z.array(z.strictObject({ at: z.iso.datetime(), step: z.string(), by: z.string().nullable() })),
    actions: z.array(stepView),
    /** Set where the store prepared the draft; until it is taken over only the store edits it. */
    prepared: z
      .strictObject({
        code: z.enum(ACTING_REASONS).nullable(),
        text: z.string(),
        at: z.iso.datetime(),
        isTakenOver: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Order' });
export type OrderView = z.output<typeof orderView>;
