import { Controller } from '@nestjs/common';
import {
  changeEmail,
  changePassword,
  confirmEmail,
  forgotPassword,
  openPasswordReset,
  resetPassword,
  unlockSignIn,
} from '@qafila/shared/identity/credentials.contract';
import {
  closeOtherSessions,
  closeSession,
  listSessions,
  switchCompany,
} from '@qafila/shared/identity/sessions.contract';
import { type Call, Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ConfirmEmail } from '../app/confirm-email';
import { Credentials } from '../app/credentials';
import { DescribeSession } from '../app/describe-session';
import { OwnSessions } from '../app/own-sessions';
import { Register } from '../app/register';
import { Callers } from './callers';
import { SessionCookies } from './session-cookies';

/** Password, address and sessions of the caller. */
@Controller()
export class AccountController {
  constructor(
    private readonly credentials: Credentials,
    private readonly email: ConfirmEmail,
    private readonly links: Register,
    private readonly sessions: OwnSessions,
    private readonly describe: DescribeSession,
    private readonly callers: Callers,
    private readonly cookies: SessionCookies,
  ) {}

  @Handles(changePassword)
  changePassword(@TheCall() call: SignedInCall<typeof changePassword>) {
    return this.credentials.changePassword(call.actor, call.body);
  }

  @Handles(forgotPassword)
  forgotPassword(@TheCall() call: Call<typeof forgotPassword>) {
    return this.credentials.forgotPassword(call.body.email, this.callers.of(call));
  }

  @Handles(openPasswordReset)
  async openPasswordReset(@TheCall() call: Call<typeof openPasswordReset>) {
    const { email } = await this.links.open('password_reset', call.body.token, this.callers.of(call));
    return { email };
  }

  @Handles(resetPassword)
  resetPassword(@TheCall() call: Call<typeof resetPassword>) {
    return this.credentials.resetPassword(call.body, this.callers.of(call));
  }

  @Handles(changeEmail)
  changeEmail(@TheCall() call: SignedInCall<typeof changeEmail>) {
    return this.credentials.changeEmail(call.actor, call.body.email);
  }

  @Handles(confirmEmail)
  confirmEmail(@TheCall() call: Call<typeof confirmEmail>) {
    return this.email.run(call.body.token, this.callers.of(call));
  }

  @Handles(unlockSignIn)
  unlockSignIn(@TheCall() call: Call<typeof unlockSignIn>) {
    return this.credentials.unlock(call.body.token, this.callers.of(call));
  }

  @Handles(listSessions)
  listSessions(@TheCall() call: SignedInCall<typeof listSessions>) {
    return this.sessions.list(call.actor);
  }

  @Handles(closeSession)
  closeSession(@TheCall() call: SignedInCall<typeof closeSession>) {
    return this.sessions.close(call.actor, call.params.id);
  }

  @Handles(closeOtherSessions)
  closeOtherSessions(@TheCall() call: SignedInCall<typeof closeOtherSessions>) {
    return this.sessions.closeOthers(call.actor);
  }

  @Handles(switchCompany)
  async switchCompany(@TheCall() call: SignedInCall<typeof switchCompany>) {
    const { actor, opened } = await this.sessions.switchCompany(
      call.actor,
      call.body.companyId,
      this.callers.of(call),
    );
    this.cookies.set(call.http.reply, opened);
    return this.describe.run(actor);
  }
}
