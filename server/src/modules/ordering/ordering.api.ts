import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { Money } from '@qafila/shared/kernel/money';
import type { Reason } from '@qafila/shared/ordering/order-views';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import type { NotOffered } from '@qafila/shared/payments/method-reasons';
import type { MethodId } from '@qafila/shared/payments/methods';
import type { NationalAddress } from '@qafila/shared/shipping/address.rules';
import type { Tx } from '../../platform/database/unit-of-work';
import { OrderDoorRepository, type OrdersWaiting } from './db/order-door.repository';
import { RecipientRepository } from './db/recipient.repository';
import type { OrderStand } from './domain/order';

/** Events of ordering; the payload of each is an `OrderEvent`. */
export const ORDER_SUBMITTED = 'ordering.order_submitted';
export const ORDER_CONFIRMED = 'ordering.order_confirmed';
export const ORDER_CANCELLED = 'ordering.order_cancelled';
export const ORDER_EXPIRED = 'ordering.order_expired';
/** Money of a confirmed order was taken back, or all of it refunded: it waits for money again, and nothing of it leaves the house. */
export const ORDER_HELD = 'ordering.order_held';
/**
 * Likewise after a parcel of it left, and when its money is there again: the order stays confirmed, and what has not left
 * stays in the house or goes on. Which of both is asked at delivery (`Orders.standOf`), for events may change places.
 */
export const ORDER_STOPPED_OR_ON = 'ordering.order_stopped_or_on';
export interface OrderEvent {
  readonly orderId: string;
}

/** What payments tells ordering: sums in minor units of the order's currency that were booked just now. */
export const MONEY_BOOKED = 'payments.money_booked';
export interface MoneyBooked {
  readonly orderId: string;
  /** Added to what counts as received: money, credit used, a difference written off; negative where that was taken back. */
  readonly receivedMinor: number;
  /** Added to what was refunded; negative where a refund came back. */
  readonly refundedMinor: number;
  /** Of what was received, what the order did not take: it became the company's credit. Left out where it is none. */
  readonly overMinor?: number;
  /** Of what was received, the company's own credit; left out where it is none. */
  readonly creditMinor?: number;
}

/** What shipping tells ordering: one parcel of an order went to the carrier. */
export const CONSIGNMENT_HANDED_OVER = 'shipping.consignment_handed_over';
export interface ConsignmentHandedOver {
  readonly orderId: string;
  readonly consignmentId: string;
}

/** One way to pay, with why it is not offered; `null` when it is. */
export interface OfferedMethod {
  readonly method: MethodId;
  readonly refusal: NotOffered | null;
}

/** What the ledger holds for an order. */
export interface PaymentStanding {
  readonly isCovered: boolean;
  /** Money that came from outside; credit of the company that was used comes back when the order ends. */
  readonly hasOutsideMoney: boolean;
  /** Nothing is left that anybody paid: none came, or all of it went back. A difference written off was not paid. */
  readonly isEmpty: boolean;
}

/** What ordering asks of payments; PaymentsModule provides it to everybody. */
export abstract class PaymentOpening {
  /** Makes the transfer instruction of an order just submitted: amount due until `deadline`. */
  abstract open(
    tx: Tx,
    given: {
      readonly companyId: string;
      readonly orderId: string;
      readonly amount: Money;
      readonly at: Date;
      readonly deadline: Date;
    },
  ): Promise<void>;
  /** Moves the deadline of an order that waits for money again; one that is later already stays. */
  abstract prolong(
    tx: Tx,
    given: { readonly companyId: string; readonly orderId: string; readonly deadline: Date },
  ): Promise<void>;
  /**
   * What the ledger holds for an order now, whatever of it was told already. Waits for whoever books money of it, and
   * stands until the transaction ends. The order is locked before.
   */
  abstract standing(
    tx: Tx,
    given: { readonly companyId: string; readonly orderId: string },
  ): Promise<PaymentStanding>;
  /** As `standing`, for a page that shows what can be done: it waits for nobody. */
  abstract glance(
    tx: Tx,
    given: { readonly companyId: string; readonly orderId: string },
  ): Promise<PaymentStanding>;
  /** What the ledger holds for an order that is over becomes the company's credit. */
  abstract creditLate(tx: Tx, given: { readonly companyId: string; readonly orderId: string }): Promise<void>;
  /**
   * Ends the transfer instruction, and every payment under way, of an order that waits for money no longer; credit
   * used on it comes back.
   */
  abstract close(
    tx: Tx,
    given: { readonly companyId: string; readonly orderId: string; readonly reason: 'expired' | 'cancelled' },
  ): Promise<void>;
  /** Every method, or only one, for an amount due of a company established in `country` (ISO 3166, two letters). */
  abstract methodsFor(
    tx: Tx,
    given: { readonly country: string; readonly due: Money; readonly only?: OfferedMethod['method'] },
  ): Promise<readonly OfferedMethod[]>;
}

/** An order about to be placed, as the limits see it. */
export interface Asked {
  readonly companyId: string;
  /** Who places it. */
  readonly personId: string;
  /** Its total, VAT included. */
  readonly amount: Money;
}

/** What ordering asks of the traders' own rules; the traders' module provides it to everybody. */
export abstract class SpendingLimits {
  /**
   * The limits that the order would break, with amounts and the day of the next window; none when it may be placed.
   * At submit the company is locked before, so that two orders at once cannot both find room.
   */
  abstract against(tx: Tx, asked: Asked): Promise<Reason[]>;
}

/** What payments, oversight and notifications know of an order. */
export interface OrderFacts {
  readonly companyId: string;
  readonly orderId: string;
  readonly code: string;
  readonly name: string;
  /** The company's name in Latin letters. */
  readonly company: string;
  readonly state: OrderState;
  /** Placed and not paid, or stopped since its money went back. */
  readonly waitsForMoney: boolean;
  readonly total: Money;
  readonly received: Money;
  readonly refunded: Money;
  /** What is still to be received; zero when covered. */
  readonly due: Money;
  readonly submittedAt: Date | null;
  /** End of the hold: the payment deadline. */
  readonly holdUntil: Date | null;
  /** Who began the order. */
  readonly createdBy: string;
}

export interface OrderLineForShipping {
  readonly lineId: string;
  readonly variantId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly pack: 'private_label' | 'neutral';
  readonly specId: string | null;
}
/** A recipient, opened, with his share of the goods. */
export interface RecipientForShipping {
  readonly recipientId: string;
  readonly position: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly address: NationalAddress;
  readonly items: readonly { readonly variantId: string; readonly quantity: number }[];
}
/** What shipping plans parcels from. */
export interface OrderForShipping {
  readonly companyId: string;
  readonly orderId: string;
  readonly code: string;
  readonly state: OrderState;
  readonly shipTo: 'warehouse' | 'customers';
  readonly brandProfileId: string | null;
  /** The version of the brand profile in force when it was placed; `null` where the company had none. */
  readonly shipsAs: { readonly profileId: string; readonly version: number } | null;
  /** Language of the company's owner. */
  readonly locale: Locale;
  readonly confirmedAt: Date | null;
  readonly lines: readonly OrderLineForShipping[];
  /** Empty for an order to the trader's own warehouse. */
  readonly recipients: readonly RecipientForShipping[];
  /** The trader's own warehouse; `null` for an order to recipients. */
  readonly destination: {
    readonly nameLatin: string;
    readonly nameArabic: string | null;
    readonly label: string;
    readonly country: string;
    readonly lines: readonly string[];
  } | null;
}

/** The door of ordering: what other modules may know of orders. */
@Injectable()
export class Orders {
  constructor(
    private readonly orders: OrderDoorRepository,
    private readonly recipients: RecipientRepository,
  ) {}

  /** Facts of these orders, as far as the scope shows them; unknown ids are left out. */
  factsOf(tx: Tx, orderIds: readonly string[]): Promise<OrderFacts[]> {
    return this.orders.factsOf(tx, orderIds);
  }

  /** Holds an order still until the transaction ends. Throws `NOT_FOUND`. */
  lock(tx: Tx, key: { readonly companyId: string; readonly id: string }): Promise<void> {
    return this.orders.lock(tx, key);
  }

  /** What may become of the parcels of an order now; it stands until the transaction ends. Throws `NOT_FOUND`. */
  standOf(tx: Tx, key: { readonly companyId: string; readonly id: string }): Promise<OrderStand> {
    return this.orders.standOf(tx, key);
  }

  /** Lengthens the hold of an order that waits for money; another one keeps what it has. */
  extendHold(
    tx: Tx,
    given: { readonly companyId: string; readonly id: string; readonly until: Date },
  ): Promise<void> {
    return this.orders.extendHold(tx, given);
  }

  /** Orders that wait for money, the oldest first, at most `limit`. */
  openOrders(tx: Tx, limit: number): Promise<OrderFacts[]> {
    return this.orders.openOrders(tx, limit);
  }

  /** Counts for the staff home. Needs a staff or system scope. */
  waiting(tx: Tx, soon: Date): Promise<OrdersWaiting> {
    return this.orders.waiting(tx, soon);
  }

  /** Orders placed and not yet out that ship under a brand profile. */
  openUnder(tx: Tx, companyId: string, profileId: string): Promise<number> {
    return this.orders.openUnder(tx, companyId, profileId);
  }

  /** Production specs that the lines of an order are made with; none unless it is paid and not cancelled. */
  specsInProduction(tx: Tx, companyId: string, orderId: string): Promise<string[]> {
    return this.orders.specsInProduction(tx, companyId, orderId);
  }

  /** Gives the drafts that somebody began to somebody else of the company. Returns how many. */
  handOverDrafts(
    tx: Tx,
    given: { readonly companyId: string; readonly from: string; readonly to: string; readonly at: Date },
  ): Promise<number> {
    return this.orders.handOverDrafts(tx, given);
  }

  /** An order with lines, opened recipients and destination. Throws `NOT_FOUND`. */
  async forShipping(tx: Tx, companyId: string, orderId: string): Promise<OrderForShipping> {
    const order = await this.orders.forShipping(tx, companyId, orderId);
    const recipients =
      order.shipTo === 'customers' ? await this.recipients.of(tx, { companyId, id: orderId }) : [];
    return {
      ...order,
      recipients: recipients.map(({ id, ...rest }, position) => ({ recipientId: id, position, ...rest })),
    };
  }
}
