import { describe, expect, it } from '@jest/globals';
import type { AssetFacts } from './asset-facts';
import type { PackagingContent } from './packaging.contract';
import { usualContent } from './packaging.rules';
import { PACKAGING_CATALOGUE, styleOf } from './packaging-catalogue';
import type { PackagingStyle } from './packaging-words';
import { judge } from './preflight.rules';
import { currentRuleset } from './preflight-ruleset';
import { printSizeOf } from './print-size';

const picture = (widthPx: number, heightPx: number): AssetFacts => ({
  ...{ type: 'png', bytes: 1000, claimedPpi: 300, pdfx: null, outputIntent: null, layers: [] },
  pages: [
    {
      ...{ page: 1, media: { x: 0, y: 0, w: 50.8, h: 50.8 }, bleed: null, trim: null, colours: ['rgb'] },
      ...{ spots: ['White', 'PANTONE 186 C', 'CutContour'], fonts: [], hasLiveText: false },
      ...{ smallestTextPt: null, thinnestLinePt: null, isTransparent: false, ink: null },
      pictures: [
        {
          ...{ widthPx, heightPx, ppi: 300, bits: 8, colour: 'rgb', icc: 'sRGB' },
          at: { x: 0, y: 0, w: 50.8, h: 50.8 },
        },
      ],
    },
  ],
});

const of = (style: PackagingStyle, dims: PackagingContent['dims'], given: Partial<PackagingContent> = {}) => {
  const size = printSizeOf({ ...usualContent(styleOf(style), 'A package'), dims, ...given });
  return size && [size.widthMm, size.heightMm];
};

describe('the print size of a packaging spec', () => {
  it('is the face of what is flat', () => {
    expect(of('sticker', { width: 62, height: 40, radius: 3 })).toEqual([62, 40]);
    expect(of('insert-card', { width: 85, height: 55 }, { closure: 'none' })).toEqual([85, 55]);
    expect(of('insert-card', { width: 85, height: 55 }, { closure: 'half-fold' })).toEqual([170, 55]);
    expect(of('tape', { width: 50, repeat: 200 })).toEqual([200, 50]);
    expect(of('tissue', { width: 500, height: 700 })).toEqual([500, 700]);
  });

  it('is the circumference with its overlap for a bottle, with the lid below it for a jar', () => {
    expect(of('bottle-label', { diameter: 70, height: 90, overlap: 10 })).toEqual([230, 90]);
    // 90 of the label, 12 between them, 60 of the lid.
    expect(of('jar-label', { diameter: 70, height: 90, overlap: 10, lid: 60 }, { bleedMm: 3 })).toEqual([
      230, 162,
    ]);
  });

  it('is the whole sheet of what is folded, flaps and all', () => {
    // 15 to glue, 2 × (80 + 40) around; 120 high with 20 to tuck in and a lid of 40 on either end.
    expect(of('folding-carton', { length: 80, width: 40, height: 120 }, { closure: 'tuck' })).toEqual([
      255, 240,
    ]);
    expect(of('sleeve', { length: 80, width: 120, height: 40 })).toEqual([335, 80]);
    expect(of('pouch', { width: 140, height: 220, gusset: 80 })).toEqual([140, 520]);
  });

  it('is what the trader typed of his own sheet, and none without it', () => {
    const own = { source: 'own' } as const;
    expect(of('mailer', { flatWidth: 400, flatHeight: 300 }, own)).toEqual([400, 300]);
    expect(of('mailer', { flatWidth: 400 }, own)).toBeNull();
    expect(of('mailer', { length: 280, width: 200, height: 90 }, own)).toBeNull();
  });

  it('brings the bleed and what is printed beside the process inks', () => {
    const size = printSizeOf({
      ...usualContent(styleOf('sticker'), 'A package'),
      bleedMm: 4,
      inks: [
        { kind: 'process', name: '' },
        { kind: 'spot', name: 'PANTONE 186 C' },
        { kind: 'white', name: '' },
      ],
      finishes: ['foil'],
    });
    expect(size).toMatchObject({ bleedMm: 4 });
    expect(size?.inks).toEqual(expect.arrayContaining(['PANTONE 186 C', 'White', 'Hvit', 'Foil', 'Dorure']));
    expect(size?.inks).not.toContain('');
  });

  it.each(PACKAGING_CATALOGUE.map((style) => [style.style, style] as const))('%s has one', (_, style) => {
    const size = printSizeOf(usualContent(style, 'A package'));
    expect(Math.min(size?.widthMm ?? 0, size?.heightMm ?? 0)).toBeGreaterThan(10);
  });
});

describe('a picture judged at its print size', () => {
  // With its bleed five inches by five.
  const sticker: PackagingContent = {
    ...usualContent(styleOf('sticker'), 'Gift sticker'),
    dims: { width: 121, height: 121, radius: 0 },
    bleedMm: 3,
    inks: [
      { kind: 'process', name: '' },
      { kind: 'white', name: '' },
      { kind: 'spot', name: 'Pantone 186C' },
    ],
  };
  const judged = (widthPx: number, heightPx: number) => {
    const print = printSizeOf(sticker);
    const checks = judge(picture(widthPx, heightPx), currentRuleset(), { kind: 'proof', print });
    return Object.fromEntries(checks.map((each) => [each.ruleId, [each.verdict, each.measured]]));
  };

  it('has its pixels an inch there, whatever it claims', () => {
    expect(judged(600, 600).picture_ppi).toEqual(['fail', 120]);
    expect(judged(1250, 1250).picture_ppi).toEqual(['warn', 250]);
    expect(judged(1500, 1500).picture_ppi).toEqual(['pass', 300]);
  });

  it('has the shape of the piece, with or without its bleed', () => {
    expect(judged(600, 600).size).toEqual(['pass', '600 × 600 px']);
    expect(judged(600, 400).size).toEqual(['fail', '600 × 400 px']);
  });

  it('prints the inks of the packaging and no other', () => {
    expect(judged(600, 600).spot_known).toEqual(['fail', 'CutContour']);
  });
});
