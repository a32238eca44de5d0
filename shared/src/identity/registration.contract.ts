import { z } from 'zod';
import { done, endpoint } from '../access/endpoint';
import { isCountry } from '../kernel/countries';
import { LOCALES } from '../kernel/locale';
import { emailInput, linkToken, passwordInput } from './fields';

/** What a link to complete something leads to next: the screens of enrolment. */
export const enrolNext = z.strictObject({ next: z.literal('enrol') });

/**
 * Screen `/register`, first half: mail and language. The answer is the same for every address; the screen says
 * "look into your mail". A known address gets a mail that says so.
 */
export const register = endpoint({
  id: 'identity.register',
  method: 'POST',
  path: '/identity/register',
  access: 'public',
  summary: 'Sends a link to an address, whether or not it is known here',
  body: z.strictObject({ email: emailInput, locale: z.enum(LOCALES) }),
  reply: done,
  errors: ['TOO_MANY_TRIES'],
});

/**
 * Screen `/register#token`, opened from the mail: asks what the link is for, so that the form can show the address
 * and an old link is told at once. Does not use the link up.
 */
export const openRegistration = endpoint({
  id: 'identity.open_registration',
  method: 'POST',
  path: '/identity/register/open',
  access: 'public',
  summary: 'The address a registration link was sent to',
  body: z.strictObject({ token: linkToken }),
  reply: z.strictObject({ email: z.string(), locale: z.enum(LOCALES) }),
  errors: ['LINK_USED', 'TOO_MANY_TRIES'],
});

/**
 * Second half of the form. Sets the cookies of an enrolling session: go to the enrolment screen (`readFactors` says
 * which step). The company stands in state `pending` and the person is its owner.
 */
export const completeRegistration = endpoint({
  id: 'identity.complete_registration',
  method: 'POST',
  path: '/identity/register/complete',
  access: 'public',
  summary: 'Uses up a registration link: person, password and a company that waits for approval',
  body: z.strictObject({
    token: linkToken,
    name: z.string().trim().min(1, 'required').max(120, 'too_long'),
    companyName: z.string().trim().min(1, 'required').max(120, 'too_long'),
    country: z.string().refine(isCountry, 'invalid'),
    password: passwordInput,
  }),
  reply: enrolNext,
  errors: ['LINK_USED', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_KNOWN', 'TOO_MANY_TRIES'],
});

export const registrationEndpoints = [register, openRegistration, completeRegistration];
