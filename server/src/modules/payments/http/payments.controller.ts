import { Controller } from '@nestjs/common';
import { demoStatement, getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { type Call, Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ReadTransfer } from '../app/read-transfer';
import { WriteDemoStatement } from '../app/write-demo-statement';

@Controller()
export class PaymentsController {
  constructor(
    private readonly transfer: ReadTransfer,
    private readonly demoBank: WriteDemoStatement,
  ) {}

  @Handles(getTransferInstruction)
  getTransferInstruction(@TheCall() call: SignedInCall<typeof getTransferInstruction>) {
    return this.transfer.run(call.actor, call.params.id);
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
