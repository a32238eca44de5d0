import type { RectMm } from '@qafila/shared/branding/asset-facts';
import { Refusal } from '../refusal';
import type { PdfFile } from './pdf-file';
import { nameOf, type PdfDict, PdfStream, type PdfValue } from './pdf-values';

const MOST_PAGES = 50;
const MOST_NODES = 5_000;
const MM_PER_POINT = 25.4 / 72;
const SHORTEST_MM = 2;
const LONGEST_MM = 5_000;
/** Entries that a page inherits from the nodes above it. */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

type Box = readonly [number, number, number, number];
export interface PdfPage {
  readonly resources: PdfDict;
  readonly contents: readonly PdfStream[];
  readonly media: Box;
  readonly bleed: Box | null;
  readonly trim: Box | null;
  /** Quarter turns clockwise. */
  readonly turns: number;
  readonly userUnit: number;
  readonly hasGroup: boolean;
}

/** The pages in their order. Throws on none, too many, or a tree that runs in a circle. */
export function pagesOf(file: PdfFile): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<PdfDict>();
  const walk = (node: PdfDict | null, above: PdfDict): void => {
    if (node === null || seen.has(node)) throw new Refusal('broken');
    seen.add(node);
    if (seen.size > MOST_NODES) throw new Refusal('pdf_pages');
    const known = new Map([...INHERITED.flatMap((key) => entry(above, key)), ...node]);
    const kids = file.list(node.get('Kids'));
    if (node.has('Kids') && nameOf(file.resolve(node.get('Type'))) !== 'Page') {
      for (const kid of kids) walk(file.dict(kid), known);
    } else pages.push(pageOf(file, known));
    if (pages.length > MOST_PAGES) throw new Refusal('pdf_pages');
  };
  walk(file.dict(file.root.get('Pages')), new Map());
  if (pages.length === 0) throw new Refusal('pdf_pages');
  return pages;
}

const entry = (dict: PdfDict, key: string): [string, PdfValue][] => {
  const value = dict.get(key);
  return value === undefined ? [] : [[key, value]];
};

function pageOf(file: PdfFile, dict: PdfDict): PdfPage {
  const media = boxOf(file, dict.get('MediaBox'));
  if (media === null) throw new Refusal('pdf_page_size');
  const userUnit = file.number(dict.get('UserUnit')) ?? 1;
  const sides = [media[2] - media[0], media[3] - media[1]].map((side) => side * userUnit * MM_PER_POINT);
  if (sides.some((side) => !(side >= SHORTEST_MM && side <= LONGEST_MM))) throw new Refusal('pdf_page_size');
  const given = file.resolve(dict.get('Contents'));
  const parts = given instanceof PdfStream ? [given] : file.list(given).map(file.resolve);
  return {
    resources: file.dict(dict.get('Resources')) ?? new Map(),
    contents: parts.filter((part) => part instanceof PdfStream),
    media,
    bleed: boxOf(file, dict.get('BleedBox')),
    trim: boxOf(file, dict.get('TrimBox')),
    turns: ((((file.number(dict.get('Rotate')) ?? 0) / 90) % 4) + 4) % 4,
    userUnit,
    hasGroup: dict.has('Group'),
  };
}

function boxOf(file: PdfFile, value: PdfValue | undefined): Box | null {
  const [a, b, c, d] = file.list(value).map((each) => file.number(each));
  if (a == null || b == null || c == null || d == null) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A box in points as a rectangle in millimetres of the page as it is shown, from its upper left corner. */
export function rectOf(page: PdfPage, [x0, y0, x1, y1]: Box): RectMm {
  const { media, turns, userUnit } = page;
  const left = x0 - media[0];
  const right = media[2] - x1;
  const top = media[3] - y1;
  const bottom = y0 - media[1];
  const [w, h] = turns % 2 === 0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
  // A quarter turn clockwise brings what was left to the top.
  const [x, y] = [
    [left, top] as const,
    [bottom, left] as const,
    [right, bottom] as const,
    [top, right] as const,
  ][turns] ?? [left, top];
  const toMm = (points: number): number => round(points * userUnit * MM_PER_POINT);
  return { x: toMm(x), y: toMm(y), w: toMm(w), h: toMm(h) };
}
