import { Injectable } from '@nestjs/common';
import { formatDateTime, formatMoney } from '@qafila/shared/kernel/format';
import type { Locale, Words } from '@qafila/shared/kernel/locale';
import { fillSentence, type ProblemParam } from '@qafila/shared/kernel/problem';
import { methodName } from '@qafila/shared/payments/methods';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import { CARRIER_NAMES } from '@qafila/shared/shipping/shipping.contract';
import { Config } from '../../../platform/config/config';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { MailFact } from '../../../platform/mail/mail-layout';
import { Notices } from '../../../platform/notices/notices';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import {
  CONSIGNMENT_HANDED_OVER,
  type ConsignmentHandedOver,
  MONEY_BOOKED,
  type MoneyBooked,
  ORDER_CONFIRMED,
  ORDER_EXPIRED,
  ORDER_HELD,
  ORDER_STOPPED_OR_ON,
  ORDER_SUBMITTED,
  type OrderEvent,
  type OrderFacts,
  Orders,
} from '../../ordering/ordering.api';
import {
  REFUND_LEFT,
  REFUND_MOVED,
  type RefundLeft,
  type RefundMoved,
  Refunds,
  SellerAccount,
  Transfers,
} from '../../payments/payments.api';
import { Consignments } from '../../shipping/shipping.api';
import {
  FOOT,
  LABELS,
  LEADS,
  type MailKind,
  OPEN_ORDER,
  PAY_ONLINE_LEADS,
  SUBJECTS,
} from '../domain/mail-words';

type FactsIn = (locale: Locale) => readonly MailFact[];
type Params = Readonly<Record<string, ProblemParam>>;

/** Steps of a refund after which its money is with us again. */
const CAME_BACK: ReadonlySet<RefundMoved['step']> = new Set(['fail', 'refuse']);
const totalOf = (order: OrderFacts): Params => ({ total: order.total });

/** Notices of an order to the people of its company, each in his language. Runs in the worker. */
@Injectable()
export class OrderMails {
  constructor(
    private readonly config: Config,
    private readonly notices: Notices,
    private readonly orders: Orders,
    private readonly transfers: Transfers,
    private readonly refunds: Refunds,
    private readonly seller: SellerAccount,
    private readonly consignments: Consignments,
  ) {}

  @Listens(ORDER_SUBMITTED)
  async onSubmitted(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { orderId } = event.payload as unknown as OrderEvent;
    const [transfer] = await this.transfers.factsOf(tx, [orderId]);
    if (!transfer) return this.onPayOnline(tx, orderId);
    const { identity, iban } = await this.seller.read(tx);
    await this.send(tx, { kind: 'order_submitted', orderId, params: totalOf }, (locale) => [
      { label: LABELS.total[locale], value: formatMoney(transfer.amount, locale) },
      { label: LABELS.reference[locale], value: shownReference(transfer.reference), isCode: true },
      { label: LABELS.iban[locale], value: iban, isCode: true },
      {
        label: LABELS.beneficiary[locale],
        value: locale === 'ar' ? identity.nameArabic : identity.nameLatin,
      },
      { label: LABELS.deadline[locale], value: formatDateTime(transfer.deadline, locale) },
    ]);
  }

  /** Nothing to transfer: the order's page leads to the page of the payment company. */
  private async onPayOnline(tx: Tx, orderId: string): Promise<void> {
    const [order] = await this.orders.factsOf(tx, [orderId]);
    if (!order?.holdUntil) return;
    const { holdUntil, total } = order;
    const about = { kind: 'order_submitted', orderId, params: totalOf, leads: PAY_ONLINE_LEADS } as const;
    await this.send(tx, about, (locale) => [
      { label: LABELS.total[locale], value: formatMoney(total, locale) },
      { label: LABELS.deadline[locale], value: formatDateTime(holdUntil, locale) },
    ]);
  }

  @Listens(ORDER_CONFIRMED)
  async onConfirmed(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { orderId } = event.payload as unknown as OrderEvent;
    const [order] = await this.orders.factsOf(tx, [orderId]);
    if (!order) return;
    await this.send(tx, { kind: 'order_confirmed', orderId }, (locale) => [
      { label: LABELS.total[locale], value: formatMoney(order.total, locale) },
    ]);
  }

  /** Its money went back: what is missing now. Nothing where it is there again already. */
  @Listens(ORDER_HELD)
  async onHeld(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { orderId } = event.payload as unknown as OrderEvent;
    const [order] = await this.orders.factsOf(tx, [orderId]);
    if (!order?.waitsForMoney || !order.holdUntil) return;
    const { due, holdUntil } = order;
    const [transfer] = await this.transfers.factsOf(tx, [orderId]);
    await this.send(tx, { kind: 'order_held', orderId, params: () => ({ missing: due }) }, (locale) => [
      { label: LABELS.missing[locale], value: formatMoney(due, locale) },
      ...(transfer
        ? [{ label: LABELS.reference[locale], value: shownReference(transfer.reference), isCode: true }]
        : []),
      { label: LABELS.deadline[locale], value: formatDateTime(holdUntil, locale) },
    ]);
  }

  /** After a parcel left: paid again, it goes on. */
  @Listens(ORDER_STOPPED_OR_ON)
  async onStoppedOrOn(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { orderId } = event.payload as unknown as OrderEvent;
    const [order] = await this.orders.factsOf(tx, [orderId]);
    if (order?.waitsForMoney) await this.onHeld(tx, event);
    else await this.onConfirmed(tx, event);
  }

  /** Money came, but not enough: what is still missing, as long as the order waits for it. */
  @Listens(MONEY_BOOKED)
  async onMoney(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { orderId, receivedMinor } = event.payload as unknown as MoneyBooked;
    const [transfer] = receivedMinor > 0 ? await this.transfers.factsOf(tx, [orderId]) : [];
    if (!transfer || transfer.due.minor === 0 || transfer.state === 'expired') return;
    await this.send(
      tx,
      { kind: 'payment_short', orderId, params: () => ({ missing: transfer.due }) },
      (locale) => [
        { label: LABELS.received[locale], value: formatMoney(transfer.received, locale) },
        { label: LABELS.missing[locale], value: formatMoney(transfer.due, locale) },
        { label: LABELS.reference[locale], value: shownReference(transfer.reference), isCode: true },
        { label: LABELS.deadline[locale], value: formatDateTime(transfer.deadline, locale) },
      ],
    );
  }

  @Listens(REFUND_LEFT)
  async onRefundLeft(tx: Tx, event: DeliveredEvent): Promise<void> {
    await this.onRefund(tx, 'left', (event.payload as unknown as RefundLeft).refundId);
  }

  /** What a gateway refused never left: that is finance's matter. */
  @Listens(REFUND_MOVED)
  async onRefundMoved(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { refundId, step } = event.payload as unknown as RefundMoved;
    if (CAME_BACK.has(step)) await this.onRefund(tx, 'came_back', refundId);
  }

  private async onRefund(tx: Tx, moved: 'left' | 'came_back', refundId: string): Promise<void> {
    const refund = await this.refunds.factOf(tx, refundId);
    if (!refund?.orderId || refund.neverLeft) return;
    const { code, amount, method, accountTail, paidWith } = refund;
    const left = method === 'credit' ? 'refund_credited' : 'refund_sent';
    const kind = moved === 'left' ? left : 'refund_failed';
    await this.send(tx, { kind, orderId: refund.orderId, params: () => ({ amount }) }, (locale) => [
      { label: LABELS.refunded[locale], value: formatMoney(amount, locale) },
      ...(accountTail === null
        ? []
        : [{ label: LABELS.toAccount[locale], value: `… ${accountTail}`, isCode: true }]),
      ...(paidWith === null ? [] : [{ label: LABELS.toMethod[locale], value: methodName(paidWith, locale) }]),
      { label: LABELS.refundCode[locale], value: code, isCode: true },
    ]);
  }

  @Listens(ORDER_EXPIRED)
  async onExpired(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { orderId } = event.payload as unknown as OrderEvent;
    await this.send(tx, { kind: 'order_expired', orderId }, () => []);
  }

  @Listens(CONSIGNMENT_HANDED_OVER)
  async onHandedOver(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { orderId, consignmentId } = event.payload as unknown as ConsignmentHandedOver;
    if (!event.companyId) return;
    const parcel = await this.consignments.handedOver(tx, event.companyId, consignmentId);
    await this.send(tx, { kind: 'parcels_on_way', orderId }, (locale) => [
      { label: LABELS.carrier[locale], value: CARRIER_NAMES[parcel.carrier] },
      { label: LABELS.trackingNumber[locale], value: parcel.trackingNumber, isCode: true },
      { label: LABELS.trackingPage[locale], value: parcel.trackingUrl, isCode: true },
    ]);
  }

  /** Tells the owners and whoever began the order. */
  private async send(
    tx: Tx,
    about: { kind: MailKind; orderId: string; params?: (order: OrderFacts) => Params; leads?: Words },
    facts: FactsIn,
  ): Promise<void> {
    const [order] = await this.orders.factsOf(tx, [about.orderId]);
    if (!order) return;
    await this.notices.tell(tx, {
      companyId: order.companyId,
      to: { personIds: [order.createdBy], roles: ['owner'] },
      event: about.kind,
      params: { code: order.code, ...about.params?.(order) },
      link: `/orders/${order.orderId}`,
      mail: (locale) => ({
        subject: fillSentence(SUBJECTS[about.kind][locale], { code: order.code }),
        lead: (about.leads ?? LEADS[about.kind])[locale],
        facts: facts(locale),
        action: {
          label: OPEN_ORDER[locale],
          url: `${this.config.values.PUBLIC_ORIGIN}/orders/${order.orderId}`,
        },
        foot: fillSentence(FOOT[locale], { company: order.company }),
      }),
    });
  }
}
