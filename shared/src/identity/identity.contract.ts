import { z } from 'zod';
import { done, endpoint } from '../access/endpoint';
import { ROLES } from '../access/roles';
import { LOCALES } from '../kernel/locale';
import { credentialsEndpoints } from './credentials.contract';
import { factorsEndpoints } from './factors.contract';
import { codeInput, FACTORS, passwordInput } from './fields';
import { lostFactorEndpoints } from './lost-factor.contract';
import { passkeySignInEndpoints } from './passkey-sign-in.contract';
import { registrationEndpoints } from './registration.contract';
import { sessionView } from './session-view';
import { sessionsEndpoints } from './sessions.contract';

/**
 * `next: 'code'`: half a session; offer what `factors` names (`provideCode`, `secondFactorOptions`,
 * `useRecoveryCode`), and "I lost them all" (`openLostFactor`). `next: 'enrol'`: no factor stands yet, go to the
 * enrolment screen. `TOO_MANY_TRIES` tells the seconds to wait; after twenty wrong passwords a mail with a link
 * opens sign-in again, and the screen may say so at any wait over a minute.
 */
export const signIn = endpoint({
  id: 'identity.sign_in',
  method: 'POST',
  path: '/identity/sign-in',
  access: 'public',
  summary: 'Mail and password; the second factor follows',
  body: z.strictObject({
    email: z.string().trim().min(1, 'required').max(254, 'too_long'),
    password: passwordInput,
  }),
  reply: z.strictObject({ next: z.enum(['code', 'enrol']), factors: z.array(z.enum(FACTORS)) }),
  errors: ['CREDENTIALS_WRONG', 'TOO_MANY_TRIES'],
});

export type SessionView = z.output<typeof sessionView>;

export const provideCode = endpoint({
  id: 'identity.provide_code',
  method: 'POST',
  path: '/identity/code',
  access: 'half',
  summary: 'Six digits of the authenticator app complete the sign-in',
  body: z.strictObject({ code: codeInput }),
  reply: sessionView,
  errors: ['CODE_WRONG', 'CODE_USED', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

export const useRecoveryCode = endpoint({
  id: 'identity.use_recovery_code',
  method: 'POST',
  path: '/identity/recovery-code',
  access: 'half',
  summary: 'A recovery code, single use, in place of the authenticator app',
  body: z.strictObject({ code: codeInput }),
  reply: sessionView,
  errors: ['RECOVERY_CODE_WRONG', 'TOO_MANY_TRIES', 'NOT_ALLOWED'],
});

export const refreshSession = endpoint({
  id: 'identity.refresh',
  method: 'POST',
  path: '/identity/refresh',
  access: 'public',
  summary: 'Rotates the refresh token; an old one closes the session',
  reply: done,
  errors: ['NOT_SIGNED_IN'],
});

export const signOut = endpoint({
  id: 'identity.sign_out',
  method: 'POST',
  path: '/identity/sign-out',
  access: 'public',
  summary: 'Closes the session and clears its cookies',
  reply: done,
});

export const readSession = endpoint({
  id: 'identity.session',
  method: 'GET',
  path: '/identity/session',
  access: 'person',
  summary: 'Who is signed in and what they may do',
  reply: sessionView,
});

export const chooseLocale = endpoint({
  id: 'identity.choose_locale',
  method: 'PUT',
  path: '/identity/locale',
  access: 'person',
  summary: 'Language of screens and mails',
  body: z.strictObject({ locale: z.enum(LOCALES) }),
  reply: done,
});

export const demoAccounts = endpoint({
  id: 'identity.demo_accounts',
  method: 'GET',
  path: '/demo/accounts',
  access: 'public',
  demoOnly: true,
  summary: 'Accounts of the demo world with their current codes',
  reply: z.strictObject({
    now: z.iso.datetime(),
    secondsLeft: z.int(),
    accounts: z.array(
      z.strictObject({
        email: z.string(),
        password: z.string(),
        name: z.string(),
        company: z.string().nullable(),
        role: z.enum(ROLES),
        code: z.string(),
        usedUp: z.boolean(),
      }),
    ),
  }),
});

export const moveClock = endpoint({
  id: 'identity.move_clock',
  method: 'POST',
  path: '/demo/clock',
  access: 'public',
  demoOnly: true,
  summary: 'Moves the clock of server and worker forward; loopback only',
  body: z.strictObject({
    advanceSeconds: z
      .int()
      .min(1)
      .max(40 * 86_400),
  }),
  reply: z.strictObject({ now: z.iso.datetime() }),
});

export const identityEndpoints = [
  signIn,
  provideCode,
  useRecoveryCode,
  refreshSession,
  signOut,
  readSession,
  chooseLocale,
  ...registrationEndpoints,
  ...factorsEndpoints,
  ...passkeySignInEndpoints,
  ...sessionsEndpoints,
  ...credentialsEndpoints,
  ...lostFactorEndpoints,
  demoAccounts,
  moveClock,
];
