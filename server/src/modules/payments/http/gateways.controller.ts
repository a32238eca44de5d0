import { Controller } from '@nestjs/common';
import {
  attemptEvidence,
  gatewayAttempt,
  gatewayAttempts,
  listGateways,
  lookAgain,
  settleFlag,
} from '@qafila/shared/payments/gateways.contract';
import { sendBytes } from '../../../platform/http/bytes';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ListAttempts } from '../app/list-attempts';
import { LookAgain } from '../app/look-again';
import { PrintEvidence } from '../app/print-evidence';
import { ReadGateways } from '../app/read-gateways';
import { SettleFlag } from '../app/settle-flag';
import { ShowAttempt } from '../app/show-attempt';

/** Finance's side of gateways. */
@Controller()
export class GatewaysController {
  constructor(
    private readonly gateways: ReadGateways,
    private readonly list: ListAttempts,
    private readonly show: ShowAttempt,
    private readonly evidence: PrintEvidence,
    private readonly look: LookAgain,
    private readonly settle: SettleFlag,
  ) {}

  @Handles(listGateways)
  listGateways(@TheCall() call: SignedInCall<typeof listGateways>) {
    return this.gateways.run(call.actor);
  }

  @Handles(gatewayAttempts)
  gatewayAttempts(@TheCall() call: SignedInCall<typeof gatewayAttempts>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(gatewayAttempt)
  gatewayAttempt(@TheCall() call: SignedInCall<typeof gatewayAttempt>) {
    return this.show.run(call.actor, call.params.id);
  }

  @Handles(attemptEvidence)
  async attemptEvidence(@TheCall() call: SignedInCall<typeof attemptEvidence>) {
    const bytes = await this.evidence.run(call.actor, call.params.id);
    return sendBytes(call.http.reply, { bytes, type: 'application/pdf', name: 'evidence.pdf' });
  }

  @Handles(lookAgain)
  lookAgain(@TheCall() call: SignedInCall<typeof lookAgain>) {
    return this.look.run(call.actor, call.params.id);
  }

  @Handles(settleFlag)
  settleFlag(@TheCall() call: SignedInCall<typeof settleFlag>) {
    return this.settle.run(call.actor, { id: call.params.id, ...call.body });
  }
}
