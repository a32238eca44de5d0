import { formatAmount, formatDate, isolate } from '@qafila/shared/kernel/format';
import { directionOf, HTML_LANG, type Locale } from '@qafila/shared/kernel/locale';
import { isZero, type Money } from '@qafila/shared/kernel/money';
import { movementName } from '@qafila/shared/payments/account.rules';
import { methodName } from '@qafila/shared/payments/methods';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import type { Direction } from '../../../platform/pdf/bidi-runs';
import { createPdf, mm, type Pdf, type TextBox } from '../../../platform/pdf/pdf-document';
import { type Cell, drawTable } from '../../../platform/pdf/pdf-table';
import {
  type AccountHolder,
  type AccountSums,
  closingOf,
  type Movement,
  type Period,
} from '../domain/account';
import type { SellerIdentityRecord } from '../domain/seller';
import { ACCOUNT_WORDS } from './account-words';

/** A statement of account with all its rows. */
export interface WholeAccount {
  readonly holder: AccountHolder;
  readonly period: Period;
  readonly sums: AccountSums;
  readonly movements: readonly Movement[];
  readonly seller: SellerIdentityRecord;
}

const EDGE = mm(16);
const FOOT = mm(15);
const COLOURS = { ink: '#16181d', muted: '#5b6069', rule: '#c9ccd2' };
const SIZE = 8.5;
const BOX_GAP = 8;

/** The statement of account, A4, under the seller's name. The same facts give the same bytes. */
export function renderAccount(
  whole: WholeAccount,
  { now, locale }: { readonly now: Date; readonly locale: Locale },
): Promise<Buffer> {
  const pdf = createPdf({ size: 'A4', now, lang: HTML_LANG[locale] });
  new AccountPaper(pdf, whole, locale).draw();
  return pdf.end();
}

class AccountPaper {
  private readonly dir: Direction;
  private readonly width: number;

  constructor(
    private readonly pdf: Pdf,
    private readonly whole: WholeAccount,
    private readonly locale: Locale,
  ) {
    this.dir = directionOf(locale);
    this.width = pdf.width - 2 * EDGE;
  }

  draw(): void {
    const y = this.parties(this.head(mm(14))) + mm(5);
    const below = this.table(this.standing(y) + mm(5));
    this.note(below + mm(3));
    this.pdf.eachPage((page, count) => this.foot(page, count));
  }

  /** Who the paper is from. */
  private head(y: number): number {
    const { seller } = this.whole;
    const name = this.locale === 'ar' ? seller.nameArabic : seller.nameLatin;
    const identity = [
      ...seller.addressLines.map(isolate),
      `${this.word('vat')} ${isolate(seller.vatNumber)}`,
      `${this.word('registration')} ${isolate(seller.registrationNumber)}`,
    ].join(' · ');
    let below = y + this.pdf.text(name, this.box(y, 12, { weight: 'bold' }));
    below += this.pdf.text(identity, this.box(below, SIZE, { colour: COLOURS.muted }));
    this.pdf.line(
      { x: EDGE, y: below + 6 },
      { x: EDGE + this.width, y: below + 6 },
      { colour: COLOURS.rule, width: 1 },
    );
    below += mm(6);
    return below + this.pdf.text(this.word('title'), this.box(below, 18, { weight: 'bold' })) + 2;
  }

  /** Whom it is for, and of which days. */
  private parties(y: number): number {
    const { holder, period, sums } = this.whole;
    const name = this.locale === 'ar' ? (holder.nameArabic ?? holder.nameLatin) : holder.nameLatin;
    const numbers = [
      holder.vatNumber && `${this.word('vat')} ${isolate(holder.vatNumber)}`,
      holder.registrationNumber && `${this.word('registration')} ${isolate(holder.registrationNumber)}`,
    ].filter((each) => each !== null && each !== '');
    const days = `${this.day(period.from)} – ${this.day(period.to)}`;
    let below = y + this.pdf.text(`${this.word('customer')}: ${name}`, this.box(y, 10.5, { weight: 'bold' }));
    if (numbers.length > 0)
      below += this.pdf.text(numbers.join(' · '), this.box(below, SIZE, { colour: COLOURS.muted }));
    const facts = `${this.word('period')}: ${days} · ${this.word('currency')}: ${isolate(sums.currency)}`;
    return below + this.pdf.text(facts, this.box(below, 9.5));
  }

  /** The three figures a reader looks for first. */
  private standing(y: number): number {
    const { sums } = this.whole;
    const closing = closingOf(sums);
    const figures = [
      { label: this.word('opening'), amount: sums.balance },
      { label: this.word('closing'), amount: closing.balance },
      { label: this.word('creditThen'), amount: closing.credit },
    ];
    const width = (this.width + BOX_GAP) / figures.length;
    const [left, right] = [EDGE - BOX_GAP / 2, EDGE + this.width + BOX_GAP / 2];
    const tops = figures.map(({ label, amount }, index) => {
      const x = this.dir === 'rtl' ? right - (index + 1) * width : left + index * width;
      const box = { x: x + BOX_GAP / 2 + 6, width: width - BOX_GAP - 12 };
      this.pdf.rect(
        { x: x + BOX_GAP / 2, y, width: width - BOX_GAP, height: mm(14) },
        { stroke: COLOURS.rule, radius: 4 },
      );
      const top = y + 5;
      const below = top + this.pdf.text(label, { ...this.box(top, SIZE, { colour: COLOURS.muted }), ...box });
      return (
        below + this.pdf.text(this.amount(amount), { ...this.box(below, 12, { weight: 'bold' }), ...box })
      );
    });
    return Math.max(y + mm(14), ...tops);
  }

  private table(y: number): number {
    const { movements, sums } = this.whole;
    const { charged, paid, credit } = sums.moved;
    if (movements.length === 0) return y + this.pdf.text(this.word('nothing'), this.box(y, 10));
    const figure = { align: 'end', share: 1.25 } as const;
    return drawTable(this.pdf, {
      ...{ x: EDGE, y, width: this.width, dir: this.dir, size: SIZE, colours: COLOURS },
      columns: [
        { heading: this.word('date'), share: 1.2 },
        { heading: this.word('what'), share: 2.1 },
        { heading: `${this.word('order')} · ${this.word('reference')}`, share: 1.8 },
        { heading: this.word('charged'), ...figure },
        { heading: this.word('paid'), ...figure },
        { heading: this.word('credit'), ...figure },
        { heading: this.word('balance'), ...figure, weight: 'bold' },
      ],
      rows: [
        ...movements.map((movement) => this.row(movement)),
        [
          { main: '' },
          { main: this.word('moved') },
          { main: '' },
          { main: this.amount(charged) },
          { main: this.amount(paid) },
          { main: this.amount(credit) },
          { main: this.amount(closingOf(sums).balance) },
        ],
      ],
      bottom: this.pdf.height - FOOT - mm(4),
      nextPage: () => this.nextPage(),
    });
  }

  private row(movement: Movement): Cell[] {
    const { kind, order, reference, method, charged, paid, credit, balance } = movement;
    const figure = (amount: Money): Cell => ({ main: isZero(amount) ? '' : this.amount(amount) });
    return [
      { main: formatDate(movement.at, this.locale) },
      {
        main: movementName(kind, this.locale),
        // A transfer says by its own name how it was paid.
        ...(method === null || method === 'bank_transfer' ? {} : { sub: methodName(method, this.locale) }),
      },
      {
        main: order === null ? '' : isolate(order.code),
        ...(reference === null ? {} : { sub: isolate(shownReference(reference)) }),
      },
      figure(charged),
      figure(paid),
      figure(credit),
      { main: this.amount(balance) },
    ];
  }

  private note(y: number): void {
    const box = this.box(y, SIZE, { colour: COLOURS.muted });
    const isFitting = y + this.pdf.heightOf(this.word('sign'), box) < this.pdf.height - FOOT - mm(2);
    this.pdf.text(this.word('sign'), isFitting ? box : { ...box, y: this.nextPage() });
  }

  private nextPage(): number {
    this.pdf.addPage();
    return mm(16);
  }

  private foot(page: number, count: number): void {
    const { seller } = this.whole;
    const y = this.pdf.height - FOOT;
    const look = { colour: COLOURS.muted } as const;
    const name = this.locale === 'ar' ? seller.nameArabic : seller.nameLatin;
    this.pdf.text(name, this.box(y, 8, look));
    this.pdf.text(isolate(`${page} / ${count}`), this.box(y, 8, { ...look, align: 'end' }));
  }

  private word(key: keyof typeof ACCOUNT_WORDS): string {
    return ACCOUNT_WORDS[key][this.locale];
  }

  private day(day: string): string {
    return formatDate(`${day}T12:00:00Z`, this.locale);
  }

  private amount(amount: Money): string {
    return isolate(formatAmount(amount, this.locale));
  }

  private box(y: number, size: number, look: Partial<TextBox> = {}): TextBox {
    return { x: EDGE, y, width: this.width, size, dir: this.dir, colour: COLOURS.ink, ...look };
  }
}
