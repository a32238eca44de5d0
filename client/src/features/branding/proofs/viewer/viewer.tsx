import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import { type KeyboardEvent, type ReactNode, useCallback, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pictures } from '../side';
import { Rulers } from './rulers';
import { Sheet } from './sheet';
import { type Gestures, useGestures } from './use-gestures';
import { useHolding } from './use-holding';
import type { ViewControl } from './use-view';
import type { Point } from './view';
import { Watermark } from './watermark';

const PAN_PX = 48;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface ViewerProps {
  readonly label: string;
  readonly fileId: string;
  readonly page: ProofPageView;
  readonly pictures: Pictures;
  readonly control: ViewControl;
  /** Takes the window whose size counts for the view. */
  readonly attach?: ViewControl['attach'];
  readonly watermark: string | null;
  readonly gestures: Omit<Gestures, 'isHolding'>;
  readonly cursor?: Point | null;
  /** Another version above this one. */
  readonly over?: ReactNode;
  /** Drawn in millimetres of the trim box. */
  readonly children?: ReactNode;
  /** An arrow key, with the direction; `true` when it was taken. */
  readonly onArrow?: (towards: Point, event: KeyboardEvent) => boolean;
  /** Enter on the page; absent where nothing can be put down. */
  readonly onEnter?: () => void;
}

/** A window onto a page: pictures beneath, notes above, both moved as one. The page is never mirrored. */
export function Viewer(props: ViewerProps): ReactNode {
  const { t } = useTranslation('proofs');
  const { page, control, watermark, attach } = props;
  const box = useRef<HTMLElement>(null);
  const isHolding = useHolding(box);
  const gestures = { ...props.gestures, isHolding };
  const hintId = useId();
  const { view } = control;
  const pointer = useGestures(box, control, gestures);
  const take = useCallback(
    (element: HTMLElement | null) => {
      box.current = element;
      attach?.(element);
    },
    [attach],
  );
  const press = (event: KeyboardEvent): void => {
    const towards = ARROWS[event.key];
    if (!towards) return;
    event.preventDefault();
    if (props.onArrow?.(towards, event)) return;
    control.panBy(-towards.x * PAN_PX, -towards.y * PAN_PX);
  };
  const isHand = gestures.tool === 'hand' || gestures.isHolding;
  return (
    <section
      ref={take}
      dir="ltr"
      className={isHand ? 'proof-window' : 'proof-window proof-window-draws'}
      aria-label={props.label}
      style={{ aspectRatio: `${page.mediaWMm} / ${page.mediaHMm}` }}
      {...pointer}
    >
      {/* The way in for the keyboard: arrow keys move the page or the shape, Enter puts one down. */}
      <button
        type="button"
        className="proof-grip"
        aria-describedby={hintId}
        onKeyDown={press}
        onClick={(event) => event.detail === 0 && props.onEnter?.()}
      >
        <span className="sr-only">{t('viewer.grip')}</span>
      </button>
      <p className="sr-only" id={hintId}>
        {t(props.onEnter ? 'viewer.keys' : 'viewer.keysLook')}
      </p>
      <div className="proof-moved" style={{ transform: `translate(${view.x}px, ${view.y}px)` }}>
        <Sheet fileId={props.fileId} page={page} pictures={props.pictures} control={control} />
        {props.over}
        <svg className="proof-overlay" direction="ltr" aria-label={t('viewer.notes')}>
          <g
            transform={`scale(${view.zoom})`}
            style={{ ['--proof-steady' as string]: String(1 / view.zoom) }}
          >
            <rect className="proof-trim" x={0} y={0} width={page.trimWMm} height={page.trimHMm} />
            {watermark !== null && <Watermark page={page} text={watermark} />}
            {props.children}
          </g>
        </svg>
      </div>
      <Rulers control={control} cursor={props.cursor ?? null} />
    </section>
  );
}
