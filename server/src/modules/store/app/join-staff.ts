import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { readStaffInvitation } from '@qafila/shared/store/staff.contract';
import type { FastifyReply } from 'fastify';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { LinkTries, People, SessionDoor } from '../../identity/identity.api';
import { StaffRepository } from '../db/staff.repository';
import { StaffInvitationRepository } from '../db/staff-invitation.repository';

/** The bearer of an invitation's link becomes a person of the staff: a password now, the second factor next. */
@Injectable()
export class JoinStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly people: People,
    private readonly sessions: SessionDoor,
    private readonly tries: LinkTries,
    private readonly staff: StaffRepository,
    private readonly invitations: StaffInvitationRepository,
  ) {}

  /** Throws `INVITATION_GONE`. */
  async read(given: { token: string; ip: string }): Promise<ReplyOf<typeof readStaffInvitation>> {
    await this.tries.count(given);
    return this.unitOfWork.run(systemScope('invitation of staff'), async (tx) => {
      const { name, email, roles } = await this.invitations.lockByToken(tx, given.token, this.clock.now());
      return { name, email, roles: [...roles] };
    });
  }

  /** One success for one link, however often it is sent at once. Throws `INVITATION_GONE`, `PASSWORD_KNOWN` … */
  async accept(given: {
    token: string;
    password: string;
    reply: FastifyReply;
    agent: string;
    ip: string;
  }): Promise<{ next: 'enrol' }> {
    await this.tries.count(given);
    return this.unitOfWork.runApart(systemScope('invitation of staff'), async (tx) => {
      const at = this.clock.now();
      const { id, name, email, locale, roles } = await this.invitations.lockByToken(tx, given.token, at);
      // Somebody may have registered with this mail since the invitation was sent.
      if (await this.people.findByMail(tx, email)) throw new Problem('INVITATION_GONE');
      const { password } = given;
      const personId = await this.people.create(tx, { kind: 'staff', name, email, locale, password });
      await this.staff.grant(tx, personId, roles);
      await this.invitations.accept(tx, { id, personId, at });
      await this.audit.record(tx, {
        event: 'store.staff_joined',
        companyId: null,
        subject: { kind: 'person', id: personId },
        after: { roles, invitation: id },
      });
      await this.sessions.beginEnrolment(tx, { personId, reply: given.reply, agent: given.agent });
      return { next: 'enrol' as const };
    });
  }
}
