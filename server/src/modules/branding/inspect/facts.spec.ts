import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { AssetKind } from '@qafila/shared/branding/assets.rules';
import { judge } from '@qafila/shared/branding/preflight.rules';
import { currentRuleset } from '@qafila/shared/branding/preflight-ruleset';
import sharp from 'sharp';
import { aPdf, aStream } from '../testing/a-pdf';
import type { Inspection } from './inspect-asset';
import { inspectFile } from './inspect-file';

jest.setTimeout(60_000);
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

type Ready = Extract<Inspection, { verdict: 'ready' }>;
async function open(name: string, bytes: Buffer): Promise<Ready> {
  const scratch = await mkdtemp(join(tmpdir(), 'facts-'));
  folders.push(scratch);
  const path = join(scratch, 'original');
  await writeFile(path, bytes);
  const said = await inspectFile({ path, kind: 'artwork', declaredName: name, scratch });
  if (said.verdict !== 'ready') throw new Error(said.reason);
  return said;
}

/** 300 × 150 pixels on 2 × 1 inches, four inks, two spots, a line, a text, opacity, three boxes, one layer. */
const known = (): Buffer =>
  aPdf({
    catalog:
      '/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)>>]/OCProperties<</OCGs[7 0 R]/D<</OFF[]>>>>',
    page: '/MediaBox[0 0 300 200]/BleedBox[10 10 290 190]/TrimBox[18.504 18.504 281.496 181.496]',
    resources:
      '/XObject<</I 5 0 R>>/Font<</F 6 0 R>>/ExtGState<</G<</ca 0.5>>>>/ColorSpace<</S[/Separation/PANTONE#20186#20C/DeviceCMYK 8 0 R]>>',
    content:
      'q 0.8 0.7 0.5 0.2 k 20 20 50 50 re f Q q 144 0 0 72 100 100 cm /I Do Q /S cs 1 scn 5 5 10 10 re f ' +
      '0.3 w q .5 0 0 .5 0 0 cm 0 0 m 9 9 l S Q BT /F 4 Tf 1 0 0 1 30 150 Tm (Hi) Tj ET /G gs 0 0 0 1 k 200 20 30 30 re f',
    objects: [
      aStream(
        '/Type/XObject/Subtype/Image/Width 300/Height 150/ColorSpace/DeviceGray/BitsPerComponent 8',
        Buffer.alloc(45_000, 128),
      ),
      Buffer.from('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'),
      Buffer.from('<</Type/OCG/Name(Guides)>>'),
      Buffer.from('<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 .8 .1]/N 1>>'),
    ],
  });

describe('a PDF with known values', () => {
  it('is measured exactly', async () => {
    const { facts } = await open('label.pdf', known());
    expect(facts).toMatchObject({ outputIntent: 'FOGRA39', layers: [{ name: 'Guides', isShown: true }] });
    expect(facts.pages[0]).toEqual({
      page: 1,
      media: { x: 0, y: 0, w: 105.833, h: 70.556 },
      bleed: { x: 3.528, y: 3.528, w: 98.778, h: 63.5 },
      trim: { x: 6.528, y: 6.528, w: 92.778, h: 57.5 },
      pictures: [
        {
          ...{ widthPx: 300, heightPx: 150, ppi: 150, bits: 8, colour: 'gray', icc: null },
          at: { x: 35.278, y: 9.878, w: 50.8, h: 25.4 },
        },
      ],
      colours: ['cmyk', 'gray', 'spot'],
      spots: ['PANTONE 186 C'],
      fonts: [{ name: 'Helvetica', isEmbedded: false }],
      hasLiveText: true,
      smallestTextPt: 4,
      thinnestLinePt: 0.15,
      isTransparent: true,
      ink: { maxPercent: 220, x: expect.any(Number), y: expect.any(Number) },
    });
  });

  it('is judged against the packaging spec with the measured values', async () => {
    const { facts } = await open('label.pdf', known());
    const checks = judge(facts, currentRuleset(), {
      kind: 'artwork',
      print: { widthMm: 100, heightMm: 57.5, bleedMm: 3, inks: [] },
    });
    const verdicts = Object.fromEntries(checks.map((each) => [each.ruleId, [each.verdict, each.measured]]));
    expect(verdicts).toMatchObject({
      size: ['fail', '92.8 × 57.5'],
      bleed: ['pass', 3],
      trim_box: ['pass', 0],
      picture_ppi: ['warn', 150],
      spot_known: ['fail', 'PANTONE 186 C'],
      fonts_embedded: ['fail', 'Helvetica'],
      text_size: ['warn', 4],
      line_width: ['warn', 0.15],
      transparency: ['warn', 1],
      ink: ['pass', 220],
      guide_layers: ['fail', 'Guides'],
    });
  });

  it('is asked what its kind is printed by: a logo has no bleed, a dieline is guides', async () => {
    const { facts } = await open('label.pdf', known());
    const asked = (kind: AssetKind) =>
      judge(facts, currentRuleset(), { kind, print: null }).map(({ ruleId }) => ruleId);
    const ofPiece = ['bleed', 'spot_known', 'guide_layers'];
    const askedOf = (kind: AssetKind) => asked(kind).filter((id) => ofPiece.includes(id));
    expect(askedOf('artwork')).toEqual(ofPiece);
    expect(askedOf('proof')).toEqual(ofPiece);
    expect(askedOf('logo')).toEqual(['spot_known']);
    expect(askedOf('dieline')).toEqual([]);
    expect(asked('dieline')).toContain('fonts_embedded');
  });

  it('with nothing said and nothing wrong, most rules pass', async () => {
    const { facts } = await open('plain.pdf', aPdf());
    expect(facts.pages[0]).toMatchObject({ isTransparent: false, fonts: [], spots: [], colours: ['cmyk'] });
  });
});

describe('pictures', () => {
  it('an alpha channel that is full everywhere is no transparency', async () => {
    const of = (alpha: number) =>
      sharp({ create: { width: 50, height: 40, channels: 4, background: { r: 9, g: 9, b: 9, alpha } } })
        .png()
        .toBuffer();
    expect((await open('a.png', await of(1))).facts.pages[0]?.isTransparent).toBe(false);
    expect((await open('a.png', await of(0.5))).facts.pages[0]?.isTransparent).toBe(true);
  });

  it('a page of several levels is cut into tiles of 512, and what is shown holds no notes', async () => {
    const bytes = await sharp({ create: { width: 1300, height: 700, channels: 3, background: '#a00' } })
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .jpeg()
      .toBuffer();
    const { pages, derivatives } = await open('photo.jpg', bytes);
    expect(pages).toMatchObject([{ widthPx: 1300, heightPx: 700, tileLevels: 3 }]);
    const tiles = derivatives.filter((each) => each.kind === 'tile');
    expect(tiles.filter((tile) => tile.level === 2)).toHaveLength(6);
    expect(tiles.filter((tile) => tile.level === 0)).toMatchObject([{ widthPx: 325, heightPx: 175 }]);
    const [thumb] = derivatives.filter((each) => each.kind === 'thumb');
    const meta = await sharp(join(folders[0] ?? '', thumb?.file ?? '')).metadata();
    expect(meta).toMatchObject({ width: 320 });
    expect(meta.exif).toBeUndefined();
  });
});
