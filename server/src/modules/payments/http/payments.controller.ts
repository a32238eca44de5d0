import { Controller } from '@nestjs/common';
import {
  confirmMatches,
  demoStatement,
  getTransferInstruction,
  ignoreLine,
  reviewMatches,
  transferDesk,
  withdrawMatch,
} from '@qafila/shared/payments/payments.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { type Call, Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ConfirmMatches } from '../app/confirm-matches';
import { IgnoreLine } from '../app/ignore-line';
import { ReadDesk } from '../app/read-desk';
import { ReadTransfer } from '../app/read-transfer';
import { ReviewMatches } from '../app/review-matches';
import { WithdrawMatch } from '../app/withdraw-match';
import { WriteDemoStatement } from '../app/write-demo-statement';

@Controller()
export class PaymentsController {
  constructor(
    private readonly transfer: ReadTransfer,
    private readonly desk: ReadDesk,
    private readonly reviews: ReviewMatches,
    private readonly confirms: ConfirmMatches,
    private readonly withdraws: WithdrawMatch,
    private readonly ignores: IgnoreLine,
    private readonly demoBank: WriteDemoStatement,
  ) {}

  @Handles(getTransferInstruction)
  getTransferInstruction(@TheCall() call: SignedInCall<typeof getTransferInstruction>) {
    return this.transfer.run(call.actor, call.params.id);
  }

  @Handles(transferDesk)
  transferDesk(@TheCall() call: SignedInCall<typeof transferDesk>) {
    return this.desk.run(call.actor, call.query);
  }

  @Handles(reviewMatches)
  reviewMatches(@TheCall() call: SignedInCall<typeof reviewMatches>) {
    return this.reviews.run(call.actor, call.body.matches);
  }

  @Handles(confirmMatches)
  confirmMatches(@TheCall() call: SignedInCall<typeof confirmMatches>) {
    return this.confirms.run(call.actor, call.body);
  }

  @Handles(withdrawMatch)
  withdrawMatch(@TheCall() call: SignedInCall<typeof withdrawMatch>) {
    return this.withdraws.run(call.actor, { id: call.params.id, version: call.body.version });
  }

  @Handles(ignoreLine)
  ignoreLine(@TheCall() call: SignedInCall<typeof ignoreLine>) {
    return this.ignores.run(call.actor, { id: call.params.id, reason: call.body.reason });
  }

  @Handles(demoStatement)
  async demoStatement(@TheCall() call: Call<typeof demoStatement>) {
    const file = await this.demoBank.run();
    return sendBytes(call.http.reply, {
      bytes: file,
      type: 'application/xml; charset=utf-8',
      name: 'statement.xml',
    });
  }
}
