import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { LOCALES } from '../kernel/locale';
import { factorCaseLifecycle } from './factor-case.lifecycle';
import { linkToken } from './fields';
import { enrolNext } from './registration.contract';

const state = z.enum(factorCaseLifecycle.states);

/** What the person sees of the case. */
export const lostFactorView = z.strictObject({
  state,
  openedAt: z.iso.datetime(),
  /** From then on the mailed link opens the enrolment; set once two people have approved. */
  waitUntil: z.iso.datetime().nullable(),
});

/**
 * Screen "I cannot use any of my factors", after the password (half session). A case that is open already is
 * answered as it stands.
 */
export const openLostFactor = endpoint({
  id: 'identity.open_lost_factor',
  method: 'POST',
  path: '/identity/lost-factor',
  access: 'half',
  summary: 'Asks the store to let somebody enrol again; needs the password',
  body: z.strictObject({ text: z.string().trim().min(20, 'too_short').max(2000, 'too_long') }),
  reply: lostFactorView,
  errors: ['WRONG_STATE', 'TOO_MANY_TRIES'],
});

export const readLostFactor = endpoint({
  id: 'identity.read_lost_factor',
  method: 'GET',
  path: '/identity/lost-factor',
  access: 'half',
  summary: 'Where the caller’s case stands',
  reply: z.strictObject({ case: lostFactorView.nullable() }),
  errors: ['NOT_ALLOWED'],
});

/**
 * Screen `/lost-factor#token`, from the mail after the wait: the person signs in with the password first (keep the
 * token in memory), then this. New cookies of an enrolling session come with the answer; all factors and
 * sessions of before end when that enrolment is complete.
 */
export const enrolAgain = endpoint({
  id: 'identity.enrol_again',
  method: 'POST',
  path: '/identity/lost-factor/enrol',
  access: 'half',
  summary: 'Uses up the link of an approved case after the wait',
  body: z.strictObject({ token: linkToken }),
  reply: enrolNext,
  errors: ['LINK_USED', 'TOO_MANY_TRIES'],
});

export const FACTOR_CASE_QUEUES = ['waiting', 'decided'] as const;

const caseRow = z.strictObject({
  id: z.uuid(),
  state,
  person: z.strictObject({ id: z.uuid(), name: z.string(), kind: z.enum(['trader', 'staff']) }),
  company: z
    .strictObject({ id: z.uuid(), nameLatin: z.string(), nameArabic: z.string().nullable() })
    .nullable(),
  openedAt: z.iso.datetime(),
  approvals: z.int(),
  /** False for whoever approved first, and for the person himself. */
  canApprove: z.boolean(),
});

/** Staff screen `/staff/lost-factors`: what waits, oldest first; or what was decided, newest first. */
export const listFactorCases = endpoint({
  id: 'identity.list_factor_cases',
  method: 'GET',
  path: '/staff/factor-cases',
  access: { needs: 'factor-case:read' },
  summary: 'Cases of lost factors',
  query: z.strictObject({ queue: z.enum(FACTOR_CASE_QUEUES).default('waiting') }),
  reply: z.strictObject({ rows: z.array(caseRow) }),
});

export const factorCaseView = caseRow
  .extend({
    version: z.int(),
    /** What the person wrote; how he can be called back stands there. */
    text: z.string(),
    email: z.string(),
    locale: z.enum(LOCALES),
    waitUntil: z.iso.datetime().nullable(),
    /** Other open cases and sign-ins of the person, as hints whether it is really him. */
    signals: z.strictObject({
      registeredAt: z.iso.datetime(),
      lastSignInAt: z.iso.datetime().nullable(),
      casesBefore: z.int(),
      hasOpenSession: z.boolean(),
    }),
    decisions: z.array(
      z.strictObject({
        by: z.string(),
        decision: z.enum(['approve', 'refuse']),
        note: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'FactorCase' });
export type FactorCaseView = z.output<typeof factorCaseView>;

export const readFactorCase = endpoint({
  id: 'identity.read_factor_case',
  method: 'GET',
  path: '/staff/factor-cases/:id',
  access: { needs: 'factor-case:read' },
  summary: 'One case with what the person wrote',
  params: idParam,
  reply: factorCaseView,
  errors: ['NOT_FOUND'],
});

/** How the reviewer made sure who it is: called back, compared documents. At least a sentence. */
const decisionBody = z.strictObject({ note: z.string().trim().min(10, 'too_short').max(1000, 'too_long') });
const DECISION_ERRORS = [
  'SECOND_PERSON_NEEDED',
  'WRONG_STATE',
  'STALE_RECORD',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'CODE_WRONG',
  'CODE_USED',
  'TOO_MANY_TRIES',
] as const;

/** The second approval starts the wait; every address of the person is told. */
export const approveFactorCase = endpoint({
  id: 'identity.approve_factor_case',
  method: 'POST',
  path: '/staff/factor-cases/:id/approve',
  access: { needs: 'factor-case:decide', fresh: true },
  summary: 'First or second of two approvals by different people',
  params: idParam,
  idempotent: true,
  ifMatch: true,
  body: decisionBody,
  reply: factorCaseView,
  errors: [...DECISION_ERRORS],
});

export const refuseFactorCase = endpoint({
  id: 'identity.refuse_factor_case',
  method: 'POST',
  path: '/staff/factor-cases/:id/refuse',
  access: { needs: 'factor-case:decide', fresh: true },
  summary: 'Closes a case; one person is enough',
  params: idParam,
  idempotent: true,
  ifMatch: true,
  body: decisionBody,
  reply: factorCaseView,
  errors: [...DECISION_ERRORS],
});

export const lostFactorEndpoints = [
  openLostFactor,
  readLostFactor,
  enrolAgain,
  listFactorCases,
  readFactorCase,
  approveFactorCase,
  refuseFactorCase,
];
