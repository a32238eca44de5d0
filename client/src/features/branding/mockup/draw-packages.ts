import type { Dieline } from '@qafila/shared/branding/dieline';
import type { Box } from '@qafila/shared/branding/dieline-geometry';
import { type SvgNode, svg } from '@qafila/shared/branding/svg-node';
import { faceIn, faceOf, type Look } from './look';

/** What a package is drawn from: how it looks, its form, and its sizes where the spec has them. */
export interface Scene {
  readonly look: Look;
  readonly dieline: Dieline;
  readonly dims: Readonly<Record<string, number | undefined>>;
}
const SIDE = 400;
const FLOOR = 356;

const shadow = (cx: number, width: number): SvgNode =>
  svg('ellipse', { cx, cy: FLOOR + 4, rx: width / 2, ry: 11, fill: '#1d1a16', 'fill-opacity': 0.14 });

/** A drawing on a square sheet of sand; gradients that all packages share. */
export const sheetOf = (children: readonly SvgNode[]): SvgNode =>
  svg(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${SIDE} ${SIDE}`, width: SIDE, height: SIDE },
    [
      svg('defs', {}, [
        svg('linearGradient', { id: 'round' }, [
          svg('stop', { offset: 0, 'stop-color': '#000', 'stop-opacity': 0.34 }),
          svg('stop', { offset: 0.22, 'stop-color': '#fff', 'stop-opacity': 0.22 }),
          svg('stop', { offset: 0.5, 'stop-color': '#fff', 'stop-opacity': 0 }),
          svg('stop', { offset: 1, 'stop-color': '#000', 'stop-opacity': 0.38 }),
        ]),
        svg('linearGradient', { id: 'glass' }, [
          svg('stop', { offset: 0, 'stop-color': '#5b3413' }),
          svg('stop', { offset: 0.3, 'stop-color': '#a8692c' }),
          svg('stop', { offset: 1, 'stop-color': '#4a2a10' }),
        ]),
      ]),
      svg('rect', { x: 0, y: 0, width: SIDE, height: SIDE, fill: '#f1eadf' }),
      ...children,
    ],
  );

/** Sizes that keep their proportion and fit the sheet. */
function fitted(width: number, height: number, room: { readonly width: number; readonly height: number }) {
  const scale = Math.min(room.width / width, room.height / height);
  return { width: width * scale, height: height * scale, scale };
}

/** A box seen from its front corner: the front straight, side and top slanted away. */
export function drawBox({ look, dieline, dims }: Scene): SvgNode {
  const [length, deep, high] = [dims.length ?? 60, dims.width ?? 45, dims.height ?? 110];
  const isMailer = dieline.panels.some(({ key }) => key === 'base');
  const front = isMailer ? { width: length, height: deep } : { width: length, height: high };
  const depth = isMailer ? high : deep;
  const { scale, ...size } = fitted(front.width + depth * 0.5, front.height + depth * 0.28, {
    width: 300,
    height: 300,
  });
  const face: Box = {
    x: (SIDE - size.width) / 2,
    y: FLOOR - front.height * scale,
    width: front.width * scale,
    height: front.height * scale,
  };
  const [dx, dy] = [depth * 0.5 * scale, -depth * 0.28 * scale];
  const part = faceOf(look, dieline, isMailer ? 'lid' : 'front');
  const side = { ...face, x: 0, y: 0, width: dx };
  const onSide = look.artwork ? faceOf(look, dieline, 'side') : part;
  const right = face.x + face.width;
  return sheetOf([
    shadow(face.x + (face.width + dx) / 2, face.width + dx),
    svg('g', { transform: `matrix(1 ${dy / dx} 0 1 ${right} ${face.y})` }, [
      ...(look.artwork
        ? faceIn(look, side, onSide)
        : [svg('rect', { x: 0, y: 0, width: dx, height: face.height, fill: look.ink })]),
      svg('rect', { x: 0, y: 0, width: dx, height: face.height, fill: '#000', 'fill-opacity': 0.26 }),
    ]),
    svg('path', {
      d: `M${face.x} ${face.y}l${dx} ${dy}h${face.width}l${-dx} ${-dy}Z`,
      fill: look.artwork ? '#fffdf9' : look.ink,
    }),
    svg('path', {
      d: `M${face.x} ${face.y}l${dx} ${dy}h${face.width}l${-dx} ${-dy}Z`,
      fill: '#fff',
      'fill-opacity': 0.2,
    }),
    ...faceIn(look, face, part),
  ]);
}

/** A standing pouch: sealed at the top, rounder at its foot. */
export function drawPouch({ look, dieline, dims }: Scene): SvgNode {
  const size = fitted(dims.width ?? 140, dims.height ?? 220, { width: 250, height: 300 });
  const box: Box = { x: (SIDE - size.width) / 2, y: FLOOR - size.height, ...size };
  const [x, y, w, h] = [box.x, box.y, box.width, box.height];
  const form = `M${x + 4} ${y}H${x + w - 4}L${x + w} ${y + h * 0.8}Q${x + w} ${y + h} ${x + w * 0.86} ${y + h}H${x + w * 0.14}Q${x} ${y + h} ${x} ${y + h * 0.8}Z`;
  return sheetOf([
    shadow(SIDE / 2, w * 0.9),
    svg('clipPath', { id: 'pouch' }, [svg('path', { d: form })]),
    svg('g', { 'clip-path': 'url(#pouch)' }, [
      ...faceIn(look, box, faceOf(look, dieline, 'front')),
      svg('rect', { x, y, width: w, height: h, fill: 'url(#round)', 'fill-opacity': 0.55 }),
      svg('rect', { x, y, width: w, height: h * 0.07, fill: '#fff', 'fill-opacity': 0.24 }),
      svg('path', {
        d: `M${x} ${y + h * 0.12}h${w}M${x + w * 0.1} ${y + h * 0.9}Q${x + w / 2} ${y + h * 0.98} ${x + w * 0.9} ${y + h * 0.9}`,
        fill: 'none',
        stroke: '#000',
        'stroke-opacity': 0.22,
        'stroke-width': 1.5,
      }),
    ]),
  ]);
}

/** How high the label stands on something round, in shares of its body. */
function labelOn(body: Box, dims: Scene['dims'], usual: number): Box {
  const [diameter, high] = [dims.diameter, dims.height];
  const tall = diameter && high ? (high / diameter) * body.width : body.height * usual;
  const height = Math.min(Math.max(tall, body.height * 0.2), body.height * 0.86);
  return { x: body.x, y: body.y + (body.height - height) / 2, width: body.width, height };
}
const rounded = (box: Box): SvgNode =>
  svg('rect', { x: box.x, y: box.y, width: box.width, height: box.height, fill: 'url(#round)' });

/** A bottle of brown glass with its label in front. */
export function drawBottle({ look, dieline, dims }: Scene): SvgNode {
  const body: Box = { x: 138, y: 150, width: 124, height: FLOOR - 150 };
  const glass = `M180 52h40v52q0 16 22 28q20 10 20 34v180q0 10 -10 10h-104q-10 0 -10 -10v-180q0 -24 20 -34q22 -12 22 -28Z`;
  const label = labelOn(body, dims, 0.62);
  return sheetOf([
    shadow(SIDE / 2, 140),
    svg('path', { d: glass, fill: 'url(#glass)' }),
    svg('rect', {
      x: 174,
      y: 30,
      width: 52,
      height: 38,
      rx: 4,
      fill: look.artwork ? '#1d1a16' : look.accent,
    }),
    ...faceIn(look, label, faceOf(look, dieline, 'wrap')),
    rounded(label),
    svg('path', {
      d: 'M152 176v150',
      stroke: '#fff',
      'stroke-opacity': 0.28,
      'stroke-width': 5,
      'stroke-linecap': 'round',
    }),
  ]);
}

/** A jar with its label and the one on its lid. */
export function drawJar({ look, dieline, dims }: Scene): SvgNode {
  const body: Box = { x: 82, y: 172, width: 236, height: FLOOR - 172 };
  const label = labelOn({ ...body, y: body.y + 8, height: body.height - 16 }, dims, 0.7);
  return sheetOf([
    shadow(SIDE / 2, 240),
    svg('rect', { x: body.x, y: body.y, width: body.width, height: body.height, rx: 22, fill: '#fffdf9' }),
    svg('rect', {
      x: body.x,
      y: body.y,
      width: body.width,
      height: body.height,
      rx: 22,
      fill: 'url(#round)',
      'fill-opacity': 0.3,
    }),
    ...faceIn(look, label, faceOf(look, dieline, 'wrap')),
    rounded(label),
    svg('path', { d: 'M74 118h252v52q0 6 -6 6h-240q-6 0 -6 -6Z', fill: look.artwork ? '#2c2722' : look.ink }),
    svg('path', { d: 'M74 118h252v52q0 6 -6 6h-240q-6 0 -6 -6Z', fill: 'url(#round)', 'fill-opacity': 0.6 }),
    svg('ellipse', { cx: 200, cy: 118, rx: 126, ry: 26, fill: look.artwork ? '#443d36' : look.accent }),
  ]);
}
