import { z } from 'zod';
import { endpoint, idParam } from '../access/endpoint';
import { messageText } from './briefs.contract';
import { approvalView, decisionView, sha256 } from './decision-views';

const own = { owned: 'proof', params: idParam } as const;
const decide = { needs: 'proof:approve' } as const;
const STEP_ERRORS = ['STALE_RECORD', 'WRONG_STATE'];

export const readApproval = endpoint({
  id: 'branding.approval',
  method: 'GET',
  path: '/brand/proofs/:id/approval',
  access: { needs: 'brand:read' },
  ...own,
  summary: 'What an approval of this version would sign, with one seal over all of it; changes nothing',
  reply: approvalView,
});
export const approveProof = endpoint({
  id: 'branding.approve_proof',
  method: 'POST',
  path: '/brand/proofs/:id/approve',
  access: { ...decide, fresh: true },
  ...own,
  idempotent: true,
  ifMatch: true,
  summary:
    'Approves what was read under its seal, with one fresh code; the last approval needed makes the production spec',
  body: z.strictObject({
    seal: sha256,
    /** Keys of the items ticked: all of them. */
    checklist: z.array(z.string().max(40, 'too_long')).max(40, 'too_long'),
    /** Ids of the open notes that are accepted as they stand: all of them. */
    openNotes: z.array(z.uuid()).max(500, 'too_long'),
  }),
  reply: decisionView,
  errors: [
    ...STEP_ERRORS,
    'APPROVAL_CHANGED',
    'APPROVAL_GIVEN',
    'APPROVAL_NEEDS_PACKAGING',
    'CHECKLIST_OPEN',
    'OPEN_NOTES_DIFFER',
    'PACKAGING_NOT_PRICED',
  ],
});
export const requireChanges = endpoint({
  id: 'branding.require_changes',
  method: 'POST',
  path: '/brand/proofs/:id/require-changes',
  access: decide,
  ...own,
  idempotent: true,
  ifMatch: true,
  summary: 'Sends a version back for changes: its open notes, a text, or both; the design team has the turn',
  body: z.strictObject({ text: messageText.nullable() }),
  reply: decisionView,
  errors: [...STEP_ERRORS, 'CHANGES_EMPTY'],
});
export const rejectProof = endpoint({
  id: 'branding.reject_proof',
  method: 'POST',
  path: '/brand/proofs/:id/reject',
  access: decide,
  ...own,
  idempotent: true,
  ifMatch: true,
  summary: 'Refuses a version as a whole, with a reason; it locks, and the design team begins another',
  body: z.strictObject({ reason: messageText }),
  reply: decisionView,
  errors: STEP_ERRORS,
});

export const decisionEndpoints = [readApproval, approveProof, requireChanges, rejectProof];
