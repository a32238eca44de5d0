import { describe, expect, it } from '@jest/globals';
import type { CatalogueStyle } from './catalogue-style';
import { type Dieline, dielineOf, type Parameters } from './dieline';
import { drawDieline } from './dieline-drawing';
import {
  areaOf,
  type Box,
  boundsOf,
  edgesOf,
  type Outline,
  type Point,
  type Segment,
} from './dieline-geometry';
import { usualContent } from './packaging.rules';
import { PACKAGING_CATALOGUE, styleOf } from './packaging-catalogue';
import { svgText } from './svg-node';

/** A repeatable stream of numbers between 0 and 1. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A form of a style within its ranges and steps; a carton is never wider than long. */
function formOf(style: CatalogueStyle, next: () => number): Parameters {
  const dims: Parameters['dims'] = Object.fromEntries(
    style.measures.map(({ of, from, to, step }) => {
      const steps = Math.floor(((to - from) / step) * next());
      return [of, from + steps * step];
    }),
  );
  const { length, width } = dims;
  if (style.style === 'folding-carton' && length !== undefined && width !== undefined)
    dims.length = Math.max(length, width);
  const closure = style.closures[Math.floor(next() * style.closures.length)] ?? 'none';
  return { ...usualContent(style, 'Test'), dims, closure };
}
/** A style at its least and largest measures, and at twenty mixed ones. */
function formsOf(style: CatalogueStyle): readonly Dieline[] {
  const next = stream(style.style.length * 97);
  const at = [() => 0, () => 1, ...Array.from({ length: 20 }, () => next)];
  return at.map((each) => dielineOf(formOf(style, each)));
}
const STYLES = PACKAGING_CATALOGUE.map((style): [string, CatalogueStyle] => [style.style, style]);

const pointsOf = (outline: Outline): readonly Point[] => {
  if (outline.kind === 'polygon') return outline.points;
  const { x, y, width, height } = boundsOf([outline]);
  const turn = Array.from({ length: 72 }, (_, index) => (index / 72) * 2 * Math.PI);
  if (outline.kind === 'circle') {
    const { centre, radius } = outline;
    return turn.map((by) => ({ x: centre.x + radius * Math.cos(by), y: centre.y + radius * Math.sin(by) }));
  }
  const r = outline.radius;
  return turn.map((by) => ({
    x: (Math.cos(by) < 0 ? x + r : x + width - r) + r * Math.cos(by),
    y: (Math.sin(by) < 0 ? y + r : y + height - r) + r * Math.sin(by),
  }));
};
function isInside(point: Point, outline: Outline): boolean {
  const points = pointsOf(outline);
  return points.reduce((inside, a, index) => {
    const b = points.at(index - 1) ?? a;
    const crosses =
      a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x;
    return crosses ? !inside : inside;
  }, false);
}
function distance(point: Point, { from, to }: Segment): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}
const toCut = (point: Point, dieline: Dieline): number =>
  Math.min(
    ...dieline.cut.flatMap((outline) => edgesOf(pointsOf(outline)).map((edge) => distance(point, edge))),
  );
const middle = ({ from, to }: Segment): Point => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
/** Ends and middles of the line around the area to print. */
const bleedPoints = ({ bleedLine }: Dieline): Point[] =>
  bleedLine.flatMap((segment) => [segment.from, middle(segment), segment.to]);
const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 1e-6 &&
  inner.y >= outer.y - 1e-6 &&
  inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-6;

describe.each(STYLES)('the dielines of %s', (_, style) => {
  const dielines = formsOf(style);

  it('are cut along closed lines that hold exactly their panels', () => {
    for (const dieline of dielines) {
      const panels = dieline.panels.reduce((sum, { outline }) => sum + areaOf(outline), 0);
      const cut = dieline.cut.reduce((sum, outline) => sum + areaOf(outline), 0);
      expect(Math.abs(panels - cut)).toBeLessThan(1e-6 * cut);
      for (const outline of dieline.cut) expect(pointsOf(outline).length).toBeGreaterThanOrEqual(4);
      const drawn = svgText(drawDieline(dieline, { layers: ['dieline'] }));
      expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('have every panel and fold inside of the cut', () => {
    for (const dieline of dielines) {
      for (const { outline } of dieline.panels) {
        const points = pointsOf(outline);
        const centre = {
          x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
          y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
        };
        expect(dieline.cut.some((cut) => isInside(centre, cut))).toBe(true);
        expect(within(boundsOf([outline]), dieline.bounds)).toBe(true);
      }
      for (const fold of dieline.crease)
        expect(dieline.cut.some((cut) => isInside(middle(fold), cut))).toBe(true);
    }
  });

  it('bleed beyond the cut by exactly the bleed', () => {
    const { bleedMm } = style;
    for (const dieline of dielines) {
      for (const point of bleedPoints(dieline)) {
        expect(toCut(point, dieline)).toBeGreaterThan(bleedMm - 1e-3);
        expect(dieline.cut.some((cut) => isInside(point, cut))).toBe(false);
      }
      const outer = boundsOf(dieline.bleed);
      expect(outer.width).toBeCloseTo(dieline.bounds.width + 2 * bleedMm, 6);
      expect(outer.height).toBeCloseTo(dieline.bounds.height + 2 * bleedMm, 6);
    }
  });

  it('bleed around what is round by exactly the bleed', () => {
    const round = dielines.flatMap(({ panels, bleed }) =>
      panels.map(({ outline }, index) => ({ outline, around: bleed[index] })),
    );
    for (const { outline, around } of round) {
      if (outline.kind === 'polygon') continue;
      if (around?.kind !== outline.kind) throw new Error('A round panel with an angular bleed');
      expect(around.radius).toBeCloseTo(outline.radius + style.bleedMm, 6);
    }
  });

  it('keep zones inside of the safe area, apart from each other', () => {
    for (const dieline of dielines) {
      for (const zone of dieline.zones) {
        const safe = dieline.safe.find(({ panel }) => panel === zone.panel);
        if (!safe) throw new Error('A zone without a safe area');
        expect(within(zone.box, boundsOf([safe.outline]))).toBe(true);
        const panel = dieline.panels[zone.panel];
        if (panel) expect(within(boundsOf([safe.outline]), boundsOf([panel.outline]))).toBe(true);
      }
      const boxes = dieline.zones.map(({ box }) => box);
      const overlapping = boxes.filter((a, index) =>
        boxes.slice(index + 1).some((b) => {
          const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
          const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
          return wide > 1e-6 && high > 1e-6;
        }),
      );
      expect(overlapping).toEqual([]);
    }
  });
});

describe('the inside of', () => {
  const sizes = (style: Parameters['style'], dims: Parameters['dims'], closure?: Parameters['closure']) => {
    const usual = usualContent(styleOf(style), 'Test');
    const { panels } = dielineOf({ ...usual, dims, closure: closure ?? usual.closure });
    return (key: string): number[][] =>
      panels
        .filter((panel) => panel.key === key)
        .map(({ outline }) => boundsOf([outline]))
        .map(({ width, height }) => [width, height].map((mm) => Math.round(mm * 1000) / 1000));
  };

  it('a carton is as long, wide and high as asked, crease to crease', () => {
    const of = sizes('folding-carton', { length: 60, width: 45, height: 140 });
    expect([of('front'), of('back'), of('side')]).toEqual([
      [[60, 140]],
      [[60, 140]],
      [
        [45, 140],
        [45, 140],
      ],
    ]);
    expect(of('lid')).toEqual([
      [60, 45],
      [60, 45],
    ]);
  });

  it('a glued carton closes with four flaps at each end that meet in the middle', () => {
    const of = sizes('folding-carton', { length: 60, width: 44, height: 140 }, 'adhesive');
    expect(of('closing')).toHaveLength(8);
    expect(new Set(of('closing').map(([, depth]) => depth))).toEqual(new Set([22]));
  });

  it('a mailer is its base and its walls', () => {
    const of = sizes('mailer', { length: 280, width: 200, height: 90 });
    expect(of('base')).toEqual([[280, 200]]);
    expect(of('lid')).toEqual([[280, 200]]);
    expect(of('wall')).toEqual(
      expect.arrayContaining([
        [280, 90],
        [90, 200],
      ]),
    );
  });

  it('a pouch is twice its height with the gusset between', () => {
    const of = sizes('pouch', { width: 140, height: 220, gusset: 80 });
    expect([of('front'), of('back'), of('gusset')]).toEqual([
      [[140, 220]],
      [[140, 220]],
      [
        [140, 40],
        [140, 40],
      ],
    ]);
  });

  it('a label goes once around the bottle and overlaps', () => {
    const of = sizes('bottle-label', { diameter: 38, height: 60, overlap: 5 });
    // π · 38 = 119.38, to the half millimetre.
    expect(of('wrap')).toEqual([[124.5, 60]]);
  });

  it('a sleeve is the box it slides over', () => {
    const of = sizes('sleeve', { length: 80, width: 120, height: 40 });
    expect([of('front'), of('side')]).toEqual([
      [[120, 80]],
      [
        [40, 80],
        [40, 80],
      ],
    ]);
  });

  it('a folded card opens to twice its width', () => {
    const content = usualContent(styleOf('insert-card'), 'Test');
    const open = dielineOf({ ...content, closure: 'half-fold' });
    expect([open.bounds.width, open.crease.length]).toEqual([210, 1]);
  });

  it('an own dieline is the sheet that was typed', () => {
    const own = dielineOf({
      ...usualContent(styleOf('mailer'), 'Test'),
      source: 'own',
      dims: { flatWidth: 412.5, flatHeight: 300 },
    });
    expect(own.bounds).toEqual({ x: 0, y: 0, width: 412.5, height: 300 });
  });
});
