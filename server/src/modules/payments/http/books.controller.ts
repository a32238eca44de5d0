import { Controller } from '@nestjs/common';
import { dueOrders, ownReceipts, payments } from '@qafila/shared/payments/books.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ListDue } from '../app/list-due';
import { ListOwnReceipts } from '../app/list-own-receipts';
import { ListPayments } from '../app/list-payments';

/** What a trader's books need of payments: what is due, what was paid, what was shown. */
@Controller()
export class BooksController {
  constructor(
    private readonly due: ListDue,
    private readonly paid: ListPayments,
    private readonly shown: ListOwnReceipts,
  ) {}

  @Handles(dueOrders)
  dueOrders(@TheCall() call: SignedInCall<typeof dueOrders>) {
    return this.due.run(call.actor, call.query);
  }

  @Handles(payments)
  payments(@TheCall() call: SignedInCall<typeof payments>) {
    return this.paid.run(call.actor, call.query);
  }

  @Handles(ownReceipts)
  ownReceipts(@TheCall() call: SignedInCall<typeof ownReceipts>) {
    return this.shown.run(call.actor, call.query);
  }
}
