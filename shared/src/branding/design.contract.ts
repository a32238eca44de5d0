import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { moneySchema } from '../kernel/money';
import { pageOf, pageQuery } from '../kernel/page';
import { designBriefView, designMessageView, designRow, QUEUE_FILTERS, quoteRow } from './brief-views';
import { messageText } from './briefs.contract';

const read = { needs: 'design:read' } as const;
const work = { needs: 'design:work' } as const;
const STEP_ERRORS = ['STALE_RECORD', 'WRONG_STATE'];
const one = { params: idParam, reply: designBriefView } as const;

export const designQueue = endpoint({
  id: 'branding.design_queue',
  method: 'GET',
  path: '/design/briefs',
  access: read,
  summary: 'Briefs that were sent, the first due first; those that wait for their trader stand last',
  query: pageQuery.extend({ filter: z.enum(QUEUE_FILTERS).default('all') }),
  reply: pageOf(designRow).extend({ counts: z.record(z.enum(QUEUE_FILTERS), z.int()) }),
});
export const designBrief = endpoint({
  id: 'branding.design_brief',
  method: 'GET',
  path: '/design/briefs/:id',
  access: read,
  summary: 'One brief as the design team sees it: a brand code, no company, no person, no price',
  ...one,
});
export const takeBrief = endpoint({
  id: 'branding.take_brief',
  method: 'POST',
  path: '/design/briefs/:id/take',
  access: work,
  ifMatch: true,
  summary: 'Takes a brief that nobody has',
  ...one,
  errors: [...STEP_ERRORS, 'BRIEF_TAKEN'],
});
export const assignBrief = endpoint({
  id: 'branding.assign_brief',
  method: 'POST',
  path: '/design/briefs/:id/assign',
  access: { needs: 'design:gate' },
  ifMatch: true,
  summary: 'Says who designs and who is gatekeeper; never the same person',
  body: z.strictObject({ assigneeId: z.uuid(), gatekeeperId: z.uuid().nullable() }),
  ...one,
  errors: [...STEP_ERRORS, 'BRIEF_SAME_PERSON', 'BRIEF_NO_DESIGNER'],
});
export const askBriefInfo = endpoint({
  id: 'branding.ask_brief_info',
  method: 'POST',
  path: '/design/briefs/:id/ask-info',
  access: work,
  idempotent: true,
  ifMatch: true,
  summary: 'Asks the trader for what is missing; the clock stands still until he answers',
  body: z.strictObject({ text: messageText }),
  ...one,
  errors: [...STEP_ERRORS, 'BRIEF_TAKEN'],
});
export const beginDesign = endpoint({
  id: 'branding.begin_design',
  method: 'POST',
  path: '/design/briefs/:id/begin',
  access: work,
  ifMatch: true,
  summary: 'Begins the design; who begins a brief that nobody has takes it',
  ...one,
  errors: [...STEP_ERRORS, 'BRIEF_TAKEN', 'BRIEF_ROUND_NEEDS_QUOTE'],
});
export const designMessages = endpoint({
  id: 'branding.design_messages',
  method: 'GET',
  path: '/design/briefs/:id/messages',
  access: read,
  summary: 'Messages on a brief with those of the team among itself, newest first',
  params: idParam,
  query: pageQuery,
  reply: pageOf(designMessageView),
});
export const writeDesignMessage = endpoint({
  id: 'branding.write_design_message',
  method: 'POST',
  path: '/design/briefs/:id/messages',
  access: work,
  idempotent: true,
  summary: 'Writes to the trader, or to the team alone',
  params: idParam,
  body: z.strictObject({ text: messageText, visibility: z.enum(['shared', 'internal']) }),
  reply: designMessageView,
  errors: ['WRONG_STATE'],
});

const quote = { needs: 'design:quote' } as const;
export const quotesWanted = endpoint({
  id: 'branding.quotes_wanted',
  method: 'GET',
  path: '/staff/briefs',
  access: quote,
  summary: 'Briefs whose rounds are used up, with the quote that was offered; the longest waiting first',
  query: pageQuery,
  reply: pageOf(quoteRow),
});
export const quoteRound = endpoint({
  id: 'branding.quote_round',
  method: 'POST',
  path: '/staff/briefs/:id/quote',
  access: quote,
  idempotent: true,
  ifMatch: true,
  summary: 'Offers a further round: price, working days and what it covers',
  params: idParam,
  body: z.strictObject({
    price: moneySchema,
    leadDays: z.int().min(1, 'too_small').max(60, 'too_big'),
    text: messageText,
  }),
  reply: quoteRow,
  errors: [...STEP_ERRORS, 'QUOTE_NOT_WANTED', 'QUOTE_CURRENCY'],
});

export const designEndpoints = [
  designQueue,
  designBrief,
  takeBrief,
  assignBrief,
  askBriefInfo,
  beginDesign,
  designMessages,
  writeDesignMessage,
  quotesWanted,
  quoteRound,
];
