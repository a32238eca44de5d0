import LineBreaker from 'linebreak';
import {
  type Direction,
  levelRuns,
  levelsOf,
  mirrored,
  reversed,
  visualOrder,
  withoutControls,
} from './bidi-runs';
import type { Face, FontSet, Script, Weight } from './font-set';

export interface TextStyle {
  readonly size: number;
  readonly dir: Direction;
  readonly weight: Weight;
  /** Extra points between Latin letters; Arabic letters join and take none. */
  readonly tracking: number;
}

/** Text that one face draws in one go, `x` points from the left end of its line. */
export interface Piece {
  readonly face: Face;
  readonly text: string;
  readonly level: number;
  readonly start: number;
  readonly width: number;
  readonly tracking: number;
  readonly x: number;
}

export interface Line {
  /** In logical order, so that a reader of the file meets the words as they were written. */
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** Arabic reaches further above and below than Latin of the same size; its lines stand further apart. */
  readonly isTall: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Breaks a text into lines of at most `style.width` points; breaks are found in logical order. */
export function layoutText(fonts: FontSet, text: string, style: TextStyle & { width: number }): Line[] {
  return text.split('\n').flatMap((paragraph) => new Paragraph(fonts, paragraph, style).lines(style.width));
}

class Paragraph {
  private readonly levels: Uint8Array;

  constructor(
    private readonly fonts: FontSet,
    private readonly text: string,
    private readonly style: TextStyle,
  ) {
    this.levels = levelsOf(text, style.dir);
  }

  lines(width: number): Line[] {
    const whole = this.line({ start: 0, end: this.text.length });
    return whole.width <= width ? [whole] : this.broken(width);
  }

  private broken(width: number): Line[] {
    const ranges: Range[] = [];
    const breaker = new LineBreaker(this.text);
    let start = 0;
    let last = 0;
    for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
      if (last > start && this.line({ start, end: next.position }).width > width) {
        ranges.push({ start, end: last });
        start = last;
      }
      last = next.position;
    }
    ranges.push({ start, end: this.text.length });
    return ranges.flatMap((range) => this.cut(range, width)).map((range) => this.line(range));
  }

  /** A single word wider than the line is cut between characters. */
  private cut(range: Range, width: number): Range[] {
    if (this.line(range).width <= width) return [range];
    const parts: Range[] = [];
    let start = range.start;
    for (let end = start + 1; end <= range.end; end += 1) {
      if (end - start < 2 || this.line({ start, end }).width <= width) continue;
      const isPair = (this.text.codePointAt(end - 2) ?? 0) > 0xffff;
      const at = end - (isPair ? 2 : 1);
      parts.push({ start, end: at });
      start = at;
    }
    return [...parts, { start, end: range.end }];
  }

  private line(range: Range): Line {
    const end = range.start + this.text.slice(range.start, range.end).trimEnd().length;
    const runs = levelRuns(this.text, this.levels, { start: range.start, end });
    let x = 0;
    const pieces = visualOrder(runs.flatMap((run) => this.pieces(run.text, run.level, run.start))).map(
      (piece) => {
        const placed = { ...piece, x };
        x += piece.width;
        return placed;
      },
    );
    const width = x - (pieces.at(-1)?.tracking ?? 0);
    const isTall = pieces.some((piece) => piece.face.scale > 1);
    return { pieces: pieces.sort((a, b) => a.start - b.start), width, isTall };
  }

  /** Splits a level run where the face changes: no font has every script. */
  private pieces(text: string, level: number, start: number): Omit<Piece, 'x'>[] {
    const script: Script = level % 2 === 1 ? 'arabic' : 'latin';
    const parts: { face: Face; text: string; start: number }[] = [];
    let at = start;
    for (const char of text) {
      const shown = withoutControls(char) && this.fonts.drawable(char, this.style.weight);
      const previous = parts.at(-1);
      const chosen = shown ? this.choose(shown, script, previous?.face) : undefined;
      if (chosen && previous?.face === chosen) previous.text += shown;
      else if (chosen) parts.push({ face: chosen, text: shown, start: at });
      at += char.length;
    }
    return parts.map((part) => this.prepare(part, level));
  }

  /** Blanks, digits and marks stay with the face before them when it has them. */
  private choose(char: string, script: Script, previous: Face | undefined): Face | undefined {
    const codePoint = char.codePointAt(0) ?? 0;
    if (previous && !/\p{L}/u.test(char) && previous.font.hasGlyphForCodePoint(codePoint)) return previous;
    return this.fonts.faceFor(codePoint, script, this.style.weight);
  }

  private prepare(part: { face: Face; text: string; start: number }, level: number): Omit<Piece, 'x'> {
    const odd = level % 2 === 1;
    const logical = odd ? mirrored(part.text) : part.text;
    // fontkit turns what it takes for Arabic, ٢٥ in a left-to-right run too; undo or add as the level asks.
    const text = this.fonts.isTurned(part.face, logical) === odd ? logical : reversed(logical);
    const tracking = odd ? 0 : this.style.tracking;
    const width = this.fonts.width(part.face, text, this.style.size) + tracking * text.length;
    return { face: part.face, text, level, start: part.start, width, tracking };
  }
}
