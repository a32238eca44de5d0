import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { wordsSchema } from '../catalogue/catalogue.contract';
import { moneySchema, unitPriceSchema } from '../kernel/money';
import { pageOf } from '../kernel/page';
import { problemParamSchema } from '../kernel/problem';
import { PAYMENT_STATES } from '../payments/payments.lifecycle';
import { nationalAddressSchema, saudiMobileSchema } from '../shipping/address';
import { orderLifecycle } from './ordering.lifecycle';

const orderState = z.enum(orderLifecycle.states);
export const PACKS = ['private_label', 'neutral'] as const;

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

export const lineView = z.strictObject({
  id: z.uuid(),
  variantId: z.uuid(),
  productId: z.uuid(),
  sku: z.string(),
  name: wordsSchema,
  size: wordsSchema,
  pictureHash: z.string(),
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
      z.strictObject({ variantId: z.uuid(), quantity: z.int().min(1, 'too_small').max(99_999, 'too_big') }),
    )
    .max(200),
});

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
    submittedAt: z.iso.datetime().nullable(),
    confirmedAt: z.iso.datetime().nullable(),
    timeline: z.array(z.strictObject({ at: z.iso.datetime(), step: z.string(), by: z.string().nullable() })),
    actions: z.array(stepView),
  })
  .meta({ id: 'Order' });
export type OrderView = z.output<typeof orderView>;

const draft = { needs: 'order:draft' } as const;
const name = z.string().trim().min(1, 'required').max(60, 'too_long');

export const createDraft = endpoint({
  id: 'ordering.create_draft',
  method: 'POST',
  path: '/orders',
  access: draft,
  idempotent: true,
  summary: 'Begins a named draft',
  body: z.strictObject({ name }),
  reply: orderView,
});
export const listOrders = endpoint({
  id: 'ordering.list',
  method: 'GET',
  path: '/orders',
  access: { needs: 'order:read' },
  summary: 'Orders of the company, newest first',
  query: z.strictObject({
    view: z.enum(['all', 'draft', 'open', 'done']).default('all'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: pageOf(
    z.strictObject({
      id: z.uuid(),
      code: z.string(),
      name: z.string(),
      state: orderState,
      payment: z.enum(PAYMENT_STATES),
      total: moneySchema,
      lines: z.int(),
      units: z.int(),
      shipTo: z.enum(['warehouse', 'customers']),
      parcels: z.int(),
      changedAt: z.iso.datetime(),
    }),
  ),
});
export const getOrder = endpoint({
  id: 'ordering.get',
  method: 'GET',
  path: '/orders/:id',
  access: { needs: 'order:read' },
  owned: 'order',
  summary: 'One order, whole',
  params: idParam,
  reply: orderView,
});
export const editDraft = endpoint({
  id: 'ordering.edit_draft',
  method: 'PATCH',
  path: '/orders/:id',
  access: draft,
  owned: 'order',
  ifMatch: true,
  summary: 'Name, destination and brand of a draft',
  params: idParam,
  body: z.strictObject({
    name: name.optional(),
    shipTo: z.enum(['warehouse', 'customers']).optional(),
    addressId: z.uuid().optional(),
    brandProfileId: z.uuid().optional(),
  }),
  reply: orderHead,
  errors: ['WRONG_STATE', 'STALE_RECORD'],
});
export const putLines = endpoint({
  id: 'ordering.put_lines',
  method: 'PUT',
  path: '/orders/:id/lines',
  access: draft,
  owned: 'order',
  ifMatch: true,
  summary: 'Sets quantities of variants; zero removes. One request carries up to 2,000 lines',
  params: idParam,
  body: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          variantId: z.uuid(),
          quantity: z.int().min(0, 'too_small').max(99_999, 'too_big'),
          pack: z.enum(PACKS).default('neutral'),
          specId: z.uuid().optional(),
        }),
      )
      .min(1, 'required')
      .max(2000, 'too_long'),
  }),
  reply: orderHead.extend({ lines: z.array(lineView), removed: z.array(z.uuid()) }),
  errors: ['WRONG_STATE', 'STALE_RECORD', 'VARIANT_UNKNOWN', 'SPEC_NOT_LOCKED'],
});
export const putRecipients = endpoint({
  id: 'ordering.put_recipients',
  method: 'PUT',
  path: '/orders/:id/recipients',
  access: draft,
  owned: 'order',
  ifMatch: true,
  summary: 'The recipients of a drop-ship draft and their shares; replaces the list',
  params: idParam,
  body: z.strictObject({ recipients: z.array(recipientInput).max(200) }),
  reply: orderHead.extend({ recipients: z.array(recipientView) }),
  errors: ['WRONG_STATE', 'STALE_RECORD'],
});
export const reviewOrder = endpoint({
  id: 'ordering.review',
  method: 'GET',
  path: '/orders/:id/review',
  access: draft,
  owned: 'order',
  summary: 'The draft priced again as submit would price it, with what still stands against it',
  params: idParam,
  reply: orderHead.extend({
    changes: z.array(
      z.strictObject({ sku: z.string(), name: wordsSchema, before: moneySchema, now: moneySchema }),
    ),
    blockers: z.array(reasonSchema),
    methods: z.array(
      z.strictObject({
        method: z.enum(['bank_transfer']),
        offered: z.boolean(),
        reason: reasonSchema.nullable(),
      }),
    ),
    vatCategory: z.enum(['standard', 'export']),
    parcels: z.int(),
  }),
});
export const submitOrder = endpoint({
  id: 'ordering.submit',
  method: 'POST',
  path: '/orders/:id/submit',
  access: { needs: 'order:place' },
  owned: 'order',
  idempotent: true,
  ifMatch: true,
  summary: 'Places the order: re-priced under lock, minimum decided, stock reserved, instructions made',
  params: idParam,
  body: z.strictObject({ expectedTotal: moneySchema, method: z.enum(['bank_transfer']) }),
  reply: orderView,
  errors: [
    'WRONG_STATE',
    'STALE_RECORD',
    'ORDER_BELOW_MINIMUM',
    'ORDER_EMPTY',
    'LINES_NEED_ATTENTION',
    'STOCK_SHORT',
    'PRICES_CHANGED',
    'RECIPIENTS_MISSING',
    'GOODS_NOT_ALLOCATED',
    'WAREHOUSE_ADDRESS_MISSING',
    'BRAND_MISSING',
    'TRANSFER_ONLY_IN_SAUDI_ARABIA',
    'VARIANT_UNKNOWN',
    'SPEC_NOT_LOCKED',
  ],
});
export const cancelOrder = endpoint({
  id: 'ordering.cancel',
  method: 'POST',
  path: '/orders/:id/cancel',
  access: { needs: 'order:cancel' },
  owned: 'order',
  idempotent: true,
  ifMatch: true,
  summary: 'Cancels a draft or an unpaid order and releases its stock',
  params: idParam,
  reply: orderView,
  errors: ['WRONG_STATE', 'STALE_RECORD', 'ORDER_HAS_MONEY'],
});
export const traderHome = endpoint({
  id: 'ordering.home',
  method: 'GET',
  path: '/home',
  access: { needs: 'home:read' },
  summary: 'What is next for the trader, most urgent first',
  reply: z.strictObject({
    minimum: z.strictObject({ kind: z.enum(['first', 'later']), required: moneySchema }),
    next: z.array(
      z.strictObject({
        kind: z.enum(['pay', 'finish_draft', 'parcels_on_way', 'first_order', 'order_again']),
        orderId: z.uuid().nullable(),
        name: z.string().nullable(),
        code: z.string().nullable(),
        amount: moneySchema.nullable(),
        due: z.iso.datetime().nullable(),
        count: z.int().nullable(),
      }),
    ),
    counts: z.strictObject({
      drafts: z.int(),
      awaitingPayment: z.int(),
      inWarehouse: z.int(),
      onTheWay: z.int(),
    }),
    recent: z.array(
      z.strictObject({
        id: z.uuid(),
        code: z.string(),
        name: z.string(),
        state: orderState,
        payment: z.enum(PAYMENT_STATES),
        total: moneySchema,
        changedAt: z.iso.datetime(),
      }),
    ),
  }),
});
export const staffOrders = endpoint({
  id: 'ordering.staff_list',
  method: 'GET',
  path: '/staff/orders',
  access: { needs: 'staff-order:read' },
  summary: 'Orders of all companies that were submitted, newest first',
  query: z.strictObject({
    view: z.enum(['all', 'submitted', 'confirmed', 'ended']).default('all'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: pageOf(
    z.strictObject({
      id: z.uuid(),
      code: z.string(),
      company: z.string(),
      state: orderState,
      payment: z.enum(PAYMENT_STATES),
      total: moneySchema,
      submittedAt: z.iso.datetime(),
      deadline: z.iso.datetime().nullable(),
    }),
  ),
});

export const orderingEndpoints = [
  createDraft,
  listOrders,
  getOrder,
  editDraft,
  putLines,
  putRecipients,
  reviewOrder,
  submitOrder,
  cancelOrder,
  traderHome,
  staffOrders,
];
