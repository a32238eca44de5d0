import { z } from 'zod';
import { done, endpoint } from '../access/endpoint';
import { emailInput, linkToken, passwordInput } from './fields';

const PASSWORD_ERRORS = ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_KNOWN'] as const;
const FRESH_ERRORS = ['CODE_WRONG', 'CODE_USED', 'TOO_MANY_TRIES', 'NOT_ALLOWED'] as const;

/** Closes every other session; this one stays. */
export const changePassword = endpoint({
  id: 'identity.change_password',
  method: 'PUT',
  path: '/identity/password',
  access: { needs: 'person', fresh: true },
  summary: 'A new password, for whoever knows the present one and gives a fresh code',
  body: z.strictObject({ current: passwordInput, next: passwordInput }),
  reply: done,
  errors: ['PASSWORD_WRONG', ...PASSWORD_ERRORS, ...FRESH_ERRORS],
});

/** Screen `/forgot-password`. The answer is the same for every address: "look into your mail". */
export const forgotPassword = endpoint({
  id: 'identity.forgot_password',
  method: 'POST',
  path: '/identity/password/forgotten',
  access: 'public',
  summary: 'Sends a link for a new password, if the address is known here',
  body: z.strictObject({ email: emailInput }),
  reply: done,
  errors: ['TOO_MANY_TRIES'],
});

/** Screen `/reset-password#token`: tells an old link before somebody types. Does not use the link up. */
export const openPasswordReset = endpoint({
  id: 'identity.open_password_reset',
  method: 'POST',
  path: '/identity/password/reset/open',
  access: 'public',
  summary: 'The address a reset link was sent to',
  body: z.strictObject({ token: linkToken }),
  reply: z.strictObject({ email: z.string() }),
  errors: ['LINK_USED', 'TOO_MANY_TRIES'],
});

/** Closes all sessions and leaves the second factor in place: sign in with the new password next. */
export const resetPassword = endpoint({
  id: 'identity.reset_password',
  method: 'POST',
  path: '/identity/password/reset',
  access: 'public',
  summary: 'Uses up a reset link',
  body: z.strictObject({ token: linkToken, password: passwordInput }),
  reply: done,
  errors: ['LINK_USED', ...PASSWORD_ERRORS, 'TOO_MANY_TRIES'],
});

/**
 * The address changes when the link in the new mailbox is followed; the old one is told now and then. The answer is
 * the same when the new address is somebody's already.
 */
export const changeEmail = endpoint({
  id: 'identity.change_email',
  method: 'PUT',
  path: '/identity/email',
  access: { needs: 'person', fresh: true },
  summary: 'Sends a link to a new address',
  body: z.strictObject({ email: emailInput }),
  reply: done,
  errors: [...FRESH_ERRORS],
});

/** Screen `/confirm-email#token`, with or without a session: one button, then this. */
export const confirmEmail = endpoint({
  id: 'identity.confirm_email',
  method: 'POST',
  path: '/identity/email/confirm',
  access: 'public',
  summary: 'Uses up the link: the new address counts from now on',
  body: z.strictObject({ token: linkToken }),
  reply: done,
  errors: ['LINK_USED', 'TOO_MANY_TRIES'],
});

/** Screen `/unlock#token`, from the mail after twenty wrong passwords: one button, then back to sign-in. */
export const unlockSignIn = endpoint({
  id: 'identity.unlock',
  method: 'POST',
  path: '/identity/unlock',
  access: 'public',
  summary: 'Opens sign-in again after too many wrong passwords',
  body: z.strictObject({ token: linkToken }),
  reply: done,
  errors: ['LINK_USED', 'TOO_MANY_TRIES'],
});

export const credentialsEndpoints = [
  changePassword,
  forgotPassword,
  openPasswordReset,
  resetPassword,
  changeEmail,
  confirmEmail,
  unlockSignIn,
];
