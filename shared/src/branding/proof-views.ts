import { z } from 'zod';
import { preflightView } from './asset-views';
import { proofLifecycle } from './branding.lifecycle';
import { TURN_SIDES } from './brief-clock.rules';
import { actionView, roundsView } from './brief-views';
import { NOTE_STATUSES, NOTE_VISIBILITIES, noteShape } from './proof-notes.rules';

const instant = z.iso.datetime();
const proofState = z.enum(proofLifecycle.states);

/** One page of the file under review, with its boxes: pictures come from the asset's own routes. */
export const proofPageView = z.strictObject({
  page: z.int().positive(),
  widthPx: z.int(),
  heightPx: z.int(),
  mediaWMm: z.number(),
  mediaHMm: z.number(),
  /** The trim box within the medium; notes count from its upper left corner. */
  trimXMm: z.number(),
  trimYMm: z.number(),
  trimWMm: z.number(),
  trimHMm: z.number(),
  tileLevels: z.int(),
});
export type ProofPageView = z.output<typeof proofPageView>;

const writtenBy = {
  side: z.enum(TURN_SIDES),
  /** A name of the reader's own side; `null` for "the design team" and "the trader". */
  author: z.string().nullable(),
  isMine: z.boolean(),
  at: instant,
};
const reply = { id: z.uuid(), body: z.string(), ...writtenBy };
const note = {
  id: z.uuid(),
  /** Counts within the brief and keeps over its versions; internal notes count apart. */
  number: z.int().positive(),
  page: z.int().positive(),
  shape: noteShape,
  body: z.string(),
  status: z.enum(NOTE_STATUSES),
  declineReason: z.string().nullable(),
  /** The version on which it was first written, when that was an earlier one. */
  fromVersion: z.int().nullable(),
  /** The reader wrote it and may still change it. */
  mayEdit: z.boolean(),
  ...writtenBy,
};
export const noteReplyView = z.strictObject(reply);
export const noteView = z.strictObject({ ...note, replies: z.array(noteReplyView) });
export type NoteView = z.output<typeof noteView>;
/** As the design team sees it; a schema of its own, so that nothing internal fits into a trader's reply. */
export const designNoteView = z.strictObject({
  ...note,
  visibility: z.enum(NOTE_VISIBILITIES),
  todoId: z.uuid().nullable(),
  replies: z.array(z.strictObject(reply)),
});
export type DesignNoteView = z.output<typeof designNoteView>;

export const todoView = z.strictObject({
  id: z.uuid(),
  position: z.int().positive(),
  text: z.string(),
  isDone: z.boolean(),
  doneAt: instant.nullable(),
  /** Numbers of the notes it was folded from. */
  notes: z.array(z.int()),
  /** The version whose notes it answers. */
  fromVersion: z.int().positive(),
});
export type TodoView = z.output<typeof todoView>;

export const versionView = z.strictObject({
  id: z.uuid(),
  version: z.int().positive(),
  state: proofState,
  assetId: z.uuid(),
  sentAt: instant.nullable(),
});
/** Who of the company has seen, commented and decided. */
const markView = z.strictObject({
  name: z.string(),
  viewedAt: instant.nullable(),
  commentedAt: instant.nullable(),
  decidedAt: instant.nullable(),
});

const proofBase = {
  id: z.uuid(),
  briefId: z.uuid(),
  briefCode: z.string(),
  briefTitle: z.string(),
  /** Number of this version within its brief. */
  version: z.int().positive(),
  state: proofState,
  /** For `If-Match`. */
  revision: z.int().positive(),
  assetId: z.uuid(),
  pages: z.array(proofPageView),
  /** Of its file, for the packaging it was made for. */
  preflight: preflightView,
  /** Set until it is approved: what stands across the picture. */
  watermark: z.string().nullable(),
  rounds: roundsView,
  sentAt: instant.nullable(),
  viewedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  expiresAt: instant.nullable(),
  /** Nothing on it can be changed any more. */
  isLocked: z.boolean(),
  actions: z.array(actionView),
};
export const proofView = z
  .strictObject({
    ...proofBase,
    brand: z.strictObject({ id: z.uuid(), nameLatin: z.string(), nameArabic: z.string().nullable() }),
    notes: z.array(noteView),
    marks: z.array(markView),
    /** Versions that were sent, newest first. */
    versions: z.array(versionView),
  })
  .meta({ id: 'Proof' });
export type ProofView = z.output<typeof proofView>;
export const designProofView = z
  .strictObject({
    ...proofBase,
    brand: z.strictObject({ code: z.string(), nameLatin: z.string(), nameArabic: z.string().nullable() }),
    madeBy: z.string(),
    isMaker: z.boolean(),
    /** What the gatekeeper wrote when it came back. */
    sentBackFor: z.string().nullable(),
    /** How far the trader is; no names. */
    marks: z.strictObject({ viewed: z.int(), commented: z.int(), decided: z.int() }),
    notes: z.array(designNoteView),
    /** Of the whole brief, oldest first. */
    todos: z.array(todoView),
    versions: z.array(versionView),
  })
  .meta({ id: 'DesignProof' });
export type DesignProofView = z.output<typeof designProofView>;
