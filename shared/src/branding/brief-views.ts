import { z } from 'zod';
import { wordsSchema } from '../catalogue/catalogue.contract';
import { moneySchema } from '../kernel/money';
import { briefLifecycle, proofLifecycle } from './branding.lifecycle';
import { TURN_SIDES } from './brief-clock.rules';
import { APPROVERS_OF_A_PROOF } from './decisions.rules';

const instant = z.iso.datetime();
const briefState = z.enum(briefLifecycle.states);
const proofState = z.enum(proofLifecycle.states);

/** Languages a pack can speak. */
export const PACK_LANGUAGES = ['ar', 'en', 'fr', 'no', 'de', 'es', 'tr', 'ur'] as const;
export const BRIEF_LIMITS = {
  title: 120,
  text: 4000,
  item: 200,
  items: 20,
  files: 20,
  products: 20,
} as const;

const itemList = z
  .array(z.string().trim().min(1, 'required').max(BRIEF_LIMITS.item, 'too_long'))
  .max(BRIEF_LIMITS.items, 'too_big');
/** What a trader fills in; saved as far as it is typed, complete before it is sent. */
export const briefFields = z.strictObject({
  brandProfileId: z.uuid(),
  packagingSpecId: z.uuid().nullable(),
  productIds: z.array(z.uuid()).max(BRIEF_LIMITS.products, 'too_big'),
  quantity: z.int().min(1, 'too_small').max(10_000_000, 'too_big').nullable(),
  title: z.string().trim().max(BRIEF_LIMITS.title, 'too_long'),
  objectives: z.string().trim().max(BRIEF_LIMITS.text, 'too_long'),
  mustHave: itemList,
  mustNot: itemList,
  /** Files of the company: references, artwork, logos. */
  references: z.array(z.uuid()).max(BRIEF_LIMITS.files, 'too_big'),
  languages: z.array(z.enum(PACK_LANGUAGES)).max(PACK_LANGUAGES.length),
  deadline: z.iso.date().nullable(),
  /** People whose approval its proofs need. */
  approvalsNeeded: z.int().min(1, 'too_small').max(APPROVERS_OF_A_PROOF.value, 'too_big').default(1),
});
export type BriefFields = z.output<typeof briefFields>;

/** What a brief cannot be sent without. */
export const BRIEF_PARTS = ['title', 'packaging', 'products', 'quantity', 'objectives', 'languages'] as const;
export type BriefPart = (typeof BRIEF_PARTS)[number];

/** A button: what it does, whether it may now, and the problem codes that stand against it. */
export const actionView = z.strictObject({
  step: z.string(),
  allowed: z.boolean(),
  reasons: z.array(z.string()),
});
export type ActionView = z.output<typeof actionView>;

export const roundsView = z.strictObject({
  included: z.int(),
  /** Bought by accepted quotes. */
  bought: z.int(),
  used: z.int(),
});
export const quoteView = z.strictObject({
  id: z.uuid(),
  /** The round it is for. */
  round: z.int(),
  price: moneySchema,
  leadDays: z.int(),
  text: z.string(),
  state: z.enum(['offered', 'accepted', 'declined']),
  at: instant,
});
const referenceView = z.strictObject({ assetId: z.uuid(), kind: z.string(), state: z.string() });
/** A product that a brief can be for. */
export const briefProduct = z.strictObject({
  id: z.uuid(),
  name: wordsSchema,
  /** Part of the picture's address: changes with the picture. */
  pictureHash: z.string(),
});
export type BriefProduct = z.output<typeof briefProduct>;
const packagingView = z.strictObject({ id: z.uuid(), name: z.string() });
const personView = z.strictObject({ id: z.uuid(), name: z.string() });
const proofBrief = z.strictObject({
  id: z.uuid(),
  version: z.int().positive(),
  state: proofState,
  sentAt: instant.nullable(),
  viewedAt: instant.nullable(),
  expiresAt: instant.nullable(),
});

/** A stretch in which one side had the brief; the promise follows from them. */
const turnView = z.strictObject({
  side: z.enum(TURN_SIDES),
  /** 0 is the first proof; each change asked for begins the next. */
  leg: z.int().nonnegative(),
  from: instant,
  /** `null` while it lasts. */
  until: instant.nullable(),
});
export type TurnView = z.output<typeof turnView>;

const briefBase = {
  id: z.uuid(),
  /** Random: says nothing of how many there are. */
  code: z.string(),
  state: briefState,
  version: z.int().positive(),
  title: z.string(),
  quantity: z.int().nullable(),
  deadline: z.iso.date().nullable(),
  rounds: roundsView,
  /** Whose move it is; `null` before it is sent and after it is over. */
  turn: z.enum(TURN_SIDES).nullable(),
  /** When the store owes the next proof; `null` while the trader has it. */
  dueAt: instant.nullable(),
  submittedAt: instant.nullable(),
  changedAt: instant,
};
const content = {
  packaging: packagingView.nullable(),
  productIds: z.array(z.uuid()),
  products: z.array(z.strictObject({ id: z.uuid(), name: z.record(z.string(), z.string()) })),
  objectives: z.string(),
  mustHave: z.array(z.string()),
  mustNot: z.array(z.string()),
  references: z.array(referenceView),
  languages: z.array(z.enum(PACK_LANGUAGES)),
};

const ownBrand = z.strictObject({ id: z.uuid(), nameLatin: z.string(), nameArabic: z.string().nullable() });
export const briefRow = z.strictObject({
  ...briefBase,
  brand: ownBrand,
  /** The date the store promises its work for. */
  promisedAt: instant.nullable(),
  /** The newest version the trader was sent. */
  proof: proofBrief.nullable(),
  openNotes: z.int(),
});
export type BriefRow = z.output<typeof briefRow>;
export const briefView = z
  .strictObject({
    ...briefBase,
    ...content,
    brand: ownBrand,
    promisedAt: instant.nullable(),
    /** Whose move it was, oldest first. */
    turns: z.array(turnView),
    quote: quoteView.nullable(),
    /** People whose approval its proofs need. */
    approvalsNeeded: z.int().positive(),
    /** People of the company who may approve now. */
    approvers: z.int(),
    /** Versions that were sent, newest first. */
    proofs: z.array(proofBrief),
    missing: z.array(z.enum(BRIEF_PARTS)),
    /** What the design team asked, while it waits for the answer. */
    question: z.string().nullable(),
    actions: z.array(actionView),
  })
  .meta({ id: 'Brief' });
export type BriefView = z.output<typeof briefView>;

/** A brand as a designer sees it: its code and its name, never the company behind it. */
const codedBrand = z.strictObject({
  code: z.string(),
  nameLatin: z.string(),
  nameArabic: z.string().nullable(),
  ink: z.string(),
  accent: z.string(),
});
export const QUEUE_FILTERS = ['all', 'mine', 'unassigned', 'waiting'] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];
export const designRow = z.strictObject({
  ...briefBase,
  brand: codedBrand,
  assignee: personView.nullable(),
  gatekeeper: personView.nullable(),
  /** The newest version, sent or not. */
  proof: proofBrief.nullable(),
  openTodos: z.int(),
});
export type DesignRow = z.output<typeof designRow>;
export const designBriefView = z
  .strictObject({
    ...briefBase,
    ...content,
    brand: codedBrand,
    assignee: personView.nullable(),
    gatekeeper: personView.nullable(),
    isMine: z.boolean(),
    isGatekeeper: z.boolean(),
    /** Who can be given the work. */
    designers: z.array(personView),
    question: z.string().nullable(),
    needsQuote: z.boolean(),
    /** Every version, newest first. */
    proofs: z.array(proofBrief.extend({ madeBy: z.string() })),
    openTodos: z.int(),
    actions: z.array(actionView),
  })
  .meta({ id: 'DesignBrief' });
export type DesignBriefView = z.output<typeof designBriefView>;

const messageBase = {
  id: z.uuid(),
  side: z.enum(TURN_SIDES),
  /** A name of the reader's own side; `null` for "the design team" and "the trader". */
  author: z.string().nullable(),
  text: z.string(),
  isMine: z.boolean(),
  at: instant,
};
export const messageView = z.strictObject(messageBase);
export const designMessageView = z.strictObject({
  ...messageBase,
  visibility: z.enum(['shared', 'internal']),
});

/** A brief whose rounds are used up, for the account manager. No content of the design. */
export const quoteRow = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  version: z.int(),
  title: z.string(),
  companyId: z.uuid(),
  company: z.string(),
  currency: z.string().length(3),
  rounds: roundsView,
  quote: quoteView.nullable(),
  waitsSince: instant,
});
