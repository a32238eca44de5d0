import { Controller } from '@nestjs/common';
import {
  addPasskey,
  confirmRecoveryCode,
  confirmTotp,
  draftTotp,
  makeRecoveryCodes,
  passkeyOptions,
  readFactors,
  removePasskey,
  removeTotp,
  renamePasskey,
} from '@qafila/shared/identity/factors.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { Passkeys } from '../app/passkeys';
import { ReadFactors } from '../app/read-factors';
import { RecoveryCodes } from '../app/recovery-codes';
import { TotpFactors } from '../app/totp-factors';
import { Callers } from './callers';

/** Second factors of the caller: enrolled, replaced, removed. */
@Controller()
export class FactorsController {
  constructor(
    private readonly factors: ReadFactors,
    private readonly totp: TotpFactors,
    private readonly codes: RecoveryCodes,
    private readonly passkeys: Passkeys,
    private readonly callers: Callers,
  ) {}

  @Handles(readFactors)
  readFactors(@TheCall() call: SignedInCall<typeof readFactors>) {
    return this.factors.run(call.actor);
  }

  @Handles(draftTotp)
  draftTotp(@TheCall() call: SignedInCall<typeof draftTotp>) {
    return this.totp.draft(call.actor);
  }

  @Handles(confirmTotp)
  confirmTotp(@TheCall() call: SignedInCall<typeof confirmTotp>) {
    return this.totp.confirm(call.actor, call.body.code);
  }

  @Handles(removeTotp)
  removeTotp(@TheCall() call: SignedInCall<typeof removeTotp>) {
    return this.totp.remove(call.actor);
  }

  @Handles(makeRecoveryCodes)
  makeRecoveryCodes(@TheCall() call: SignedInCall<typeof makeRecoveryCodes>) {
    return this.codes.make(call.actor);
  }

  @Handles(confirmRecoveryCode)
  async confirmRecoveryCode(@TheCall() call: SignedInCall<typeof confirmRecoveryCode>) {
    const entered = await this.codes.confirm(call.actor, call.body.code, this.callers.of(call));
    if (entered) this.callers.enter(call, entered);
    return { done: true };
  }

  @Handles(passkeyOptions)
  passkeyOptions(@TheCall() call: SignedInCall<typeof passkeyOptions>) {
    return this.passkeys.options(call.actor);
  }

  @Handles(addPasskey)
  addPasskey(@TheCall() call: SignedInCall<typeof addPasskey>) {
    return this.passkeys.add(call.actor, call.body);
  }

  @Handles(renamePasskey)
  renamePasskey(@TheCall() call: SignedInCall<typeof renamePasskey>) {
    return this.passkeys.rename(call.actor, { ...call.params, ...call.body });
  }

  @Handles(removePasskey)
  removePasskey(@TheCall() call: SignedInCall<typeof removePasskey>) {
    return this.passkeys.remove(call.actor, call.params.id);
  }
}
