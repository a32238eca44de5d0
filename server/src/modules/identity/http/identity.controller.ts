import { Controller } from '@nestjs/common';
import {
  chooseLocale,
  provideCode,
  readSession,
  refreshSession,
  signIn,
  signOut,
  useRecoveryCode,
} from '@qafila/shared/identity/identity.contract';
import { systemScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { type Call, Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { Problem } from '../../../platform/problems/problem';
import { ChooseLocale } from '../app/choose-locale';
import { CompleteSignIn } from '../app/complete-sign-in';
import { DescribeSession } from '../app/describe-session';
import { refuseEnrolling } from '../app/own-account';
import { RefreshTokens } from '../app/refresh-tokens';
import { Sessions } from '../app/sessions';
import { SignIn } from '../app/sign-in';
import { Callers } from './callers';
import { SessionCookies } from './session-cookies';

/** Sign-in with a password, and the life of a session. */
@Controller()
export class IdentityController {
  constructor(
    private readonly signInWith: SignIn,
    private readonly complete: CompleteSignIn,
    private readonly sessions: Sessions,
    private readonly tokens: RefreshTokens,
    private readonly describe: DescribeSession,
    private readonly locale: ChooseLocale,
    private readonly cookies: SessionCookies,
    private readonly callers: Callers,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Handles(signIn)
  async signIn(@TheCall() call: Call<typeof signIn>) {
    const { opened, next, factors } = await this.signInWith.run({
      ...call.body,
      caller: this.callers.of(call),
    });
    this.cookies.set(call.http.reply, opened);
    return { next, factors: [...factors] };
  }

  @Handles(provideCode)
  async provideCode(@TheCall() call: SignedInCall<typeof provideCode>) {
    refuseEnrolling(call.actor);
    const entered = await this.complete.withCode(call.actor, call.body.code, this.callers.of(call));
    this.callers.enter(call, entered);
    return this.describe.run(entered.actor);
  }

  @Handles(useRecoveryCode)
  async useRecoveryCode(@TheCall() call: SignedInCall<typeof useRecoveryCode>) {
    refuseEnrolling(call.actor);
    const entered = await this.complete.withRecoveryCode(call.actor, call.body.code, this.callers.of(call));
    this.callers.enter(call, entered);
    return this.describe.run(entered.actor);
  }

  @Handles(refreshSession)
  async refreshSession(@TheCall() call: Call<typeof refreshSession>) {
    const token = this.cookies.read(call.http.request.headers.cookie, 'refresh');
    if (!token) throw new Problem('NOT_SIGNED_IN');
    this.cookies.set(call.http.reply, await this.tokens.refresh(token));
    return { done: true };
  }

  @Handles(signOut)
  async signOut(@TheCall() call: Call<typeof signOut>) {
    const token = this.cookies.read(call.http.request.headers.cookie, 'refresh');
    if (token) {
      await this.unitOfWork.run(systemScope('sign-out'), (tx) => this.sessions.closeByToken(tx, token));
    }
    this.cookies.clear(call.http.reply);
    return { done: true };
  }

  @Handles(readSession)
  readSession(@TheCall() call: SignedInCall<typeof readSession>) {
    return this.describe.run(call.actor);
  }

  @Handles(chooseLocale)
  chooseLocale(@TheCall() call: SignedInCall<typeof chooseLocale>) {
    return this.locale.run(call.actor, call.body.locale);
  }
}
