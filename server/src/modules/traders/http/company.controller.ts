import { Controller } from '@nestjs/common';
import {
  addAddress,
  editAddress,
  editCompany,
  getCompany,
  limitCompany,
  preferAddress,
  removeAddress,
} from '@qafila/shared/traders/company.contract';
import { acceptInvitation, joinCompany, lookInvitation } from '@qafila/shared/traders/members.contract';
import { type Call, Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { AcceptInvitation } from '../app/accept-invitation';
import { EditCompany } from '../app/edit-company';

/** The company's own page, and the page an invitation's link opens. */
@Controller()
export class CompanyController {
  constructor(
    private readonly company: EditCompany,
    private readonly invitation: AcceptInvitation,
  ) {}

  @Handles(getCompany)
  get(@TheCall() call: SignedInCall<typeof getCompany>) {
    return this.company.read(call.actor);
  }

  @Handles(editCompany)
  edit(@TheCall() call: SignedInCall<typeof editCompany>) {
    return this.company.edit(call.actor, call.version, call.body);
  }

  @Handles(limitCompany)
  limit(@TheCall() call: SignedInCall<typeof limitCompany>) {
    return this.company.limit(call.actor, call.version, call.body);
  }

  @Handles(addAddress)
  addAddress(@TheCall() call: SignedInCall<typeof addAddress>) {
    return this.company.addAddress(call.actor, call.body);
  }

  @Handles(editAddress)
  editAddress(@TheCall() call: SignedInCall<typeof editAddress>) {
    return this.company.editAddress(call.actor, call.params.id, call.body);
  }

  @Handles(preferAddress)
  preferAddress(@TheCall() call: SignedInCall<typeof preferAddress>) {
    return this.company.preferAddress(call.actor, call.params.id);
  }

  @Handles(removeAddress)
  removeAddress(@TheCall() call: SignedInCall<typeof removeAddress>) {
    return this.company.removeAddress(call.actor, call.params.id);
  }

  @Handles(lookInvitation)
  look(@TheCall() call: Call<typeof lookInvitation>) {
    return this.invitation.look({ ...call.body, ip: call.http.request.ip });
  }

  @Handles(acceptInvitation)
  accept(@TheCall() call: Call<typeof acceptInvitation>) {
    const { reply, request } = call.http;
    const { headers, ip } = request;
    return this.invitation.accept(call.body, { reply, agent: headers['user-agent'] ?? '', ip });
  }

  @Handles(joinCompany)
  join(@TheCall() call: SignedInCall<typeof joinCompany>) {
    return this.invitation.join(call.actor, { ...call.body, ip: call.http.request.ip });
  }
}
