import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { unitPriceSchema } from '../kernel/money';
import { goodOfLine, orderName, orderView, PACKS, reasonSchema } from './order-views';
import { MAX_LINES, MOST_PIECES } from './ordering.rules';

/** A line of an earlier order beside what comes of it into a new draft. Prices are of one piece, before branding. */
export const reorderLine = z.strictObject({
  ...goodOfLine,
  before: z.strictObject({
    quantity: z.int().positive(),
    unitPrice: unitPriceSchema,
    pack: z.enum(PACKS),
    specCode: z.string().nullable(),
  }),
  /** `null` when it does not come along; the reasons say why. */
  now: z
    .strictObject({
      quantity: z.int().positive(),
      unitPrice: unitPriceSchema,
      pack: z.enum(PACKS),
      specId: z.uuid().nullable(),
      specCode: z.string().nullable(),
      /** What follows from another quantity. */
      terms: z.strictObject({
        unitPrice: unitPriceSchema,
        tiers: z.array(z.strictObject({ from: z.int(), percentOff: z.int() })),
        minimumQuantity: z.int().positive(),
        step: z.int().positive(),
        /** Pieces that can be reserved now. */
        available: z.int(),
      }),
    })
    .nullable(),
  /** What comes otherwise than it was. */
  reasons: z.array(reasonSchema),
});
export type ReorderLine = z.output<typeof reorderLine>;

/** What an earlier order gives when it is ordered again today. */
export const reorderPlan = z.strictObject({
  name: z.string(),
  lines: z.array(reorderLine),
  /** What concerns the whole draft: address, brand, recipients. */
  reasons: z.array(reasonSchema),
});
export type ReorderPlan = z.output<typeof reorderPlan>;

export const proposeReorder = endpoint({
  id: 'ordering.propose_reorder',
  method: 'GET',
  path: '/orders/:id/reorder',
  access: { needs: 'order:draft' },
  owned: 'order',
  summary:
    'What an earlier order gives when it is ordered again: prices then and now, and what comes otherwise',
  params: idParam,
  reply: reorderPlan,
  errors: ['WRONG_STATE'],
});
export const reorder = endpoint({
  id: 'ordering.reorder',
  method: 'POST',
  path: '/orders/:id/reorder',
  access: { needs: 'order:draft' },
  owned: 'order',
  idempotent: true,
  summary: 'Begins a draft from an earlier order: its goods at today’s prices, dressed by the same specs',
  params: idParam,
  body: z.strictObject({
    name: orderName.optional(),
    /** The lines that are wanted again and their pieces; without it all of them as they were. */
    lines: z
      .array(
        z.strictObject({
          variantId: z.uuid(),
          quantity: z.int().min(1, 'too_small').max(MOST_PIECES, 'too_big'),
        }),
      )
      .min(1, 'required')
      .max(MAX_LINES.value, 'too_long')
      .optional(),
  }),
  reply: z.strictObject({ order: orderView, plan: reorderPlan }),
  errors: ['WRONG_STATE', 'NOTHING_TO_REORDER'],
});

export const reorderEndpoints = [proposeReorder, reorder];
