import { countryName } from '@qafila/shared/kernel/country-name';
import { directionOf, HTML_LANG } from '@qafila/shared/kernel/locale';
import type { Direction } from '../../../platform/pdf/bidi-runs';
import { createPdf, mm, type Pdf, type TextBox } from '../../../platform/pdf/pdf-document';
import { type Palette, paletteOf } from '../domain/brand-palette';
import {
  anyScript,
  calendarDate,
  caption,
  captionLine,
  code,
  kilograms,
  readablePhone,
  type WordKey,
} from '../domain/document-words';
import { cityLine } from '../domain/place-lines';
import type { RecipientView } from '../domain/recipient-view';
import { drawBrandMark } from './brand-mark';
import type { PaperOptions } from './packing-slip';

const EDGE = mm(6);
const HEAD = mm(27);
const FOOT = mm(31);
const QR_SIZE = mm(25);
const BAND = mm(33);
/** Label printers know black only: grey would print as dots, so no word here is grey. */
const INK = '#000000';

/** The parcel label, 100 × 150 mm: sender in the trader's brand, recipient large, barcode of the parcel code. */
export function renderParcelLabel(view: RecipientView, options: PaperOptions): Promise<Buffer> {
  const pdf = createPdf({ size: 'LABEL', now: options.now, lang: HTML_LANG[view.locale] });
  new Label(pdf, view).draw();
  return pdf.end();
}

class Label {
  private readonly palette: Palette;
  private readonly dir: Direction;
  private readonly width: number;

  constructor(
    private readonly pdf: Pdf,
    private readonly view: RecipientView,
  ) {
    this.palette = paletteOf(view.brand.colours);
    this.dir = directionOf(view.locale);
    this.width = pdf.width - 2 * EDGE;
  }

  draw(): void {
    this.sender();
    this.recipient();
    this.journey();
    this.barcode();
  }

  /** The brand on one side, the way back on the other. */
  private sender(): void {
    const { pdf, view, palette } = this;
    const half = this.width * 0.46;
    const [first, second] = this.sides(half);
    const mark = { pdf, brand: view.brand, palette, y: EDGE - 2, width: half, dir: this.dir };
    drawBrandMark({ ...mark, x: first, size: 25, align: 'start' });
    const small = { ...this.box(EDGE, 7, { leading: 1.4, colour: INK }), x: second, width: half };
    let y = EDGE + pdf.text(captionLine('from', view.locale), { ...small, colour: INK });
    for (const line of [
      ...view.brand.returnAddress,
      ...(view.brand.senderLine ? [view.brand.senderLine] : []),
    ]) {
      y += pdf.text(anyScript(line), { ...small, y });
    }
    this.rule(HEAD, palette.accent, 1.5);
  }

  /** Name and place as large as the field allows; the phone keeps its place beside the short address. */
  private recipient(): void {
    const { recipient } = this.view;
    const { address } = recipient;
    const bottom = this.pdf.height - FOOT - BAND - mm(3);
    const top = HEAD + mm(3);
    const room = bottom - mm(12.5) - top;
    let scale = 1;
    while (scale > 0.6 && this.heightOf(this.placeText(scale)) > room) scale -= 0.04;
    let y = top;
    for (const { text, box } of this.placeText(scale)) y += this.pdf.text(text, { ...box, y });
    const phone = this.box(bottom - mm(9), 16, { weight: 'bold', colour: INK, leading: 1.2 });
    if (recipient.phone) this.pdf.text(code(readablePhone(recipient.phone)), phone);
    if (address.shortAddress) this.shortAddress(address.shortAddress, bottom);
  }

  private placeText(scale: number): { text: string; box: TextBox }[] {
    const { recipient, locale } = this.view;
    const { address } = recipient;
    const line = (
      text: string,
      size: number,
      look: Partial<TextBox> = {},
    ): { text: string; box: TextBox } => ({
      text,
      box: this.box(0, size * scale, { colour: INK, leading: 1.28, ...look }),
    });
    return [
      line(captionLine('to', locale), 9),
      line(anyScript(recipient.name), this.fitted(recipient.name, 22), { weight: 'bold' }),
      ...(recipient.otherName ? [line(anyScript(recipient.otherName), 12)] : []),
      ...address.lines.map((text) => line(anyScript(text), 13)),
      line(cityLine(address), 17, { weight: 'bold' }),
      line(countryName(address.country, locale), 11),
    ];
  }

  private heightOf(lines: readonly { text: string; box: TextBox }[]): number {
    return lines.reduce((sum, { text, box }) => sum + this.pdf.heightOf(text, box), 0);
  }

  /** The four letters and four digits in a frame: drivers look for them first. */
  private shortAddress(value: string, bottom: number): void {
    const width = mm(31);
    const height = mm(12.5);
    const [, x] = this.sides(width);
    const box = { x, y: bottom - height, width, height };
    this.pdf.rect(box, { stroke: INK, strokeWidth: 1, radius: 3 });
    const look = { x, width, dir: this.dir, align: 'centre', leading: 1.3 } as const;
    this.pdf.text(captionLine('shortAddress', this.view.locale), {
      ...look,
      y: box.y + 3,
      size: 6,
      colour: INK,
    });
    this.pdf.text(code(value), { ...look, y: box.y + mm(4.6), size: 14, weight: 'bold', colour: INK });
  }

  /** Carrier, date, weight beside the code that opens the tracking page. */
  private journey(): void {
    const { parcel, locale, shippedOn } = this.view;
    const top = this.pdf.height - FOOT - BAND;
    this.rule(top, this.palette.rule, 0.75);
    const facts: [WordKey, string][] = [
      ...(parcel.carrier ? [['carrier', anyScript(parcel.carrier)] as [WordKey, string]] : []),
      ...(parcel.trackingNumber
        ? [['trackingNumber', code(parcel.trackingNumber)] as [WordKey, string]]
        : []),
      ['shipped', calendarDate(shippedOn, locale, 'short').main],
      ...(parcel.weightGrams ? [['weight', kilograms(parcel.weightGrams, locale)] as [WordKey, string]] : []),
    ];
    if (parcel.trackingUrl) this.track(parcel.trackingUrl, this.sides(QR_SIZE)[1], top + mm(3));
    const width = this.width - QR_SIZE - mm(4);
    this.facts(facts, { x: this.sides(width)[0], width }, top + mm(3));
  }

  private facts(
    facts: readonly [WordKey, string][],
    column: { x: number; width: number },
    top: number,
  ): void {
    const half = column.width / 2;
    facts.forEach(([key, value], index) => {
      const across = this.dir === 'rtl' ? 1 - (index % 2) : index % 2;
      const place = { x: column.x + across * half, width: half - 4, dir: this.dir, leading: 1.35 };
      const y = top + Math.floor(index / 2) * mm(13);
      const height = this.pdf.text(captionLine(key, this.view.locale), {
        ...place,
        y,
        size: 6.5,
        colour: INK,
      });
      this.pdf.text(value, { ...place, y: y + height, size: 9.5, weight: 'bold', colour: INK });
    });
  }

  private track(url: string, x: number, y: number): void {
    this.pdf.qr(url, { x, y, size: QR_SIZE });
    const words = { x: x - 4, y: y + QR_SIZE + 1, width: QR_SIZE + 8, size: 6.5, dir: this.dir } as const;
    this.pdf.text(caption('track', this.view.locale).main, { ...words, align: 'centre', colour: INK });
  }

  private barcode(): void {
    const { parcel } = this.view;
    const top = this.pdf.height - FOOT;
    this.rule(top, INK, 1);
    this.pdf.barcode(parcel.code, {
      x: EDGE + mm(7),
      y: top + mm(3.5),
      width: this.width - mm(14),
      height: mm(16),
    });
    const line = this.box(top + mm(20), 12, { colour: INK, weight: 'bold', leading: 1.3 });
    this.pdf.text(code(parcel.code), { ...line, align: 'centre', tracking: 2 });
    this.pdf.text(`${captionLine('parcel', this.view.locale)} ${code(`${parcel.index} / ${parcel.count}`)}`, {
      ...this.box(top + mm(25), 7.5, { colour: INK, leading: 1.3 }),
      align: 'centre',
    });
  }

  /** Left edges of a block of `width` at the beginning and at the end of a line. */
  private sides(width: number): [number, number] {
    const left = EDGE;
    const right = EDGE + this.width - width;
    return this.dir === 'rtl' ? [right, left] : [left, right];
  }

  /** The largest size up to `size` at which the name takes one line, not below two thirds of it. */
  private fitted(text: string, size: number): number {
    const width = this.pdf.widthOf(anyScript(text), { size, dir: this.dir, weight: 'bold' });
    return Math.max((size * 2) / 3, Math.min(size, (size * this.width) / Math.max(width, 1)));
  }

  private rule(y: number, colour: string, width: number): void {
    this.pdf.line({ x: EDGE, y }, { x: EDGE + this.width, y }, { colour, width });
  }

  private box(y: number, size: number, look: Partial<TextBox> = {}): TextBox {
    return { x: EDGE, y, width: this.width, size, dir: this.dir, ...look };
  }
}
