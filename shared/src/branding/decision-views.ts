import { z } from 'zod';
import { unitPriceSchema } from '../kernel/money';
import { proofLifecycle } from './branding.lifecycle';
import { TURN_SIDES } from './brief-clock.rules';
import { actionView, PACK_LANGUAGES } from './brief-views';
import { CHECKLIST, PROOF_DECISIONS } from './decisions.rules';

const instant = z.iso.datetime();
/** SHA-256 in hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'invalid');

/** One approval that was given, as it stands in the records. */
export const givenApproval = z.strictObject({
  name: z.string(),
  isMine: z.boolean(),
  at: instant,
  /** Hash of its record, which holds the hash of the one before. */
  hash: sha256,
});
export const approvalsView = z.strictObject({
  /** People whose approval the brief asks for. */
  asked: z.int().positive(),
  /** People whose approval the version needs: fewer where not so many of the company may approve any more. */
  needed: z.int().positive(),
  given: z.array(givenApproval),
});
const openNote = z.strictObject({
  id: z.uuid(),
  number: z.int().positive(),
  page: z.int().positive(),
  body: z.string(),
  side: z.enum(TURN_SIDES),
});
/** What production is told beside the picture. */
const terms = z.strictObject({
  unitPrice: unitPriceSchema.nullable(),
  minimumPieces: z.int().positive(),
  leadDays: z.int().positive(),
});

/** Everything that would be signed, with one seal over all of it. Reading it changes nothing. */
export const approvalView = z
  .strictObject({
    proofId: z.uuid(),
    briefId: z.uuid(),
    briefCode: z.string(),
    briefTitle: z.string(),
    /** Number of this version within its brief. */
    version: z.int().positive(),
    state: z.enum(proofLifecycle.states),
    /** For `If-Match`. */
    revision: z.int().positive(),
    brand: z.strictObject({
      id: z.uuid(),
      nameLatin: z.string(),
      nameArabic: z.string().nullable(),
      /** The version of the profile that is signed. */
      version: z.int().positive(),
    }),
    products: z.array(z.strictObject({ id: z.uuid(), name: z.record(z.string(), z.string()) })),
    quantity: z.int().nullable(),
    languages: z.array(z.enum(PACK_LANGUAGES)),
    /** Trim size of each page in millimetres. */
    pages: z.array(z.strictObject({ page: z.int().positive(), widthMm: z.number(), heightMm: z.number() })),
    packaging: z.strictObject({ id: z.uuid(), name: z.string(), version: z.int().positive() }).nullable(),
    /** Price of dressing one piece, fewest pieces and working days; `null` without a packaging spec. */
    terms: terms.nullable(),
    checklist: z.array(
      z.strictObject({ key: z.string(), of: z.enum(CHECKLIST), language: z.enum(PACK_LANGUAGES).nullable() }),
    ),
    /** Notes that stand unsettled; an approval names each of them. */
    openNotes: z.array(openNote),
    hashes: z.strictObject({
      /** Of the file as the designer uploaded it. */
      file: sha256,
      /** Of the version of the packaging spec. */
      spec: sha256.nullable(),
      /** Of everything else that is signed: brand, products, languages, quantity, terms. */
      content: sha256,
    }),
    statement: z.strictObject({
      version: z.int().positive(),
      text: z.strictObject({ en: z.string(), ar: z.string(), no: z.string(), fr: z.string() }),
    }),
    approvals: approvalsView,
    /** Goes back with the approval: it is refused when anything above has changed since. */
    seal: sha256,
    /** `approve`, `require_changes`, `reject`, each with what stands against it. */
    actions: z.array(actionView),
  })
  .meta({ id: 'ProofApproval' });
export type ApprovalView = z.output<typeof approvalView>;

/** What came of a decision. */
export const decisionView = z
  .strictObject({
    decision: z.enum(PROOF_DECISIONS),
    proofId: z.uuid(),
    briefId: z.uuid(),
    state: z.enum(proofLifecycle.states),
    revision: z.int().positive(),
    /** Hash of the record that was written. */
    hash: sha256,
    approvals: approvalsView,
    /** The production spec that came of the last approval needed; it waits for the technical check. */
    specId: z.uuid().nullable(),
  })
  .meta({ id: 'ProofDecision' });
export type DecisionView = z.output<typeof decisionView>;
