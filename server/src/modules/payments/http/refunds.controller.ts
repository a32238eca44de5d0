import { Controller } from '@nestjs/common';
import {
  approveRefunds,
  askRefund,
  findRefundable,
  listRefunds,
  orderRefunds,
  refundFile,
  refuseRefund,
  reviewRefunds,
  sendRefunds,
  withdrawRefund,
} from '@qafila/shared/payments/refunds.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ApproveRefunds } from '../app/approve-refunds';
import { AskRefund } from '../app/ask-refund';
import { FindRefundable } from '../app/find-refundable';
import { ListRefunds } from '../app/list-refunds';
import { ReadOrderRefunds } from '../app/read-order-refunds';
import { RefuseRefund } from '../app/refuse-refund';
import { ReviewRefunds } from '../app/review-refunds';
import { SendRefunds } from '../app/send-refunds';
import { ShowRefundFile } from '../app/show-refund-file';
import { WithdrawRefund } from '../app/withdraw-refund';

/** Money that goes back: asked by one of finance, approved by another, sent, followed. */
@Controller()
export class RefundsController {
  constructor(
    private readonly list: ListRefunds,
    private readonly find: FindRefundable,
    private readonly ask: AskRefund,
    private readonly review: ReviewRefunds,
    private readonly approve: ApproveRefunds,
    private readonly withdraw: WithdrawRefund,
    private readonly send: SendRefunds,
    private readonly file: ShowRefundFile,
    private readonly refuse: RefuseRefund,
    private readonly own: ReadOrderRefunds,
  ) {}

  @Handles(listRefunds)
  listRefunds(@TheCall() call: SignedInCall<typeof listRefunds>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(findRefundable)
  findRefundable(@TheCall() call: SignedInCall<typeof findRefundable>) {
    return this.find.run(call.actor, call.query);
  }

  @Handles(askRefund)
  askRefund(@TheCall() call: SignedInCall<typeof askRefund>) {
    return this.ask.run(call.actor, call.body);
  }

  @Handles(reviewRefunds)
  reviewRefunds(@TheCall() call: SignedInCall<typeof reviewRefunds>) {
    return this.review.run(call.actor, call.body);
  }

  @Handles(approveRefunds)
  approveRefunds(@TheCall() call: SignedInCall<typeof approveRefunds>) {
    return this.approve.run(call.actor, call.body);
  }

  @Handles(withdrawRefund)
  withdrawRefund(@TheCall() call: SignedInCall<typeof withdrawRefund>) {
    return this.withdraw.run(call.actor, { id: call.params.id, ...call.body });
  }

  @Handles(sendRefunds)
  sendRefunds(@TheCall() call: SignedInCall<typeof sendRefunds>) {
    return this.send.run(call.actor, call.body);
  }

  @Handles(refundFile)
  async refundFile(@TheCall() call: SignedInCall<typeof refundFile>) {
    const { name, content } = await this.file.run(call.actor, call.params.id);
    return sendBytes(call.http.reply, {
      bytes: content,
      type: 'application/xml; charset=utf-8',
      savedAs: name,
    });
  }

  @Handles(refuseRefund)
  refuseRefund(@TheCall() call: SignedInCall<typeof refuseRefund>) {
    return this.refuse.run(call.actor, { id: call.params.id, ...call.body });
  }

  @Handles(orderRefunds)
  orderRefunds(@TheCall() call: SignedInCall<typeof orderRefunds>) {
    return this.own.run(call.actor, call.params.id);
  }
}
