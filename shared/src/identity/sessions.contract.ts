import { z } from 'zod';
import { done, endpoint, idParam } from '../access/endpoint';
import { FACTORS } from './fields';
import { sessionView } from './session-view';

/** Browser and system as words that are the same in every language; `null` where the device does not say. */
export const deviceView = z.strictObject({
  browser: z.string().nullable(),
  system: z.string().nullable(),
  kind: z.enum(['computer', 'phone', 'tablet', 'unknown']),
});

/** "My security", list of devices. The network is a prefix (`203.0.113.0/24`): never a whole address. */
export const listSessions = endpoint({
  id: 'identity.list_sessions',
  method: 'GET',
  path: '/identity/sessions',
  access: 'person',
  summary: 'Open sessions of the caller, this one first',
  reply: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        isThis: z.boolean(),
        device: deviceView,
        network: z.string().nullable(),
        factor: z.enum(FACTORS).nullable(),
        company: z.string().nullable(),
        openedAt: z.iso.datetime(),
        lastUsedAt: z.iso.datetime(),
      }),
    ),
  }),
});

/** Closing this one is signing out: use `signOut` for it, which clears the cookies too. */
export const closeSession = endpoint({
  id: 'identity.close_session',
  method: 'DELETE',
  path: '/identity/sessions/:id',
  access: 'person',
  summary: 'Closes one session of the caller; its next call is refused',
  params: idParam,
  reply: done,
  errors: ['NOT_ALLOWED', 'NOT_FOUND'],
});

export const closeOtherSessions = endpoint({
  id: 'identity.close_other_sessions',
  method: 'POST',
  path: '/identity/sessions/close-others',
  access: 'person',
  summary: 'Closes every session of the caller but this one',
  reply: z.strictObject({ closed: z.int() }),
  errors: ['NOT_ALLOWED'],
});

/** Sets new cookies; afterwards forget everything that was read for the company before. */
export const switchCompany = endpoint({
  id: 'identity.switch_company',
  method: 'POST',
  path: '/identity/company',
  access: 'person',
  summary: 'Works for another of the caller’s companies from now on',
  body: z.strictObject({ companyId: z.uuid() }),
  reply: sessionView,
  errors: ['NOT_ALLOWED', 'NOT_FOUND'],
});

export const sessionsEndpoints = [listSessions, closeSession, closeOtherSessions, switchCompany];
