import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { PRICE_LISTS } from '../catalogue/catalogue.rules';
import { DOCUMENT_ERRORS, DOCUMENT_TYPES } from '../kernel/document';
import { pageOf, pageQuery } from '../kernel/page';
import { DOCUMENT_LIMIT_MB, DOCUMENT_LIMIT_PAGES } from './application.rules';
import { CHANGE_REASONS, REJECT_REASONS } from './application-reasons';
import {
  applicationReply,
  fieldValuesSchema,
  itemKindSchema,
  MARKS,
  QUEUE_TABS,
  queueRow,
  reviewView,
  TRADE_CURRENCIES,
  VERDICTS,
} from './application-views';
import { FIELD_NAMES } from './checklist';

const itemParam = z.strictObject({ kind: itemKindSchema });
const itemOfParam = z.strictObject({ id: z.uuid(), kind: itemKindSchema });
const pageNumber = z.coerce.number().int().min(1).max(DOCUMENT_LIMIT_PAGES.value);
const writtenText = z.string().trim().min(1, 'required').max(1000, 'too_long');

export const readApplication = endpoint({
  id: 'traders.application',
  method: 'GET',
  path: '/application',
  access: { needs: 'application:read' },
  summary: "The company's latest application with its items, and its documents with their dates",
  reply: applicationReply,
});
export const saveItem = endpoint({
  id: 'traders.save_item',
  method: 'PUT',
  path: '/application/items/:kind',
  access: { needs: 'application:write' },
  ifMatch: true,
  summary: 'Saves one item as far as it is typed; what is wrong with it stands against sending, not saving',
  params: itemParam,
  body: z.strictObject({ values: fieldValuesSchema }),
  reply: applicationReply,
  errors: ['APPLICATION_NONE', 'APPLICATION_LOCKED', 'STALE_RECORD', 'NOT_FOUND'],
});
export const uploadDocument = endpoint({
  id: 'traders.upload_document',
  method: 'POST',
  path: '/application/items/:kind/document',
  access: { needs: 'application:write' },
  summary: 'Replaces the document of an item; PDF, JPEG or PNG, judged by its content and kept sealed',
  params: itemParam,
  query: z.strictObject({ name: z.string().trim().min(1).max(200).default('document') }),
  upload: { types: DOCUMENT_TYPES, maxBytes: DOCUMENT_LIMIT_MB.value * 1024 * 1024 },
  reply: applicationReply,
  errors: ['APPLICATION_NONE', 'APPLICATION_LOCKED', 'NOT_FOUND', ...DOCUMENT_ERRORS],
});
export const ownDocumentPage = endpoint({
  id: 'traders.own_document_page',
  method: 'GET',
  path: '/application/items/:kind/document/pages/:page',
  access: { needs: 'application:read' },
  summary: 'One page of an own document as a picture',
  params: itemParam.extend({ page: pageNumber }),
  // The id of the file keeps a browser from showing the page of the document before.
  query: z.strictObject({ of: z.string().max(60).optional() }),
  raw: 'image/png',
  reply: bytes,
  errors: ['NOT_FOUND', 'APPLICATION_NONE'],
});
export const acceptTerms = endpoint({
  id: 'traders.accept_terms',
  method: 'POST',
  path: '/application/terms',
  access: { needs: 'application:write' },
  summary: 'Accepts the trade terms and the agreement on recipients’ data in the versions shown',
  body: z.strictObject({ tradeTerms: z.int(), recipientsAgreement: z.int() }),
  reply: applicationReply,
  errors: ['APPLICATION_NONE', 'APPLICATION_LOCKED', 'TERMS_CHANGED', 'NOT_FOUND'],
});
export const submitApplication = endpoint({
  id: 'traders.submit_application',
  method: 'POST',
  path: '/application/submit',
  access: { needs: 'application:write' },
  idempotent: true,
  ifMatch: true,
  summary: 'Sends the application to the store',
  reply: applicationReply,
  errors: [
    'APPLICATION_NONE',
    'APPLICATION_LOCKED',
    'APPLICATION_INCOMPLETE',
    'TERMS_NOT_ACCEPTED',
    'STALE_RECORD',
  ],
});
export const applyAgain = endpoint({
  id: 'traders.apply_again',
  method: 'POST',
  path: '/application/again',
  access: { needs: 'application:write' },
  idempotent: true,
  summary: 'After a rejection: a new application that keeps what was accepted',
  reply: applicationReply,
  errors: ['APPLICATION_NONE', 'APPLICATION_OPEN', 'APPLICATION_WAITS'],
});
export const renewDocument = endpoint({
  id: 'traders.renew_document',
  method: 'POST',
  path: '/application/items/:kind/renewal',
  access: { needs: 'application:write' },
  idempotent: true,
  summary: 'Begins the renewal of one company document',
  params: itemParam,
  reply: applicationReply,
  errors: ['APPLICATION_OPEN', 'NOT_FOUND'],
});

const review = { needs: 'application:review' } as const;
export const listApplications = endpoint({
  id: 'traders.applications',
  method: 'GET',
  path: '/staff/applications',
  access: review,
  summary: 'The queue by tab, oldest due first, with the count of every tab',
  query: pageQuery.extend({ tab: z.enum(QUEUE_TABS).default('new') }),
  reply: pageOf(queueRow).extend({ counts: z.record(z.enum(QUEUE_TABS), z.int()) }),
});
export const readReview = endpoint({
  id: 'traders.review',
  method: 'GET',
  path: '/staff/applications/:id',
  access: review,
  summary: 'One application with what was entered, what stood there last time, and its documents',
  params: idParam,
  reply: reviewView,
});
export const documentPage = endpoint({
  id: 'traders.document_page',
  method: 'GET',
  path: '/staff/applications/:id/items/:kind/pages/:page',
  access: review,
  summary: 'One page of a document of an application as a picture',
  params: itemOfParam.extend({ page: pageNumber }),
  query: z.strictObject({ of: z.string().max(60).optional() }),
  raw: 'image/png',
  reply: bytes,
});
const REVIEW_ERRORS = ['APPLICATION_CLAIMED', 'STALE_RECORD', 'WRONG_STATE'];
export const giveVerdict = endpoint({
  id: 'traders.give_verdict',
  method: 'POST',
  path: '/staff/applications/:id/items/:kind/verdict',
  access: review,
  ifMatch: true,
  summary:
    'Accepts an item, asks for a change, or opens it again; the reviewer holds the application from then on',
  params: itemOfParam,
  body: z
    .strictObject({
      verdict: z.enum(VERDICTS),
      reason: z.enum(CHANGE_REASONS).optional(),
      text: writtenText.optional(),
    })
    .refine((body) => body.verdict !== 'change_asked' || (body.reason && body.text), {
      path: ['text'],
      message: 'required',
    }),
  reply: reviewView,
  errors: REVIEW_ERRORS,
});
export const markField = endpoint({
  id: 'traders.mark_field',
  method: 'POST',
  path: '/staff/applications/:id/items/:kind/mark',
  access: review,
  ifMatch: true,
  summary: 'Says of one field that it matches the document or does not, or takes it back',
  params: itemOfParam,
  body: z.strictObject({ field: z.enum(FIELD_NAMES), mark: z.enum(MARKS).nullable() }),
  reply: reviewView,
  errors: REVIEW_ERRORS,
});
export const releaseApplication = endpoint({
  id: 'traders.release_application',
  method: 'POST',
  path: '/staff/applications/:id/release',
  access: review,
  ifMatch: true,
  summary: 'Hands an application back to the queue; verdicts stay',
  params: idParam,
  reply: reviewView,
  errors: REVIEW_ERRORS,
});
export const approveApplication = endpoint({
  id: 'traders.approve_application',
  method: 'POST',
  path: '/staff/applications/:id/approve',
  access: review,
  idempotent: true,
  ifMatch: true,
  summary: 'Opens the account: price list, currency and account manager in the same step',
  params: idParam,
  body: z.strictObject({
    priceList: z.enum(PRICE_LISTS),
    currency: z.enum(TRADE_CURRENCIES),
    accountManagerId: z.uuid(),
  }),
  reply: reviewView,
  errors: [...REVIEW_ERRORS, 'APPLICATION_ITEMS_OPEN', 'APPLICATION_ITEMS_ASKED'],
});
export const requestChanges = endpoint({
  id: 'traders.request_changes',
  method: 'POST',
  path: '/staff/applications/:id/request-changes',
  access: review,
  idempotent: true,
  ifMatch: true,
  summary: 'Sends the application back; only the items with a change asked open again',
  params: idParam,
  reply: reviewView,
  errors: [...REVIEW_ERRORS, 'APPLICATION_NOTHING_ASKED'],
});
export const rejectApplication = endpoint({
  id: 'traders.reject_application',
  method: 'POST',
  path: '/staff/applications/:id/reject',
  access: review,
  idempotent: true,
  ifMatch: true,
  summary: 'Rejects the application with a reason and a text in the applicant’s language',
  params: idParam,
  body: z.strictObject({ reason: z.enum(REJECT_REASONS), text: writtenText }),
  reply: reviewView,
  errors: REVIEW_ERRORS,
});

export const applicationEndpoints = [
  readApplication,
  renewDocument,
  saveItem,
  uploadDocument,
  ownDocumentPage,
  acceptTerms,
  submitApplication,
  applyAgain,
  listApplications,
  readReview,
  documentPage,
  giveVerdict,
  markField,
  releaseApplication,
  approveApplication,
  requestChanges,
  rejectApplication,
];
