import { type Outline, type Point, polygon, type Segment } from './dieline-geometry';

export const PANEL_KEYS = [
  ...(['front', 'back', 'side', 'lid', 'base', 'wall', 'gusset', 'wrap', 'disc', 'face'] as const),
  ...(['glue', 'tuck', 'dust', 'closing', 'roll', 'ear'] as const),
] as const;
export type PanelKey = (typeof PANEL_KEYS)[number];
/** How the safe area of a panel is shared out among zones. */
export type ZonePlan = 'main' | 'info' | 'wrap' | 'mark' | 'free';

export interface Panel {
  readonly key: PanelKey;
  readonly outline: Outline;
  /** How its safe area is shared out; `null` where nothing is printed. */
  readonly plan: ZonePlan | null;
  /** Millimetres on each side that are sealed or glued and hold no print. */
  readonly seal: number;
}
/** What is cut and folded, before bleed and safe area. */
export interface Blank {
  readonly panels: readonly Panel[];
  readonly cut: readonly Outline[];
  readonly crease: readonly Segment[];
  /** Seals, zips and glue: seen, neither cut nor folded. */
  readonly guides: readonly Segment[];
}

/** A flap: how deep, and how far its corners stand in from the panel's, at the fold and at the end. */
export interface Flap {
  readonly key: PanelKey;
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  readonly plan?: ZonePlan;
}
export interface StripPanel {
  readonly key: PanelKey;
  readonly breadth: number;
  readonly plan: ZonePlan | null;
  readonly seal?: number;
  /** From the fold outwards. */
  readonly top?: readonly Flap[];
  readonly bottom?: readonly Flap[];
}
export interface Strip {
  /** Width of the glue flap before the first panel. */
  readonly glue?: number;
  readonly depth: number;
  readonly panels: readonly StripPanel[];
}
const CHAMFER = 4;

interface Place {
  readonly x0: number;
  readonly x1: number;
  readonly base: number;
  /** −1 for flaps above the body, 1 below. */
  readonly way: -1 | 1;
}

/** Each flap of one side of a panel: its four corners, from the panel outwards. */
function flapsAt(flaps: readonly Flap[], place: Place): (Flap & { readonly corners: readonly Point[] })[] {
  let y = place.base;
  return flaps.map((flap) => {
    const near = y;
    y += place.way * flap.depth;
    const { x0, x1 } = place;
    return {
      ...flap,
      corners: [
        { x: x0 + flap.start, y: near },
        { x: x0 + flap.end, y },
        { x: x1 - flap.end, y },
        { x: x1 - flap.start, y: near },
      ],
    };
  });
}

interface Side {
  readonly panels: readonly Panel[];
  readonly crease: readonly Segment[];
  /** From the left corner of the panel to its right one. */
  readonly profile: readonly Point[];
}
function sideOf(flaps: readonly Flap[], place: Place): Side {
  const placed = flapsAt(flaps, place);
  const corner = (index: number) =>
    placed.map(({ corners }) => corners[index]).filter((p) => p !== undefined);
  const left = placed.flatMap(({ corners }) => corners.slice(0, 2));
  const right = [...placed].reverse().flatMap(({ corners }) => corners.slice(2));
  const starts = corner(0);
  const ends = corner(3);
  return {
    panels: placed.map(({ key, corners, plan = null }) => ({
      key,
      outline: polygon(corners),
      plan,
      seal: 0,
    })),
    crease: starts.flatMap((from, index) => {
      const to = ends[index];
      return to ? [{ from, to }] : [];
    }),
    profile: [{ x: place.x0, y: place.base }, ...left, ...right, { x: place.x1, y: place.base }],
  };
}
const down = (x: number, depth: number): Segment => ({ from: { x, y: 0 }, to: { x, y: depth } });

/** Panels in a row with their flaps above and below, and the one closed line around all of it. */
export function strip({ glue = 0, depth, panels }: Strip): Blank {
  let x = glue;
  const placed = panels.map((panel) => {
    const x0 = x;
    x += panel.breadth;
    const top = sideOf(panel.top ?? [], { x0, x1: x, base: 0, way: -1 });
    const bottom = sideOf(panel.bottom ?? [], { x0, x1: x, base: depth, way: 1 });
    const outline = polygon(square(x0, x, depth));
    const body: Panel = { key: panel.key, outline, plan: panel.plan, seal: panel.seal ?? 0 };
    return { x0, body, top, bottom };
  });
  const tab: readonly Point[] =
    glue === 0
      ? []
      : [
          { x: glue, y: depth },
          { x: 0, y: depth - CHAMFER },
          { x: 0, y: CHAMFER },
          { x: glue, y: 0 },
        ];
  const above = placed.flatMap(({ top }) => top.profile);
  const below = [...placed].reverse().flatMap(({ bottom }) => [...bottom.profile].reverse());
  return {
    panels: [
      ...(glue === 0 ? [] : [{ key: 'glue' as const, outline: polygon(tab), plan: null, seal: 0 }]),
      ...placed.flatMap(({ body, top, bottom }) => [body, ...top.panels, ...bottom.panels]),
    ],
    cut: [polygon([...above, ...below, ...tab])],
    crease: [
      ...placed.filter(({ x0 }) => x0 > 0).map(({ x0 }) => down(x0, depth)),
      ...placed.flatMap(({ top, bottom }) => [...top.crease, ...bottom.crease]),
    ],
    guides: [],
  };
}
const square = (x0: number, x1: number, depth: number): readonly Point[] => [
  { x: x0, y: 0 },
  { x: x1, y: 0 },
  { x: x1, y: depth },
  { x: x0, y: depth },
];

const turned = ({ x, y }: Point): Point => ({ x: y, y: x });
const turnedLine = ({ from, to }: Segment): Segment => ({ from: turned(from), to: turned(to) });
const turnedOutline = (outline: Outline): Outline =>
  outline.kind === 'polygon' ? polygon(outline.points.map(turned)) : outline;

/** The same blank with its row running downwards. */
export const upright = (blank: Blank): Blank => ({
  panels: blank.panels.map((panel) => ({ ...panel, outline: turnedOutline(panel.outline) })),
  cut: blank.cut.map(turnedOutline),
  crease: blank.crease.map(turnedLine),
  guides: blank.guides.map(turnedLine),
});
