import type { Dieline } from './dieline';
import { type Box, boundsOf, type Outline, type Segment } from './dieline-geometry';
import { type SvgNode, svg, tidy } from './svg-node';

/** Lines of a dieline that can be shown and hidden. */
export const DIELINE_LAYERS = ['dieline', 'bleed', 'safe', 'zones', 'sizes'] as const;
export type DielineLayer = (typeof DIELINE_LAYERS)[number];
export interface DielineLook {
  readonly layers: readonly DielineLayer[];
  /** Name of a zone in the reader's words; without it zones stay unnamed. */
  readonly zoneName?: (kind: Dieline['zones'][number]['kind']) => string;
  /** What lies under the lines, clipped to the area to print. */
  readonly artwork?: readonly SvgNode[];
  /** Colour of the board. */
  readonly ground?: string;
  /** Tells the ids of two drawings on one page apart. */
  readonly id?: string;
}
const COLOURS = { cut: '#c2185b', crease: '#1565c0', bleed: '#e53935', safe: '#2e7d32', zone: '#455a64' };
/** Room around the blank for bleed and sizes. */
const MARGIN_MM = 18;
const DASH: Readonly<Record<'crease' | 'guide' | 'safe', string>> = {
  crease: '3 1.5',
  guide: '0.8 1.2',
  safe: '1.5 1',
};

/** Path data of a closed outline. */
export function pathOf(outline: Outline): string {
  if (outline.kind === 'polygon') {
    const [first, ...rest] = outline.points;
    if (!first) return '';
    return `M${tidy(first.x)} ${tidy(first.y)}${rest.map(({ x, y }) => `L${tidy(x)} ${tidy(y)}`).join('')}Z`;
  }
  if (outline.kind === 'circle') {
    const { centre, radius } = outline;
    const r = tidy(radius);
    const arc = `A${r} ${r} 0 1 1`;
    const [west, east, y] = [tidy(centre.x - radius), tidy(centre.x + radius), tidy(centre.y)];
    return `M${west} ${y}${arc} ${east} ${y}${arc} ${west} ${y}Z`;
  }
  const { x, y, width, height } = outline.box;
  const r = tidy(outline.radius);
  const [x1, y1] = [tidy(x + width), tidy(y + height)];
  const corner = `A${r} ${r} 0 0 1`;
  return [
    `M${tidy(x + r)} ${tidy(y)}H${tidy(x1 - r)}${corner} ${x1} ${tidy(y + r)}`,
    `V${tidy(y1 - r)}${corner} ${tidy(x1 - r)} ${y1}`,
    `H${tidy(x + r)}${corner} ${tidy(x)} ${tidy(y1 - r)}`,
    `V${tidy(y + r)}${corner} ${tidy(x + r)} ${tidy(y)}Z`,
  ].join('');
}
const lines = (segments: readonly Segment[]): string =>
  segments.map(({ from, to }) => `M${tidy(from.x)} ${tidy(from.y)}L${tidy(to.x)} ${tidy(to.y)}`).join('');
const stroke = (colour: string, dash?: string): SvgNode['attrs'] => ({
  fill: 'none',
  stroke: colour,
  'stroke-width': 0.4,
  ...(dash === undefined ? {} : { 'stroke-dasharray': dash }),
});
const layer = (name: string, children: SvgNode['children']): SvgNode =>
  svg('g', { 'data-layer': name }, children);

function bleedOf(dieline: Dieline): SvgNode {
  const round = dieline.bleed.filter((outline) => outline.kind !== 'polygon');
  return layer('bleed', [
    svg('path', { d: lines(dieline.bleedLine) + round.map(pathOf).join(''), ...stroke(COLOURS.bleed) }),
  ]);
}
const cutOf = (dieline: Dieline): SvgNode =>
  layer('dieline', [
    svg('path', { d: lines(dieline.guides), ...stroke(COLOURS.crease, DASH.guide) }),
    svg('path', { d: lines(dieline.crease), ...stroke(COLOURS.crease, DASH.crease) }),
    svg('path', { d: dieline.cut.map(pathOf).join(''), ...stroke(COLOURS.cut) }),
  ]);
const safeOf = (dieline: Dieline): SvgNode =>
  layer(
    'safe',
    dieline.safe.map(({ outline }) =>
      svg('path', { d: pathOf(outline), ...stroke(COLOURS.safe, DASH.safe) }),
    ),
  );

/** The name stands small in the corner, so that it does not hide what lies there; left out where nobody could read it. */
function zoneOf(zone: Dieline['zones'][number], name: string | undefined): SvgNode[] {
  const { x, y, width, height } = zone.box;
  const frame = svg('rect', {
    ...{ x: tidy(x), y: tidy(y), width: tidy(width), height: tidy(height), rx: 0.6 },
    ...{ fill: COLOURS.zone, 'fill-opacity': 0.07, stroke: COLOURS.zone, 'stroke-width': 0.2 },
    'data-zone': zone.kind,
  });
  const size = Math.min(height * 0.3, (width * 1.5) / Math.max(name?.length ?? 1, 4), 5);
  if (name === undefined || size < 1) return [frame];
  const place = { x: tidy(x + width / 2), y: tidy(y + size * 1.1), 'font-size': tidy(size) };
  const text = { 'text-anchor': 'middle', 'font-family': 'sans-serif', fill: COLOURS.zone };
  // On a dark ground as on a light one.
  const halo = { stroke: '#ffffff', 'stroke-width': tidy(size * 0.22), 'paint-order': 'stroke' };
  return [frame, svg('text', { ...place, ...text, ...halo }, [name])];
}

/** Width below the blank and height beside it, in whole tenths. */
function sizesOf({ bounds }: Dieline): SvgNode {
  const { x, y, width, height } = bounds;
  const [below, beside] = [y + height + 10.5, x + width + 10.5];
  const text = { 'font-size': 5, 'text-anchor': 'middle', 'font-family': 'sans-serif', fill: COLOURS.zone };
  const say = (mm: number): string => `${Math.round(mm * 10) / 10} mm`;
  const place = { x: tidy(beside + 4.5), y: tidy(y + height / 2) };
  return layer('sizes', [
    svg('path', {
      d: lines([
        { from: { x, y: below }, to: { x: x + width, y: below } },
        { from: { x: beside, y }, to: { x: beside, y: y + height } },
      ]),
      ...stroke(COLOURS.zone),
    }),
    svg('text', { x: tidy(x + width / 2), y: tidy(below + 5), ...text }, [say(width)]),
    svg('text', { ...place, ...text, transform: `rotate(-90 ${place.x} ${place.y})` }, [say(height)]),
  ]);
}

/** The part of the plane a drawing of this dieline shows. */
export function frameOf({ bounds }: Pick<Dieline, 'bounds'>): Box {
  const { x, y, width, height } = bounds;
  return {
    x: x - MARGIN_MM,
    y: y - MARGIN_MM,
    width: width + 2 * MARGIN_MM,
    height: height + 2 * MARGIN_MM,
  };
}

/** The area to print: everything that is cut, and the bleed around it. */
export const printBoxOf = (dieline: Dieline): Box => boundsOf(dieline.bleed);

/** A dieline in millimetres: the file to download and the drawing on the screen are this one. */
export function drawDieline(dieline: Dieline, look: DielineLook): SvgNode {
  const frame = frameOf(dieline);
  const has = (name: DielineLayer): boolean => look.layers.includes(name);
  const clip = `${look.id ?? 'dieline'}-print`;
  const printed = dieline.bleed.map((outline) => svg('path', { d: pathOf(outline) }));
  const board = dieline.cut.map(pathOf).join('');
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [frame.x, frame.y, frame.width, frame.height].map(tidy).join(' '),
      width: `${tidy(frame.width)}mm`,
      height: `${tidy(frame.height)}mm`,
    },
    [
      svg('defs', {}, [svg('clipPath', { id: clip }, printed)]),
      svg('path', { d: board, fill: look.ground ?? '#ffffff' }),
      svg('g', { 'clip-path': `url(#${clip})` }, look.artwork ?? []),
      ...(has('zones')
        ? [
            layer(
              'zones',
              dieline.zones.flatMap((zone) => zoneOf(zone, look.zoneName?.(zone.kind))),
            ),
          ]
        : []),
      ...(has('bleed') ? [bleedOf(dieline)] : []),
      ...(has('safe') ? [safeOf(dieline)] : []),
      ...(has('dieline') ? [cutOf(dieline)] : []),
      ...(has('sizes') ? [sizesOf(dieline)] : []),
    ],
  );
}
