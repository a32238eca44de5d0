import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { pageOf, pageQuery } from '../kernel/page';
import { briefFields, briefProduct, briefRow, briefView, messageView } from './brief-views';

const own = { owned: 'brief', params: idParam, reply: briefView } as const;
const write = { needs: 'brief:write' } as const;
const STEP_ERRORS = ['STALE_RECORD', 'WRONG_STATE'];
const FIELD_ERRORS = ['BRIEF_NAMES_UNKNOWN', 'BRIEF_APPROVERS_FEW'];
/** The longest message, note or answer, in code points; text fields of browsers count a pair of surrogates as two. */
export const MESSAGE_MAX = 2000;
export const messageText = z.string().trim().min(1, 'required').max(MESSAGE_MAX, 'too_long');

export const listBriefs = endpoint({
  id: 'branding.briefs',
  method: 'GET',
  path: '/brand/briefs',
  access: { needs: 'brand:read' },
  summary: 'Briefs of the company, the last changed first',
  query: pageQuery.extend({ tab: z.enum(['open', 'over', 'all']).default('open') }),
  reply: pageOf(briefRow),
});
export const briefProducts = endpoint({
  id: 'branding.brief_products',
  method: 'GET',
  path: '/brand/brief-products',
  access: { needs: 'brand:read' },
  summary: 'Products that can be dressed in a brand, without prices and stock: brand managers see none',
  reply: z.strictObject({ rows: z.array(briefProduct) }),
});
export const createBrief = endpoint({
  id: 'branding.create_brief',
  method: 'POST',
  path: '/brand/briefs',
  access: write,
  idempotent: true,
  summary: 'Begins a brief for a brand',
  body: briefFields.partial().required({ brandProfileId: true }),
  reply: briefView,
  errors: FIELD_ERRORS,
});
export const readBrief = endpoint({
  id: 'branding.brief',
  method: 'GET',
  path: '/brand/briefs/:id',
  access: { needs: 'brand:read' },
  summary: 'One brief with its versions and what can be done with it',
  ...own,
});
export const saveBrief = endpoint({
  id: 'branding.save_brief',
  method: 'PUT',
  path: '/brand/briefs/:id',
  access: write,
  ifMatch: true,
  summary: 'Saves a brief as far as it is typed; what is missing stands against sending, not saving',
  body: briefFields,
  ...own,
  errors: [...STEP_ERRORS, ...FIELD_ERRORS],
});
export const submitBrief = endpoint({
  id: 'branding.submit_brief',
  method: 'POST',
  path: '/brand/briefs/:id/submit',
  access: write,
  idempotent: true,
  ifMatch: true,
  summary: 'Sends a brief to the design team, for the first time or with what it asked for',
  ...own,
  errors: [
    ...[...STEP_ERRORS, 'BRIEF_INCOMPLETE', 'BRIEF_NEEDS_PACKAGING', 'BRIEF_BRAND_IDLE'],
    ...['BRIEF_DEADLINE_PAST', 'BRIEF_FILES_OPEN'],
  ],
});
export const cancelBrief = endpoint({
  id: 'branding.cancel_brief',
  method: 'POST',
  path: '/brand/briefs/:id/cancel',
  access: write,
  ifMatch: true,
  summary: 'Ends a brief without a design; its open proofs lock',
  ...own,
  errors: STEP_ERRORS,
});
export const resumeBrief = endpoint({
  id: 'branding.resume_brief',
  method: 'POST',
  path: '/brand/briefs/:id/resume',
  access: write,
  ifMatch: true,
  summary: 'Takes a brief up again after a proof has expired; the design team sends the next version',
  ...own,
  errors: STEP_ERRORS,
});
export const answerQuote = endpoint({
  id: 'branding.answer_quote',
  method: 'POST',
  path: '/brand/briefs/:id/quote',
  access: write,
  idempotent: true,
  ifMatch: true,
  summary: 'Accepts or declines the quote for a further round',
  body: z.strictObject({ quoteId: z.uuid(), accepts: z.boolean() }),
  ...own,
  errors: [...STEP_ERRORS, 'QUOTE_NOT_OPEN'],
});
export const briefMessages = endpoint({
  id: 'branding.brief_messages',
  method: 'GET',
  path: '/brand/briefs/:id/messages',
  access: { needs: 'brand:read' },
  owned: 'brief',
  params: idParam,
  summary: 'Messages on a brief, newest first',
  query: pageQuery,
  reply: pageOf(messageView),
});
export const writeBriefMessage = endpoint({
  id: 'branding.write_brief_message',
  method: 'POST',
  path: '/brand/briefs/:id/messages',
  access: write,
  idempotent: true,
  owned: 'brief',
  params: idParam,
  summary: 'Writes to the design team',
  body: z.strictObject({ text: messageText }),
  reply: messageView,
  errors: ['WRONG_STATE'],
});

export const briefEndpoints = [
  listBriefs,
  briefProducts,
  createBrief,
  readBrief,
  saveBrief,
  submitBrief,
  cancelBrief,
  resumeBrief,
  answerQuote,
  briefMessages,
  writeBriefMessage,
];
