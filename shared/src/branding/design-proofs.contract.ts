import { z } from 'zod';
import { done, endpoint, idParam } from '../access/endpoint';
import { messageText } from './briefs.contract';
import { NOTE_VISIBILITIES } from './proof-notes.rules';
import { designNoteView, designProofView, noteReplyView } from './proof-views';
import { EDIT_ERRORS, NOTE_ERRORS, noteBody, noteParam } from './proofs.contract';

const read = { needs: 'design:read' } as const;
const work = { needs: 'design:work' } as const;
const gate = { needs: 'design:gate' } as const;
const one = { params: idParam, reply: designProofView } as const;
const STEP_ERRORS = ['STALE_RECORD', 'WRONG_STATE'];
const designNoteBody = noteBody.extend({ visibility: z.enum(NOTE_VISIBILITIES) });
const noteIds = z.array(z.uuid()).min(1, 'required').max(200, 'too_big');

export const createProof = endpoint({
  id: 'branding.create_proof',
  method: 'POST',
  path: '/design/briefs/:id/proofs',
  access: work,
  idempotent: true,
  summary: 'The next version of a brief from a checked proof file; open notes come along as linked copies',
  params: idParam,
  body: z.strictObject({ assetId: z.uuid() }),
  reply: designProofView,
  errors: ['WRONG_STATE', 'BRIEF_TAKEN', 'PROOF_OPEN', 'PROOF_FILE_NOT_READY', 'BRIEF_ROUND_NEEDS_QUOTE'],
});
export const designProof = endpoint({
  id: 'branding.design_proof',
  method: 'GET',
  path: '/design/proofs/:id',
  access: read,
  summary: 'One version with shared and internal notes and the to-dos of its brief',
  ...one,
});
export const replaceProofFile = endpoint({
  id: 'branding.replace_proof_file',
  method: 'PUT',
  path: '/design/proofs/:id/file',
  access: work,
  ifMatch: true,
  summary: 'Another file for a version that is still with its maker',
  ...one,
  body: z.strictObject({ assetId: z.uuid() }),
  errors: [...STEP_ERRORS, 'PROOF_FILE_NOT_READY', 'BRIEF_TAKEN'],
});
export const handInProof = endpoint({
  id: 'branding.hand_in_proof',
  method: 'POST',
  path: '/design/proofs/:id/hand-in',
  access: work,
  ifMatch: true,
  summary: 'Hands a version to the gatekeeper; every to-do is ticked by then',
  ...one,
  errors: [...STEP_ERRORS, 'BRIEF_TAKEN', 'PROOF_FILE_NOT_READY', 'PROOF_TODOS_OPEN'],
});
export const sendBackProof = endpoint({
  id: 'branding.send_back_proof',
  method: 'POST',
  path: '/design/proofs/:id/send-back',
  access: gate,
  ifMatch: true,
  summary: 'The gatekeeper returns a version to its maker with a reason',
  ...one,
  body: z.strictObject({ text: messageText }),
  errors: [...STEP_ERRORS, 'PROOF_OWN_GATE'],
});
export const sendProof = endpoint({
  id: 'branding.send_proof',
  method: 'POST',
  path: '/design/proofs/:id/send',
  access: gate,
  idempotent: true,
  ifMatch: true,
  summary: 'The gatekeeper sends a version to the trader; older versions lock',
  ...one,
  errors: [
    ...STEP_ERRORS,
    'PROOF_OWN_GATE',
    'PROOF_FILE_NOT_READY',
    'PROOF_TODOS_OPEN',
    'PROOF_WITH_TRADER',
    'BRIEF_ROUND_NEEDS_QUOTE',
  ],
});
export const addDesignNote = endpoint({
  id: 'branding.add_design_note',
  method: 'POST',
  path: '/design/proofs/:id/notes',
  access: work,
  idempotent: true,
  summary: 'Puts a note on a page, for the trader too or for the team alone',
  params: idParam,
  body: designNoteBody,
  reply: designNoteView,
  errors: NOTE_ERRORS,
});
export const editDesignNote = endpoint({
  id: 'branding.edit_design_note',
  method: 'PUT',
  path: '/design/proofs/:id/notes/:noteId',
  access: work,
  summary: 'Changes an own note as long as nobody has answered it or worked on it',
  params: noteParam,
  body: noteBody,
  reply: designNoteView,
  errors: EDIT_ERRORS,
});
export const removeDesignNote = endpoint({
  id: 'branding.remove_design_note',
  method: 'DELETE',
  path: '/design/proofs/:id/notes/:noteId',
  access: work,
  summary: 'Takes an own note back as long as nobody has answered it or worked on it',
  params: noteParam,
  reply: done,
  errors: EDIT_ERRORS,
});
export const replyToDesignNote = endpoint({
  id: 'branding.reply_to_design_note',
  method: 'POST',
  path: '/design/proofs/:id/notes/:noteId/replies',
  access: work,
  idempotent: true,
  summary: 'Answers a note; the answer is as open as the note is',
  params: noteParam,
  body: z.strictObject({ body: messageText }),
  reply: noteReplyView,
  errors: ['NOT_FOUND', 'PROOF_LOCKED', 'TOO_MANY_NOTES'],
});
export const foldNotes = endpoint({
  id: 'branding.fold_notes',
  method: 'POST',
  path: '/design/proofs/:id/todos',
  access: gate,
  idempotent: true,
  summary: 'The gatekeeper makes one to-do of one or several open notes',
  params: idParam,
  body: z.strictObject({ noteIds, text: messageText }),
  reply: designProofView,
  errors: ['PROOF_LOCKED', 'PROOF_OWN_GATE', 'NOTES_NOT_OPEN'],
});
export const declineNotes = endpoint({
  id: 'branding.decline_notes',
  method: 'POST',
  path: '/design/proofs/:id/decline',
  access: gate,
  idempotent: true,
  summary: 'The gatekeeper declines open notes; the writer reads the reason',
  params: idParam,
  body: z.strictObject({ noteIds, reason: messageText }),
  reply: designProofView,
  errors: ['PROOF_LOCKED', 'PROOF_OWN_GATE', 'NOTES_NOT_OPEN'],
});
export const unfoldTodo = endpoint({
  id: 'branding.unfold_todo',
  method: 'DELETE',
  path: '/design/proofs/:id/todos/:todoId',
  access: gate,
  summary: 'Takes a to-do back that is not done; its notes are open again',
  params: z.strictObject({ id: z.uuid(), todoId: z.uuid() }),
  reply: designProofView,
  errors: ['NOT_FOUND', 'PROOF_LOCKED', 'PROOF_OWN_GATE', 'WRONG_STATE'],
});
export const tickTodos = endpoint({
  id: 'branding.tick_todos',
  method: 'POST',
  path: '/design/proofs/:id/todos/tick',
  access: work,
  summary: 'Ticks to-dos, or takes the ticks back; their notes follow',
  params: idParam,
  body: z.strictObject({ todoIds: z.array(z.uuid()).min(1).max(200), isDone: z.boolean() }),
  reply: designProofView,
  errors: ['NOT_FOUND', 'PROOF_LOCKED', 'BRIEF_TAKEN'],
});

export const designProofEndpoints = [
  createProof,
  designProof,
  replaceProofFile,
  handInProof,
  sendBackProof,
  sendProof,
  addDesignNote,
  editDesignNote,
  removeDesignNote,
  replyToDesignNote,
  foldNotes,
  declineNotes,
  unfoldTodo,
  tickTodos,
];
