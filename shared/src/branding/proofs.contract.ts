import { z } from 'zod';
import { done, endpoint, idParam } from '../access/endpoint';
import { messageText } from './briefs.contract';
import { noteShape } from './proof-notes.rules';
import { noteReplyView, noteView, proofView } from './proof-views';

export const noteParam = z.strictObject({ id: z.uuid(), noteId: z.uuid() });
export const noteBody = z.strictObject({
  page: z.int().min(1).max(500),
  shape: noteShape,
  body: messageText,
});
export const NOTE_ERRORS = ['PROOF_LOCKED', 'NOTE_OFF_PAGE', 'TOO_MANY_NOTES'];
export const EDIT_ERRORS = ['NOT_FOUND', 'PROOF_LOCKED', 'NOTE_OFF_PAGE', 'NOTE_IS_FIXED'];
const write = { needs: 'brief:write' } as const;

export const readProof = endpoint({
  id: 'branding.proof',
  method: 'GET',
  path: '/brand/proofs/:id',
  access: { needs: 'brand:read' },
  owned: 'proof',
  summary: 'One version that was sent, with its notes',
  params: idParam,
  reply: proofView,
});
export const viewProof = endpoint({
  id: 'branding.view_proof',
  method: 'POST',
  path: '/brand/proofs/:id/view',
  access: { needs: 'brand:read' },
  owned: 'proof',
  summary: 'Notes that the reader has opened a version; the first look of each person is kept',
  params: idParam,
  reply: proofView,
});
export const addNote = endpoint({
  id: 'branding.add_note',
  method: 'POST',
  path: '/brand/proofs/:id/notes',
  access: write,
  owned: 'proof',
  idempotent: true,
  summary: 'Puts a note on a page, in millimetres of its trim box',
  params: idParam,
  body: noteBody,
  reply: noteView,
  errors: NOTE_ERRORS,
});
export const editNote = endpoint({
  id: 'branding.edit_note',
  method: 'PUT',
  path: '/brand/proofs/:id/notes/:noteId',
  access: write,
  owned: 'proof',
  summary: 'Changes an own note as long as nobody has answered it or worked on it',
  params: noteParam,
  body: noteBody,
  reply: noteView,
  errors: EDIT_ERRORS,
});
export const removeNote = endpoint({
  id: 'branding.remove_note',
  method: 'DELETE',
  path: '/brand/proofs/:id/notes/:noteId',
  access: write,
  owned: 'proof',
  summary: 'Takes an own note back as long as nobody has answered it or worked on it',
  params: noteParam,
  reply: done,
  errors: EDIT_ERRORS,
});
export const replyToNote = endpoint({
  id: 'branding.reply_to_note',
  method: 'POST',
  path: '/brand/proofs/:id/notes/:noteId/replies',
  access: write,
  owned: 'proof',
  idempotent: true,
  summary: 'Answers a note',
  params: noteParam,
  body: z.strictObject({ body: messageText }),
  reply: noteReplyView,
  errors: ['NOT_FOUND', 'PROOF_LOCKED', 'TOO_MANY_NOTES'],
});

export const proofEndpoints = [readProof, viewProof, addNote, editNote, removeNote, replyToNote];
