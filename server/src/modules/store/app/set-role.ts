import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@qafila/shared/access/roles';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { People } from '../../identity/identity.api';
import { StaffRepository } from '../db/staff.repository';
import { StaffInvitationRepository } from '../db/staff-invitation.repository';

/** Writes one role and signs the person out: the next sign-in has the new rights. */
@Injectable()
export class SetRole {
  constructor(
    private readonly audit: Audit,
    private readonly people: People,
    private readonly staff: StaffRepository,
    private readonly invitations: StaffInvitationRepository,
    private readonly clock: Clock,
  ) {}

  /** Joins the open transaction. Throws `NOT_FOUND`, `ROLE_UNCHANGED`, `LAST_ADMIN`. */
  async run(
    tx: Tx,
    given: { personId: string; role: StaffRole; step: 'grant' | 'revoke'; reason: string },
  ): Promise<void> {
    const { personId, role, step, reason } = given;
    const { roles } = await this.staff.lock(tx, personId);
    if (roles.includes(role) === (step === 'grant')) throw new Problem('ROLE_UNCHANGED');
    if (step === 'revoke' && role === 'admin') await this.staff.keepAnAdmin(tx, personId);
    if (step === 'grant') await this.staff.grant(tx, personId, [role]);
    else await this.staff.revoke(tx, personId, role);
    if (step === 'revoke') await this.invitations.withdrawAllOf(tx, personId, this.clock.now());
    await this.people.endSessions(tx, { personIds: [personId], companyId: null, reason: 'role changed' });
    await this.audit.record(tx, {
      event: step === 'grant' ? 'store.role_granted' : 'store.role_revoked',
      companyId: null,
      subject: { kind: 'person', id: personId },
      before: { roles },
      after: { role },
      words: reason,
    });
  }
}
