import { Controller } from '@nestjs/common';
import { demoAccounts, moveClock } from '@qafila/shared/identity/identity.contract';
import { DemoClock } from '../../../platform/clock/demo-clock';
import { type Call, Handles, TheCall } from '../../../platform/http/handles';
import { DemoAccounts } from '../app/demo-accounts';

/** Controls of demo and test mode; production answers 404. */
@Controller()
export class DemoController {
  constructor(
    private readonly accounts: DemoAccounts,
    private readonly clock: DemoClock,
  ) {}

  @Handles(demoAccounts)
  demoAccounts() {
    return this.accounts.run();
  }

  @Handles(moveClock)
  async moveClock(@TheCall() call: Call<typeof moveClock>) {
    const now = await this.clock.advance(call.body.advanceSeconds * 1000);
    return { now: now.toISOString() };
  }
}
