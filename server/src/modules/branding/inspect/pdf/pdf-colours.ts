import type { ColourSpace } from '@qafila/shared/branding/asset-facts';
import { iccName } from '../icc-name';
import type { PdfFile } from './pdf-file';
import { unpack } from './pdf-filters';
import { nameOf, PdfStream, type PdfValue } from './pdf-values';

/** Cyan, magenta, yellow, black, and all spot inks together: each from 0 to 1. */
export type Inks = readonly [number, number, number, number, number];
export const NO_INK: Inks = [0, 0, 0, 0, 0];

/** A colour space as it matters for print. */
export interface Space {
  readonly kind: ColourSpace;
  readonly components: number;
  readonly spots: readonly string[];
  readonly icc: string | null;
  /** The inks of a colour; null where it is not known. */
  inks(values: readonly number[]): Inks | null;
}

const one = (value: number | undefined): number => Math.min(1, Math.max(0, value ?? 0));
const GRAY: Space = {
  kind: 'gray',
  components: 1,
  spots: [],
  icc: null,
  inks: ([gray]) => [0, 0, 0, 1 - one(gray), 0],
};
const CMYK: Space = {
  kind: 'cmyk',
  components: 4,
  spots: [],
  icc: null,
  inks: ([c, m, y, k]) => [one(c), one(m), one(y), one(k), 0],
};
const RGB: Space = { kind: 'rgb', components: 3, spots: [], icc: null, inks: rgbInks };
const LAB: Space = { kind: 'lab', components: 3, spots: [], icc: null, inks: () => null };
const OTHER: Space = { kind: 'other', components: 1, spots: [], icc: null, inks: () => null };
const PROCESS: ReadonlySet<string> = new Set(['Cyan', 'Magenta', 'Yellow', 'Black', 'None']);

const NAMED: Readonly<Record<string, Space>> = {
  DeviceGray: GRAY,
  CalGray: GRAY,
  G: GRAY,
  DeviceRGB: RGB,
  CalRGB: RGB,
  RGB,
  DeviceCMYK: CMYK,
  CMYK,
  Lab: LAB,
};

/** Screen colours as a press without profile would part them: what is common to all becomes black. */
function rgbInks([r, g, b]: readonly number[]): Inks {
  const [c, m, y] = [1 - one(r), 1 - one(g), 1 - one(b)];
  const k = Math.min(c, m, y);
  return [c - k, m - k, y - k, k, 0];
}

/** Reads a colour space; `named` are those of the page's resources. */
export function spaceOf(file: PdfFile, value: PdfValue | undefined, depth = 0): Space {
  const found = file.resolve(value);
  const name = nameOf(found);
  if (name !== null) return NAMED[name] ?? OTHER;
  const [head, first, second] = file.list(found);
  const family = nameOf(file.resolve(head));
  if (depth > 8 || family === null) return OTHER;
  if (family === 'ICCBased') return iccSpace(file, first);
  if (family === 'Separation') return spotSpace([file.name(first) ?? '']);
  if (family === 'DeviceN') return spotSpace(file.list(first).map((each) => file.name(each) ?? ''));
  if (family === 'Indexed' || family === 'I') {
    return { ...spaceOf(file, first, depth + 1), components: 1, inks: () => null };
  }
  if (family === 'Pattern')
    return second === undefined && first === undefined ? OTHER : spaceOf(file, first, depth + 1);
  return NAMED[family] ?? OTHER;
}

function iccSpace(file: PdfFile, value: PdfValue | undefined): Space {
  const stream = file.resolve(value);
  if (!(stream instanceof PdfStream)) return OTHER;
  const count = file.number(stream.dict.get('N'));
  const base = count === 1 ? GRAY : count === 4 ? CMYK : RGB;
  return { ...base, icc: iccName(unpack(stream, file.resolve, 8_000_000).bytes) ?? 'unnamed' };
}

function spotSpace(names: readonly string[]): Space {
  const spots = names.filter((name) => name !== '' && !PROCESS.has(name));
  return {
    kind: spots.length === 0 ? 'cmyk' : 'spot',
    components: names.length,
    spots,
    icc: null,
    inks: (values) => {
      const of = (name: string): number =>
        one(values[names.indexOf(name)] ?? 0) * (names.includes(name) ? 1 : 0);
      const spot = names.reduce((sum, name, index) => sum + (PROCESS.has(name) ? 0 : one(values[index])), 0);
      return [of('Cyan'), of('Magenta'), of('Yellow'), of('Black'), spot];
    },
  };
}
