import { z } from 'zod';
import { defineRule } from '../kernel/rule';
import type { ProofState } from './branding.lifecycle';
import type { TurnSide } from './brief-clock.rules';

export const NOTE_BLEED_MM = defineRule({
  name: 'note-bleed-mm',
  value: 5,
  clause: 'portal',
  meaning: 'How far outside the trim box a note on a proof may stand, in millimetres: the bleed is drawn too',
});
export const NOTES_A_PROOF = defineRule({
  name: 'notes-a-proof',
  value: 500,
  clause: 'portal',
  meaning: 'Notes and replies that one version of a proof takes',
});
export const proofNoteRules = [NOTE_BLEED_MM, NOTES_A_PROOF] as const;

/** Millimetres from the start corner of the trim box, to a hundredth. */
const mm = z
  .number()
  .min(-100)
  .max(20_000)
  .transform((value) => Math.round(value * 100) / 100);
const point = { x: mm, y: mm } as const;
/** Where a note stands and what it looks like; from the upper left corner of the trim box, in either direction. */
export const noteShape = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('pin'), ...point }),
  z.strictObject({ shape: z.literal('text'), ...point }),
  z.strictObject({ shape: z.literal('rectangle'), ...point, w: mm, h: mm }),
  z.strictObject({ shape: z.literal('arrow'), ...point, toX: mm, toY: mm }),
]);
export type NoteShape = z.output<typeof noteShape>;
export const NOTE_SHAPES = ['pin', 'rectangle', 'arrow', 'text'] as const;
export const NOTE_STATUSES = ['open', 'todo', 'done', 'declined'] as const;
export type NoteStatus = (typeof NOTE_STATUSES)[number];
export const NOTE_VISIBILITIES = ['shared', 'internal'] as const;
export type NoteVisibility = (typeof NOTE_VISIBILITIES)[number];

interface TrimSize {
  readonly widthMm: number;
  readonly heightMm: number;
}
interface Corner {
  readonly x: number;
  readonly y: number;
}

/** The corners by which a shape is judged. */
function cornersOf(shape: NoteShape): readonly Corner[] {
  const start = { x: shape.x, y: shape.y };
  if (shape.shape === 'rectangle') return [start, { x: shape.x + shape.w, y: shape.y + shape.h }];
  return shape.shape === 'arrow' ? [start, { x: shape.toX, y: shape.toY }] : [start];
}

/** True when every corner stands on the page, bleed included, and a rectangle has an inside. */
export function isOnPage(shape: NoteShape, trim: TrimSize): boolean {
  const bleed = NOTE_BLEED_MM.value;
  const isWithin = (at: number, size: number): boolean => at >= -bleed && at <= size + bleed;
  const hasInside = shape.shape !== 'rectangle' || (shape.w > 0 && shape.h > 0);
  return (
    hasInside && cornersOf(shape).every(({ x, y }) => isWithin(x, trim.widthMm) && isWithin(y, trim.heightMm))
  );
}

const TRADER_NOTES: readonly ProofState[] = ['sent', 'viewed'];
const STORE_NOTES: readonly ProofState[] = ['draft', 'internal_review', 'sent', 'viewed'];
const REPLIES: readonly ProofState[] = [...STORE_NOTES, 'changes_required'];
/** In which states of a version a side may put new notes on it. */
export const takesNotes = (side: TurnSide, state: ProofState): boolean =>
  (side === 'trader' ? TRADER_NOTES : STORE_NOTES).includes(state);
/** Answers to a note stay possible while the changes are being made. */
export const takesReplies = (state: ProofState): boolean => REPLIES.includes(state);

/** A page a note can stand on. */
export interface NotePage {
  readonly page: number;
  readonly trimWMm: number;
  readonly trimHMm: number;
}
const sizeOf = (page: NotePage): TrimSize => ({ widthMm: page.trimWMm, heightMm: page.trimHMm });
/** True when the page exists and the shape stands on it. */
export function fitsPages(place: { page: number; shape: NoteShape }, pages: readonly NotePage[]): boolean {
  const page = pages.find((each) => each.page === place.page);
  return page !== undefined && isOnPage(place.shape, sizeOf(page));
}
/**
 * Where a note stands in another file: where it stood, or as a pin at the nearest place when the page has become
 * smaller or is gone. Nobody's remark is lost to a new format.
 */
export function placeOn(
  place: { readonly page: number; readonly shape: NoteShape },
  pages: readonly NotePage[],
): { page: number; shape: NoteShape } {
  if (fitsPages(place, pages)) return { page: place.page, shape: place.shape };
  const page = pages.find((each) => each.page === place.page) ?? pages[0];
  const within = (at: number, size: number): number => Math.min(Math.max(at, 0), size);
  const { x, y } = place.shape;
  return {
    page: page?.page ?? 1,
    shape: { shape: 'pin', x: within(x, page?.trimWMm ?? 0), y: within(y, page?.trimHMm ?? 0) },
  };
}
