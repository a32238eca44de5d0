import { Controller } from '@nestjs/common';
import { companyCredit, useCredit } from '@qafila/shared/payments/credit.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ReadCredit } from '../app/read-credit';
import { UseCredit } from '../app/use-credit';

/** Credit of a company, and its use. */
@Controller()
export class CreditController {
  constructor(
    private readonly read: ReadCredit,
    private readonly use: UseCredit,
  ) {}

  @Handles(companyCredit)
  companyCredit(@TheCall() call: SignedInCall<typeof companyCredit>) {
    return this.read.run(call.actor);
  }

  @Handles(useCredit)
  useCredit(@TheCall() call: SignedInCall<typeof useCredit>) {
    return this.use.run(call.actor, { orderId: call.params.id, ...call.body });
  }
}
