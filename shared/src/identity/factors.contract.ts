import { z } from 'zod';
import { done, endpoint, idParam } from '../access/endpoint';
import { codeInput, webAuthnJson } from './fields';

/** How a passkey can be called; the person chooses. */
const passkeyName = z.string().trim().min(1, 'required').max(60, 'too_long');

export const passkeyView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  /** True when the provider keeps copies on several devices. */
  isSynced: z.boolean(),
});

/** What is still missing before an enrolling session becomes a whole one; `done` afterwards. */
export const ENROLMENT_STEPS = ['factor', 'codes', 'confirm_code', 'done'] as const;

/**
 * Enrolment screen and "My security" screen. Enrolling people follow `step`:
 * `factor` → `draftTotp` + `confirmTotp`, or `passkeyOptions` + `addPasskey`;
 * `codes` → `makeRecoveryCodes` (shown once; copy, download, print);
 * `confirm_code` → one of them typed back with `confirmRecoveryCode`, which sets new cookies: read the session.
 * Codes that were lost by a reload are simply made again.
 */
export const readFactors = endpoint({
  id: 'identity.factors',
  method: 'GET',
  path: '/identity/factors',
  access: 'enrolling',
  summary: 'Second factors of the caller, without a secret',
  reply: z.strictObject({
    step: z.enum(ENROLMENT_STEPS),
    totp: z.strictObject({ confirmedAt: z.iso.datetime() }).nullable(),
    passkeys: z.array(passkeyView),
    recoveryCodesLeft: z.int(),
    /** True when losing one thing would lock the person out: advise another passkey or new codes. */
    isOneAway: z.boolean(),
  }),
  errors: ['NOT_ALLOWED'],
});

/**
 * Begins an authenticator app, the first one or a new one; the old one stays until the new one is confirmed by the
 * same session within ten minutes. `qr` is one SVG path in a square of `size` units with its quiet zone:
 * `<svg viewBox={`0 0 ${size} ${size}`}><path d={path}/></svg>`, dark on white in both themes.
 */
export const draftTotp = endpoint({
  id: 'identity.draft_totp',
  method: 'PUT',
  path: '/identity/totp/draft',
  access: { needs: 'enrolling', fresh: true },
  summary: 'A new seed for an authenticator app, shown once',
  reply: z.strictObject({
    secret: z.string(),
    uri: z.string(),
    qr: z.strictObject({ path: z.string(), size: z.number() }),
    expiresAt: z.iso.datetime(),
  }),
  errors: ['CODE_WRONG', 'CODE_USED', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

/** `NO_DRAFT` when the ten minutes are over: begin again. The code typed here is used up. */
export const confirmTotp = endpoint({
  id: 'identity.confirm_totp',
  method: 'PUT',
  path: '/identity/totp',
  access: 'enrolling',
  summary: 'A code typed back puts the new authenticator app in place of the old one',
  body: z.strictObject({ code: codeInput }),
  reply: done,
  errors: ['CODE_WRONG', 'NO_DRAFT', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

/** Somebody with a passkey may give up the app. */
export const removeTotp = endpoint({
  id: 'identity.remove_totp',
  method: 'DELETE',
  path: '/identity/totp',
  access: { needs: 'person', fresh: true },
  summary: 'Removes the authenticator app where another factor stays',
  reply: done,
  errors: ['LAST_FACTOR', 'CODE_WRONG', 'CODE_USED', 'TOO_MANY_TRIES', 'NOT_ALLOWED', 'NOT_FOUND'],
});

/** Ten codes, shown once; the set before is void from now on. */
export const makeRecoveryCodes = endpoint({
  id: 'identity.make_recovery_codes',
  method: 'PUT',
  path: '/identity/recovery-codes',
  access: { needs: 'enrolling', fresh: true },
  summary: 'Ten new recovery codes, shown once',
  reply: z.strictObject({ codes: z.array(z.string()) }),
  errors: ['NO_FACTOR_YET', 'CODE_WRONG', 'CODE_USED', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

/**
 * One of the ten typed back proves that they were kept; it is not used up. An enrolling session becomes a whole one
 * under a new id: new cookies come with the answer, read the session next.
 */
export const confirmRecoveryCode = endpoint({
  id: 'identity.confirm_recovery_code',
  method: 'POST',
  path: '/identity/recovery-codes/confirm',
  access: 'enrolling',
  summary: 'One recovery code typed back completes the enrolment',
  body: z.strictObject({ code: codeInput }),
  reply: done,
  errors: ['RECOVERY_CODE_WRONG', 'NO_FACTOR_YET', 'WRONG_STATE', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

/** `startRegistration({ optionsJSON: options })` of `@simplewebauthn/browser`, then `addPasskey` with its result. */
export const passkeyOptions = endpoint({
  id: 'identity.passkey_options',
  method: 'PUT',
  path: '/identity/passkeys/options',
  access: { needs: 'enrolling', fresh: true },
  summary: 'Challenge for a new passkey, five minutes, single use',
  reply: z.strictObject({ options: webAuthnJson }),
  errors: ['CODE_WRONG', 'CODE_USED', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

export const addPasskey = endpoint({
  id: 'identity.add_passkey',
  method: 'POST',
  path: '/identity/passkeys',
  access: 'enrolling',
  summary: 'Keeps the passkey that answered the challenge',
  body: z.strictObject({ name: passkeyName, response: webAuthnJson }),
  reply: passkeyView,
  errors: ['PASSKEY_WRONG', 'PASSKEY_KNOWN', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

export const renamePasskey = endpoint({
  id: 'identity.rename_passkey',
  method: 'PATCH',
  path: '/identity/passkeys/:id',
  access: 'person',
  summary: 'Another name for a passkey',
  params: idParam,
  body: z.strictObject({ name: passkeyName }),
  reply: done,
  errors: ['NOT_ALLOWED', 'NOT_FOUND'],
});

export const removePasskey = endpoint({
  id: 'identity.remove_passkey',
  method: 'DELETE',
  path: '/identity/passkeys/:id',
  access: { needs: 'person', fresh: true },
  summary: 'Removes a passkey where another factor stays',
  params: idParam,
  reply: done,
  errors: ['LAST_FACTOR', 'CODE_WRONG', 'CODE_USED', 'TOO_MANY_TRIES', 'NOT_ALLOWED', 'NOT_FOUND'],
});

export const factorsEndpoints = [
  readFactors,
  draftTotp,
  confirmTotp,
  removeTotp,
  makeRecoveryCodes,
  confirmRecoveryCode,
  passkeyOptions,
  addPasskey,
  renamePasskey,
  removePasskey,
];
