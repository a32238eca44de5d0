import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@qafila/shared/access/roles';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { staffRoleChangeLifecycle } from '@qafila/shared/store/store.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { type RoleChange, RoleChangeRepository } from '../db/role-change.repository';
import { StaffRepository } from '../db/staff.repository';
import { needsFourEyes } from '../domain/four-eyes';
import { SetRole } from './set-role';

interface Wanted {
  readonly personId: string;
  readonly role: StaffRole;
  readonly step: 'grant' | 'revoke';
  readonly reason: string;
}

/** Roles of staff: at once for most, by two people for those of four eyes. Nobody changes his own. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly staff: StaffRepository,
    private readonly changes: RoleChangeRepository,
    private readonly setRole: SetRole,
  ) {}

  /** Throws `OWN_ROLES`, `ROLE_UNCHANGED`, `ROLE_CHANGE_OPEN`, `LAST_ADMIN`. */
  change(actor: Actor, wanted: Wanted): Promise<{ outcome: 'done' | 'waits' }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { roles } = await this.staff.lock(tx, wanted.personId);
      if (wanted.personId === actor.personId) throw new Problem('OWN_ROLES');
      const at = this.clock.now();
      // A store of one admin has nobody to ask: the first other one is granted alone, and the trail says by whom.
      if (!needsFourEyes(wanted.role) || !(await this.staff.hasSecondPerson(tx, actor.personId, at))) {
        await this.setRole.run(tx, wanted);
        return { outcome: 'done' as const };
      }
      if (roles.includes(wanted.role) === (wanted.step === 'grant')) throw new Problem('ROLE_UNCHANGED');
      if (wanted.role === 'admin' && wanted.step === 'revoke')
        await this.staff.keepAnAdmin(tx, wanted.personId);
      const id = await this.changes.propose(tx, {
        ...wanted,
        proposedBy: actor.personId,
        at,
      });
      await this.tell(tx, { ...wanted, id }, 'store.role_change_proposed');
      return { outcome: 'waits' as const };
    });
  }

  /** The second person. Throws `SECOND_PERSON_NEEDED`, `WRONG_STATE`, `LAST_ADMIN`. */
  approve(actor: Actor, id: string): Promise<{ done: true }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const change = await this.changes.lock(tx, id);
      const { personId, proposedBy } = change;
      const facts = { isOwn: proposedBy === actor.personId || personId === actor.personId };
      const verdict = decide(staffRoleChangeLifecycle, { state: change.state, step: 'approve' }, facts);
      if (!verdict.ok)
        throw new Problem(verdict.code === 'WRONG_STATE' ? 'WRONG_STATE' : 'SECOND_PERSON_NEEDED');
      await this.changes.end(tx, { id, to: 'done', personId: actor.personId, at: this.clock.now() });
      await this.setRole.run(tx, change);
      return { done: true as const };
    });
  }

  withdraw(actor: Actor, id: string): Promise<{ done: true }> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const change = await this.changes.lock(tx, id);
      await this.changes.end(tx, { id, to: 'withdrawn', personId: actor.personId, at: this.clock.now() });
      await this.tell(tx, change, 'store.role_change_withdrawn');
      return { done: true as const };
    });
  }

  private tell(
    tx: Tx,
    change: Pick<RoleChange, 'id' | 'personId' | 'role' | 'step' | 'reason'>,
    event: 'store.role_change_proposed' | 'store.role_change_withdrawn',
  ): Promise<void> {
    return this.audit.record(tx, {
      event,
      companyId: null,
      subject: { kind: 'person', id: change.personId },
      after: { change: change.id, role: change.role, step: change.step },
      words: change.reason,
    });
  }
}
