import type { Direction } from './bidi-runs';
import type { Weight } from './font-set';
import type { Pdf, TextBox } from './pdf-document';

export interface Column {
  readonly heading: string;
  /** Second line of the heading, in the other script. */
  readonly subheading?: string;
  /** Part of the table's width; all shares together make the whole. */
  readonly share: number;
  readonly align?: 'start' | 'centre' | 'end';
  readonly weight?: Weight;
}

export interface Cell {
  readonly main: string;
  readonly sub?: string;
  /** An empty square to tick by hand. */
  readonly isTickBox?: boolean;
}

export interface TableSpec {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly dir: Direction;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly size: number;
  readonly colours: { readonly ink: string; readonly muted: string; readonly rule: string };
  /** No row is drawn below this; a row that does not fit begins the next page. */
  readonly bottom: number;
  /** Begins the next page and answers where its table goes on. */
  readonly nextPage: () => number;
}

const PADDING = 0.55;
const GUTTER = 8;
const HEADING_SCALE = 0.8;
const SUB_SCALE = 0.82;

/** Draws a table; columns run from the right in a right-to-left one. Answers the y below the last row. */
export function drawTable(pdf: Pdf, spec: TableSpec): number {
  const table = new Table(pdf, spec);
  let y = table.heading(spec.y);
  for (const row of spec.rows) {
    if (y + table.rowHeight(row) > spec.bottom) y = table.heading(spec.nextPage());
    y = table.row(row, y);
  }
  return y;
}

class Table {
  private readonly lefts: number[];
  private readonly widths: number[];

  constructor(
    private readonly pdf: Pdf,
    private readonly spec: TableSpec,
  ) {
    const total = spec.columns.reduce((sum, column) => sum + column.share, 0);
    this.widths = spec.columns.map((column) => (spec.width * column.share) / total);
    let offset = 0;
    this.lefts = this.widths.map((width) => {
      const left = spec.dir === 'rtl' ? spec.x + spec.width - offset - width : spec.x + offset;
      offset += width;
      return left;
    });
  }

  heading(y: number): number {
    const size = this.spec.size * HEADING_SCALE;
    const colour = this.spec.colours.muted;
    const heights = this.spec.columns.map((column, index) => {
      const main = this.pdf.text(column.heading, { ...this.box(index, y, size), colour });
      if (!column.subheading) return main;
      // Each heading keeps the side of its column, whatever the script of its second line.
      return (
        main +
        this.pdf.text(column.subheading, { ...this.box(index, y + main, size * 0.88), colour, leading: 1.2 })
      );
    });
    const bottom = y + Math.max(0, ...heights) + size * PADDING;
    this.rule(bottom, 1);
    return bottom;
  }

  row(cells: readonly Cell[], y: number): number {
    const { size, colours } = this.spec;
    const top = y + size * PADDING;
    cells.forEach((cell, index) => {
      if (cell.isTickBox) this.tickBox(index, top);
      const weight = this.spec.columns[index]?.weight ?? 'regular';
      const main = this.pdf.text(cell.main, { ...this.box(index, top, size), weight, colour: colours.ink });
      if (cell.sub)
        this.pdf.text(cell.sub, { ...this.box(index, top + main, size * SUB_SCALE), colour: colours.muted });
    });
    const bottom = y + this.rowHeight(cells);
    this.rule(bottom, 0.5);
    return bottom;
  }

  rowHeight(cells: readonly Cell[]): number {
    const { size } = this.spec;
    const heights = cells.map((cell, index) => {
      const weight = this.spec.columns[index]?.weight ?? 'regular';
      const main = this.pdf.heightOf(cell.main, { ...this.box(index, 0, size), weight });
      return main + (cell.sub ? this.pdf.heightOf(cell.sub, this.box(index, 0, size * SUB_SCALE)) : 0);
    });
    return Math.max(0, ...heights) + 2 * size * PADDING;
  }

  private tickBox(index: number, top: number): void {
    const { x, width, align, dir } = this.box(index, top, this.spec.size);
    const side = this.spec.size;
    const isLeft = (align === 'end') === (dir === 'rtl');
    const box = { x: isLeft ? x : x + width - side, y: top + side * 0.2, width: side, height: side };
    this.pdf.rect(box, { stroke: this.spec.colours.ink, radius: 1.5 });
  }

  private rule(y: number, width: number): void {
    const { x, width: length, colours } = this.spec;
    this.pdf.line({ x, y }, { x: x + length, y }, { colour: colours.rule, width });
  }

  /** Text box of a column: a gutter on both inner sides, none at the table's edges. */
  private box(index: number, y: number, size: number): TextBox {
    const left = this.lefts[index] ?? 0;
    const width = this.widths[index] ?? 0;
    const { x, width: whole, dir } = this.spec;
    const before = left > x + 0.5 ? GUTTER / 2 : 0;
    const after = left + width < x + whole - 0.5 ? GUTTER / 2 : 0;
    const align = this.spec.columns[index]?.align ?? 'start';
    return { x: left + before, y, width: width - before - after, size, dir, align };
  }
}
