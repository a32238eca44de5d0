import { z } from 'zod';
import { PRICE_LISTS } from '../catalogue/catalogue.rules';
import { CURRENCIES } from '../kernel/currency';
import { LOCALES } from '../kernel/locale';
import { applicationLifecycle } from './application.lifecycle';
import { FIELD_LENGTH } from './application-fields';
import { FIELD_NAMES, ITEM_KINDS } from './checklist';

export const itemKindSchema = z.enum(ITEM_KINDS);
export const VERDICTS = ['open', 'accepted', 'change_asked'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** What a reviewer says of one field beside the document. */
export const MARKS = ['matches', 'differs'] as const;
export type Mark = (typeof MARKS)[number];
/** Currencies the goods have trade prices in; another one joins when the catalogue has its prices. */
export const TRADE_CURRENCIES = ['SAR'] as const;

/** Typed values by field; more than fits is cut off by the field itself. */
export const fieldValuesSchema = z.partialRecord(z.enum(FIELD_NAMES), z.string().max(2 * FIELD_LENGTH));
const stateSchema = z.enum(applicationLifecycle.states);
export const kindSchema = z.enum(['opening', 'renewal']);
const instant = z.iso.datetime();
const day = z.iso.date();

export const documentFileView = z.strictObject({
  name: z.string(),
  contentType: z.string(),
  pages: z.int(),
  uploadedAt: instant,
});
const reasonView = z.strictObject({ code: z.string(), text: z.string() });

export const itemView = z.strictObject({
  kind: itemKindSchema,
  values: fieldValuesSchema,
  file: documentFileView.nullable(),
  verdict: z.enum(VERDICTS),
  /** What has to be changed, while a change is asked. */
  reason: reasonView.nullable(),
  /** A field or the document differs from what was sent last. */
  isChanged: z.boolean(),
  /** Nothing of it can be changed now. */
  isLocked: z.boolean(),
});
export type ItemView = z.output<typeof itemView>;

const acceptanceView = z.strictObject({ version: z.int(), acceptedAt: instant }).nullable();
export const applicationView = z
  .strictObject({
    id: z.uuid(),
    kind: kindSchema,
    state: stateSchema,
    version: z.int(),
    /** Which application of the company this is, from 1. */
    attempt: z.int(),
    country: z.string().length(2),
    items: z.array(itemView),
    terms: z.strictObject({
      tradeTerms: acceptanceView,
      recipientsAgreement: acceptanceView,
      /** Versions in force now. */
      current: z.strictObject({ tradeTerms: z.int(), recipientsAgreement: z.int() }),
    }),
    submittedAt: instant.nullable(),
    dueAt: instant.nullable(),
    decidedAt: instant.nullable(),
    refusal: reasonView.nullable(),
    /** From when a rejected company may apply again; `null` for at once. */
    mayApplyAgainAt: instant.nullable(),
    savedAt: instant,
  })
  .meta({ id: 'Application' });
export type ApplicationView = z.output<typeof applicationView>;

export const companyDocumentView = z.strictObject({
  kind: itemKindSchema,
  fileName: z.string(),
  confirmBy: day,
  daysLeft: z.int(),
  /** The company is suspended after this day. */
  graceUntil: day,
});
export const applicationReply = z.strictObject({
  companyState: z.enum(['pending', 'active', 'suspended', 'closed']),
  country: z.string().length(2),
  /** The calendar day in Riyadh, against which dates are judged. */
  today: day,
  application: applicationView.nullable(),
  documents: z.array(companyDocumentView),
});
export type ApplicationReply = z.output<typeof applicationReply>;

export const QUEUE_TABS = ['new', 'waiting', 'expiring', 'approved', 'rejected'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];
export const queueRow = z.strictObject({
  id: z.uuid(),
  kind: kindSchema,
  state: stateSchema,
  nameLatin: z.string(),
  nameArabic: z.string().nullable(),
  country: z.string().length(2),
  companyState: z.enum(['pending', 'active', 'suspended', 'closed']),
  attempt: z.int(),
  submissions: z.int(),
  changed: z.int(),
  accepted: z.int(),
  total: z.int(),
  submittedAt: instant.nullable(),
  dueAt: instant.nullable(),
  decidedAt: instant.nullable(),
  /** Who holds it now. */
  reviewer: z.string().nullable(),
  /** On the tab of expiring documents. */
  confirmBy: day.nullable(),
});
export type QueueRow = z.output<typeof queueRow>;

export const reviewItemView = z.strictObject({
  kind: itemKindSchema,
  values: fieldValuesSchema,
  /** What was entered before, where it was changed since. */
  last: fieldValuesSchema.nullable(),
  isChanged: z.boolean(),
  isFileChanged: z.boolean(),
  file: documentFileView.extend({ id: z.uuid() }).nullable(),
  verdict: z.enum(VERDICTS),
  marks: z.partialRecord(z.enum(FIELD_NAMES), z.enum(MARKS)),
  reason: reasonView.nullable(),
  decidedAt: instant.nullable(),
});
export type ReviewItemView = z.output<typeof reviewItemView>;
const personView = z.strictObject({ personId: z.uuid(), name: z.string() });
export const reviewView = z
  .strictObject({
    id: z.uuid(),
    kind: kindSchema,
    state: stateSchema,
    version: z.int(),
    attempt: z.int(),
    submissions: z.int(),
    country: z.string().length(2),
    city: z.string().nullable(),
    today: day,
    company: z.strictObject({
      nameLatin: z.string(),
      nameArabic: z.string().nullable(),
      state: z.enum(['pending', 'active', 'suspended', 'closed']),
    }),
    /** The language the applicant reads. */
    applicantLocale: z.enum(LOCALES),
    hasSecondFactor: z.boolean(),
    terms: z.strictObject({ tradeTerms: acceptanceView, recipientsAgreement: acceptanceView }),
    items: z.array(reviewItemView),
    submittedAt: instant.nullable(),
    dueAt: instant.nullable(),
    decidedAt: instant.nullable(),
    refusal: reasonView.nullable(),
    /** Somebody else holds it. */
    heldBy: z.string().nullable(),
    isMine: z.boolean(),
    managers: z.array(personView),
    me: z.uuid(),
    opened: z
      .strictObject({
        priceList: z.enum(PRICE_LISTS).nullable(),
        currency: z.enum(CURRENCIES),
        accountManager: z.string().nullable(),
      })
      .nullable(),
    /** Its place among those that wait. */
    place: z.strictObject({
      index: z.int(),
      total: z.int(),
      previous: z.uuid().nullable(),
      next: z.uuid().nullable(),
    }),
  })
  .meta({ id: 'ApplicationReview' });
export type ReviewView = z.output<typeof reviewView>;
