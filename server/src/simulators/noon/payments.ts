import { minorOf } from '../kernel/decimals';
import { textAt } from '../kernel/fields';
import type { SimClock } from '../kernel/sim-clock';
import type { SimIds } from '../kernel/sim-ids';
import { CODES, type NoonOrder, NoonRefusal, type NoonTransaction } from './orders';

const LIFE_SECONDS = 1800;
type Event = 'Authenticate' | 'Sale' | 'Fail' | 'Refund';

/** Orders of one business that takes mada: 3-D Secure always, taken whole at once, given back but never let go. */
export class NoonPayments {
  readonly orders: NoonOrder[] = [];
  private outcome: 'review' | 'refund_pending' | null = null;

  constructor(
    private readonly clock: SimClock,
    private readonly ids: SimIds,
    private readonly tell: (order: NoonOrder, event: Event) => void,
  ) {}

  expect(outcome: 'review' | 'refund_pending'): void {
    this.outcome = outcome;
  }

  /** INITIATE. A reference is one order for ever. */
  initiate(body: unknown): NoonOrder {
    const wish = this.read(body);
    const known = this.orders.find(({ reference }) => reference === wish.reference);
    if (known) throw new NoonRefusal(CODES.duplicate, 'Duplicate order reference', known);
    const order: NoonOrder = {
      ...wish,
      id: this.ids.bigOdd(),
      createdAt: this.clock.seconds(),
      status: 'INITIATED',
      captured: 0,
      refunded: 0,
      errorCode: 0,
      transactions: [],
      isAtBank: false,
    };
    this.orders.push(order);
    return order;
  }

  /** REFUND. */
  refund(
    order: NoonOrder,
    given: { readonly amount: number | null; readonly reference: string },
  ): NoonTransaction {
    const known = order.transactions.find(
      ({ type, reference }) => type === 'REFUND' && reference === given.reference,
    );
    if (known && given.reference !== '')
      throw new NoonRefusal(CODES.duplicate, 'Duplicate transaction reference', order);
    const left = order.captured - order.refunded;
    if (order.captured === 0) throw new NoonRefusal(CODES.notAllowed, 'Order is not captured');
    if (given.amount === null || given.amount <= 0 || given.amount > left) {
      throw new NoonRefusal(CODES.tooMuch, 'Refund exceeds the captured amount');
    }
    const status = this.outcome === 'refund_pending' ? 'PENDING' : 'SUCCESS';
    this.outcome = null;
    const refund: NoonTransaction = {
      id: this.ids.bigOdd(),
      type: 'REFUND',
      amount: given.amount,
      reference: given.reference,
      status,
    };
    order.transactions.push(refund);
    order.refunded += given.amount;
    order.status = order.refunded === order.captured ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    this.tell(order, 'Refund');
    return refund;
  }

  /** CANCEL, of what nobody paid. */
  cancel(order: NoonOrder): void {
    if (!isOpen(order)) throw new NoonRefusal(CODES.notAllowed, `Not allowed in status ${order.status}`);
    order.status = 'CANCELLED';
    order.isAtBank = false;
    this.tell(order, 'Fail');
  }

  /** The payer chose the card; mada always sends him to his bank. */
  choose(order: NoonOrder): void {
    order.status = '3DS_ENROLL_INITIATED';
    order.isAtBank = true;
    this.tell(order, 'Authenticate');
  }

  confirm(order: NoonOrder): void {
    order.isAtBank = false;
    if (this.outcome === 'review') {
      this.outcome = null;
      order.status = 'MARKED_FOR_REVIEW';
      return;
    }
    this.sell(order);
  }

  /** The whole amount at once. */
  sell(order: NoonOrder): void {
    order.status = 'CAPTURED';
    order.captured = order.amount;
    order.transactions.push({
      id: this.ids.bigOdd(),
      type: 'SALE',
      amount: order.amount,
      reference: '',
      status: 'SUCCESS',
    });
    this.tell(order, 'Sale');
  }

  fail(order: NoonOrder, status: string, errorCode: number): void {
    order.isAtBank = false;
    order.status = status;
    order.errorCode = errorCode;
    this.tell(order, 'Fail');
  }

  /** A refund that was pending. */
  endRefund(order: NoonOrder, isPaid: boolean): void {
    const refund = order.transactions.find(({ status }) => status === 'PENDING');
    if (!refund) return;
    refund.status = isPaid ? 'SUCCESS' : 'FAILED';
    if (!isPaid) order.refunded -= refund.amount;
    if (order.refunded === 0) order.status = 'CAPTURED';
    this.tell(order, 'Refund');
  }

  expireOld(): void {
    const oldest = this.clock.seconds() - LIFE_SECONDS;
    for (const order of this.orders) {
      if (isOpen(order) && order.createdAt <= oldest) this.fail(order, 'EXPIRED', 0);
    }
  }

  private read(
    body: unknown,
  ): Pick<NoonOrder, 'reference' | 'name' | 'returnUrl' | 'locale' | 'amount' | 'currency'> {
    const name = textAt(body, 'order', 'name');
    const returnUrl = textAt(body, 'configuration', 'returnUrl');
    const currency = textAt(body, 'order', 'currency');
    const amount = minorOf(textAt(body, 'order', 'amount'), currency);
    if (name === '' || name.length > 50 || name !== name.trim() || / {2}/.test(name)) {
      throw new NoonRefusal(CODES.badName, 'Order name is not valid');
    }
    if (!URL.canParse(returnUrl) || returnUrl.includes('?')) {
      throw new NoonRefusal(CODES.badReturnUrl, 'Return URL is not valid');
    }
    if (amount === null || amount <= 0 || currency !== 'SAR') {
      throw new NoonRefusal(CODES.badAmount, 'Amount is not valid');
    }
    if (textAt(body, 'configuration', 'paymentAction') !== 'SALE') {
      throw new NoonRefusal(CODES.notAllowed, 'Payment action is not allowed for MADA');
    }
    return {
      reference: textAt(body, 'order', 'reference'),
      name,
      returnUrl,
      locale: textAt(body, 'configuration', 'locale'),
      amount,
      currency,
    };
  }
}

export const isOpen = ({ status }: NoonOrder): boolean =>
  ['INITIATED', '3DS_ENROLL_INITIATED'].includes(status);
