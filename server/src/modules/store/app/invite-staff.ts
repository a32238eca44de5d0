import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@qafila/shared/access/roles';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { staffInvitationLifecycle } from '@qafila/shared/store/store.lifecycle';
import { STAFF_INVITATION_HOURS } from '@qafila/shared/store/store.rules';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { People } from '../../identity/identity.api';
import { StaffRepository } from '../db/staff.repository';
import { StaffInvitationRepository } from '../db/staff-invitation.repository';
import { needsFourEyes } from '../domain/four-eyes';
import { STAFF_INVITATION_OPENED } from '../store.api';

const HOUR_MS = 3_600_000;

/** Invites people to the staff; with a role of four eyes nothing is sent before a second person approved. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly people: People,
    private readonly invitations: StaffInvitationRepository,
    private readonly staff: StaffRepository,
  ) {}

  /** Throws `PERSON_EXISTS`, `INVITATION_OPEN`. */
  invite(
    actor: Actor,
    given: { name: string; email: string; locale: 'en' | 'ar'; roles: readonly StaffRole[] },
  ): Promise<{ id: string; state: 'proposed' | 'open' }> {
    const roles = [...new Set(given.roles)].sort();
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const at = this.clock.now();
      const waits = roles.some(needsFourEyes) && (await this.staff.hasSecondPerson(tx, actor.personId, at));
      const state = waits ? ('proposed' as const) : ('open' as const);
      if (await this.people.findByMail(tx, given.email)) throw new Problem('PERSON_EXISTS');
      const id = await this.invitations.add(tx, {
        ...given,
        roles,
        state,
        invitedBy: actor.personId,
        invitedAt: at,
        expiresAt: state === 'open' ? this.end() : null,
      });
      await this.audit.record(tx, {
        event: 'store.staff_invited',
        companyId: null,
        subject: { kind: 'staff_invitation', id },
        after: { roles, state },
      });
      if (state === 'open') await this.send(tx, id);
      return { id, state };
    });
  }

  /** The second person. Throws `SECOND_PERSON_NEEDED`, `WRONG_STATE`. */
  approve(actor: Actor, id: string): Promise<{ done: true }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const invitation = await this.invitations.lock(tx, id);
      const facts = { isOwn: invitation.invitedBy === actor.personId };
      const verdict = decide(staffInvitationLifecycle, { state: invitation.state, step: 'approve' }, facts);
      if (!verdict.ok)
        throw new Problem(verdict.code === 'WRONG_STATE' ? 'WRONG_STATE' : 'SECOND_PERSON_NEEDED');
      await this.invitations.approve(tx, { id, personId: actor.personId, expiresAt: this.end() });
      await this.audit.record(tx, {
        event: 'store.staff_invitation_approved',
        companyId: null,
        subject: { kind: 'staff_invitation', id },
        after: { roles: invitation.roles },
      });
      await this.send(tx, id);
      return { done: true as const };
    });
  }

  withdraw(actor: Actor, id: string): Promise<{ done: true }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { state } = await this.invitations.lock(tx, id);
      await this.invitations.withdraw(tx, id, this.clock.now());
      await this.audit.record(tx, {
        event: 'store.staff_invitation_withdrawn',
        companyId: null,
        subject: { kind: 'staff_invitation', id },
        before: { state },
      });
      return { done: true as const };
    });
  }

  private end(): Date {
    return new Date(this.clock.now().getTime() + STAFF_INVITATION_HOURS.value * HOUR_MS);
  }

  private send(tx: Tx, id: string): Promise<void> {
    return this.outbox.record(tx, {
      type: STAFF_INVITATION_OPENED,
      companyId: null,
      payload: { invitationId: id },
    });
  }
}
