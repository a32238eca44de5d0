import { NOTE_BLEED_MM, type NoteShape } from '@qafila/shared/branding/proof-notes.rules';
import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import type { Box, Point } from './view';

export type ShapeName = NoteShape['shape'];
/** What the pointer does on the page: move it, or put a note down. */
export type Tool = 'hand' | ShapeName;
type Trim = Pick<ProofPageView, 'trimWMm' | 'trimHMm'>;

/** A drag shorter than this is a tap, in millimetres. */
const TAP_MM = 0.8;
const tidy = (mm: number): number => Math.round(mm * 100) / 100;
const within = (at: number, from: number, to: number): number => tidy(Math.min(Math.max(at, from), to));

/** The nearest point a note can stand on: the page with its bleed. */
export function onPage({ x, y }: Point, { trimWMm, trimHMm }: Trim): Point {
  const bleed = NOTE_BLEED_MM.value;
  return { x: within(x, -bleed, trimWMm + bleed), y: within(y, -bleed, trimHMm + bleed) };
}

/** How large a shape becomes that was only tapped: a seventh of the page's shorter side. */
const usual = ({ trimWMm, trimHMm }: Trim): number => Math.max(Math.min(trimWMm, trimHMm) / 7, 1);

/** The shape between two places, in any direction; a tap makes one of the usual size. */
export function shapeBetween(
  tool: ShapeName,
  { from, to }: { from: Point; to: Point },
  trim: Trim,
): NoteShape {
  const start = onPage(from, trim);
  if (tool === 'pin' || tool === 'text') return { shape: tool, ...onPage(to, trim) };
  const isTap = Math.hypot(to.x - from.x, to.y - from.y) < TAP_MM;
  const size = usual(trim);
  if (tool === 'arrow') {
    const tip = isTap ? start : onPage(to, trim);
    const tail = isTap ? onPage({ x: start.x - size, y: start.y - size }, trim) : start;
    return { shape: 'arrow', ...tail, toX: tip.x, toY: tip.y };
  }
  const first = isTap ? onPage({ x: start.x - size / 2, y: start.y - size / 2 }, trim) : start;
  const second = isTap ? onPage({ x: first.x + size, y: first.y + size }, trim) : onPage(to, trim);
  return {
    shape: 'rectangle',
    x: Math.min(first.x, second.x),
    y: Math.min(first.y, second.y),
    w: tidy(Math.max(Math.abs(second.x - first.x), 0.5)),
    h: tidy(Math.max(Math.abs(second.y - first.y), 0.5)),
  };
}

/** What a shape covers. */
export function boundsOf(shape: NoteShape): Box {
  if (shape.shape === 'rectangle') return { x: shape.x, y: shape.y, width: shape.w, height: shape.h };
  if (shape.shape !== 'arrow') return { x: shape.x, y: shape.y, width: 0, height: 0 };
  return {
    x: Math.min(shape.x, shape.toX),
    y: Math.min(shape.y, shape.toY),
    width: Math.abs(shape.toX - shape.x),
    height: Math.abs(shape.toY - shape.y),
  };
}

/** The shape moved as a whole, as far as the page goes. */
export function moved(shape: NoteShape, by: Point, trim: Trim): NoteShape {
  const box = boundsOf(shape);
  const first = onPage({ x: box.x + by.x, y: box.y + by.y }, trim);
  const last = onPage({ x: first.x + box.width, y: first.y + box.height }, trim);
  const dx = last.x - box.width - box.x;
  const dy = last.y - box.height - box.y;
  const at = { x: tidy(shape.x + dx), y: tidy(shape.y + dy) };
  if (shape.shape === 'arrow')
    return { ...shape, ...at, toX: tidy(shape.toX + dx), toY: tidy(shape.toY + dy) };
  return { ...shape, ...at };
}

/** The far end moved: the size of a rectangle, the tip of an arrow; of a pin, the pin. */
export function stretched(shape: NoteShape, by: Point, trim: Trim): NoteShape {
  if (shape.shape === 'arrow') {
    const tip = onPage({ x: shape.toX + by.x, y: shape.toY + by.y }, trim);
    return { ...shape, toX: tip.x, toY: tip.y };
  }
  if (shape.shape !== 'rectangle') return moved(shape, by, trim);
  const corner = onPage({ x: shape.x + shape.w + by.x, y: shape.y + shape.h + by.y }, trim);
  return {
    ...shape,
    w: tidy(Math.max(corner.x - shape.x, 0.5)),
    h: tidy(Math.max(corner.y - shape.y, 0.5)),
  };
}
