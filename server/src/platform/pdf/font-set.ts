import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font, type GlyphRun } from 'fontkit';

/** Which font files are asked first for a character. */
export type Script = 'arabic' | 'latin';
export type Weight = 'regular' | 'bold';

export interface Face {
  readonly name: string;
  readonly font: Font;
  /** Amiri is drawn small in its square; this makes it as large as the Latin beside it. */
  readonly scale: number;
}

const OWN_FONTS = path.join(__dirname, '../../../assets/fonts');
const AMIRI_SCALE = 1.16;

const FILES: Readonly<Record<string, { file: () => string; scale: number }>> = {
  'amiri-regular': {
    file: () => require.resolve('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf'),
    scale: AMIRI_SCALE,
  },
  'amiri-bold': {
    file: () => require.resolve('@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf'),
    scale: AMIRI_SCALE,
  },
  'plex-regular': { file: () => path.join(OWN_FONTS, 'ibm-plex-sans-latin-400-normal.ttf'), scale: 1 },
  'plex-bold': { file: () => path.join(OWN_FONTS, 'ibm-plex-sans-latin-600-normal.ttf'), scale: 1 },
  'plex-ext-regular': {
    file: () => path.join(OWN_FONTS, 'ibm-plex-sans-latin-ext-400-normal.ttf'),
    scale: 1,
  },
  'plex-ext-bold': { file: () => path.join(OWN_FONTS, 'ibm-plex-sans-latin-ext-600-normal.ttf'), scale: 1 },
  'liberation-regular': {
    file: () => require.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'),
    scale: 1,
  },
  'liberation-bold': {
    file: () => require.resolve('pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf'),
    scale: 1,
  },
};

const CHAINS: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['amiri', 'plex', 'plex-ext', 'liberation'],
  latin: ['plex', 'plex-ext', 'amiri', 'liberation'],
};

/** Drawn for a character that no font has, so that the gap is seen. */
const REPLACEMENT = '?';

/** Zero-width joiner: what an inserted stroke stands for. */
const JOINER = 0x200d;

/** In ems: readers take a tenth for a blank, and a fifth backwards for another piece of text. */
const WIDEST_KERN = 0.09;
const DEEPEST_KERN = -0.18;

const parsed = new Map<string, Font>();

/** A font file is read and parsed once a process. */
function fontFile(name: string): Font {
  const known = parsed.get(name);
  if (known) return known;
  const source = FILES[name];
  if (!source) throw new Error(`no such font: ${name}`);
  const file = create(readFileSync(source.file()));
  parsed.set(name, file);
  return file;
}

/** fontkit keeps each glyph with the characters it was first met under. */
interface GlyphCache {
  _glyphs?: Record<number, unknown>;
}

function layOut(file: Font, text: string): GlyphRun {
  // With an empty cache the run depends on its text alone: two characters may share one outline, and a
  // document's text layer must not tell what the process drew before it.
  (file as GlyphCache)._glyphs = {};
  const { glyphs, positions, direction } = file.layout(text, []);
  tidy(file, { glyphs, positions });
  for (const glyph of glyphs) {
    // Amiri inserts strokes between letters; unnamed, a reader of the file would see stray characters.
    if (!glyph.codePoints.length) glyph.codePoints = [JOINER];
  }
  return {
    glyphs,
    positions,
    direction,
    advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
  };
}

/**
 * Kerning that moves a letter becomes advance of the one before it, within bounds: otherwise readers of
 * the file part words such as الرياض and الشركة where the eye sees no gap.
 */
function tidy(file: Font, run: Pick<GlyphRun, 'glyphs' | 'positions'>): void {
  const widest = file.unitsPerEm * WIDEST_KERN;
  const deepest = file.unitsPerEm * DEEPEST_KERN;
  run.positions.forEach((position, index) => {
    const previous = run.positions[index - 1];
    if (!previous || run.glyphs[index]?.isMark || position.yOffset || !position.xOffset) return;
    previous.xAdvance += Math.max(deepest, Math.min(position.xOffset, widest));
    position.xAdvance -= position.xOffset;
    position.xOffset = 0;
  });
}

/** The fonts of one document: outlines shared by the process, texts laid out once a document. */
export class FontSet {
  private readonly faces = new Map<string, Face>();
  private readonly chosen = new Map<string, Face | undefined>();

  /** The face for one character, asked in the order of the script's chain. */
  faceFor(codePoint: number, script: Script, weight: Weight): Face | undefined {
    const key = `${codePoint} ${script} ${weight}`;
    if (!this.chosen.has(key)) {
      const family = CHAINS[script].find((name) =>
        fontFile(`${name}-${weight}`).hasGlyphForCodePoint(codePoint),
      );
      this.chosen.set(key, family ? this.face(`${family}-${weight}`) : undefined);
    }
    return this.chosen.get(key);
  }

  /** The character itself, or a visible stand-in when no font of ours has it. */
  drawable(char: string, weight: Weight): string {
    return this.faceFor(char.codePointAt(0) ?? 0, 'latin', weight) ? char : REPLACEMENT;
  }

  /** True when fontkit takes the text for right-to-left and turns it round by itself. */
  isTurned(face: Face, text: string): boolean {
    return face.font.layout(text).direction === 'rtl';
  }

  /** Width in points of a piece that one face draws at `size`. */
  width(face: Face, text: string, size: number): number {
    return (face.font.layout(text).advanceWidth / face.font.unitsPerEm) * size * face.scale;
  }

  /** pdfkit lays out by itself, so ours is put under it: the same font, another `layout`. */
  private face(name: string): Face {
    const known = this.faces.get(name);
    if (known) return known;
    const file = fontFile(name);
    const runs = new Map<string, GlyphRun>();
    const layout = (text: string): GlyphRun => {
      const run = runs.get(text) ?? layOut(file, text);
      runs.set(text, run);
      // pdfkit scales the positions it gets in place.
      return { ...run, positions: run.positions.map((position) => ({ ...position })) };
    };
    const font = Object.create(file, { layout: { value: layout } }) as Font;
    const made = { name, font, scale: FILES[name]?.scale ?? 1 };
    this.faces.set(name, made);
    return made;
  }
}
