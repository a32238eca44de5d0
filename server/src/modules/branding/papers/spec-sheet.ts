import { directionOf, HTML_LANG, type Locale } from '@qafila/shared/kernel/locale';
import type { Direction } from '../../../platform/pdf/bidi-runs';
import { createPdf, mm, type Pdf, type TextBox } from '../../../platform/pdf/pdf-document';
import { drawTable } from '../../../platform/pdf/pdf-table';
import type { Decision } from '../domain/approval';
import type { ProductionSpec } from '../domain/production-spec';
import { type SheetSection, sheetSections } from './spec-sheet-facts';
import { SHEET_WORDS } from './spec-sheet-words';

const EDGE = mm(18);
const FOOT = mm(16);
const COLOURS = { ink: '#16181d', muted: '#5b6069', rule: '#c9ccd2', warn: '#9a3412', good: '#14532d' };

/**
 * The production sheet, A4. The same for trader, designer and production: no price, no person, no company. The same
 * spec gives the same bytes.
 */
export function renderSpecSheet(
  given: { readonly spec: ProductionSpec; readonly approvals: readonly Decision[] },
  locale: Locale,
): Promise<Buffer> {
  const { spec, approvals } = given;
  const pdf = createPdf({ size: 'A4', now: spec.lockedAt ?? spec.madeAt, lang: HTML_LANG[locale] });
  const sheet = new Sheet(pdf, spec, locale);
  sheet.draw(sheetSections(spec, approvals, locale));
  return pdf.end();
}

class Sheet {
  private readonly dir: Direction;
  private readonly width: number;

  constructor(
    private readonly pdf: Pdf,
    private readonly spec: ProductionSpec,
    private readonly locale: Locale,
  ) {
    this.dir = directionOf(locale);
    this.width = pdf.width - 2 * EDGE;
  }

  draw(sections: readonly SheetSection[]): void {
    let y = this.head(mm(16));
    for (const section of sections) y = this.section(section, y) + mm(5);
    this.pdf.eachPage((page, count) => this.foot(page, count));
  }

  private head(y: number): number {
    const { pdf, spec, locale } = this;
    const bars = { width: mm(52), height: mm(13) };
    const x = this.dir === 'rtl' ? EDGE : EDGE + this.width - bars.width;
    pdf.barcode(spec.code, { ...bars, x, y });
    pdf.text(spec.code, {
      ...this.box(y + bars.height + 2, 9),
      x,
      width: bars.width,
      dir: 'ltr',
      align: 'centre',
    });
    const width = this.width - bars.width - mm(6);
    const title = { width, x: this.dir === 'rtl' ? EDGE + bars.width + mm(6) : EDGE };
    let below =
      y + pdf.text(SHEET_WORDS.title[locale], { ...this.box(y, 10, { colour: COLOURS.muted }), ...title });
    below += pdf.text(spec.name, { ...this.box(below, 19, { weight: 'bold', leading: 1.25 }), ...title });
    below += pdf.text(this.standing().text, {
      ...this.box(below + 3, 10.5, { weight: 'bold', colour: this.standing().colour }),
      ...title,
    });
    return Math.max(below, y + bars.height + 16) + mm(5);
  }

  private standing(): { readonly text: string; readonly colour: string } {
    const { state } = this.spec;
    const key = state === 'draft' ? 'open' : state === 'retired' ? 'retired' : 'locked';
    return { text: SHEET_WORDS[key][this.locale], colour: key === 'locked' ? COLOURS.good : COLOURS.warn };
  }

  private section({ title, facts }: SheetSection, y: number): number {
    let top = y;
    if (title !== null) {
      // A heading never stands alone at the foot of a page.
      if (top > this.pdf.height - FOOT - mm(30)) top = this.nextPage();
      top += this.pdf.text(title, this.box(top, 12.5, { weight: 'bold' })) + 2;
    }
    return drawTable(this.pdf, {
      x: EDGE,
      y: top,
      width: this.width,
      dir: this.dir,
      size: 9,
      columns: [
        { heading: '', share: 1.5 },
        { heading: '', share: 4, weight: 'bold' },
      ],
      rows: facts.map(({ label, value }) => [{ main: label }, { main: value }]),
      colours: COLOURS,
      bottom: this.pdf.height - FOOT - mm(4),
      nextPage: () => this.nextPage(),
    });
  }

  private nextPage(): number {
    this.pdf.addPage();
    return mm(16);
  }

  private foot(page: number, count: number): void {
    const y = this.pdf.height - FOOT;
    const look = { colour: COLOURS.muted } as const;
    this.pdf.text(SHEET_WORDS.internal[this.locale], this.box(y, 8.5, look));
    const number = this.box(y, 8.5, { ...look, align: 'end' });
    this.pdf.text(`${this.spec.code} · ${page} / ${count}`, { ...number, dir: this.dir });
  }

  private box(y: number, size: number, look: Partial<TextBox> = {}): TextBox {
    return { x: EDGE, y, width: this.width, size, dir: this.dir, colour: COLOURS.ink, ...look };
  }
}
