import { directionOf, HTML_LANG } from '@qafila/shared/kernel/locale';
import type { Direction } from '../../../platform/pdf/bidi-runs';
import { createPdf, mm, type Pdf, type TextBox } from '../../../platform/pdf/pdf-document';
import { drawTable } from '../../../platform/pdf/pdf-table';
import { type Palette, paletteOf } from '../domain/brand-palette';
import {
  anyScript,
  calendarDate,
  caption,
  captionLine,
  code,
  readablePhone,
  type WordKey,
} from '../domain/document-words';
import { placeLines } from '../domain/place-lines';
import type { RecipientView } from '../domain/recipient-view';
import { drawBrandMark } from './brand-mark';

export interface PaperOptions {
  /** Document time; the same view and time give the same bytes. */
  readonly now: Date;
}

interface Fact {
  readonly key: WordKey;
  readonly value: string;
  readonly below?: string;
}

const QR_SIZE = mm(21);
/** Letters that stand on one line beside the code, in the large size. */
const ONE_LINE = 44;
/** Room kept for the closing band on every page. */
const FOOT = mm(30);

/** The packing slip in the trader's brand: PDF, A5 or A4, without any price. */
export function renderPackingSlip(
  view: RecipientView,
  options: PaperOptions & { readonly size?: 'A5' | 'A4' },
): Promise<Buffer> {
  const size = options.size ?? 'A5';
  const pdf = createPdf({ size, now: options.now, lang: HTML_LANG[view.locale] });
  new Slip(pdf, view, size === 'A5' ? mm(13) : mm(22)).draw();
  return pdf.end();
}

class Slip {
  private readonly palette: Palette;
  private readonly dir: Direction;
  private readonly width: number;

  constructor(
    private readonly pdf: Pdf,
    private readonly view: RecipientView,
    private readonly margin: number,
  ) {
    this.palette = paletteOf(view.brand.colours);
    this.dir = directionOf(view.locale);
    this.width = pdf.width - 2 * margin;
  }

  draw(): void {
    let y = this.head();
    y = this.title(y);
    y = this.facts(y);
    y = this.deliverTo(y);
    this.items(y);
    this.pdf.eachPage((page, count) => this.foot(page, count));
  }

  private head(): number {
    const { pdf, view, palette, margin: x, width } = this;
    const mark = { pdf, brand: view.brand, palette, x, width, dir: this.dir };
    const height = drawBrandMark({ ...mark, y: mm(8), size: 30, align: 'centre' });
    return mm(8) + Math.max(height, mm(14)) + mm(3.5);
  }

  private title(y: number): number {
    const { main, second } = caption('packingSlip', this.view.locale);
    const height = this.pdf.text(
      main,
      this.box(y, 17, { weight: 'bold', colour: this.palette.ink, leading: 1.25 }),
    );
    if (second)
      this.pdf.text(second, this.box(y + 7, 9, { align: 'end', colour: this.palette.muted, leading: 1.25 }));
    const bottom = y + height + mm(1.6);
    const rule = { colour: this.palette.accent, width: 1.2 };
    this.pdf.line({ x: this.margin, y: bottom }, { x: this.margin + this.width, y: bottom }, rule);
    return bottom + mm(3);
  }

  /** Parcel, code and date side by side, the caption small above each. */
  private facts(y: number): number {
    const { parcel, locale, shippedOn } = this.view;
    const date = calendarDate(shippedOn, locale);
    const facts: Fact[] = [
      { key: 'code', value: code(parcel.code) },
      { key: 'parcel', value: code(`${parcel.index} / ${parcel.count}`) },
      { key: 'shipped', value: date.main, ...(date.hijri ? { below: date.hijri } : {}) },
    ];
    const column = this.width / facts.length;
    const heights = facts.map((fact, index) => {
      const offset = this.dir === 'rtl' ? facts.length - 1 - index : index;
      return this.fact(fact, { x: this.margin + offset * column, y, width: column });
    });
    return y + Math.max(...heights) + mm(3.5);
  }

  private fact(fact: Fact, place: { x: number; y: number; width: number }): number {
    const base = { ...place, dir: this.dir };
    const top = this.pdf.text(captionLine(fact.key, this.view.locale), {
      ...base,
      size: 7.5,
      colour: this.palette.muted,
    });
    const value = {
      ...base,
      y: place.y + top,
      size: 10.5,
      weight: 'bold',
      colour: this.palette.ink,
    } as const;
    const height = top + this.pdf.text(fact.value, value);
    if (!fact.below) return height;
    return (
      height +
      this.pdf.text(fact.below, { ...base, y: place.y + height, size: 8, colour: this.palette.muted })
    );
  }

  /** Name and place on one side of the card, phone and short address on the other. */
  private deliverTo(y: number): number {
    const { recipient } = this.view;
    const pad = mm(4);
    const inner = this.width - 2 * pad;
    const start = { x: this.margin + pad + (this.dir === 'rtl' ? inner * 0.36 : 0), width: inner * 0.64 };
    const end = { x: this.margin + pad + (this.dir === 'rtl' ? 0 : inner * 0.68), width: inner * 0.32 };
    const lines = this.placeText(start);
    const height = lines.reduce((sum, { text, box }) => sum + this.pdf.heightOf(text, box), 0) + 1.7 * pad;
    this.pdf.rect({ x: this.margin, y, width: this.width, height }, { fill: this.palette.tint, radius: 6 });
    let at = y + pad * 0.8;
    for (const { text, box } of lines) at += this.pdf.text(text, { ...box, y: at });
    const phone = { key: 'phone', value: code(readablePhone(recipient.phone)) } as const;
    // The trader's own warehouse has no phone on file.
    const phoneHeight = recipient.phone ? this.fact(phone, { ...end, y: y + pad * 0.8 }) + mm(2.5) : 0;
    const below = y + pad * 0.8 + phoneHeight;
    const { shortAddress } = recipient.address;
    if (shortAddress) this.fact({ key: 'shortAddress', value: code(shortAddress) }, { ...end, y: below });
    return y + height + mm(4);
  }

  private placeText(column: { x: number; width: number }): { text: string; box: TextBox }[] {
    const { recipient, locale } = this.view;
    const line = (
      text: string,
      size: number,
      look: Partial<TextBox> = {},
    ): { text: string; box: TextBox } => ({
      text,
      box: { ...this.box(0, size, { colour: this.palette.ink, ...look }), ...column },
    });
    return [
      line(captionLine('deliverTo', locale), 7.5, { colour: this.palette.muted }),
      line(anyScript(recipient.name), 13, { weight: 'bold' }),
      ...(recipient.otherName ? [line(anyScript(recipient.otherName), 9.5)] : []),
      ...placeLines(recipient.address, locale).map((text) => line(text, 9.5)),
    ];
  }

  private items(y: number): void {
    const { items, locale } = this.view;
    const below = drawTable(this.pdf, {
      x: this.margin,
      y,
      width: this.width,
      dir: this.dir,
      size: 10.5,
      columns: [
        { heading: captionLine('item', locale), share: 4 },
        { heading: captionLine('quantity', locale), share: 1.2, align: 'end', weight: 'bold' },
      ],
      rows: items.map((item) => [
        { main: anyScript(item.name), ...(item.variant ? { sub: anyScript(item.variant) } : {}) },
        { main: code(String(item.quantity)) },
      ]),
      colours: this.palette,
      bottom: this.pdf.height - FOOT - mm(7.5),
      nextPage: () => this.nextPage(),
    });
    this.total(below + mm(2));
  }

  private total(y: number): void {
    const pieces = this.view.items.reduce((sum, item) => sum + item.quantity, 0);
    const look = { weight: 'bold', colour: this.palette.accentText } as const;
    this.pdf.text(captionLine('total', this.view.locale), this.box(y, 9, { colour: this.palette.muted }));
    this.pdf.text(code(String(pieces)), this.box(y - 1, 11, { ...look, align: 'end' }));
  }

  private nextPage(): number {
    this.pdf.addPage();
    return mm(13);
  }

  /** Thanks, reply address and returns on one side; the way to the tracking page on the other. */
  private foot(page: number, count: number): void {
    const { pdf, view, margin, palette } = this;
    pdf.rect({ x: 0, y: 0, width: pdf.width, height: mm(2.2) }, { fill: palette.accent });
    const top = pdf.height - FOOT;
    const rule = { colour: palette.rule, width: 0.75 };
    pdf.line({ x: margin, y: top }, { x: margin + this.width, y: top }, rule);
    const text = {
      width: this.width - QR_SIZE - mm(6),
      x: this.dir === 'rtl' ? margin + QR_SIZE + mm(6) : margin,
    };
    const words = this.closingWords();
    const look = { weight: 'bold', colour: palette.accentText } as const;
    const size = words.length > ONE_LINE ? 9 : 12;
    let y = top + mm(4) + pdf.text(words, { ...this.box(top + mm(4), size, look), ...text });
    const small = { ...this.box(0, 8, { colour: palette.muted, leading: 1.5 }), ...text };
    const contact = [view.brand.replyEmail, ...(view.brand.contact ?? [])].filter(Boolean).map(code);
    if (contact.length > 0)
      y += pdf.text(`${caption('questions', view.locale).main}: ${contact.join(' · ')}`, { ...small, y });
    const returns = view.brand.returnAddress.map(anyScript).join(view.locale === 'ar' ? '، ' : ', ');
    if (returns) y += pdf.text(`${caption('returns', view.locale).main}: ${returns}`, { ...small, y });
    if (count > 1) pdf.text(code(`${page} / ${count}`), { ...small, y: y + 3 });
    this.tracking(top + mm(4));
  }

  /** The brand's own line, or plain thanks; in Arabic the Latin words beside them while there is room. */
  private closingWords(): string {
    const { message } = this.view.brand;
    const { main, second } = message ?? caption('thanks', this.view.locale);
    const first = message ? anyScript(main) : main;
    const both = second ? `${first} · ${anyScript(second)}` : first;
    return message && both.length > ONE_LINE ? first : both;
  }

  private tracking(y: number): void {
    const { trackingUrl } = this.view.parcel;
    if (!trackingUrl) return;
    const x = this.dir === 'rtl' ? this.margin : this.margin + this.width - QR_SIZE;
    this.pdf.qr(trackingUrl, { x, y, size: QR_SIZE });
    const words = {
      x: x - mm(4),
      y: y + QR_SIZE + 1,
      width: QR_SIZE + mm(8),
      size: 6.5,
      dir: this.dir,
    } as const;
    this.pdf.text(caption('track', this.view.locale).main, {
      ...words,
      align: 'centre',
      colour: this.palette.muted,
    });
  }

  private box(y: number, size: number, look: Partial<TextBox> = {}): TextBox {
    return { x: this.margin, y, width: this.width, size, dir: this.dir, ...look };
  }
}
