import type { Box } from '@qafila/shared/branding/dieline-geometry';
import { type SvgNode, svg, tidy } from '@qafila/shared/branding/svg-node';

const ROOM_MM = 9;
const COLOUR = '#6f675b';
const TICKS = 220;

/** Millimetres between two ticks: every one on a label, every ten on a large blank. */
const stepFor = (long: number): number => [1, 2, 5, 10, 20].find((step) => long / step <= TICKS) ?? 50;

function ticks(from: number, long: number, step: number): number[] {
  const first = Math.ceil(from / step) * step;
  return Array.from(
    { length: Math.floor((from + long - first) / step) + 1 },
    (_, index) => first + index * step,
  );
}

/** A drawing with a ruler along its upper and its first side; zero is the corner of the blank. */
export function withRulers(drawing: SvgNode, frame: Box): SvgNode {
  const step = stepFor(Math.max(frame.width, frame.height));
  const isLong = (at: number): boolean => at % (step * 10) === 0;
  const size = (at: number): number => (isLong(at) ? 4 : at % (step * 5) === 0 ? 2.6 : 1.4);
  const edge = { x: tidy(frame.x), y: tidy(frame.y) };
  const line = [
    ...ticks(frame.x, frame.width, step).map((x) => `M${x} ${edge.y}v-${size(x)}`),
    ...ticks(frame.y, frame.height, step).map((y) => `M${edge.x} ${y}h-${size(y)}`),
  ].join('');
  const text = { 'font-size': 3.4, fill: COLOUR, 'font-family': 'sans-serif', 'text-anchor': 'middle' };
  const box = [frame.x - ROOM_MM, frame.y - ROOM_MM, frame.width + ROOM_MM, frame.height + ROOM_MM];
  return {
    ...drawing,
    attrs: { ...drawing.attrs, viewBox: box.map(tidy).join(' ') },
    children: [
      ...drawing.children,
      svg('g', { 'data-layer': 'ruler' }, [
        svg('path', { d: line, stroke: COLOUR, 'stroke-width': 0.2, fill: 'none' }),
        ...ticks(frame.x, frame.width, step)
          .filter(isLong)
          .map((x) => svg('text', { ...text, x, y: tidy(frame.y - 5) }, [String(x)])),
        ...ticks(frame.y, frame.height, step)
          .filter(isLong)
          .map((y) =>
            svg('text', { ...text, transform: `translate(${tidy(frame.x - 5)} ${y}) rotate(-90)` }, [
              String(y),
            ]),
          ),
      ]),
    ],
  };
}
