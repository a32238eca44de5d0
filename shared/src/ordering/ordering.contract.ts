import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { wordsSchema } from '../catalogue/catalogue.contract';
import { moneySchema } from '../kernel/money';
import { pageOf } from '../kernel/page';
import { methodIdSchema, notOfferedSchema } from '../payments/attempts.contract';
import { PAYMENT_STATES } from '../payments/payments.lifecycle';
import {
  dressingView,
  lineView,
  orderHead,
  orderName,
  orderState,
  orderView,
  PACKS,
  reasonSchema,
  recipientInput,
  recipientView,
} from './order-views';
import { MAX_LINES, MOST_PIECES } from './ordering.rules';

const draft = { needs: 'order:draft' } as const;

/** Why a draft is not edited: placed, changed meanwhile, or in other hands. */
const CLOSED = ['WRONG_STATE', 'STALE_RECORD', 'DRAFT_OF_STORE', 'DRAFT_OF_TRADER'] as const;

export const createDraft = endpoint({
  id: 'ordering.create_draft',
  method: 'POST',
  path: '/orders',
  access: draft,
  idempotent: true,
  summary: 'Begins a named draft',
  body: z.strictObject({ name: orderName }),
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
      /** In the store's hands until the trader takes it over. */
      isStoreDraft: z.boolean(),
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
    name: orderName.optional(),
    shipTo: z.enum(['warehouse', 'customers']).optional(),
    addressId: z.uuid().optional(),
    brandProfileId: z.uuid().optional(),
  }),
  reply: orderHead,
  errors: [...CLOSED],
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
          quantity: z.int().min(0, 'too_small').max(MOST_PIECES, 'too_big'),
          pack: z.enum(PACKS).default('neutral'),
          specId: z.uuid().optional(),
        }),
      )
      .min(1, 'required')
      .max(MAX_LINES.value, 'too_long'),
  }),
  reply: orderHead.extend({ lines: z.array(lineView), removed: z.array(z.uuid()) }),
  errors: [...CLOSED, 'VARIANT_UNKNOWN', 'SPEC_NOT_LOCKED'],
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
  errors: [...CLOSED],
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
    methods: z.array(z.strictObject({ method: methodIdSchema, refusal: notOfferedSchema.nullable() })),
    vatCategory: z.enum(['standard', 'export']),
    parcels: z.int(),
    /** Each spec that dresses goods of this order, with what it asks. */
    dressings: z.array(dressingView),
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
  body: z.strictObject({ expectedTotal: moneySchema, method: methodIdSchema }),
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
    'METHOD_NOT_OFFERED',
    'VARIANT_UNKNOWN',
    'SPEC_NOT_LOCKED',
    'BRANDING_MINIMUM',
    'LIMIT_REACHED',
    'COMPANY_LIMIT_REACHED',
    'DRAFT_OF_STORE',
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
export const takeOverDraft = endpoint({
  id: 'ordering.take_over_draft',
  method: 'POST',
  path: '/orders/:id/take-over',
  access: draft,
  owned: 'order',
  idempotent: true,
  ifMatch: true,
  summary: 'A draft that the store prepared becomes the trader’s own',
  params: idParam,
  reply: orderView,
  errors: ['WRONG_STATE', 'STALE_RECORD', 'NOT_ALLOWED'],
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
    /** Only the orders of this trader. */
    company: z.uuid().optional(),
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
  takeOverDraft,
  traderHome,
  staffOrders,
];
