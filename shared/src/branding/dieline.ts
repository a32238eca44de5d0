import {
  areaOf,
  type Box,
  boundsOf,
  grown,
  grownEdges,
  lineAround,
  type Outline,
  type Segment,
} from './dieline-geometry';
import { BLANKS, type Form, ownSheet } from './dieline-shapes';
import type { Blank, Panel, ZonePlan } from './dieline-strip';
import type { PackagingContent } from './packaging.contract';
import { styleOf } from './packaging-catalogue';
import type { ZoneKind } from './packaging-words';

/** A rectangle of the safe area meant for one thing. */
export interface Zone {
  readonly kind: ZoneKind;
  /** Place of its panel in the list of panels. */
  readonly panel: number;
  readonly box: Box;
}
/** A package laid flat, in millimetres. */
export interface Dieline extends Blank {
  /** Around everything that is cut. */
  readonly bounds: Box;
  /** Each panel with the bleed around it; together they are the area to print. */
  readonly bleed: readonly Outline[];
  /** The line around that area, where it is made of straight edges. */
  readonly bleedLine: readonly Segment[];
  /** Inside of each printed panel: nothing that matters beyond it. */
  readonly safe: readonly { readonly panel: number; readonly outline: Outline }[];
  readonly zones: readonly Zone[];
}
/** The part of a packaging spec that its form follows from. */
export type Parameters = Pick<
  PackagingContent,
  'source' | 'style' | 'dims' | 'closure' | 'bleedMm' | 'safeMm'
>;

/** Shares of the safe box: from where, how wide, how high. */
type Share = readonly [kind: ZoneKind, x: number, y: number, width: number, height: number];
const PLANS: Readonly<Record<ZonePlan, readonly Share[]>> = {
  main: [
    ['logo', 0.1, 0.06, 0.8, 0.42],
    ['text', 0.1, 0.52, 0.8, 0.22],
    ['free', 0.1, 0.78, 0.8, 0.2],
  ],
  info: [
    ['regulatory', 0, 0, 1, 0.58],
    ['variable', 0, 0.64, 0.47, 0.36],
    ['barcode', 0.53, 0.64, 0.47, 0.36],
  ],
  wrap: [
    ['regulatory', 0, 0, 0.3, 1],
    ['logo', 0.34, 0.04, 0.32, 0.54],
    ['text', 0.34, 0.62, 0.32, 0.34],
    ['barcode', 0.7, 0, 0.3, 0.62],
    ['variable', 0.7, 0.68, 0.3, 0.32],
  ],
  mark: [['logo', 0.15, 0.15, 0.7, 0.7]],
  free: [['free', 0, 0, 1, 1]],
};

/** The upright box that lies in an outline whatever its form: for round ones the square within. */
function boxWithin(outline: Outline): Box {
  if (outline.kind === 'polygon') return boundsOf([outline]);
  if (outline.kind === 'rounded') return outline.box;
  const side = outline.radius * Math.SQRT2;
  return { x: outline.centre.x - side / 2, y: outline.centre.y - side / 2, width: side, height: side };
}
/** Within rounded corners the box stands in by what a corner takes away on its diagonal. */
function zoneBox(outline: Outline): Box {
  const box = boxWithin(outline);
  if (outline.kind !== 'rounded') return box;
  const by = outline.radius * (1 - Math.SQRT1_2);
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by };
}

/** Where a sheet is too small for its margins there is nothing to keep safe. */
function safeOf(panel: Panel, safeMm: number): Outline | null {
  const { width, height } = boundsOf([panel.outline]);
  const by = safeMm + panel.seal;
  return Math.min(width, height) > 2 * by ? grown(panel.outline, -by) : null;
}

/**
 * A panel with its bleed. A glue flap bleeds short of its fold: the panel behind it covers the rest, and the slanted
 * edges of the flap would otherwise run on above it.
 */
const bleedOf = ({ key, outline }: Panel, by: number): Outline =>
  key === 'glue' && outline.kind === 'polygon'
    ? grownEdges(outline.points, ({ normal }) => (normal.x > 0.999 ? -by / 2 : by))
    : grown(outline, by);

function formOf({ source, style, dims, closure, bleedMm }: Parameters): Form {
  const usual = source === 'own' ? [] : styleOf(style).measures;
  return {
    closure,
    bleedMm,
    of: (dimension) => dims[dimension] ?? usual.find((measure) => measure.of === dimension)?.usual ?? 0,
  };
}

/** The dieline of a packaging spec: everything follows from its parameters. */
export function dielineOf(given: Parameters): Dieline {
  const blank = given.source === 'own' ? ownSheet(formOf(given)) : BLANKS[given.style](formOf(given));
  const bleed = blank.panels.map((panel) => bleedOf(panel, given.bleedMm));
  const safe = blank.panels.flatMap((panel, index) => {
    const outline = panel.plan === null ? null : safeOf(panel, given.safeMm);
    return outline ? [{ panel: index, outline }] : [];
  });
  return {
    ...blank,
    bounds: boundsOf(blank.cut),
    bleed,
    bleedLine: lineAround(bleed.flatMap((each) => (each.kind === 'polygon' ? [each.points] : []))),
    safe,
    zones: safe.flatMap(({ panel, outline }) => zonesIn(blank.panels[panel]?.plan, { panel, outline })),
  };
}

function zonesIn(
  plan: ZonePlan | null | undefined,
  { panel, outline }: { readonly panel: number; readonly outline: Outline },
): Zone[] {
  const box = zoneBox(outline);
  return (plan ? PLANS[plan] : []).map(([kind, x, y, width, height]) => ({
    kind,
    panel,
    box: {
      x: box.x + x * box.width,
      y: box.y + y * box.height,
      width: width * box.width,
      height: height * box.height,
    },
  }));
}

/** Square millimetres of what is cut out: the price goes by it. */
export const cutAreaOf = (given: Parameters): number =>
  dielineOf(given).cut.reduce((sum, outline) => sum + areaOf(outline), 0);
