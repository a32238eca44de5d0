import { directionOf, HTML_LANG } from '@qafila/shared/kernel/locale';
import { createPdf, mm, type Pdf, type TextBox } from '../../../platform/pdf/pdf-document';
import { drawTable } from '../../../platform/pdf/pdf-table';
import { code } from '../domain/document-words';
import type { PaperOptions } from './packing-slip';

/** What a picker needs, and no more: no price, no recipient beyond the parcel's code. */
export interface PickListView {
  readonly locale: 'ar' | 'en';
  readonly brandCode: string;
  readonly parcelCode: string;
  readonly orderCode?: string;
  readonly lines: readonly PickLine[];
}

export interface PickLine {
  readonly shelf: string;
  readonly sku: string;
  readonly name: string;
  readonly variant?: string;
  readonly quantity: number;
}

const WORDS = {
  internal: { ar: 'داخلي · لا يُشحن', en: 'INTERNAL · do not ship' },
  title: { ar: 'قائمة الالتقاط', en: 'Pick list' },
  brand: { ar: 'رمز العلامة', en: 'Brand code' },
  parcel: { ar: 'رمز الطرد', en: 'Parcel code' },
  order: { ar: 'الطلب', en: 'Order' },
  shelf: { ar: 'الرف', en: 'Shelf' },
  sku: { ar: 'رمز الصنف', en: 'SKU' },
  item: { ar: 'الصنف', en: 'Item' },
  quantity: { ar: 'الكمية', en: 'Qty' },
  done: { ar: 'تم', en: 'Done' },
  nothing: { ar: 'لا طرود للالتقاط الآن.', en: 'There is nothing to pick now.' },
  remove: {
    ar: 'أخرِج هذه الورقة من الصندوق قبل إغلاقه.',
    en: 'Take this sheet out of the box before you close it.',
  },
} as const;

const EDGE = mm(16);
const BAND = mm(17);
const COLOURS = { ink: '#16181d', muted: '#5b6069', rule: '#c9ccd2' };

/** The warehouse's own paper, A4: says in both staff languages that it never leaves the house. */
export const renderPickList = (view: PickListView, { now }: PaperOptions): Promise<Buffer> =>
  renderPickLists([view], { now, locale: view.locale });

/** The sheets of many parcels in one file, a parcel beginning its own sheet; one empty sheet for none. */
export function renderPickLists(
  views: readonly PickListView[],
  options: PaperOptions & { readonly locale: 'ar' | 'en' },
): Promise<Buffer> {
  const { now, locale } = options;
  const pdf = createPdf({ size: 'A4', now, lang: HTML_LANG[locale] });
  const list = new PickList(pdf, locale);
  for (const [index, view] of views.entries()) list.sheet(view, index === 0);
  list.finish(views.length === 0);
  return pdf.end();
}

class PickList {
  private readonly dir: 'rtl' | 'ltr';
  private readonly width: number;

  constructor(
    private readonly pdf: Pdf,
    private readonly locale: 'ar' | 'en',
  ) {
    this.dir = directionOf(locale);
    this.width = pdf.width - 2 * EDGE;
  }

  sheet(view: PickListView, isFirst: boolean): void {
    if (!isFirst) this.pdf.addPage();
    const below = this.facts(view, this.title(view, BAND + mm(9)));
    this.table(view, below + mm(6));
  }

  finish(isEmpty: boolean): void {
    if (isEmpty) this.pdf.text(WORDS.nothing[this.locale], this.box(BAND + mm(9), 16));
    this.pdf.eachPage((page, count) => this.frame(page, count));
  }

  private title(view: PickListView, y: number): number {
    const barcode = { width: mm(58), height: mm(13) };
    const x = this.dir === 'rtl' ? EDGE : EDGE + this.width - barcode.width;
    this.pdf.barcode(view.parcelCode, { ...barcode, x, y });
    return y + this.pdf.text(WORDS.title[this.locale], this.box(y, 22, { weight: 'bold' })) + mm(3);
  }

  private facts(view: PickListView, y: number): number {
    const { locale, brandCode, parcelCode, orderCode } = view;
    const facts = [
      [WORDS.brand[locale], brandCode],
      [WORDS.parcel[locale], parcelCode],
      ...(orderCode ? [[WORDS.order[locale], orderCode]] : []),
    ];
    const column = mm(38);
    facts.forEach(([label = '', value = ''], index) => {
      const x = this.dir === 'rtl' ? EDGE + this.width - (index + 1) * column : EDGE + index * column;
      const place = { x, width: column - 6 };
      const top = this.pdf.text(label, { ...this.box(y, 8.5, { colour: COLOURS.muted }), ...place });
      this.pdf.text(code(value), { ...this.box(y + top, 13, { weight: 'bold' }), ...place });
    });
    return y + mm(12);
  }

  private table({ locale, lines }: PickListView, y: number): void {
    drawTable(this.pdf, {
      x: EDGE,
      y,
      width: this.width,
      dir: this.dir,
      size: 12,
      columns: [
        { heading: WORDS.shelf[locale], share: 1.3, weight: 'bold' },
        { heading: WORDS.item[locale], share: 4 },
        { heading: WORDS.sku[locale], share: 2.2 },
        { heading: WORDS.quantity[locale], share: 0.9, align: 'end', weight: 'bold' },
        { heading: WORDS.done[locale], share: 0.8, align: 'end' },
      ],
      rows: lines.map((line) => [
        { main: code(line.shelf) },
        { main: line.name, ...(line.variant ? { sub: line.variant } : {}) },
        { main: code(line.sku) },
        { main: code(String(line.quantity)) },
        { main: '', isTickBox: true },
      ]),
      colours: COLOURS,
      bottom: this.pdf.height - mm(24),
      nextPage: () => {
        this.pdf.addPage();
        return BAND + mm(8);
      },
    });
  }

  /** The warning on every page, in both languages, white on black. */
  private frame(page: number, count: number): void {
    const { pdf } = this;
    pdf.rect({ x: 0, y: 0, width: pdf.width, height: BAND }, { fill: COLOURS.ink });
    const look = { colour: '#ffffff', weight: 'bold' } as const;
    pdf.text(WORDS.internal[this.locale], this.box(mm(4.2), 16, look));
    const other = this.locale === 'ar' ? WORDS.internal.en : WORDS.internal.ar;
    pdf.text(other, this.box(mm(4.2), 16, { ...look, align: 'end' }));
    const foot = pdf.height - mm(15);
    pdf.text(WORDS.remove[this.locale], this.box(foot, 9, { colour: COLOURS.muted }));
    pdf.text(code(`${page} / ${count}`), this.box(foot, 9, { colour: COLOURS.muted, align: 'end' }));
  }

  private box(y: number, size: number, look: Partial<TextBox> = {}): TextBox {
    return { x: EDGE, y, width: this.width, size, dir: this.dir, colour: COLOURS.ink, ...look };
  }
}
