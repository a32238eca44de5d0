import { formatDateTime, formatMoney, formatNumber } from '@qafila/shared/kernel/format';
import type { Money } from '@qafila/shared/kernel/money';
import { CARRIER_NAMES, type CARRIERS } from '@qafila/shared/shipping/shipping.contract';
import { createPdf, mm, type Pdf, type TextBox } from '../../../platform/pdf/pdf-document';
import { type Cell, type Column, drawTable } from '../../../platform/pdf/pdf-table';
import type { Evidence } from '../db/evidence.repository';

/** What the payer's bank asked, beside the evidence. */
export interface EvidencePaper {
  readonly evidence: Evidence;
  readonly dispute: { readonly id: string; readonly reason: string; readonly amount: Money } | null;
  readonly payment: {
    readonly method: string;
    readonly gateway: string;
    readonly ref: string;
    readonly amount: Money;
  };
  readonly now: Date;
}

const EDGE = mm(18);
const FOOT = mm(20);
const COLOURS = { ink: '#16181d', muted: '#5b6069', rule: '#c9ccd2' };
const NONE = '–';
const when = (at: Date | null): string => (at === null ? NONE : formatDateTime(at, 'en'));
const carrierOf = (carrier: string | null): string =>
  carrier === null ? NONE : CARRIER_NAMES[carrier as (typeof CARRIERS)[number]];

/** Evidence for the payer's bank, A4, in English: gateways and banks read no other. */
export function renderEvidence(paper: EvidencePaper): Promise<Buffer> {
  const pdf = createPdf({ size: 'A4', now: paper.now, lang: 'en' });
  new EvidenceSheet(pdf).draw(paper);
  return pdf.end();
}

class EvidenceSheet {
  private readonly width: number;
  private y = EDGE;

  constructor(private readonly pdf: Pdf) {
    this.width = pdf.width - 2 * EDGE;
  }

  draw({ evidence, dispute, payment, now }: EvidencePaper): void {
    this.say(`Evidence: payment of order ${evidence.orderCode}`, 18, { weight: 'bold' });
    this.say(`Made ${when(now)}. Goods between businesses; no data of recipients.`, 9, {
      colour: COLOURS.muted,
    });
    if (dispute)
      this.facts('Dispute', [
        ['Dispute', dispute.id],
        ['Reason given', dispute.reason],
        ['Amount', formatMoney(dispute.amount, 'en')],
      ]);
    this.facts('Payment', [
      ['Method', payment.method],
      ['Gateway', payment.gateway],
      ['Reference', payment.ref],
      ['Amount', formatMoney(payment.amount, 'en')],
      ['Booked', when(evidence.paidAt)],
    ]);
    this.facts('Order', [
      ['Buyer', evidence.company],
      ['Placed', when(evidence.placedAt)],
      [
        'Terms accepted with it',
        evidence.policyVersion === null ? NONE : `version ${evidence.policyVersion}`,
      ],
      ['Total', formatMoney(evidence.total, 'en')],
    ]);
    this.table('Goods', GOODS, goodsOf(evidence));
    this.table('Delivery', DELIVERY, deliveryOf(evidence));
  }

  private facts(title: string, rows: readonly (readonly [label: string, value: string])[]): void {
    this.heading(title);
    for (const [label, value] of rows) {
      const step = this.pdf.text(label, this.box(10, { width: mm(45), colour: COLOURS.muted }));
      const told = this.pdf.text(value, this.box(10, { x: EDGE + mm(48), width: this.width - mm(48) }));
      this.y += Math.max(step, told);
    }
  }

  private table(title: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
    this.heading(title);
    if (rows.length === 0) this.say('Nothing yet.', 10);
    else
      this.y = drawTable(this.pdf, {
        ...{ x: EDGE, y: this.y, width: this.width, dir: 'ltr', size: 10, columns, rows, colours: COLOURS },
        bottom: this.pdf.height - FOOT,
        nextPage: () => this.nextPage(),
      });
  }

  private heading(text: string): void {
    this.y += mm(5);
    if (this.y > this.pdf.height - FOOT - mm(20)) this.nextPage();
    this.say(text, 12, { weight: 'bold' });
  }

  private say(text: string, size: number, look: Partial<TextBox> = {}): void {
    this.y += this.pdf.text(text, this.box(size, look));
  }

  private nextPage(): number {
    this.pdf.addPage();
    this.y = EDGE;
    return this.y;
  }

  private box(size: number, look: Partial<TextBox> = {}): TextBox {
    return { x: EDGE, y: this.y, width: this.width, size, dir: 'ltr', colour: COLOURS.ink, ...look };
  }
}

const GOODS: readonly Column[] = [
  { heading: 'SKU', share: 1.6 },
  { heading: 'Goods', share: 4 },
  { heading: 'Pieces', share: 1, align: 'end' },
  { heading: 'Net', share: 1.6, align: 'end' },
];
const goodsOf = ({ lines }: Evidence): Cell[][] =>
  lines.map(({ sku, name, quantity, net }) => [
    { main: sku },
    { main: name },
    { main: formatNumber(quantity, 'en') },
    { main: formatMoney(net, 'en') },
  ]);

const DELIVERY: readonly Column[] = [
  { heading: 'Parcel', share: 1.6 },
  { heading: 'Carrier', share: 1.6 },
  { heading: 'Tracking number', share: 2.2 },
  { heading: 'Handed over', share: 2 },
  { heading: 'Delivered', share: 2 },
];
const deliveryOf = ({ parcels }: Evidence): Cell[][] =>
  parcels.map((parcel) => [
    { main: parcel.code },
    { main: carrierOf(parcel.carrier) },
    { main: parcel.trackingNumber ?? NONE },
    { main: when(parcel.handedOverAt) },
    { main: when(parcel.deliveredAt) },
  ]);
