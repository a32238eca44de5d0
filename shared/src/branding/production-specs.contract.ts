import { z } from 'zod';
import { bytes, endpoint, idParam } from '../access/endpoint';
import { LOCALES, STAFF_LOCALES } from '../kernel/locale';
import { pageOf, pageQuery } from '../kernel/page';
import { messageText } from './briefs.contract';
import { TECHNICAL_CHECKS } from './decisions.rules';
import { designSpecRow, designSpecView, specRow, specView } from './production-spec-views';

const own = { owned: 'production-spec', params: idParam } as const;
const read = { needs: 'brand:read' } as const;
const design = { needs: 'design:read' } as const;
const gate = { needs: 'design:gate' } as const;
const STEP_ERRORS = ['STALE_RECORD', 'WRONG_STATE'];
const CHECK_ERRORS = [...STEP_ERRORS, 'SPEC_OWN_CHECK'];

export const listSpecs = endpoint({
  id: 'branding.specs',
  method: 'GET',
  path: '/brand/specs',
  access: read,
  summary: 'Production specs of the company, the newest first; retired ones on request',
  query: pageQuery.extend({ retired: z.enum(['true', 'false']).optional() }),
  reply: pageOf(specRow),
});
export const readSpec = endpoint({
  id: 'branding.spec',
  method: 'GET',
  path: '/brand/specs/:id',
  access: read,
  ...own,
  summary: 'One production spec with what was signed, its hashes and its approvals',
  reply: specView,
});
export const specSheet = endpoint({
  id: 'branding.spec_sheet',
  method: 'GET',
  path: '/brand/specs/:id/sheet',
  access: read,
  ...own,
  summary: 'The production sheet as a PDF: no price, no person, no company',
  query: z.strictObject({ lang: z.enum(LOCALES).default('en') }),
  reply: bytes,
  raw: 'application/pdf',
});
export const retireSpec = endpoint({
  id: 'branding.retire_spec',
  method: 'POST',
  path: '/brand/specs/:id/retire',
  access: { needs: 'brand:edit' },
  ...own,
  idempotent: true,
  ifMatch: true,
  summary: 'Takes a spec out of use: no new order is dressed by it',
  reply: specView,
  errors: STEP_ERRORS,
});

export const SPEC_FILTERS = ['waiting', 'all'] as const;
export const designSpecs = endpoint({
  id: 'branding.design_specs',
  method: 'GET',
  path: '/design/specs',
  access: design,
  summary:
    'Production specs that wait for their technical check, the longest waiting first; or all, newest first',
  query: pageQuery.extend({ filter: z.enum(SPEC_FILTERS).default('waiting') }),
  reply: pageOf(designSpecRow),
});
export const designSpec = endpoint({
  id: 'branding.design_spec',
  method: 'GET',
  path: '/design/specs/:id',
  access: design,
  params: idParam,
  summary: 'One production spec as the design team sees it: a brand code, no company, no person, no price',
  reply: designSpecView,
});
export const designSpecSheet = endpoint({
  id: 'branding.design_spec_sheet',
  method: 'GET',
  path: '/design/specs/:id/sheet',
  access: design,
  params: idParam,
  summary: 'The production sheet as a PDF, the same that the trader has',
  query: z.strictObject({ lang: z.enum(STAFF_LOCALES).default('en') }),
  reply: bytes,
  raw: 'application/pdf',
});
export const lockSpec = endpoint({
  id: 'branding.lock_spec',
  method: 'POST',
  path: '/design/specs/:id/lock',
  access: gate,
  params: idParam,
  idempotent: true,
  ifMatch: true,
  summary: 'Passes the technical check and locks the spec; never by the maker of its proof',
  body: z.strictObject({
    checks: z.array(z.enum(TECHNICAL_CHECKS)).max(TECHNICAL_CHECKS.length, 'too_long'),
  }),
  reply: designSpecView,
  errors: [...CHECK_ERRORS, 'CHECKLIST_OPEN', 'SPEC_CHANGED'],
});
export const refuseSpec = endpoint({
  id: 'branding.refuse_spec',
  method: 'POST',
  path: '/design/specs/:id/refuse',
  access: gate,
  params: idParam,
  idempotent: true,
  ifMatch: true,
  summary:
    'Refuses a spec that cannot be produced, with a reason; its brief is open again without a round used',
  body: z.strictObject({ reason: messageText }),
  reply: designSpecView,
  errors: CHECK_ERRORS,
});

export const productionSpecEndpoints = [
  listSpecs,
  readSpec,
  specSheet,
  retireSpec,
  designSpecs,
  designSpec,
  designSpecSheet,
  lockSpec,
  refuseSpec,
];
