import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  type Box,
  fitted,
  keptInSight,
  type Point,
  PRINT_ZOOM,
  type Size,
  showing,
  type View,
  zoomedAt,
  zoomRange,
} from './view';

/** The view of one window and how it is moved. Windows side by side share one, and so they move together. */
export interface ViewControl {
  readonly view: View;
  readonly window: Size;
  /** Takes the window whose size counts. */
  readonly attach: (element: HTMLElement | null) => void;
  readonly panBy: (dx: number, dy: number) => void;
  /** Zooms by a factor; the place under `at` stays, or the middle. */
  readonly zoomBy: (factor: number, at?: Point) => void;
  readonly fit: () => void;
  /** As large as it is printed. */
  readonly print: () => void;
  /** Brings a box into view, if it is not seen whole. */
  readonly show: (box: Box) => void;
}

const NO_ROOM: Size = { width: 0, height: 0 };

function useSizeOf(element: HTMLElement | null): Size {
  const [size, setSize] = useState(NO_ROOM);
  useLayoutEffect(() => {
    if (!element) return;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return size;
}

/** The view of a page in a window: fitted until somebody moves it, and again for another page. */
export function useView(page: ProofPageView): ViewControl {
  const [element, attach] = useState<HTMLElement | null>(null);
  const window = useSizeOf(element);
  const [own, setOwn] = useState<View | null>(null);
  const view = own ?? fitted(page, window);
  const latest = useRef(view);
  latest.current = view;
  const change = useCallback(
    (next: (view: View) => View) => {
      const moved = keptInSight(next(latest.current), page, window);
      latest.current = moved;
      setOwn(moved);
    },
    [page, window],
  );
  const pageKey = `${page.page} ${page.mediaWMm} ${page.mediaHMm}`;
  const shownKey = useRef(pageKey);
  useEffect(() => {
    if (shownKey.current === pageKey) return;
    shownKey.current = pageKey;
    setOwn(null);
  }, [pageKey]);
  const moves = useMemo(() => {
    const middle = { x: window.width / 2, y: window.height / 2 };
    const zoomTo = (zoom: (now: number) => number, at: Point): void =>
      change((now) => {
        const { least, most } = zoomRange(page, window);
        return zoomedAt(now, at, Math.min(Math.max(zoom(now.zoom), least), most));
      });
    return {
      panBy: (dx: number, dy: number) => change((now) => ({ ...now, x: now.x + dx, y: now.y + dy })),
      zoomBy: (factor: number, at = middle) => zoomTo((zoom) => zoom * factor, at),
      fit: () => setOwn(null),
      print: () => zoomTo(() => PRINT_ZOOM, middle),
      show: (shown: Box) => window.width > 0 && change((now) => showing(now, shown, window)),
    };
  }, [change, page, window]);
  return useMemo(() => ({ view, window, attach, ...moves }), [view, window, moves]);
}
