import { Injectable } from '@nestjs/common';
import type { StaffInvitationView, StaffPersonView, StaffView } from '@qafila/shared/store/staff.contract';
import { type Actor, may } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { type StaffPerson, StaffRepository } from '../db/staff.repository';
import { type StaffInvitation, StaffInvitationRepository } from '../db/staff-invitation.repository';

/** Staff with their roles, and what waits for a second person. Two statements. */
@Injectable()
export class ReadStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly staff: StaffRepository,
    private readonly invitations: StaffInvitationRepository,
  ) {}

  run(actor: Actor): Promise<StaffView> {
    const now = this.clock.now();
    return this.unitOfWork.run(staffScope(actor), async (tx) => ({
      people: (await this.staff.list(tx)).map((person) => personView(person, actor)),
      invitations: (await this.invitations.open(tx)).map((each) => invitationView(each, { actor, now })),
      mayManage: may(actor, 'staff:manage'),
    }));
  }
}

const personView = (person: StaffPerson, actor: Actor): StaffPersonView => ({
  id: person.id,
  name: person.name,
  email: person.email,
  state: person.state,
  roles: [...person.roles],
  isSelf: person.id === actor.personId,
  lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
  waiting: person.waiting.map((change) => ({
    id: change.id,
    role: change.role,
    step: change.step,
    reason: change.reason,
    proposedBy: change.proposed_name,
    proposedAt: new Date(change.proposed_at).toISOString(),
    mayApprove:
      may(actor, 'staff:approve') && change.proposed_by !== actor.personId && person.id !== actor.personId,
  })),
});

const invitationView = (
  invitation: StaffInvitation,
  { actor, now }: { actor: Actor; now: Date },
): StaffInvitationView => ({
  id: invitation.id,
  name: invitation.name,
  email: invitation.email,
  roles: [...invitation.roles],
  state: invitation.state,
  invitedBy: invitation.invitedName,
  invitedAt: invitation.invitedAt.toISOString(),
  expiresAt: invitation.expiresAt?.toISOString() ?? null,
  isExpired: invitation.expiresAt !== null && invitation.expiresAt <= now,
  mayApprove:
    invitation.state === 'proposed' && may(actor, 'staff:approve') && invitation.invitedBy !== actor.personId,
});
