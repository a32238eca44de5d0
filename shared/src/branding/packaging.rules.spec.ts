import { describe, expect, it } from '@jest/globals';
import { FIELD_CODES } from '../kernel/field-codes';
import { PROBLEMS } from '../registry/problems';
import { cutAreaOf } from './dieline';
import { type PackagingContent, packagingContent } from './packaging.contract';
import {
  brandingPrice,
  DIELINE_TOLERANCE,
  DIELINE_WARNING,
  missingPieces,
  OWN_DIELINE_DAYS,
  OWN_DIELINE_MINIMUM,
  packagingBlockers,
  packagingFaults,
  sizeChecks,
  usualContent,
} from './packaging.rules';
import { PACKAGING_CATALOGUE, styleOf } from './packaging-catalogue';
import { AREA_TIERS } from './packaging-prices';
import type { PackagingStyle } from './packaging-words';

const usual = (style: PackagingStyle): PackagingContent => usualContent(styleOf(style), 'A package');
const codes = (content: PackagingContent): string[] =>
  packagingFaults(content).map(({ path, code }) => `${path} ${code}`);
const OWN: PackagingContent = {
  ...usual('mailer'),
  source: 'own',
  dims: { flatWidth: 400, flatHeight: 300 },
};

describe('the catalogue', () => {
  it.each(PACKAGING_CATALOGUE.map((style) => [style.style, style] as const))(
    '%s begins with values that can be made and have a price',
    (_, style) => {
      const content = usualContent(style, 'A package');
      expect(packagingContent.parse(content)).toEqual(content);
      expect(packagingFaults(content)).toEqual([]);
      expect(brandingPrice(content, { currency: 'SAR' }).unitPrice?.per10k).toBeGreaterThan(0);
    },
  );

  it.each(PACKAGING_CATALOGUE.map((style) => [style.style, style] as const))(
    '%s has a price up to its largest form, in each of its currencies',
    (_, style) => {
      const dims = Object.fromEntries(style.measures.map(({ of, to }) => [of, to]));
      const closure = style.closures.at(-1) ?? 'none';
      const content = { ...usualContent(style, 'A package'), dims, closure, finishes: [...style.finishes] };
      for (const currency of ['SAR', 'AED', 'USD', 'EUR', 'NOK'] as const)
        expect(brandingPrice(content, { currency }).unitPrice).not.toBeNull();
      const tiers = AREA_TIERS[style.style];
      expect(tiers.map(({ upToCm2 }) => upToCm2)).toEqual(
        [...tiers].map(({ upToCm2 }) => upToCm2).sort((a, b) => a - b),
      );
    },
  );
});

describe('a packaging spec is refused', () => {
  it('below and above the range of a measure, and between its steps', () => {
    const at = (width: number): string[] =>
      codes({ ...usual('tape'), dims: { ...usual('tape').dims, width } });
    expect([at(24), at(108), at(48)]).toEqual([['dims.width too_small'], ['dims.width too_big'], []]);
    const [fault] = packagingFaults({ ...usual('tape'), dims: { width: 50, repeat: 300 } });
    expect(fault).toEqual({ path: 'dims.width', code: 'step', params: { step: 12, lower: 48, upper: 60 } });
  });

  it('with a measure missing, or one its style does not have', () => {
    expect(codes({ ...usual('tissue'), dims: { width: 500, lid: 30 } })).toEqual([
      'dims.height required',
      'dims.lid invalid',
    ]);
  });

  it('with a material, weight, closure, finish or process of another style', () => {
    expect(codes({ ...usual('tissue'), material: 'sbs' })).toEqual(['material invalid']);
    expect(codes({ ...usual('tissue'), gsm: 90 })).toEqual(['gsm too_big']);
    expect(codes({ ...usual('tissue'), closure: 'zip' })).toEqual(['closure invalid']);
    expect(codes({ ...usual('tissue'), finishes: ['foil'] })).toEqual(['finishes invalid']);
    expect(codes({ ...usual('tissue'), process: 'screen' })).toEqual(['process invalid']);
  });

  it('with inks that cannot be printed: nameless, too many, twice', () => {
    const inks = (list: PackagingContent['inks']): string[] => codes({ ...usual('pouch'), inks: list });
    const spot = { kind: 'spot', name: 'PANTONE 7407 C' } as const;
    expect(inks([{ kind: 'spot', name: '' }])).toEqual(['inks.0.name required']);
    expect(inks([spot, spot, spot])).toEqual(['inks too_big']);
    const process = { kind: 'process', name: '' } as const;
    expect(inks([process, process])).toEqual(['inks invalid']);
    expect(inks([{ kind: 'varnish', name: '' }])).toEqual(['inks.0.kind invalid']);
  });

  it('with less bleed or safe area than production needs', () => {
    expect(codes({ ...usual('mailer'), bleedMm: 3, safeMm: 2 })).toEqual([
      'bleedMm too_small',
      'safeMm too_small',
    ]);
  });

  it('where its form cannot be: a carton wider than long, a corner rounder than half its side', () => {
    expect(codes({ ...usual('folding-carton'), dims: { length: 40, width: 45, height: 90 } })).toEqual([
      'dims.width too_big',
    ]);
    expect(codes({ ...usual('sticker'), dims: { width: 40, height: 30, radius: 16 } })).toEqual([
      'dims.radius too_big',
    ]);
  });

  it('with a dieline of the trader where the form comes from the catalogue', () => {
    const dielineAssetId = '019a0000-0000-7000-8000-000000000001';
    expect(codes({ ...usual('mailer'), dielineAssetId })).toEqual(['dielineAssetId invalid']);
    expect(codes({ ...OWN, dielineAssetId })).toEqual([]);
  });

  it('with codes that have sentences', () => {
    const all = [
      ...packagingFaults({ ...usual('tape'), dims: { width: 50, lid: 1 }, gsm: 1, closure: 'zip' }),
      ...packagingFaults({ ...OWN, dims: {} }),
    ];
    expect(all.filter(({ code }) => !FIELD_CODES.some((each) => each === code))).toEqual([]);
  });
});

describe('the price of branding', () => {
  it('follows the area, and each finish, side and spot colour adds to it', () => {
    const label = { ...usual('bottle-label'), dims: { diameter: 38, height: 60, overlap: 5 } };
    // 124.5 × 60 mm = 74.7 cm²: the tier up to 120.
    expect(cutAreaOf(label)).toBeCloseTo(7470, 6);
    const at = (content: PackagingContent) => brandingPrice(content, { currency: 'SAR' }).unitPrice?.per10k;
    expect(at(label)).toBe(16_000);
    expect(at({ ...label, finishes: ['matt', 'foil'] })).toBe(20_000);
    expect(at({ ...label, inks: [...label.inks, { kind: 'spot', name: 'PANTONE 871 C' }] })).toBe(17_000);
    expect(at({ ...label, dims: { ...label.dims, height: 30 } })).toBe(12_500);
    const card = usual('insert-card');
    expect(at({ ...card, sides: 2 })).toBe((at(card) ?? 0) + 1500);
  });

  it('is stated for each currency, and there is none in a currency without', () => {
    const { unitPrice } = brandingPrice(usual('sticker'), { currency: 'NOK' });
    expect(unitPrice).toEqual({ per10k: 5500, currency: 'NOK' });
    expect(brandingPrice(usual('sticker'), { currency: 'JPY' }).unitPrice).toBeNull();
  });

  it('comes with the minimum and lead time of the style, or those of a tool of one’s own', () => {
    expect(brandingPrice(usual('sticker'), { currency: 'SAR' })).toMatchObject({
      minimumPieces: 48,
      leadDays: 5,
    });
    expect(brandingPrice(OWN, { currency: 'SAR' })).toMatchObject({
      minimumPieces: OWN_DIELINE_MINIMUM.value,
      leadDays: OWN_DIELINE_DAYS.value,
    });
  });

  it.each([
    [47, 48, 1],
    [48, 48, 0],
    [96, 48, 0],
  ])('of %i pieces with a minimum of %i misses %i', (pieces, minimum, missing) => {
    expect(missingPieces(pieces, minimum)).toBe(missing);
  });
});

describe('an own dieline', () => {
  const verdicts = (widthMm: number, heightMm: number): string[] =>
    sizeChecks(OWN.dims, { widthMm, heightMm }).map(({ verdict }) => verdict);

  it.each([
    ['as typed', 400, 300, ['pass', 'pass']],
    ['half a millimetre off', 400.5, 300, ['pass', 'pass']],
    ['more than that off', 400.6, 300, ['warn', 'pass']],
    ['two millimetres off', 400, 298, ['pass', 'warn']],
    ['more than that', 400, 297.9, ['pass', 'fail']],
    ['turned', 300, 400, ['fail', 'fail']],
  ] as const)('that measures %s gets its verdict', (_, width, height, expected) => {
    expect(verdicts(width, height)).toEqual(expected);
    expect([DIELINE_WARNING.value, DIELINE_TOLERANCE.value]).toEqual([0.5, 2]);
  });

  it('is not ready without its file, with another size or without a price', () => {
    const blockers = (...[content, facts]: Parameters<typeof packagingBlockers>): string[] =>
      packagingBlockers(content, facts).map(({ code }) => code);
    const checks = sizeChecks(OWN.dims, { widthMm: 380, heightMm: 300 });
    expect(blockers(OWN, { checks: [], hasPrice: true })).toEqual(['PACKAGING_NEEDS_DIELINE']);
    expect(blockers(OWN, { checks, hasPrice: false })).toEqual([
      'PACKAGING_SIZE_DIFFERS',
      'PACKAGING_NOT_PRICED',
    ]);
    expect(blockers(usual('mailer'), { checks: [], hasPrice: true })).toEqual([]);
    const known = packagingBlockers(OWN, { checks, hasPrice: false });
    expect(known.every(({ code }) => Object.hasOwn(PROBLEMS, code))).toBe(true);
  });
});
