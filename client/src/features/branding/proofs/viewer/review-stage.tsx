import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../../lib/i18n/locale';
import { neighbourOf } from '../notes/filter-notes';
import { mmText } from '../notes/note-look';
import type { ShownNote, ShownProof, Side } from '../side';
import type { Pen, Sight } from '../use-review';
import { DraftMark, NoteLayer } from './note-layer';
import { boundsOf, moved, type ShapeName, shapeBetween, stretched, type Tool } from './shapes';
import { StageBar } from './stage-bar';
import { useStageKeys } from './use-stage-keys';
import { useView, type ViewControl } from './use-view';
import { type Point, toMm } from './view';
import { Viewer } from './viewer';

const STEP_MM = 1;
const LONG_STEP_MM = 10;

interface ReviewStageProps {
  readonly side: Side;
  readonly proof: ShownProof;
  readonly sight: Sight;
  readonly pen: Pen;
  readonly mayWrite: boolean;
  readonly onChoose: (id: string) => void;
}

/** One version at its page: look closer, and write on it. */
export function ReviewStage(props: ReviewStageProps): ReactNode {
  const { side, proof, sight, pen, mayWrite, onChoose } = props;
  const { t } = useTranslation('proofs');
  const { page, selected } = sight;
  const control = useView(page);
  const [cursor, setCursor] = useState<Point | null>(null);
  const onPage = useMemo(() => sight.listed.filter((note) => note.page === page.page), [sight.listed, page]);
  const placed = selected && selected.page === page.page ? selected : undefined;
  useShown(placed, control);
  const draw = useDraw({ pen, sight });
  const go = useCallback(
    (by: 1 | -1) => {
      const next = neighbourOf(sight.listed, selected?.id ?? null, by);
      if (next) onChoose(next.id);
    },
    [sight.listed, selected?.id, onChoose],
  );
  useStageKeys({ control, sight, go, ...(mayWrite ? { onTool: pen.setTool } : {}) });
  const placeAtMiddle = (): void => {
    const { view, window } = control;
    if (pen.tool === 'hand') return;
    const middle = toMm(view, { x: window.width / 2, y: window.height / 2 });
    draw.to(middle, middle);
  };
  const isDrawing = pen.draft !== null && pen.draft.page === page.page;
  return (
    <>
      <StageBar {...{ control, sight, pen, mayWrite }} pages={proof.pages.length} />
      <Viewer
        label={t('viewer.label', { version: proof.version })}
        fileId={proof.assetId}
        {...{ page, control, cursor }}
        attach={control.attach}
        pictures={side.pictures}
        watermark={proof.watermark}
        gestures={{
          tool: pen.tool,
          onCursor: setCursor,
          onSelect: onChoose,
          ...(mayWrite ? { onDraw: draw.to } : {}),
          ...(isDrawing ? { onMoveDraft: draw.by } : {}),
        }}
        onArrow={draw.byKey}
        {...(mayWrite ? { onEnter: placeAtMiddle } : {})}
      >
        <NoteLayer notes={onPage} selectedId={placed?.id ?? null} onSelect={onChoose} />
        {isDrawing && pen.draft && <DraftMark shape={pen.draft.shape} />}
      </Viewer>
      <Readout {...{ sight, pen }} cursor={cursor} />
    </>
  );
}

/** Brings a note into view when it is selected, and once the page has room; not again when it is only read anew. */
export function useShown(note: ShownNote | undefined, control: ViewControl): void {
  const latest = useRef({ note, control });
  latest.current = { note, control };
  const id = note?.id;
  const hasRoom = control.window.width > 0;
  useEffect(() => {
    const { note: shown, control: now } = latest.current;
    if (shown && shown.id === id && hasRoom) now.show(boundsOf(shown.shape));
  }, [id, hasRoom]);
}

/** How the shape in the making follows the pointer and the arrow keys. */
function useDraw({ pen, sight }: { readonly pen: Pen; readonly sight: Sight }) {
  const { draft, setDraft, tool } = pen;
  const { page } = sight;
  const latest = useRef(draft);
  latest.current = draft;
  const change = (by: Point, how: typeof moved): void => {
    const now = latest.current;
    if (!now) return;
    const next = { ...now, shape: how(now.shape, by, page) };
    latest.current = next;
    setDraft(next);
  };
  return {
    to: (from: Point, to: Point): void => {
      if (tool === 'hand') return;
      const noteId = draft?.noteId ?? null;
      setDraft({ noteId, page: page.page, shape: shapeBetween(tool, { from, to }, page) });
    },
    by: (by: Point): void => change(by, moved),
    byKey: ({ x, y }: Point, event: KeyboardEvent): boolean => {
      if (!draft) return false;
      const step = event.shiftKey ? LONG_STEP_MM : STEP_MM;
      change({ x: x * step, y: y * step }, event.altKey ? stretched : moved);
      return true;
    },
  };
}

interface ReadoutProps {
  readonly sight: Sight;
  readonly pen: Pen;
  readonly cursor: Point | null;
}

/** Where the pointer or the shape is, in millimetres of the trim box; the shape's place is read out. */
function Readout({ sight: { page }, pen, cursor }: ReadoutProps): ReactNode {
  const { t } = useTranslation('proofs');
  const { locale } = useLocale();
  const shape = pen.draft?.shape;
  const at = cursor && t('viewer.at', { x: mmText(cursor.x, locale), y: mmText(cursor.y, locale) });
  return (
    <div className="proof-readout small muted">
      <span>{t('viewer.trim', { w: mmText(page.trimWMm, locale), h: mmText(page.trimHMm, locale) })}</span>
      <span className="proof-readout-cursor" aria-hidden>
        {at}
      </span>
      <span role="status">
        {shape && t('viewer.draftAt', { x: mmText(shape.x, locale), y: mmText(shape.y, locale) })}
        {!shape && pen.tool !== 'hand' && t(`tool.hint.${pen.tool satisfies Tool as ShapeName}`)}
      </span>
    </div>
  );
}
