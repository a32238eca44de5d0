import { Controller } from '@nestjs/common';
import {
  activateTrader,
  beginActing,
  closeTrader,
  endActing,
  listTraders,
  readTrader,
  suspendTrader,
} from '@qafila/shared/traders/acting.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ActForTrader } from '../app/act-for-trader';
import { ListTraders } from '../app/list-traders';
import { MoveCompany } from '../app/move-company';
import { ReadTrader } from '../app/read-trader';

/** Traders as staff see them, and acting for one. */
@Controller()
export class ActingController {
  constructor(
    private readonly list: ListTraders,
    private readonly read: ReadTrader,
    private readonly move: MoveCompany,
    private readonly acting: ActForTrader,
  ) {}

  @Handles(listTraders)
  listTraders(@TheCall() call: SignedInCall<typeof listTraders>) {
    return this.list.run(call.actor, call.query);
  }

  @Handles(readTrader)
  readTrader(@TheCall() call: SignedInCall<typeof readTrader>) {
    return this.read.run(call.actor, call.params.id);
  }

  @Handles(suspendTrader)
  suspendTrader(@TheCall() call: SignedInCall<typeof suspendTrader>) {
    return this.move.run(call.actor, { id: call.params.id, step: 'suspend', reason: call.body.reason });
  }

  @Handles(activateTrader)
  activateTrader(@TheCall() call: SignedInCall<typeof activateTrader>) {
    return this.move.run(call.actor, { id: call.params.id, step: 'activate', reason: call.body.reason });
  }

  @Handles(closeTrader)
  closeTrader(@TheCall() call: SignedInCall<typeof closeTrader>) {
    return this.move.run(call.actor, { id: call.params.id, step: 'close', reason: call.body.reason });
  }

  @Handles(beginActing)
  beginActing(@TheCall() call: SignedInCall<typeof beginActing>) {
    const { request, reply } = call.http;
    return this.acting.begin(call.actor, {
      companyId: call.params.id,
      reason: call.body,
      reply,
      agent: request.headers['user-agent'] ?? '',
    });
  }

  @Handles(endActing)
  endActing(@TheCall() call: SignedInCall<typeof endActing>) {
    return this.acting.end(call.actor, call.http.reply);
  }
}
