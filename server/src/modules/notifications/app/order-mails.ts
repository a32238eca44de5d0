import { Injectable } from '@nestjs/common';
import { formatDateTime, formatMoney } from '@qafila/shared/kernel/format';
import type { Locale } from '@qafila/shared/kernel/locale';
import { fillSentence } from '@qafila/shared/kernel/problem';
import { shownReference } from '@qafila/shared/payments/payments.rules';
import { CARRIER_NAMES } from '@qafila/shared/shipping/shipping.contract';
import { Config } from '../../../platform/config/config';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type MailFact, mailHtml, mailText } from '../../../platform/mail/mail-layout';
import { Mailer } from '../../../platform/mail/mailer';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import {
  CONSIGNMENT_HANDED_OVER,
  type ConsignmentHandedOver,
  ORDER_CONFIRMED,
  ORDER_EXPIRED,
  ORDER_SUBMITTED,
  type OrderEvent,
  type OrderFacts,
  Orders,
} from '../../ordering/ordering.api';
import { SellerAccount, Transfers } from '../../payments/payments.api';
import { Consignments } from '../../shipping/shipping.api';
import { FOOT, LABELS, LEADS, type MailKind, OPEN_ORDER, SUBJECTS } from '../domain/mail-words';
import { Readers } from './readers';

type FactsIn = (locale: Locale) => readonly MailFact[];

/** Mails of an order to the people of its company, each in his language. Runs in the worker. */
@Injectable()
export class OrderMails {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly orders: Orders,
    private readonly transfers: Transfers,
    private readonly seller: SellerAccount,
    private readonly consignments: Consignments,
    private readonly readers: Readers,
    private readonly cipher: FieldCipher,
  ) {}

  @Listens(ORDER_SUBMITTED)
  async onSubmitted(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { orderId } = event.payload as unknown as OrderEvent;
    const [transfer] = await this.transfers.factsOf(tx, [orderId]);
    if (!transfer) return;
    const { identity, iban } = await this.seller.read(tx);
    await this.send(tx, { kind: 'order_submitted', orderId }, (locale) => [
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

  @Listens(ORDER_CONFIRMED)
  async onConfirmed(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { orderId } = event.payload as unknown as OrderEvent;
    const [order] = await this.orders.factsOf(tx, [orderId]);
    if (!order) return;
    await this.send(tx, { kind: 'order_confirmed', orderId }, (locale) => [
      { label: LABELS.total[locale], value: formatMoney(order.total, locale) },
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

  private async send(tx: Tx, about: { kind: MailKind; orderId: string }, facts: FactsIn): Promise<void> {
    const [order] = await this.orders.factsOf(tx, [about.orderId]);
    if (!order) return;
    const sealer = await this.cipher.sealerFor(null);
    for (const reader of await this.readers.ofOrder(tx, order)) {
      const to = sealer.open({ table: 'people', column: 'email_enc', rowId: reader.id }, reader.emailEnc);
      const content = this.contentFor(about.kind, {
        order,
        locale: reader.locale,
        facts: facts(reader.locale),
      });
      await this.mailer.queue(tx, {
        companyId: order.companyId,
        template: about.kind,
        locale: reader.locale,
        to,
        from: { name: 'Qafila', address: this.config.values.MAIL_FROM },
        subject: content.subject,
        html: mailHtml(content),
        text: mailText(content),
      });
    }
  }

  private contentFor(
    kind: MailKind,
    given: { order: OrderFacts; locale: Locale; facts: readonly MailFact[] },
  ) {
    const { order, locale, facts } = given;
    return {
      locale,
      facts,
      subject: fillSentence(SUBJECTS[kind][locale], { code: order.code }),
      lead: LEADS[kind][locale],
      action: {
        label: OPEN_ORDER[locale],
        url: `${this.config.values.PUBLIC_ORIGIN}/orders/${order.orderId}`,
      },
      foot: fillSentence(FOOT[locale], { company: order.company }),
    };
  }
}
