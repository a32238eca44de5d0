import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Tool } from './shapes';
import type { ViewControl } from './use-view';
import { type Point, toMm } from './view';

const TAP_PX = 5;
const WHEEL_STEP = 0.0022;
const MOST_WHEEL = 120;

/** What the pointer did on the page, in millimetres of the trim box. */
export interface Gestures {
  readonly tool: Tool;
  /** The space bar is held: the page is moved whatever the tool is. */
  readonly isHolding: boolean;
  readonly onDraw?: (from: Point, to: Point) => void;
  /** The shape that is being placed is dragged on. */
  readonly onMoveDraft?: (by: Point) => void;
  readonly onSelect?: (noteId: string) => void;
  readonly onCursor?: (at: Point | null) => void;
}
type Kind = 'pan' | 'draw' | 'draft';
interface Drag {
  readonly kind: Kind;
  readonly start: Point;
  readonly noteId: string | null;
  last: Point;
  isMoved: boolean;
}

const between = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
const apart = (one: Point, other: Point): number => Math.max(Math.hypot(one.x - other.x, one.y - other.y), 1);

/** The note or the draft under the pointer. */
function hitOf(target: EventTarget): { noteId: string | null; isDraft: boolean } {
  const element = target instanceof Element ? target : null;
  return {
    noteId: element?.closest('[data-note]')?.getAttribute('data-note') ?? null,
    isDraft: element?.closest('[data-draft]') != null,
  };
}

/** Wheel: zoom at the pointer; a sideways wheel moves the page. */
function useWheel(box: RefObject<HTMLElement | null>, control: ViewControl): void {
  const latest = useRef(control);
  latest.current = control;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const roll = (event: WheelEvent): void => {
      event.preventDefault();
      const edge = element.getBoundingClientRect();
      const at = { x: event.clientX - edge.x, y: event.clientY - edge.y };
      const isMove = !event.ctrlKey && (event.deltaX !== 0 || event.shiftKey);
      if (isMove) latest.current.panBy(-event.deltaX, event.shiftKey ? 0 : -event.deltaY);
      else {
        const by = Math.min(Math.max(event.deltaY, -MOST_WHEEL), MOST_WHEEL);
        latest.current.zoomBy(Math.exp(-by * WHEEL_STEP * (event.ctrlKey ? 4 : 1)), at);
      }
    };
    element.addEventListener('wheel', roll, { passive: false });
    return () => element.removeEventListener('wheel', roll);
  }, [box]);
}

/** What a pointer that comes down begins. */
function kindOf(event: PointerEvent, isDraft: boolean, gestures: Gestures): Kind {
  if (gestures.isHolding || event.button === 1) return 'pan';
  if (isDraft && gestures.onMoveDraft) return 'draft';
  return gestures.tool === 'hand' || !gestures.onDraw ? 'pan' : 'draw';
}

/** Two fingers: the page goes with their middle and grows with what is between them. */
function pinch(control: ViewControl, from: readonly [Point, Point], to: readonly [Point, Point]): void {
  const middle = between(...to);
  const before = between(...from);
  control.panBy(middle.x - before.x, middle.y - before.y);
  control.zoomBy(apart(...to) / apart(...from), middle);
}

/** One pointer goes on with what it began. */
function follow(running: Drag, at: Point, { control, gestures }: Ends): void {
  const by = { x: at.x - running.last.x, y: at.y - running.last.y };
  running.last = at;
  const { view } = control;
  if (running.kind === 'pan') control.panBy(by.x, by.y);
  else if (running.kind === 'draft') gestures.onMoveDraft?.({ x: by.x / view.zoom, y: by.y / view.zoom });
  else gestures.onDraw?.(toMm(view, running.start), toMm(view, at));
}

/** A pointer that did not move selects the note beneath it, or puts a note down. */
function finish(running: Drag, ends: Ends): void {
  const { gestures } = ends;
  if (running.isMoved) return;
  if (running.noteId !== null) gestures.onSelect?.(running.noteId);
  else if (running.kind === 'draw') follow(running, running.start, ends);
}

interface Ends {
  readonly control: ViewControl;
  readonly gestures: Gestures;
}

/** Where an event is in its window. */
function placeOf(event: PointerEvent, box: HTMLElement | null): Point {
  const edge = box?.getBoundingClientRect();
  return { x: event.clientX - (edge?.x ?? 0), y: event.clientY - (edge?.y ?? 0) };
}

/** The pointers that are down, and what the only one of them began. */
class Pointers {
  private readonly places = new Map<number, Point>();
  private drag: Drag | null = null;

  down(event: PointerEvent, at: Point, gestures: Gestures): void {
    this.places.set(event.pointerId, at);
    const { noteId, isDraft } = hitOf(event.target);
    const kind = kindOf(event, isDraft, gestures);
    const isSecond = this.places.size > 1;
    this.drag = isSecond ? null : { kind, start: at, last: at, noteId, isMoved: false };
  }

  move(id: number, at: Point, ends: Ends): void {
    const was = this.places.get(id);
    if (!was) return;
    const other = [...this.places].find(([key]) => key !== id)?.[1];
    this.places.set(id, at);
    if (other) pinch(ends.control, [was, other], [at, other]);
    if (!this.drag) return;
    this.drag.isMoved ||= apart(at, this.drag.start) > TAP_PX;
    if (this.drag.isMoved) follow(this.drag, at, ends);
  }

  up(id: number, ends: Ends | null): void {
    const running = this.drag;
    this.drag = null;
    if (this.places.delete(id) && running && ends) finish(running, ends);
  }
}

/** Pointers on the page: one pans or draws, two zoom; a tap on a note selects it. */
export function useGestures(box: RefObject<HTMLElement | null>, control: ViewControl, gestures: Gestures) {
  const [pointers] = useState(() => new Pointers());
  const ends = { control, gestures };
  useWheel(box, control);
  return {
    onPointerDown(event: PointerEvent): void {
      if (event.button > 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.down(event, placeOf(event, box.current), gestures);
    },
    onPointerMove(event: PointerEvent): void {
      const at = placeOf(event, box.current);
      gestures.onCursor?.(toMm(control.view, at));
      pointers.move(event.pointerId, at, ends);
    },
    onPointerUp: (event: PointerEvent): void => pointers.up(event.pointerId, ends),
    onPointerCancel: (event: PointerEvent): void => pointers.up(event.pointerId, null),
    onPointerLeave: (): void => gestures.onCursor?.(null),
  };
}
