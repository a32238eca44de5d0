import { Controller } from '@nestjs/common';
import {
  approveFactorCase,
  enrolAgain,
  listFactorCases,
  openLostFactor,
  readFactorCase,
  readLostFactor,
  refuseFactorCase,
} from '@qafila/shared/identity/lost-factor.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { DecideFactorCase } from '../app/decide-factor-case';
import { FactorCaseDesk } from '../app/factor-case-desk';
import { LostFactor } from '../app/lost-factor';
import { refuseActing } from '../app/own-account';
import { Callers } from './callers';
import { SessionCookies } from './session-cookies';

/** Lost factors: asked for by their owner, decided by staff. */
@Controller()
export class LostFactorController {
  constructor(
    private readonly lost: LostFactor,
    private readonly desk: FactorCaseDesk,
    private readonly decision: DecideFactorCase,
    private readonly callers: Callers,
    private readonly cookies: SessionCookies,
  ) {}

  @Handles(openLostFactor)
  openLostFactor(@TheCall() call: SignedInCall<typeof openLostFactor>) {
    return this.lost.open(call.actor, call.body.text);
  }

  @Handles(readLostFactor)
  readLostFactor(@TheCall() call: SignedInCall<typeof readLostFactor>) {
    refuseActing(call.actor);
    return this.lost.read(call.actor);
  }

  @Handles(enrolAgain)
  async enrolAgain(@TheCall() call: SignedInCall<typeof enrolAgain>) {
    this.cookies.set(
      call.http.reply,
      await this.lost.enrolAgain(call.actor, call.body.token, this.callers.of(call)),
    );
    return { next: 'enrol' };
  }

  @Handles(listFactorCases)
  listFactorCases(@TheCall() call: SignedInCall<typeof listFactorCases>) {
    return this.desk.list(call.actor, call.query.queue);
  }

  @Handles(readFactorCase)
  readFactorCase(@TheCall() call: SignedInCall<typeof readFactorCase>) {
    return this.desk.read(call.actor, call.params.id);
  }

  @Handles(approveFactorCase)
  approveFactorCase(@TheCall() call: SignedInCall<typeof approveFactorCase>) {
    const { params, body, version } = call;
    return this.decision.run(call.actor, { ...params, ...body, version, decision: 'approve' });
  }

  @Handles(refuseFactorCase)
  refuseFactorCase(@TheCall() call: SignedInCall<typeof refuseFactorCase>) {
    const { params, body, version } = call;
    return this.decision.run(call.actor, { ...params, ...body, version, decision: 'refuse' });
  }
}
