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
import { Sessions } from '../app/sessions';
import { SignIn } from '../app/sign-in';
import { SessionCookies } from './session-cookies';

const agentOf = (call: Call<never>): string => call.http.request.headers['user-agent'] ?? '';

@Controller()
export class IdentityController {
  constructor(
    private readonly signInWith: SignIn,
    private readonly complete: CompleteSignIn,
    private readonly sessions: Sessions,
    private readonly describe: DescribeSession,
    private readonly locale: ChooseLocale,
    private readonly cookies: SessionCookies,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Handles(signIn)
  async signIn(@TheCall() call: Call<typeof signIn>) {
    const opened = await this.signInWith.run({
      ...call.body,
      network: call.http.request.ip,
      agent: agentOf(call as never),
    });
    this.cookies.set(call.http.reply, opened);
    return { next: 'code' };
  }

  @Handles(provideCode)
  async provideCode(@TheCall() call: SignedInCall<typeof provideCode>) {
    const { actor, opened } = await this.complete.withCode(
      call.actor,
      call.body.code,
      agentOf(call as never),
    );
    this.cookies.set(call.http.reply, opened);
    return this.describe.run(actor);
  }

  @Handles(useRecoveryCode)
  async useRecoveryCode(@TheCall() call: SignedInCall<typeof useRecoveryCode>) {
    const { actor, opened } = await this.complete.withRecoveryCode(
      call.actor,
      call.body.code,
      agentOf(call as never),
    );
    this.cookies.set(call.http.reply, opened);
    return this.describe.run(actor);
  }

  @Handles(refreshSession)
  async refreshSession(@TheCall() call: Call<typeof refreshSession>) {
    const token = this.cookies.read(call.http.request.headers.cookie, 'refresh');
    if (!token) throw new Problem('NOT_SIGNED_IN');
    this.cookies.set(call.http.reply, await this.sessions.refresh(token));
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
