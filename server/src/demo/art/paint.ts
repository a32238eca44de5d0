import { brightness, darken, lighten } from './colour';
import { star, starLine } from './ornament';
import type { PictureSpec } from './picture-spec';
import { type Box, box, fade, type Oval, oval, stroke } from './svg';

export interface Tones {
  base: string;
  light: string;
  dark: string;
  deep: string;
  /** Side-lit gradient for round bodies. */
  round: string;
}

/** Colours and gradients of one picture; a shape draws with nothing else. */
export interface Paint {
  main: Tones;
  accent: Tones;
  paper: string;
  /** Print on paper: the accent, or a deep main tone where the accent is too pale to read. */
  ink: string;
  /** Fades from light in the middle to nothing. */
  glow: string;
  defs: string;
  backdrop: string;
}

const PAPER = '#fbf4e6';
const PALE = 175;

/** Gradient names are taken from the colours, so pictures inlined on one page can't borrow each other's. */
const idOf = (spec: PictureSpec): string =>
  `p${[spec.main, spec.accent, spec.ground].map((hex) => hex.slice(1)).join('')}`;

const stop = (offset: number, colour: string): string => `<stop offset="${offset}" stop-color="${colour}"/>`;

const sideLit = (id: string, hex: string): string =>
  `<linearGradient id="${id}">${stop(0, darken(hex, 0.26))}${stop(0.28, lighten(hex, 0.3))}${stop(0.55, hex)}${stop(1, darken(hex, 0.38))}</linearGradient>`;

const tonesOf = (hex: string, id: string): Tones => ({
  base: hex,
  light: lighten(hex, 0.38),
  dark: darken(hex, 0.28),
  deep: darken(hex, 0.5),
  round: `url(#${id})`,
});

/** One star on every corner of the tile, repeated by a pattern. */
const cornerStars = (id: string, line: string): string =>
  `<pattern id="${id}z" x="120" y="120" width="240" height="240" patternUnits="userSpaceOnUse">${starLine([120, 120, 46], line, 2)}${star([120, 120, 28], line)}</pattern>`;

function backdropOf(ground: string, id: string): string {
  const line = brightness(ground) > 128 ? darken(ground, 0.35) : lighten(ground, 0.5);
  const tile = (name: string): string => `<path d="M0 0H240V240H0Z" fill="url(#${id}${name})"/>`;
  return `<defs>${cornerStars(id, line)}</defs>${tile('g')}${fade(
    0.2,
    starLine([120, 120, 112], line, 2.5),
    starLine([120, 120, 100], line, 1.2),
    tile('z'),
  )}${tile('h')}`;
}

/** Prepares every colour a shape may use. */
export function paintFor(spec: PictureSpec): Paint {
  const id = idOf(spec);
  const defs = [
    `<linearGradient id="${id}g" x2="1" y2="1">${stop(0, lighten(spec.ground, 0.28))}${stop(1, darken(spec.ground, 0.16))}</linearGradient>`,
    `<radialGradient id="${id}h" cy=".46" r=".5">${stop(0, '#fff" stop-opacity=".42')}${stop(1, '#fff" stop-opacity="0')}</radialGradient>`,
    sideLit(`${id}m`, spec.main),
    sideLit(`${id}a`, spec.accent),
  ].join('');
  return {
    main: tonesOf(spec.main, `${id}m`),
    accent: tonesOf(spec.accent, `${id}a`),
    paper: PAPER,
    ink: brightness(spec.accent) < PALE ? spec.accent : darken(spec.main, 0.45),
    glow: `url(#${id}h)`,
    defs: `<defs>${defs}</defs>`,
    backdrop: backdropOf(spec.ground, id),
  };
}

/** Soft shadow on the table. */
export const shadow = ([cx, cy, rx, ry]: Oval): string =>
  fade(0.16, oval([cx + 4, cy, rx + 8, ry + 3], '#1d120c')) +
  fade(0.22, oval([cx + 2, cy, rx, ry], '#1d120c'));

/** Paper label with a star and two rules in place of words. */
export function label(paint: Paint, [x, y, width, height]: Box): string {
  const middle = x + width / 2;
  const size = Math.min(height * 0.3, width * 0.24);
  return (
    box([x, y, width, height], paint.paper) +
    stroke(`M${x} ${y + 5}h${width}M${x} ${y + height - 5}h${width}`, paint.ink, 1.6) +
    star([middle, y + height / 2, size], paint.ink) +
    star([middle, y + height / 2, size * 0.5], paint.paper) +
    fade(0.12, box([x + width * 0.78, y, width * 0.22, height], '#1d120c'))
  );
}

/** Highlight of light on glass or glaze. */
export const shine = (d: string, width = 6): string => fade(0.42, stroke(d, '#fff', width));
