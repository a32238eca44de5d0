import { Controller } from '@nestjs/common';
import {
  changeMember,
  createOwnRole,
  editOwnRole,
  inviteMember,
  leaveCompany,
  listInvitations,
  listOwnRoles,
  listPeople,
  reinstateMember,
  removeMember,
  removeOwnRole,
  resendInvitation,
  revokeInvitation,
  suspendMember,
} from '@qafila/shared/traders/members.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ChangeMember } from '../app/change-member';
import { EditOwnRoles } from '../app/edit-own-roles';
import { InviteMember } from '../app/invite-member';
import { ListPeople } from '../app/list-people';
import { PartMember } from '../app/part-member';

/** People of a company, its invitations and its own roles. */
@Controller()
export class MembersController {
  constructor(
    private readonly list: ListPeople,
    private readonly invitation: InviteMember,
    private readonly change: ChangeMember,
    private readonly part: PartMember,
    private readonly roles: EditOwnRoles,
  ) {}

  @Handles(listPeople)
  listPeople(@TheCall() call: SignedInCall<typeof listPeople>) {
    return this.list.people(call.actor, call.query);
  }

  @Handles(listInvitations)
  listInvitations(@TheCall() call: SignedInCall<typeof listInvitations>) {
    return this.list.waiting(call.actor, call.query);
  }

  @Handles(inviteMember)
  invite(@TheCall() call: SignedInCall<typeof inviteMember>) {
    return this.invitation.invite(call.actor, call.body);
  }

  @Handles(resendInvitation)
  resend(@TheCall() call: SignedInCall<typeof resendInvitation>) {
    return this.invitation.resend(call.actor, call.params.id);
  }

  @Handles(revokeInvitation)
  revoke(@TheCall() call: SignedInCall<typeof revokeInvitation>) {
    return this.invitation.revoke(call.actor, call.params.id);
  }

  @Handles(changeMember)
  changeMember(@TheCall() call: SignedInCall<typeof changeMember>) {
    return this.change.run(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(suspendMember)
  suspend(@TheCall() call: SignedInCall<typeof suspendMember>) {
    return this.part.suspend(call.actor, call.params.id);
  }

  @Handles(reinstateMember)
  reinstate(@TheCall() call: SignedInCall<typeof reinstateMember>) {
    return this.part.reinstate(call.actor, call.params.id);
  }

  @Handles(removeMember)
  remove(@TheCall() call: SignedInCall<typeof removeMember>) {
    return this.part.remove(call.actor, call.params.id, call.body.handOverTo);
  }

  @Handles(leaveCompany)
  leave(@TheCall() call: SignedInCall<typeof leaveCompany>) {
    return this.part.leave(call.actor, call.body.handOverTo);
  }

  @Handles(listOwnRoles)
  ownRoles(@TheCall() call: SignedInCall<typeof listOwnRoles>) {
    return this.list.roles(call.actor);
  }

  @Handles(createOwnRole)
  createRole(@TheCall() call: SignedInCall<typeof createOwnRole>) {
    return this.roles.create(call.actor, call.body);
  }

  @Handles(editOwnRole)
  editRole(@TheCall() call: SignedInCall<typeof editOwnRole>) {
    return this.roles.edit(call.actor, { id: call.params.id, version: call.version }, call.body);
  }

  @Handles(removeOwnRole)
  removeRole(@TheCall() call: SignedInCall<typeof removeOwnRole>) {
    return this.roles.remove(call.actor, call.params.id);
  }
}
