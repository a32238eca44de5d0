import { Injectable } from '@nestjs/common';
import type { Permission } from '@qafila/shared/access/permissions';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Branding } from '../../branding/branding.api';
import { LineRepository, type StoredLine } from '../db/line.repository';
import { OrderRepository } from '../db/order.repository';
import { RecipientRepository } from '../db/recipient.repository';
import { artworkOf, undressedOf } from '../domain/artwork';
import type { Order, Recipient, TradingCompany } from '../domain/order';
import { actionsOf, type Standing, viewOf } from '../domain/order-reply';
import type { PriceBook } from '../domain/pricing';
import { PaymentOpening } from '../ordering.api';
import { JudgeDraft } from './judge-draft';
import { LoadPrices } from './load-prices';

/** What the caller has already read of the order. */
export interface KnownParts {
  readonly order: Order;
  readonly company: TradingCompany;
  readonly lines?: readonly StoredLine[];
  readonly recipients?: readonly Recipient[];
  readonly book?: PriceBook;
  readonly standing?: Standing;
}

/** The whole order as its trader sees it; reads only what the caller does not know yet. */
@Injectable()
export class DescribeOrder {
  constructor(
    private readonly orders: OrderRepository,
    private readonly lines: LineRepository,
    private readonly recipients: RecipientRepository,
    private readonly prices: LoadPrices,
    private readonly judge: JudgeDraft,
    private readonly branding: Branding,
    private readonly payment: PaymentOpening,
  ) {}

  async run(tx: Tx, actor: Actor, known: KnownParts): Promise<OrderView> {
    const { order, company } = known;
    const lines = known.lines ?? (await this.lines.of(tx, order));
    const recipients = known.recipients ?? (await this.recipients.of(tx, order));
    const judged =
      order.state === 'draft' ? await this.judge.run(tx, { order, company }, { lines, recipients }) : null;
    const book = known.book ?? judged?.book ?? (await this.prices.run(tx, known, lines));
    const undressed = undressedOf(lines, { book, isDraft: order.state === 'draft' });
    const productIds = undressed.map((line) => line.productId);
    const underWay = await this.branding.underWay(tx, order.companyId, productIds);
    const given = { blockers: judged?.blockers ?? [], standing: await this.standing(tx, known) };
    return viewOf({
      order,
      company,
      lines,
      book,
      artwork: artworkOf(lines, undressed, underWay),
      recipients,
      addresses: await this.orders.addresses(tx, order.companyId, order.addressId),
      history: await this.orders.history(tx, order),
      actions: actionsOf(order, given, (permission) => may(actor, permission as Permission)),
    });
  }

  /** Of an order that waits for money; any other can be cancelled or not whatever was paid. */
  private async standing(tx: Tx, { order, standing }: KnownParts): Promise<Standing | null> {
    if (order.state !== 'submitted') return null;
    return standing ?? this.payment.glance(tx, { companyId: order.companyId, orderId: order.id });
  }
}
