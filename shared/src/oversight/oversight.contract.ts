import { z } from 'zod';
import { endpoint } from '../access/endpoint';
import { pageOf } from '../kernel/page';

/** A card of the staff home: how many of what wait, and since when the oldest one does. */
export const TODAY_KINDS = [
  'matches_exact',
  'matches_second',
  'lines_to_look_at',
  'holds_ending',
  'parcels_to_pack',
  'parcels_to_label',
  'parcels_to_hand_over',
  'orders_awaiting_payment',
  'stock_low',
  'stock_out',
  'leaks_blocked',
  'audit_unchained',
] as const;
export const staffToday = endpoint({
  id: 'oversight.today',
  method: 'GET',
  path: '/staff/today',
  access: { needs: 'today:read' },
  summary: 'What waits for the signed-in role, oldest first',
  reply: z.strictObject({
    cards: z.array(
      z.strictObject({ kind: z.enum(TODAY_KINDS), count: z.int(), oldest: z.iso.datetime().nullable() }),
    ),
  }),
});
export const auditTrail = endpoint({
  id: 'oversight.audit_trail',
  method: 'GET',
  path: '/audit',
  access: { needs: 'audit:read' },
  summary: 'Who did what, as whom, when; newest first, by ids only',
  query: z.strictObject({
    event: z.string().max(80).optional(),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: pageOf(
    z.strictObject({
      id: z.uuid(),
      at: z.iso.datetime(),
      event: z.string(),
      personId: z.uuid().nullable(),
      companyId: z.uuid().nullable(),
      subject: z.string().nullable(),
      isChained: z.boolean(),
    }),
  ),
});
export const oversightEndpoints = [staffToday, auditTrail];
