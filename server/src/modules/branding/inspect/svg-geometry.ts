/** Lengths and scales of an SVG, as far as measuring needs them. */
const PT_PER: Readonly<Record<string, number>> = {
  '': 0.75,
  px: 0.75,
  pt: 1,
  pc: 12,
  mm: 72 / 25.4,
  cm: 720 / 25.4,
  in: 72,
};
const LENGTH = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*$/i;

/** A length in points; null for per cent and nonsense. A bare number is a CSS pixel. */
export function lengthPt(value: string | undefined): number | null {
  const [, digits, unit = ''] = LENGTH.exec(value ?? '') ?? [];
  const perUnit = PT_PER[unit.toLowerCase()];
  return digits === undefined || perUnit === undefined ? null : Number(digits) * perUnit;
}

/** A length in units of the drawing. */
export const lengthUnits = (value: string | undefined): number | null => {
  const points = lengthPt(value);
  return points === null ? null : points / 0.75;
};

export interface SvgPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Points of one unit of the drawing. */
  readonly ptPerUnit: number;
}

/** Size of the drawing by its width and height, or else by its viewBox in CSS pixels. */
export function pageOf(attributes: ReadonlyMap<string, string>): SvgPage | null {
  const box = boxOf(attributes.get('viewBox'));
  const width = lengthPt(attributes.get('width'));
  const height = lengthPt(attributes.get('height'));
  const widthPt = width ?? (box === null ? null : height === null ? box.w * 0.75 : (height * box.w) / box.h);
  const heightPt = height ?? (box === null ? null : width === null ? box.h * 0.75 : (width * box.h) / box.w);
  if (widthPt === null || heightPt === null || !(widthPt > 0 && heightPt > 0)) return null;
  if (attributes.has('viewBox') && box === null) return null;
  const ptPerUnit = box === null ? 0.75 : Math.min(widthPt / box.w, heightPt / box.h);
  return { widthPt, heightPt, ptPerUnit };
}

function boxOf(viewBox: string | undefined): { w: number; h: number } | null {
  const [x, y, w, h] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const isBox =
    Number.isFinite(x) && Number.isFinite(y) && w !== undefined && h !== undefined && w > 0 && h > 0;
  return isBox && Number.isFinite(w) && Number.isFinite(h) ? { w, h } : null;
}

/** How much a `transform` enlarges: the root of its determinant. */
export function scaleOf(transform: string | undefined): number {
  let scale = 1;
  for (const [, name = '', list = ''] of (transform ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [a = 1, b = a, c = 0, d = 1] = numbers;
    if (name === 'matrix') scale *= Math.sqrt(Math.abs(a * d - (numbers[1] ?? 0) * c));
    if (name === 'scale') scale *= Math.sqrt(Math.abs(a * b));
  }
  return Number.isFinite(scale) ? scale : 1;
}
