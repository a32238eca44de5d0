import type { Dieline } from '@qafila/shared/branding/dieline';
import { type Box, boundsOf } from '@qafila/shared/branding/dieline-geometry';
import type { PanelKey } from '@qafila/shared/branding/dieline-strip';
import { type SvgNode, svg } from '@qafila/shared/branding/svg-node';
import { brandPanel } from '../../../lib/brand-colours';

/** A picture of the trader's file, whole, and the part of it that stays after the cut. */
export interface Artwork {
  readonly url: string;
  /** Shares of the picture: from where, how wide, how high. */
  readonly trim: Box;
  /** Width by height of the trim. */
  readonly ratio: number;
}
/** What a package shows: the trader's artwork, or his logo and colours. */
export interface Look {
  readonly name: string;
  readonly ink: string;
  readonly accent: string;
  readonly logo: string | null;
  readonly artwork: Artwork | null;
}
const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };
/** The same form, give or take what a hand types. */
const SAME_FORM = 0.04;

const within = (outer: Box, part: Box): Box => ({
  x: outer.x + part.x * outer.width,
  y: outer.y + part.y * outer.height,
  width: part.width * outer.width,
  height: part.height * outer.height,
});

/** A part of the artwork, stretched over a box. */
export function artworkIn({ url, trim }: Artwork, box: Box, part: Box = WHOLE): SvgNode {
  const shown = within(trim, part);
  const frame = { x: box.x, y: box.y, width: box.width, height: box.height };
  return svg(
    'svg',
    {
      ...frame,
      viewBox: `${shown.x} ${shown.y} ${shown.width} ${shown.height}`,
      preserveAspectRatio: 'none',
    },
    [svg('image', { href: url, x: 0, y: 0, width: 1, height: 1, preserveAspectRatio: 'none' })],
  );
}

/** Which part of the whole sheet one panel is. */
export function partOf(dieline: Dieline, key: PanelKey): Box | null {
  const panel = dieline.panels.find((each) => each.key === key);
  if (!panel) return null;
  const { x, y, width, height } = boundsOf([panel.outline]);
  const all = dieline.bounds;
  return {
    x: (x - all.x) / all.width,
    y: (y - all.y) / all.height,
    width: width / all.width,
    height: height / all.height,
  };
}

/** Artwork laid out on the whole dieline shows its panel; any other is the face itself. */
export function faceOf(look: Look, dieline: Dieline, key: PanelKey): Box {
  const { width, height } = dieline.bounds;
  const isLaidOut = look.artwork !== null && Math.abs(look.artwork.ratio / (width / height) - 1) < SAME_FORM;
  const part = isLaidOut ? partOf(dieline, key) : null;
  // From the front half of what goes around is seen.
  if (part && key === 'wrap') return { ...part, x: part.x + part.width / 4, width: part.width / 2 };
  return part ?? WHOLE;
}

const AVERAGE_LETTER = 0.58;

/** Name of the brand, as large as fits. */
function nameIn({ name }: Look, box: Box, colour: string): SvgNode {
  const size = Math.min(box.height * 0.6, box.width / Math.max(name.length * AVERAGE_LETTER, 1));
  return svg(
    'text',
    {
      ...{ x: box.x + box.width / 2, y: box.y + box.height / 2, 'font-size': size, fill: colour },
      ...{ 'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-weight': 600 },
      'font-family': 'IBM Plex Sans, IBM Plex Sans Arabic, sans-serif',
    },
    [name],
  );
}

/** Logo over name; the name alone where there is no logo. */
export function markIn(look: Look, box: Box): SvgNode[] {
  const { writing } = brandPanel(look);
  if (look.logo === null) return [nameIn(look, box, writing)];
  const size = Math.min(box.width, box.height * 0.74);
  const logo = { x: box.x + (box.width - size) / 2, y: box.y, width: size, height: size };
  return [
    svg('image', { ...logo, href: look.logo, preserveAspectRatio: 'xMidYMid meet' }),
    nameIn(look, { ...box, y: box.y + box.height * 0.8, height: box.height * 0.2 }, writing),
  ];
}

/** The printed face of a package: artwork, or ground, mark and a band in the brand's colours. */
export function faceIn(look: Look, box: Box, part: Box): SvgNode[] {
  if (look.artwork) return [artworkIn(look.artwork, box, part)];
  const { ground } = brandPanel(look);
  const mark = {
    x: box.x + box.width * 0.14,
    y: box.y + box.height * 0.2,
    width: box.width * 0.72,
    height: box.height * 0.46,
  };
  const band = { x: box.x, y: box.y + box.height * 0.84, width: box.width, height: box.height * 0.05 };
  return [
    svg('rect', { x: box.x, y: box.y, width: box.width, height: box.height, fill: ground }),
    svg('rect', { ...band, fill: look.accent }),
    ...markIn(look, mark),
  ];
}
