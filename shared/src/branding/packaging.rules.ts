import type { Currency } from '../kernel/currency';
import { sumOfUnits, type UnitPrice } from '../kernel/money';
import type { FieldProblem } from '../kernel/problem';
import { defineRule } from '../kernel/rule';
import type { CatalogueStyle, Measure } from './catalogue-style';
import { cutAreaOf, type Parameters } from './dieline';
import type { PackagingContent } from './packaging.contract';
import { styleOf } from './packaging-catalogue';
import {
  AREA_TIERS,
  FINISH_PRICES,
  type Prices,
  SECOND_SIDE_PRICE,
  SPOT_INK_PRICE,
} from './packaging-prices';
import type { Dimension } from './packaging-words';

export const MAX_PACKAGING_SPECS = defineRule({
  name: 'max-packaging-specs',
  value: 200,
  clause: 'portal',
  meaning: 'Most packaging specs one company keeps outside of its archive',
});
export const DIELINE_WARNING = defineRule({
  name: 'dieline-warning',
  value: 0.5,
  clause: 'portal',
  meaning:
    'Millimetres between the typed size and the trim of the uploaded dieline beyond which it is warned of',
});
export const DIELINE_TOLERANCE = defineRule({
  name: 'dieline-tolerance',
  value: 2,
  clause: 'portal',
  meaning: 'Millimetres beyond which the uploaded dieline is another one than was typed',
});
export const OWN_DIELINE_MINIMUM = defineRule({
  name: 'own-dieline-minimum',
  value: 250,
  clause: 'portal',
  meaning: 'Fewest pieces of packaging made to the trader’s own dieline: a tool is made for it',
});
export const OWN_DIELINE_DAYS = defineRule({
  name: 'own-dieline-days',
  value: 20,
  clause: 'portal',
  meaning: 'Working days until packaging made to the trader’s own dieline is there',
});
export const packagingRules = [
  MAX_PACKAGING_SPECS,
  DIELINE_WARNING,
  DIELINE_TOLERANCE,
  OWN_DIELINE_MINIMUM,
  OWN_DIELINE_DAYS,
];

const field = (path: string, code: string, params: FieldProblem['params'] = {}): FieldProblem => ({
  path,
  code,
  params,
});

function rangeFaults(
  path: string,
  value: number | undefined,
  range: { readonly from: number; readonly to: number },
): FieldProblem[] {
  if (value === undefined) return [field(path, 'required')];
  if (value < range.from) return [field(path, 'too_small', { minimum: range.from })];
  if (value > range.to) return [field(path, 'too_big', { maximum: range.to })];
  return [];
}

function measureFaults(measure: Measure, value: number | undefined): FieldProblem[] {
  const path = `dims.${measure.of}`;
  const faults = rangeFaults(path, value, measure);
  if (faults.length > 0 || value === undefined) return faults;
  const steps = (value - measure.from) / measure.step;
  if (Number.isInteger(steps)) return [];
  const lower = measure.from + Math.floor(steps) * measure.step;
  const upper = Math.min(lower + measure.step, measure.to);
  return [field(path, 'step', { step: measure.step, lower, upper })];
}

const oneOf = <T extends string>(path: string, value: T, list: readonly T[]): FieldProblem[] =>
  list.includes(value) ? [] : [field(path, 'invalid')];

function inkFaults(content: PackagingContent, style: CatalogueStyle): FieldProblem[] {
  const counts = (kind: string): number => content.inks.filter((ink) => ink.kind === kind).length;
  const repeated = ['process', 'white', 'varnish'].some((kind) => counts(kind) > 1);
  return [
    ...content.inks.flatMap((ink, index) => [
      ...oneOf(`inks.${index}.kind`, ink.kind, style.inks),
      ...(ink.kind === 'spot' && ink.name === '' ? [field(`inks.${index}.name`, 'required')] : []),
    ]),
    ...(counts('spot') > style.mostSpots ? [field('inks', 'too_big', { maximum: style.mostSpots })] : []),
    ...(repeated ? [field('inks', 'invalid')] : []),
  ];
}

/** A carton is glued on its longer side; a corner is no rounder than its side is long. */
function formFaults({ style, dims }: PackagingContent): FieldProblem[] {
  const { length = 0, width = 0, height = 0, radius = 0 } = dims;
  if (style === 'folding-carton' && width > length)
    return [field('dims.width', 'too_big', { maximum: length })];
  const most = Math.min(width, height) / 2;
  return style === 'sticker' && radius > most ? [field('dims.radius', 'too_big', { maximum: most })] : [];
}

function catalogueFaults(content: PackagingContent): FieldProblem[] {
  const style = styleOf(content.style);
  const known = style.measures.map((measure) => measure.of);
  const given = Object.keys(content.dims) as Dimension[];
  const material = style.materials.find((each) => each.of === content.material);
  return [
    ...style.measures.flatMap((measure) => measureFaults(measure, content.dims[measure.of])),
    ...given.flatMap((dimension) => oneOf(`dims.${dimension}`, dimension, known)),
    ...(material ? rangeFaults('gsm', content.gsm, material.gsm) : [field('material', 'invalid')]),
    ...oneOf('closure', content.closure, style.closures),
    ...oneOf('process', content.process, style.processes),
    ...content.finishes.flatMap((finish) => oneOf('finishes', finish, style.finishes)),
    ...(content.sides > style.sides ? [field('sides', 'invalid')] : []),
    ...inkFaults(content, style),
    ...rangeFaults('bleedMm', content.bleedMm, { from: style.bleedMm, to: 10 }),
    ...rangeFaults('safeMm', content.safeMm, { from: style.safeMm, to: 15 }),
    ...(content.dielineAssetId === null ? [] : [field('dielineAssetId', 'invalid')]),
    ...formFaults(content),
  ];
}

function ownFaults({ dims, inks, bleedMm }: PackagingContent): FieldProblem[] {
  return [
    ...rangeFaults('dims.flatWidth', dims.flatWidth, { from: 10, to: 2000 }),
    ...rangeFaults('dims.flatHeight', dims.flatHeight, { from: 10, to: 2000 }),
    ...rangeFaults('bleedMm', bleedMm, { from: 2, to: 10 }),
    ...inks.flatMap((ink, index) =>
      ink.kind === 'spot' && ink.name === '' ? [field(`inks.${index}.name`, 'required')] : [],
    ),
  ];
}

/** Fields of a spec that cannot be made as they stand. */
export function packagingFaults(content: PackagingContent): FieldProblem[] {
  const isTwice = new Set(content.finishes).size < content.finishes.length;
  return [
    ...(content.source === 'own' ? ownFaults(content) : catalogueFaults(content)),
    ...(isTwice ? [field('finishes', 'invalid')] : []),
  ];
}

export interface SizeCheck {
  readonly id: 'flat-width' | 'flat-height';
  readonly verdict: 'pass' | 'warn' | 'fail';
  readonly typedMm: number;
  readonly measuredMm: number;
}

/** The typed size of the flat sheet against the trim box of the uploaded page. */
export function sizeChecks(
  dims: PackagingContent['dims'],
  trim: { readonly widthMm: number; readonly heightMm: number },
): SizeCheck[] {
  const check = (id: SizeCheck['id'], typedMm: number, measuredMm: number): SizeCheck => {
    const off = Math.abs(typedMm - measuredMm);
    const isNear = off <= DIELINE_WARNING.value;
    const isFar = off > DIELINE_TOLERANCE.value;
    return { id, typedMm, measuredMm, verdict: isNear ? 'pass' : isFar ? 'fail' : 'warn' };
  };
  return [
    check('flat-width', dims.flatWidth ?? 0, trim.widthMm),
    check('flat-height', dims.flatHeight ?? 0, trim.heightMm),
  ];
}

/** What branding asks of an order: price of dressing one piece, fewest pieces, working days. */
export interface BrandingTerms {
  /** `null` where the catalogue has no price in the currency. */
  readonly unitPrice: UnitPrice | null;
  readonly minimumPieces: number;
  readonly leadDays: number;
}
type Priced = Parameters & Pick<PackagingContent, 'finishes' | 'sides' | 'inks'>;

/**
 * What a packaging spec costs for goods sold in a currency. A production spec takes price, minimum and lead time from
 * here when it is locked, and keeps them: later prices of the catalogue do not reach it.
 */
export function brandingPrice(spec: Priced, product: { readonly currency: Currency }): BrandingTerms {
  const style = styleOf(spec.style);
  const isOwn = spec.source === 'own';
  const areaCm2 = cutAreaOf(spec) / 100;
  const tier = AREA_TIERS[spec.style].find(({ upToCm2 }) => areaCm2 <= upToCm2);
  const parts: readonly (Prices | undefined)[] = [
    tier?.per10k,
    ...spec.finishes.map((finish) => FINISH_PRICES[finish]),
    ...(spec.sides === 2 ? [SECOND_SIDE_PRICE] : []),
    ...spec.inks.filter(({ kind }) => kind === 'spot').map(() => SPOT_INK_PRICE),
  ];
  const { currency } = product;
  const units = parts.flatMap((prices) => {
    const per10k = prices?.[currency];
    return per10k === undefined ? [] : [{ per10k, currency }];
  });
  return {
    unitPrice: units.length === parts.length ? sumOfUnits(units, currency) : null,
    minimumPieces: isOwn ? OWN_DIELINE_MINIMUM.value : style.minimumPieces,
    leadDays: isOwn ? OWN_DIELINE_DAYS.value : style.leadDays,
  };
}

/** What stands against calling a spec ready. */
export function packagingBlockers(
  content: PackagingContent,
  facts: { readonly checks: readonly SizeCheck[]; readonly hasPrice: boolean },
): { readonly code: string; readonly params: Readonly<Record<string, number>> }[] {
  const isBare = content.source === 'own' && facts.checks.length === 0;
  const [width, height] = facts.checks.map(({ measuredMm }) => measuredMm);
  const differs = facts.checks.some(({ verdict }) => verdict === 'fail');
  return [
    ...(isBare ? [{ code: 'PACKAGING_NEEDS_DIELINE', params: {} }] : []),
    ...(differs
      ? [{ code: 'PACKAGING_SIZE_DIFFERS', params: { width: width ?? 0, height: height ?? 0 } }]
      : []),
    ...(facts.hasPrice ? [] : [{ code: 'PACKAGING_NOT_PRICED', params: {} }]),
  ];
}

/** Pieces still missing for a dressing that starts at a number of pieces; zero when it is reached. */
export const missingPieces = (pieces: number, minimumPieces: number): number =>
  Math.max(minimumPieces - pieces, 0);

/** What a spec from the catalogue begins with. */
export function usualContent(style: CatalogueStyle, name: string): PackagingContent {
  const [material] = style.materials;
  const kind = style.inks[0] ?? 'process';
  return {
    name,
    source: 'catalogue',
    style: style.style,
    brandProfileId: null,
    dielineAssetId: null,
    dims: Object.fromEntries(style.measures.map((measure) => [measure.of, measure.usual])),
    material: material?.of ?? 'sbs',
    gsm: material?.gsm.usual ?? 300,
    closure: style.closures[0] ?? 'none',
    process: style.processes[0] ?? 'digital',
    sides: 1,
    inks: [{ kind, name: kind === 'spot' ? 'Black' : '' }],
    finishes: [],
    bleedMm: style.bleedMm,
    safeMm: style.safeMm,
    remark: '',
  };
}
