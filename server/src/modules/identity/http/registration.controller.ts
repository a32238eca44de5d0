import { Controller } from '@nestjs/common';
import {
  completeRegistration,
  openRegistration,
  register,
} from '@qafila/shared/identity/registration.contract';
import { type Call, Handles, TheCall } from '../../../platform/http/handles';
import { Register } from '../app/register';
import { Callers } from './callers';
import { SessionCookies } from './session-cookies';

/** Registration by a mailed link. */
@Controller()
export class RegistrationController {
  constructor(
    private readonly registration: Register,
    private readonly callers: Callers,
    private readonly cookies: SessionCookies,
  ) {}

  @Handles(register)
  register(@TheCall() call: Call<typeof register>) {
    return this.registration.ask({ ...call.body, caller: this.callers.of(call) });
  }

  @Handles(openRegistration)
  async openRegistration(@TheCall() call: Call<typeof openRegistration>) {
    const { email, locale } = await this.registration.open(
      'registration',
      call.body.token,
      this.callers.of(call),
    );
    return { email, locale };
  }

  @Handles(completeRegistration)
  async completeRegistration(@TheCall() call: Call<typeof completeRegistration>) {
    this.cookies.set(call.http.reply, await this.registration.complete(call.body, this.callers.of(call)));
    return { next: 'enrol' };
  }
}
