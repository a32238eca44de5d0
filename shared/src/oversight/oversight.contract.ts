import { z } from 'zod';
import { endpoint } from '../access/endpoint';
import { pageOf } from '../kernel/page';
import { ACTING_REASONS } from '../traders/acting.rules';

/** A card of the staff home: how many of what wait, and since when the oldest one does. */
export const TODAY_KINDS = [
  'matches_exact',
  'matches_second',
  'lines_to_look_at',
  'payments_to_look_at',
  'disputes_to_answer',
  'refunds_second',
  'refunds_to_send',
  'refunds_failed',
  'ledger_broken',
  'holds_ending',
  'parcels_to_pack',
  'parcels_to_label',
  'parcels_to_hand_over',
  'orders_awaiting_payment',
  'stock_low',
  'stock_out',
  'leaks_blocked',
  'audit_unchained',
  'applications_to_review',
  'factor_cases_to_decide',
  'roles_second',
  'account_second',
  'briefs_mine',
  'briefs_free',
  'quotes_wanted',
  'specs_to_check',
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
/** A name of the catalogue, as far as a list may be narrowed to it. */
const eventName = z.string().max(80);

export const auditTrail = endpoint({
  id: 'oversight.audit_trail',
  method: 'GET',
  path: '/audit',
  access: { needs: 'audit:read' },
  summary: 'Who did what, as whom, when; newest first, by ids only',
  query: z.strictObject({
    event: eventName.optional(),
    person: z.uuid().optional(),
    company: z.uuid().optional(),
    /** Id of the thing it happened to. */
    subject: z.string().max(80).optional(),
    /** The first moment. */
    from: z.iso.datetime().optional(),
    /** The moment after the last one. */
    until: z.iso.datetime().optional(),
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

/** What a company's trail is narrowed to: everything, what was changed, or who looked at its data. */
export const TRAIL_VIEWS = ['all', 'changes', 'looks'] as const;
/** Who did it: somebody of the company, of the store, or the portal by itself. */
export const TRAIL_SIDES = ['company', 'store', 'portal'] as const;

export const companyTrail = endpoint({
  id: 'oversight.company_trail',
  method: 'GET',
  path: '/company/trail',
  access: { needs: 'trail:read' },
  summary: 'What happened to the company’s own data and who looked at it, newest first',
  query: z.strictObject({
    view: z.enum(TRAIL_VIEWS).default('all'),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: pageOf(
    z.strictObject({
      id: z.uuid(),
      at: z.iso.datetime(),
      event: z.string(),
      side: z.enum(TRAIL_SIDES),
      /** Who did it; `null` for the portal itself. */
      person: z.string().nullable(),
      /** Somebody of the store did it in the company’s name. */
      isActing: z.boolean(),
      /** Why he acted for the company; the code is said in the reader’s language. */
      actingReason: z.strictObject({ code: z.enum(ACTING_REASONS).nullable(), text: z.string() }).nullable(),
      /** Kind and id of the thing it happened to. */
      subjectKind: z.string().nullable(),
      subjectId: z.string().nullable(),
      /** Whom it happened to, where that is somebody of the company. */
      subjectName: z.string().nullable(),
      /** The order’s code, where the thing is an order. */
      code: z.string().nullable(),
    }),
  ),
});
export const oversightEndpoints = [staffToday, auditTrail, companyTrail];
