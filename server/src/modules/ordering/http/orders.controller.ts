import { Controller } from '@nestjs/common';
import {
  cancelOrder,
  getOrder,
  listOrders,
  reviewOrder,
  submitOrder,
} from '@qafila/shared/ordering/ordering.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { CancelOrder } from '../app/cancel-order';
import { GetOrder } from '../app/get-order';
import { ListOrders } from '../app/list-orders';
import { ReviewOrder } from '../app/review-order';
import { SubmitOrder } from '../app/submit-order';

/** What a trader looks at and decides. */
@Controller()
export class OrdersController {
  constructor(
    private readonly list: ListOrders,
    private readonly get: GetOrder,
    private readonly review: ReviewOrder,
    private readonly submit: SubmitOrder,
    private readonly cancel: CancelOrder,
  ) {}

  @Handles(listOrders)
  listOrders(@TheCall() call: SignedInCall<typeof listOrders>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(getOrder)
  getOrder(@TheCall() call: SignedInCall<typeof getOrder>) {
    return this.get.run(call.actor, call.params.id);
  }

  @Handles(reviewOrder)
  reviewOrder(@TheCall() call: SignedInCall<typeof reviewOrder>) {
    return this.review.run(call.actor, call.params.id);
  }

  @Handles(submitOrder)
  submitOrder(@TheCall() call: SignedInCall<typeof submitOrder>) {
    return this.submit.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(cancelOrder)
  cancelOrder(@TheCall() call: SignedInCall<typeof cancelOrder>) {
    return this.cancel.run(call.actor, { id: call.params.id, version: call.version });
  }
}
