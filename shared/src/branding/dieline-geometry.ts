/** Millimetres from the upper left corner of the blank; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}
/** A closed line. Polygons run clockwise as they are seen. */
export type Outline =
  | { readonly kind: 'polygon'; readonly points: readonly Point[] }
  | { readonly kind: 'rounded'; readonly box: Box; readonly radius: number }
  | { readonly kind: 'circle'; readonly centre: Point; readonly radius: number };

const same = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 1e-9 && Math.abs(a.y - b.y) < 1e-9;
const signedArea = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    return sum + (point.x * next.y - next.x * point.y) / 2;
  }, 0);

/** A polygon that runs clockwise, without a point twice in a row. */
export function polygon(given: readonly Point[]): Outline {
  const points = given.filter((point, index) => !same(point, given.at(index - 1) ?? point));
  return { kind: 'polygon', points: signedArea(points) < 0 ? [...points].reverse() : points };
}
export const rectangle = ({ x, y, width, height }: Box): Outline =>
  polygon([
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]);
/** A rectangle with round corners; without a radius it is a polygon. */
export const roundedBox = (box: Box, radius: number): Outline =>
  radius === 0 ? rectangle(box) : { kind: 'rounded', box, radius };

/** Square millimetres inside an outline. */
export function areaOf(outline: Outline): number {
  if (outline.kind === 'circle') return Math.PI * outline.radius ** 2;
  if (outline.kind === 'polygon') return Math.abs(signedArea(outline.points));
  return outline.box.width * outline.box.height - (4 - Math.PI) * outline.radius ** 2;
}

/** The smallest upright box around outlines. */
export function boundsOf(outlines: readonly Outline[]): Box {
  const points = outlines.flatMap(cornersOf);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
function cornersOf(outline: Outline): readonly Point[] {
  if (outline.kind === 'polygon') return outline.points;
  if (outline.kind === 'circle') {
    const { centre, radius } = outline;
    return [
      { x: centre.x - radius, y: centre.y - radius },
      { x: centre.x + radius, y: centre.y + radius },
    ];
  }
  const { box } = outline;
  return [box, { x: box.x + box.width, y: box.y + box.height }];
}

/** Edges of a convex polygon, each with the unit normal that points out of it. */
export function edgesOf(points: readonly Point[]): readonly Edge[] {
  return points.map((from, index) => {
    const to = points[(index + 1) % points.length] ?? from;
    const long = Math.hypot(to.x - from.x, to.y - from.y);
    return { from, to, normal: { x: (to.y - from.y) / long, y: (from.x - to.x) / long } };
  });
}

/** An edge with the unit normal that points out of its polygon. */
export type Edge = Segment & { readonly normal: Point };

/** A convex polygon with each edge moved out by a distance of its own. */
export function grownEdges(points: readonly Point[], byOf: (edge: Edge) => number): Outline {
  const edges = edgesOf(points);
  return {
    kind: 'polygon',
    points: edges.map((edge, index) => {
      const before = edges.at(index - 1) ?? edge;
      const [a, b] = [before.normal, edge.normal];
      const [byA, byB] = [byOf(before), byOf(edge)];
      const cross = a.x * b.y - a.y * b.x;
      // Two edges in one line do not cross: the corner moves straight out.
      if (Math.abs(cross) < 1e-9) return { x: edge.from.x + b.x * byB, y: edge.from.y + b.y * byB };
      return {
        x: edge.from.x + (byA * b.y - byB * a.y) / cross,
        y: edge.from.y + (byB * a.x - byA * b.x) / cross,
      };
    }),
  };
}

const grownBox = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

/** A convex outline with each side moved out by a distance; inwards where that is negative. */
export function grown(outline: Outline, by: number): Outline {
  if (outline.kind === 'polygon') return grownEdges(outline.points, () => by);
  if (outline.kind === 'circle') return { ...outline, radius: Math.max(outline.radius + by, 0) };
  return roundedBox(grownBox(outline.box, by), Math.max(outline.radius + by, 0));
}

/** Part of a segment, as shares of its length. */
type Span = readonly [number, number];

/** Which part of a segment lies in a convex polygon; `touch` is how far outside still counts. */
function spanInside(segment: Segment, points: readonly Point[], touch: number): Span | null {
  let [start, end] = [0, 1];
  for (const { from, normal } of edgesOf(points)) {
    const far = normal.x * (segment.from.x - from.x) + normal.y * (segment.from.y - from.y) - touch;
    const grows = normal.x * (segment.to.x - segment.from.x) + normal.y * (segment.to.y - segment.from.y);
    if (Math.abs(grows) < 1e-12) {
      if (far > 0) return null;
    } else if (grows > 0) end = Math.min(end, -far / grows);
    else start = Math.max(start, -far / grows);
  }
  return end - start > 1e-9 ? [start, end] : null;
}

function gapsBetween(spans: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let reached = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start - reached > 1e-9) gaps.push([reached, start]);
    reached = Math.max(reached, end);
  }
  return 1 - reached > 1e-9 ? [...gaps, [reached, 1]] : gaps;
}

const partOf = ({ from, to }: Segment, [start, end]: Span): Segment => ({
  from: { x: from.x + (to.x - from.x) * start, y: from.y + (to.y - from.y) * start },
  to: { x: from.x + (to.x - from.x) * end, y: from.y + (to.y - from.y) * end },
});

/** The line around convex polygons taken together: what of their edges no other one covers. */
export function lineAround(polygons: readonly (readonly Point[])[]): Segment[] {
  return polygons.flatMap((points, index) =>
    edgesOf(points).flatMap((edge) => {
      const covered = polygons.flatMap((other, place) => {
        // An edge that two share is drawn once, by the first.
        const span = place === index ? null : spanInside(edge, other, place < index ? 1e-6 : -1e-6);
        return span ? [span] : [];
      });
      return gapsBetween(covered).map((gap) => partOf(edge, gap));
    }),
  );
}
