import { z } from 'zod';
import { endpoint } from '../access/endpoint';
import { webAuthnJson } from './fields';
import { sessionView } from './session-view';

const options = z.strictObject({ options: webAuthnJson });
const answer = z.strictObject({ response: webAuthnJson });

/**
 * After the password, where the sign-in answer's `factors` names a passkey:
 * `startAuthentication({ optionsJSON: options })`, then `answerSecondFactor`.
 */
export const secondFactorOptions = endpoint({
  id: 'identity.second_factor_options',
  method: 'POST',
  path: '/identity/code/passkey/options',
  access: 'half',
  summary: 'Challenge for one of the passkeys of whoever gave the password',
  reply: options,
  errors: ['PASSKEY_WRONG', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

export const answerSecondFactor = endpoint({
  id: 'identity.answer_second_factor',
  method: 'POST',
  path: '/identity/code/passkey',
  access: 'half',
  summary: 'A passkey completes the sign-in',
  body: answer,
  reply: sessionView,
  errors: ['PASSKEY_WRONG', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

/**
 * Sign-in screen, "use a passkey": no mail, no password. The challenge is bound to a cookie of this browser;
 * the passkey says who it is and proves both factors.
 */
export const passkeySignInOptions = endpoint({
  id: 'identity.passkey_sign_in_options',
  method: 'POST',
  path: '/identity/passkey-sign-in/options',
  access: 'public',
  summary: 'Challenge for any passkey of this site',
  reply: options,
  errors: ['TOO_MANY_TRIES'],
});

export const passkeySignIn = endpoint({
  id: 'identity.passkey_sign_in',
  method: 'POST',
  path: '/identity/passkey-sign-in',
  access: 'public',
  summary: 'Signs in with a passkey alone',
  body: answer,
  reply: sessionView,
  errors: ['PASSKEY_WRONG', 'TOO_MANY_TRIES'],
});

/**
 * Confirming one call with a passkey instead of six digits. Send what the call will send: the endpoint's id, its
 * path with query as on the wire (`/api/identity/password`), and the very object that goes into its body (`null`
 * when the call has none). Then `startAuthentication`, then `answerStepUp`; its `token` goes into the call's
 * `Fresh-Code` header within two minutes and opens that call only: another body is refused with `CODE_WRONG`.
 */
export const stepUpOptions = endpoint({
  id: 'identity.step_up_options',
  method: 'POST',
  path: '/identity/step-up/passkey/options',
  access: 'person',
  summary: 'Challenge bound to one call',
  body: z.strictObject({
    operation: z.strictObject({
      endpoint: z.string().min(1, 'required').max(100, 'too_long'),
      url: z.string().startsWith('/api/', 'invalid').max(2000, 'too_long'),
      body: z.unknown(),
    }),
  }),
  reply: options,
  errors: ['PASSKEY_WRONG', 'TOO_MANY_TRIES'],
});

export const answerStepUp = endpoint({
  id: 'identity.answer_step_up',
  method: 'POST',
  path: '/identity/step-up/passkey',
  access: 'person',
  summary: 'Token for the one call a passkey confirmed',
  body: answer,
  reply: z.strictObject({ token: z.string(), expiresAt: z.iso.datetime() }),
  errors: ['PASSKEY_WRONG', 'TOO_MANY_TRIES'],
});

export const passkeySignInEndpoints = [
  secondFactorOptions,
  answerSecondFactor,
  passkeySignInOptions,
  passkeySignIn,
  stepUpOptions,
  answerStepUp,
];
