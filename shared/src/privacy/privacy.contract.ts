import { z } from 'zod';
import { done, endpoint } from '../access/endpoint';
import { LOCALES } from '../kernel/locale';

/** Longest text of one language, in characters. */
export const POLICY_TEXT_MAX = 60_000;
const versionNumber = z.coerce.number().int().min(1).max(9999);
const policyText = z.string().trim().min(1, 'required').max(POLICY_TEXT_MAX, 'too_long');
/** The same text in each language; one line is one paragraph. */
export const policyTexts = z.strictObject({ en: policyText, ar: policyText, no: policyText, fr: policyText });
export type PolicyTexts = z.output<typeof policyTexts>;

const policyEdition = z.strictObject({
  version: z.int(),
  /** `null` for the policy the store opened with. */
  publishedAt: z.iso.datetime().nullable(),
});

export const listPolicies = endpoint({
  id: 'privacy.policies',
  method: 'GET',
  path: '/policies',
  access: 'public',
  summary: 'Versions of the policy, newest first; the first one is in force',
  reply: z.strictObject({ current: z.int(), versions: z.array(policyEdition) }),
});

export const readPolicy = endpoint({
  id: 'privacy.policy',
  method: 'GET',
  path: '/policies/:version',
  access: 'public',
  summary: 'One version of the policy in one language',
  params: z.strictObject({ version: versionNumber }),
  query: z.strictObject({ locale: z.enum(LOCALES) }),
  reply: policyEdition.extend({ locale: z.enum(LOCALES), text: z.string() }),
  errors: ['NOT_FOUND'],
});

export const myPolicy = endpoint({
  id: 'privacy.my_policy',
  method: 'GET',
  path: '/my-policy',
  access: 'person',
  summary: 'Which version the reader saw when, and from which one the changes are news',
  reply: z.strictObject({
    current: z.int(),
    /** The newest version recorded as seen. */
    seen: z.strictObject({ version: z.int(), at: z.iso.datetime() }).nullable(),
    /** Set when the policy changed since the last visit: compare with this version. */
    newsSince: z.int().nullable(),
  }),
});

export const seePolicy = endpoint({
  id: 'privacy.see_policy',
  method: 'POST',
  path: '/my-policy/seen',
  access: 'person',
  summary: 'Records that the reader saw a version; the first time counts',
  body: z.strictObject({ version: versionNumber }),
  reply: done,
  errors: ['NOT_FOUND'],
});

const draftView = z.strictObject({
  /** The version the draft changes. */
  basedOn: z.int(),
  texts: policyTexts,
  /** `null` while nothing was saved: the texts in force. */
  savedAt: z.iso.datetime().nullable(),
  version: z.int(),
});

export const readPolicyDraft = endpoint({
  id: 'privacy.policy_draft',
  method: 'GET',
  path: '/policy-draft',
  access: { needs: 'policy:publish' },
  summary: 'The draft of the next version, or the texts in force',
  reply: draftView,
});

export const savePolicyDraft = endpoint({
  id: 'privacy.save_policy_draft',
  method: 'PUT',
  path: '/policy-draft',
  access: { needs: 'policy:publish' },
  summary: 'Keeps the draft of the next version',
  ifMatch: true,
  body: z.strictObject({ texts: policyTexts }),
  reply: z.strictObject({ version: z.int(), savedAt: z.iso.datetime() }),
  errors: ['STALE_RECORD'],
});

export const publishPolicy = endpoint({
  id: 'privacy.publish_policy',
  method: 'POST',
  path: '/policies',
  access: { needs: 'policy:publish', fresh: true },
  summary: 'Publishes the next version; it is in force from this moment (clause 9)',
  idempotent: true,
  body: z.strictObject({ basedOn: versionNumber, texts: policyTexts }),
  reply: policyEdition,
  errors: ['POLICY_MOVED_ON', 'POLICY_UNCHANGED', 'POLICY_UNEVEN'],
});

export const privacyEndpoints = [
  listPolicies,
  readPolicy,
  myPolicy,
  seePolicy,
  readPolicyDraft,
  savePolicyDraft,
  publishPolicy,
];
