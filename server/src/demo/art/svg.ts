/** Rectangle: x, y, width, height, corner radius. */
export type Box = readonly [x: number, y: number, width: number, height: number, radius?: number];
export type Oval = readonly [cx: number, cy: number, rx: number, ry: number];
export type Disc = readonly [cx: number, cy: number, r: number];

/** Shortens a coordinate to one decimal, so that a picture stays small. */
export const round = (value: number): number => Math.round(value * 10) / 10;

export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;

/** A line without fill; the picture itself rounds ends and corners. */
export const stroke = (d: string, colour: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;

export const box = ([x, y, width, height, radius = 0]: Box, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

export const oval = ([cx, cy, rx, ry]: Oval, fill: string): string =>
  `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"/>`;

export const disc = ([cx, cy, r]: Disc, fill: string): string =>
  `<circle cx="${round(cx)}" cy="${round(cy)}" r="${round(r)}" fill="${fill}"/>`;

/** Circle line. */
export const ring = ([cx, cy, r]: Disc, colour: string, width: number): string =>
  `<circle cx="${cx}" cy="${cy}" r="${r}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;

export const fade = (opacity: number, ...parts: string[]): string =>
  `<g opacity="${opacity}">${parts.join('')}</g>`;

export const moved = (transform: string, ...parts: string[]): string =>
  `<g transform="${transform}">${parts.join('')}</g>`;

/** A tenth larger about the middle: slim things must still be seen at 38 pixels. */
export const enlarged = (...parts: string[]): string => moved('translate(-13 -14) scale(1.11)', ...parts);

/** Joins corner points into a closed path. */
export const polygon = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;

/** Point at `degrees` clockwise from the top. */
export const polar = ([cx, cy, r]: Disc, degrees: number): [number, number] => {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
};

/** Repeats a drawing `count` times with its index. */
export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');
