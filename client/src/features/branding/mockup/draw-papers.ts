import { type SvgNode, svg } from '@qafila/shared/branding/svg-node';
import { brandPanel } from '../../../lib/brand-colours';
import { type Scene, sheetOf } from './draw-packages';
import { markIn } from './look';

const bar = ([x, y, width]: readonly [number, number, number], height = 6, fill = '#d9d0c2'): SvgNode =>
  svg('rect', { x, y, width, height, rx: height / 2, fill });

/** The packing slip: the brand at its head, goods without a price. Its words come with an order. */
export function drawSlip({ look }: Scene): SvgNode {
  const { ground } = brandPanel(look);
  const rows = [190, 218, 246, 274];
  return sheetOf([
    svg('rect', { x: 84, y: 30, width: 232, height: 340, fill: '#1d1a16', 'fill-opacity': 0.1, rx: 3 }),
    svg('rect', { x: 80, y: 24, width: 232, height: 340, fill: '#fff', rx: 2 }),
    svg('rect', { x: 80, y: 24, width: 232, height: 92, fill: ground }),
    svg('rect', { x: 80, y: 116, width: 232, height: 4, fill: look.accent }),
    ...markIn(look, { x: 110, y: 32, width: 172, height: 76 }),
    bar([96, 138, 90]),
    bar([96, 152, 64]),
    bar([236, 138, 60]),
    ...rows.flatMap((y) => [
      svg('rect', { x: 96, y, width: 16, height: 16, rx: 3, fill: '#efe8dc' }),
      bar([122, y + 5, 118]),
      bar([276, y + 5, 20]),
    ]),
    bar([96, 322, 120]),
    bar([96, 336, 84]),
  ]);
}

/** The recipient's tracking page on a phone. */
export function drawTracking({ look }: Scene): SvgNode {
  const { ground } = brandPanel(look);
  const steps = [196, 240, 284];
  return sheetOf([
    svg('rect', { x: 106, y: 18, width: 188, height: 364, rx: 26, fill: '#1d1a16' }),
    svg('clipPath', { id: 'phone' }, [svg('rect', { x: 113, y: 25, width: 174, height: 350, rx: 20 })]),
    svg('g', { 'clip-path': 'url(#phone)' }, [
      svg('rect', { x: 113, y: 25, width: 174, height: 350, fill: '#fffdf9' }),
      svg('rect', { x: 113, y: 25, width: 174, height: 108, fill: ground }),
      ...markIn(look, { x: 136, y: 44, width: 128, height: 80 }),
      bar([132, 152, 92], 9, '#1d1a16'),
      bar([132, 168, 64]),
      svg('path', { d: 'M140 196V284', stroke: look.accent, 'stroke-width': 3 }),
      ...steps.flatMap((y, index) => [
        svg('circle', {
          cx: 140,
          cy: y,
          r: 8,
          fill: index < 2 ? look.accent : '#fff',
          stroke: look.accent,
          'stroke-width': 3,
        }),
        bar([160, y - 6, 84], 6, index < 2 ? '#8f8678' : '#d9d0c2'),
        bar([160, y + 5, 56], 5),
      ]),
      svg('rect', { x: 132, y: 320, width: 136, height: 34, rx: 8, fill: ground }),
      bar([166, 333, 68], 7, look.accent),
    ]),
  ]);
}
