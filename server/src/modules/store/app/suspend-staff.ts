import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { People } from '../../identity/identity.api';
import { StaffRepository } from '../db/staff.repository';
import { StaffInvitationRepository } from '../db/staff-invitation.repository';

/** Keeps a person of the staff out, and lets him in again. One admin is enough: keeping out must be quick. */
@Injectable()
export class SuspendStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly people: People,
    private readonly staff: StaffRepository,
    private readonly invitations: StaffInvitationRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws `OWN_ROLES`, `LAST_ADMIN`, `WRONG_STATE`. */
  suspend(actor: Actor, given: { personId: string; reason: string }): Promise<{ done: true }> {
    const { personId, reason } = given;
    const at = this.clock.now();
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { roles } = await this.staff.lock(tx, personId);
      if (personId === actor.personId) throw new Problem('OWN_ROLES');
      if (roles.includes('admin')) await this.staff.keepAnAdmin(tx, personId);
      await this.staff.switchState(tx, { personId, from: 'active', to: 'suspended', at });
      await this.people.endSessions(tx, { personIds: [personId], companyId: null, reason: 'suspended' });
      await this.invitations.withdrawAllOf(tx, personId, at);
      await this.audit.record(tx, {
        event: 'store.staff_suspended',
        companyId: null,
        subject: { kind: 'person', id: personId },
        words: reason,
      });
      return { done: true as const };
    });
  }

  /** Throws `OWN_ROLES`, `WRONG_STATE`. */
  return(actor: Actor, given: { personId: string; reason: string }): Promise<{ done: true }> {
    const { personId, reason } = given;
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      await this.staff.lock(tx, personId);
      if (personId === actor.personId) throw new Problem('OWN_ROLES');
      await this.staff.switchState(tx, { personId, from: 'suspended', to: 'active', at: this.clock.now() });
      await this.audit.record(tx, {
        event: 'store.staff_returned',
        companyId: null,
        subject: { kind: 'person', id: personId },
        words: reason,
      });
      return { done: true as const };
    });
  }
}
