import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';

/** Which font files are asked first for a character. */
export type Script = 'arabic' | 'latin';
export type Weight = 'regular' | 'bold';

export interface Face {
  readonly name: string;
  readonly font: Font;
  /** The parsed file under `font`, which keeps the glyphs. */
  readonly file: Font;
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

const parsed = new Map<string, Face>();

/** A font file is read and parsed once a process. */
function face(name: string): Face {
  const known = parsed.get(name);
  if (known) return known;
  const source = FILES[name];
  if (!source) throw new Error(`no such font: ${name}`);
  const file = create(readFileSync(source.file()));
  // pdfkit lays out by itself, so the tidying is put under it: the same font, another `layout`.
  const font = Object.create(file, { layout: { value: tidyLayout(file) } }) as Font;
  const made = { name, font, file, scale: source.scale };
  parsed.set(name, made);
  return made;
}

/**
 * Kerning that moves a letter becomes advance of the one before it, within bounds: otherwise readers of
 * the file part words such as الرياض and الشركة where the eye sees no gap.
 */
function tidyLayout(file: Font): Font['layout'] {
  const widest = file.unitsPerEm * WIDEST_KERN;
  const deepest = file.unitsPerEm * DEEPEST_KERN;
  return (text, features) => {
    const run = file.layout(text, features);
    run.positions.forEach((position, index) => {
      const previous = run.positions[index - 1];
      if (!previous || run.glyphs[index]?.isMark || position.yOffset || !position.xOffset) return;
      previous.xAdvance += Math.max(deepest, Math.min(position.xOffset, widest));
      position.xAdvance -= position.xOffset;
      position.xOffset = 0;
    });
    return run;
  };
}

/** fontkit keeps each glyph with the characters it was first met under. */
interface GlyphCache {
  _glyphs?: Record<number, unknown>;
}

/** The fonts of one document: shared outlines, but glyphs and widths of its own. */
export class FontSet {
  private readonly glyphs = new Map<string, Record<number, unknown>>();
  private readonly widths = new Map<string, number>();

  /** The face for one character, asked in the order of the script's chain. */
  faceFor(codePoint: number, script: Script, weight: Weight): Face | undefined {
    for (const family of CHAINS[script]) {
      const candidate = face(`${family}-${weight}`);
      if (candidate.font.hasGlyphForCodePoint(codePoint)) return candidate;
    }
    return undefined;
  }

  /** The character itself, or a visible stand-in when no font of ours has it. */
  drawable(char: string, weight: Weight): string {
    return this.faceFor(char.codePointAt(0) ?? 0, 'latin', weight) ? char : REPLACEMENT;
  }

  /**
   * Gives the face this document's own glyph cache. Without it the text layer of a document would
   * depend on which documents the process drew before: two glyphs may share one outline.
   */
  activate(chosen: Face): Face {
    const own = this.glyphs.get(chosen.name) ?? {};
    this.glyphs.set(chosen.name, own);
    (chosen.file as GlyphCache)._glyphs = own;
    return chosen;
  }

  /** True when fontkit takes the text for right-to-left and turns it round by itself. */
  isTurned(chosen: Face, text: string): boolean {
    return this.activate(chosen).font.layout(text, []).direction === 'rtl';
  }

  /** Width in points of a piece that one face draws at `size`. */
  width(chosen: Face, text: string, size: number): number {
    const key = `${chosen.name}\u0000${text}`;
    const known = this.widths.get(key);
    const ems = known ?? this.measure(chosen, text);
    if (known === undefined) this.widths.set(key, ems);
    return ems * size * chosen.scale;
  }

  private measure(chosen: Face, text: string): number {
    const run = this.activate(chosen).font.layout(text, []);
    for (const glyph of run.glyphs) {
      // Amiri inserts strokes between letters; unnamed, a reader of the file would see stray characters.
      if (!glyph.codePoints.length) glyph.codePoints = [JOINER];
    }
    return run.advanceWidth / chosen.font.unitsPerEm;
  }
}
