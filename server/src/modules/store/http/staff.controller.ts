import { Controller } from '@nestjs/common';
import {
  acceptStaffInvitation,
  approveInvitation,
  approveRoleChange,
  changeStaffRole,
  inviteStaff,
  listStaff,
  readStaffInvitation,
  returnStaff,
  suspendStaff,
  withdrawInvitation,
  withdrawRoleChange,
} from '@qafila/shared/store/staff.contract';
import { type Call, Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { ChangeRole } from '../app/change-role';
import { InviteStaff } from '../app/invite-staff';
import { JoinStaff } from '../app/join-staff';
import { ReadStaff } from '../app/read-staff';
import { SuspendStaff } from '../app/suspend-staff';

/** People of the store: who is in, who is invited, who may do what. */
@Controller()
export class StaffController {
  constructor(
    private readonly list: ReadStaff,
    private readonly invite: InviteStaff,
    private readonly join: JoinStaff,
    private readonly roles: ChangeRole,
    private readonly suspension: SuspendStaff,
  ) {}

  @Handles(listStaff)
  listStaff(@TheCall() call: SignedInCall<typeof listStaff>) {
    return this.list.run(call.actor);
  }

  @Handles(inviteStaff)
  inviteStaff(@TheCall() call: SignedInCall<typeof inviteStaff>) {
    return this.invite.invite(call.actor, call.body);
  }

  @Handles(approveInvitation)
  approveInvitation(@TheCall() call: SignedInCall<typeof approveInvitation>) {
    return this.invite.approve(call.actor, call.params.id);
  }

  @Handles(withdrawInvitation)
  withdrawInvitation(@TheCall() call: SignedInCall<typeof withdrawInvitation>) {
    return this.invite.withdraw(call.actor, call.params.id);
  }

  @Handles(readStaffInvitation)
  readStaffInvitation(@TheCall() call: Call<typeof readStaffInvitation>) {
    return this.join.read({ ...call.body, ip: call.http.request.ip });
  }

  @Handles(acceptStaffInvitation)
  acceptStaffInvitation(@TheCall() call: Call<typeof acceptStaffInvitation>) {
    const { request, reply } = call.http;
    const { headers, ip } = request;
    return this.join.accept({ ...call.body, reply, agent: headers['user-agent'] ?? '', ip });
  }

  @Handles(changeStaffRole)
  changeStaffRole(@TheCall() call: SignedInCall<typeof changeStaffRole>) {
    return this.roles.change(call.actor, { personId: call.params.id, ...call.body });
  }

  @Handles(approveRoleChange)
  approveRoleChange(@TheCall() call: SignedInCall<typeof approveRoleChange>) {
    return this.roles.approve(call.actor, call.params.id);
  }

  @Handles(withdrawRoleChange)
  withdrawRoleChange(@TheCall() call: SignedInCall<typeof withdrawRoleChange>) {
    return this.roles.withdraw(call.actor, call.params.id);
  }

  @Handles(suspendStaff)
  suspendStaff(@TheCall() call: SignedInCall<typeof suspendStaff>) {
    return this.suspension.suspend(call.actor, { personId: call.params.id, reason: call.body.reason });
  }

  @Handles(returnStaff)
  returnStaff(@TheCall() call: SignedInCall<typeof returnStaff>) {
    return this.suspension.return(call.actor, { personId: call.params.id, reason: call.body.reason });
  }
}
