import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { LOCALES } from '../kernel/locale';
import { pageOf, pageQuery } from '../kernel/page';
import { problemParamSchema } from '../kernel/problem';
import { trackingView } from '../shipping/tracking.contract';
import { brandProfileLifecycle } from './branding.lifecycle';
import { CONSENT_KINDS } from './consent-texts';
import { profileContent } from './profile-content';

const reads = { needs: 'brand:read' } as const;
const edits = { needs: 'brand:edit' } as const;
const state = z.enum(brandProfileLifecycle.states);
export const PROFILE_STEPS = ['activate', 'suspend', 'archive'] as const;
export type ProfileStep = (typeof PROFILE_STEPS)[number];
const reason = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), problemParamSchema),
});

const profileCard = z.strictObject({
  id: z.uuid(),
  nameLatin: z.string(),
  nameArabic: z.string().nullable(),
  ink: z.string(),
  accent: z.string(),
  hasLogo: z.boolean(),
  state,
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
});
export type ProfileCard = z.output<typeof profileCard>;

const consentView = z.strictObject({
  kind: z.enum(CONSENT_KINDS),
  decision: z.enum(['granted', 'withdrawn']),
  textVersion: z.int().positive(),
  text: z.string(),
  locale: z.enum(LOCALES),
  by: z.string(),
  at: z.iso.datetime(),
});
export type ConsentView = z.output<typeof consentView>;

export const profileView = z
  .strictObject({
    id: z.uuid(),
    /** Random code that stands for the brand where its name must not. */
    code: z.string(),
    state,
    version: z.int().positive(),
    content: profileContent,
    /** Logo roles that show a picture. */
    hasLogo: z.boolean(),
    /** Steps of the lifecycle that begin here, each with what stands against it; none for a reader. */
    actions: z.array(
      z.strictObject({ step: z.enum(PROFILE_STEPS), allowed: z.boolean(), reasons: z.array(reason) }),
    ),
    mayEdit: z.boolean(),
    /** Every decision on a permission, the latest first. */
    consents: z.array(consentView),
  })
  .meta({ id: 'BrandProfileDetail' });
export type ProfileDetail = z.output<typeof profileView>;

export const listProfileCards = endpoint({
  id: 'branding.profile_cards',
  method: 'GET',
  path: '/brand/profile-cards',
  access: reads,
  summary: 'All brand profiles of the company, archived ones last',
  reply: z.strictObject({ rows: z.array(profileCard), mayEdit: z.boolean() }),
});
export const createProfile = endpoint({
  id: 'branding.create_profile',
  method: 'POST',
  path: '/brand/profiles',
  access: edits,
  idempotent: true,
  summary: 'Begins a brand profile as a draft: version 1 holds its names',
  body: z.strictObject({
    nameLatin: profileContent.shape.names.shape.latin,
    nameArabic: profileContent.shape.names.shape.arabic,
  }),
  reply: z.strictObject({ id: z.uuid() }),
  errors: ['BRAND_SHOWS_STORE', 'BRAND_NAME_REFUSED', 'TOO_MANY_PROFILES'],
});
export const readProfile = endpoint({
  id: 'branding.profile',
  method: 'GET',
  path: '/brand/profiles/:id',
  access: reads,
  owned: 'brand-profile',
  params: idParam,
  summary: 'A brand profile with its steps and permissions',
  reply: profileView,
});
export const saveProfile = endpoint({
  id: 'branding.save_profile',
  method: 'PUT',
  path: '/brand/profiles/:id',
  access: edits,
  owned: 'brand-profile',
  ifMatch: true,
  params: idParam,
  summary: 'Saves a brand profile: a new version; orders already placed keep theirs',
  body: profileContent,
  reply: profileView,
  errors: [
    'STALE_RECORD',
    'FIELDS_INVALID',
    'WRONG_STATE',
    'BRAND_REPLY_MISSING',
    'BRAND_SENDER_MISSING',
    'BRAND_SHOWS_STORE',
    'BRAND_NAME_REFUSED',
  ],
});
export const moveProfile = endpoint({
  id: 'branding.move_profile',
  method: 'POST',
  path: '/brand/profiles/:id/steps',
  access: edits,
  owned: 'brand-profile',
  idempotent: true,
  params: idParam,
  summary: 'Activates, suspends or archives a brand profile',
  body: z.strictObject({ step: z.enum(PROFILE_STEPS) }),
  reply: profileView,
  errors: [
    'WRONG_STATE',
    'BRAND_REPLY_MISSING',
    'BRAND_SENDER_MISSING',
    'BRAND_SHOWS_STORE',
    'BRAND_NAME_REFUSED',
    'BRAND_ORDERS_OPEN',
    'BRAND_SPECS_LOCKED',
  ],
});

const versionRow = z.strictObject({
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
  /** `null` for a version that no person saved. */
  savedBy: z.string().nullable(),
  /** Of the content as stored. */
  sha256: z.string().length(64),
  /** What is otherwise than in the version before; empty for the first. */
  changes: z.array(
    z.strictObject({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type ProfileVersion = z.output<typeof versionRow>;
export const listProfileVersions = endpoint({
  id: 'branding.profile_versions',
  method: 'GET',
  path: '/brand/profiles/:id/versions',
  access: reads,
  owned: 'brand-profile',
  params: idParam,
  query: pageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
  summary: 'Versions of a brand profile, the latest first, each with what it changed',
  reply: pageOf(versionRow),
});

export const PREVIEW_DOCUMENTS = ['slip', 'label', 'tracking'] as const;
export type PreviewDocument = (typeof PREVIEW_DOCUMENTS)[number];
export const previewProfile = endpoint({
  id: 'branding.preview',
  method: 'POST',
  path: '/brand/preview',
  access: edits,
  summary: 'The real slip, label or tracking page of an unsaved profile, with a made-up recipient',
  body: z.strictObject({
    document: z.enum(PREVIEW_DOCUMENTS),
    locale: z.enum(LOCALES),
    /** The profile the form belongs to: its logo is drawn. */
    profileId: z.uuid(),
    content: profileContent,
  }),
  reply: z.strictObject({
    /** What the leak scan says about this document. `foreign` tells nothing else. */
    refusals: z.array(reason),
    /** Pages as PNG, base64; empty for the tracking page and for a document that was refused. */
    pages: z.array(z.string()),
    /** The reply of the tracking origin; `null` for papers and when refused. */
    tracking: trackingView.nullable(),
  }),
  errors: ['NOT_FOUND'],
});
export type ProfilePreview = z.output<typeof previewProfile.reply>;

export const recordConsent = endpoint({
  id: 'branding.record_consent',
  method: 'POST',
  path: '/brand/profiles/:id/consents',
  access: edits,
  owned: 'brand-profile',
  idempotent: true,
  params: idParam,
  summary: 'Gives or withdraws a permission, with the words it is given to; nothing is ever overwritten',
  body: z.strictObject({
    kind: z.enum(CONSENT_KINDS),
    decision: z.enum(['granted', 'withdrawn']),
    /** Version of the words on the screen. */
    textVersion: z.int().positive(),
    locale: z.enum(LOCALES),
  }),
  reply: profileView,
  errors: ['CONSENT_UNCHANGED', 'CONSENT_TEXT_CHANGED'],
});

export const profilesEndpoints = [
  listProfileCards,
  createProfile,
  readProfile,
  saveProfile,
  moveProfile,
  listProfileVersions,
  previewProfile,
  recordConsent,
];
