import type { View } from './view';

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const;
const LEAST_PX = 7;
const LABEL_EVERY = 5;

export interface Tick {
  /** Millimetres from the corner of the trim box. */
  readonly mm: number;
  /** CSS pixels from the start of the window. */
  readonly at: number;
  readonly hasLabel: boolean;
}

/** Ticks of a ruler along a side of the window that is `length` CSS pixels long; `start` is the screen's place of zero. */
export function ticksOf({ zoom }: Pick<View, 'zoom'>, start: number, length: number): Tick[] {
  const step = STEPS.find((each) => each * zoom >= LEAST_PX) ?? 1000;
  const first = Math.ceil(-start / zoom / step);
  const last = Math.floor((length - start) / zoom / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const mm = (first + index) * step;
    return { mm, at: start + mm * zoom, hasLabel: (first + index) % LABEL_EVERY === 0 };
  });
}
