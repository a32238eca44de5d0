import { Controller } from '@nestjs/common';
import {
  answerSecondFactor,
  answerStepUp,
  passkeySignIn,
  passkeySignInOptions,
  secondFactorOptions,
  stepUpOptions,
} from '@qafila/shared/identity/passkey-sign-in.contract';
import { type Call, Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { DescribeSession } from '../app/describe-session';
import { refuseEnrolling } from '../app/own-account';
import { PasskeySignIn } from '../app/passkey-sign-in';
import { Callers } from './callers';
import { SessionCookies } from './session-cookies';

/** Passkeys that sign in, or confirm one call. */
@Controller()
export class PasskeySignInController {
  constructor(
    private readonly passkeys: PasskeySignIn,
    private readonly describe: DescribeSession,
    private readonly callers: Callers,
    private readonly cookies: SessionCookies,
  ) {}

  @Handles(secondFactorOptions)
  secondFactorOptions(@TheCall() call: SignedInCall<typeof secondFactorOptions>) {
    refuseEnrolling(call.actor);
    return this.passkeys.secondFactorOptions(call.actor);
  }

  @Handles(answerSecondFactor)
  async answerSecondFactor(@TheCall() call: SignedInCall<typeof answerSecondFactor>) {
    refuseEnrolling(call.actor);
    const caller = this.callers.of(call);
    const entered = await this.passkeys.answerSecondFactor(call.actor, call.body.response, caller);
    this.callers.enter(call, entered);
    return this.describe.run(entered.actor);
  }

  @Handles(passkeySignInOptions)
  async passkeySignInOptions(@TheCall() call: Call<typeof passkeySignInOptions>) {
    const { options, browser } = await this.passkeys.openOptions(this.callers.of(call));
    this.cookies.setPasskey(call.http.reply, browser);
    return { options };
  }

  @Handles(passkeySignIn)
  async passkeySignIn(@TheCall() call: Call<typeof passkeySignIn>) {
    const browser = this.cookies.read(call.http.request.headers.cookie, 'passkey');
    const entered = await this.passkeys.answerOpen(browser, call.body.response, this.callers.of(call));
    this.callers.enter(call, entered);
    this.cookies.setPasskey(call.http.reply, '');
    return this.describe.run(entered.actor);
  }

  @Handles(stepUpOptions)
  stepUpOptions(@TheCall() call: SignedInCall<typeof stepUpOptions>) {
    return this.passkeys.stepUpOptions(call.actor, call.body.operation);
  }

  @Handles(answerStepUp)
  answerStepUp(@TheCall() call: SignedInCall<typeof answerStepUp>) {
    return this.passkeys.answerStepUp(call.actor, call.body.response);
  }
}
