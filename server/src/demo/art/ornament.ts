import { type Disc, disc, fade, moved, path, polar, polygon, round, stroke, times } from './svg';

/** Inner radius of two squares turned by 45°, as a share of the outer radius. */
const KHATAM_INNER = 0.765;

/** Outline of the eight-pointed zellige star. */
export function starPath([cx, cy, r]: Disc): string {
  const corners = Array.from({ length: 16 }, (_, index) =>
    polar([cx, cy, index % 2 === 0 ? r : r * KHATAM_INNER], index * 22.5),
  );
  return polygon(corners);
}

/** A row of filled stars as one path. */
export const starRow = (count: number, at: (index: number) => Disc, fill: string): string =>
  path(
    times(count, (index) => square(at(index), 0) + square(at(index), 45)),
    fill,
  );

const square = ([cx, cy, r]: Disc, turn: number): string =>
  polygon([0, 90, 180, 270].map((degrees) => polar([cx, cy, r], degrees + turn)));

/** The same star, filled: two squares take half the letters of the outline. */
export const star = (at: Disc, fill: string): string => path(square(at, 0) + square(at, 45), fill);

export const starLine = (at: Disc, colour: string, width: number): string =>
  stroke(starPath(at), colour, width);

/** Rosette for trays, plates and lids: a star within petals. */
export function rosette([cx, cy, r]: Disc, colour: string): string {
  const petals = times(8, (index) => {
    const [x, y] = polar([cx, cy, r * 0.72], index * 45);
    return disc([x, y, r * 0.09], colour);
  });
  return `${starLine([cx, cy, r], colour, 2)}${starLine([cx, cy, r * 0.55], colour, 2)}${petals}`;
}

interface RoseTones {
  petal: string;
  heart: string;
  leaf: string;
}

/** Open rose seen from above, with two leaves. */
export function roseHead([cx, cy, r]: Disc, tones: RoseTones): string {
  const petals = times(6, (index) => disc([...polar([cx, cy, r * 0.55], index * 60), r * 0.52], tones.petal));
  const at = (share: number): number => round(r * share);
  const leaves =
    `M${at(-1)} ${at(0.3)}q${at(-0.9)} ${at(0.2)} ${at(-0.9)} ${at(0.9)}q${at(0.9)} ${at(0.1)} ${at(1)} ${at(-0.5)}z` +
    `M${at(0.5)} ${at(0.8)}q${at(0.9)} ${at(0.5)} ${at(1.3)} 0q${at(-0.3)} ${at(-0.7)} ${at(-1)} ${at(-0.6)}z`;
  const folds =
    `M${round(cx - r * 0.5)} ${cy}a${at(0.5)} ${at(0.5)} 0 0 1 ${r} 0` +
    `M${round(cx + r * 0.4)} ${round(cy + r * 0.1)}a${at(0.42)} ${at(0.42)} 0 0 1 ${at(-0.75)} 0`;
  return [
    moved(`translate(${cx} ${cy})`, path(leaves, tones.leaf)),
    petals,
    disc([cx, cy, r * 0.34], tones.heart),
    fade(0.75, stroke(folds, tones.heart, 2)),
  ].join('');
}

/** Half-open rose: a round bud with its folds. */
export function roseBud([cx, cy, r]: Disc, tones: RoseTones): string {
  const folds = `M${cx - r * 0.6} ${cy}a${r * 0.6} ${r * 0.6} 0 0 1 ${r * 1.2} 0M${cx + r * 0.5} ${cy + 2}a${r * 0.5} ${r * 0.5} 0 0 1 ${-r} 0M${cx - r * 0.2} ${cy}a${r * 0.2} ${r * 0.2} 0 0 1 ${r * 0.5} 0`;
  return disc([cx, cy, r], tones.petal) + stroke(folds, tones.heart, 2.4);
}

/** Pointed leaf from its stalk, `length` long, turned clockwise by `degrees` from upright. */
export function leaf(at: { x: number; y: number; length: number; degrees: number }, fill: string): string {
  const { x, y, length, degrees } = at;
  const half = Math.round(length * 0.28);
  const low = round(-length * 0.3);
  const high = round(-length * 0.7);
  return `<path transform="translate(${x} ${y}) rotate(${degrees})" d="M0 0C${-half} ${low} ${-half} ${high} 0 ${-length}C${half} ${high} ${half} ${low} 0 0Z" fill="${fill}"/>`;
}

/** A burning wick that stands on `y`, within the given glow. */
export function flame(x: number, y: number, glow: string): string {
  return moved(
    `translate(${x} ${y})`,
    disc([0, -20, 46], glow),
    stroke('M0 0V-10', '#3a2b20', 2.5),
    path('M0 -40C14 -22 10 -6 0 -6C-10 -6 -14 -22 0 -40Z', '#ffb02e'),
    path('M0 -26C6 -17 5 -8 0 -8C-5 -8 -6 -17 0 -26Z', '#fff3c4'),
  );
}
