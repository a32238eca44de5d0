import { Injectable } from '@nestjs/common';
import type { CompanyState, Role } from '@qafila/shared/access/roles';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { SecondFactor } from './second-factor';
import { type OpenedSession, Sessions } from './sessions';

interface MembershipRow {
  company_id: string | null;
  company_state: CompanyState | null;
  roles: Role[];
}

/** The second factor turns half a session into a whole one, under a new id. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factor: SecondFactor,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  async withCode(
    actor: Actor,
    code: string,
    agent: string,
  ): Promise<{ actor: Actor; opened: OpenedSession }> {
    await this.factor.claimCode(actor, code);
    return this.open(actor, { agent, factor: 'totp' });
  }

  async withRecoveryCode(
    actor: Actor,
    code: string,
    agent: string,
  ): Promise<{ actor: Actor; opened: OpenedSession }> {
    await this.factor.claimRecoveryCode(actor, code);
    return this.open(actor, { agent, factor: 'recovery_code' });
  }

  private open(
    half: Actor,
    by: { agent: string; factor: string },
  ): Promise<{ actor: Actor; opened: OpenedSession }> {
    return this.unitOfWork.runApart(systemScope('sign-in'), async (tx) => {
      const { company_id: companyId, company_state: companyState, roles } = await rolesOf(tx, half);
      if (roles.length === 0) throw new Problem('CREDENTIALS_WRONG');
      await this.sessions.close(tx, half.sessionId, 'signed in');
      const opened = await this.sessions.open(tx, {
        personId: half.personId,
        kind: half.kind,
        companyId,
        roles,
        level: 'full',
        agent: by.agent,
        factor: by.factor,
      });
      await this.audit.record(tx, {
        event: 'identity.signed_in',
        companyId,
        subject: { kind: 'person', id: half.personId },
        after: { factor: by.factor },
      });
      const actor = {
        ...half,
        sessionId: opened.sessionId,
        companyId,
        companyState,
        roles,
        level: 'full' as const,
      };
      return { actor, opened };
    });
  }
}

async function rolesOf(tx: Tx, actor: Actor): Promise<MembershipRow> {
  const [row] =
    actor.kind === 'staff'
      ? await tx.query<MembershipRow>(
          'select null::uuid as company_id, null as company_state, array_agg(role order by role) as roles from staff_roles where person_id = $1 having count(*) > 0',
          [actor.personId],
        )
      : await tx.query<MembershipRow>(
          `select m.company_id, c.state as company_state, array_agg(m.role order by m.role) as roles
           from memberships m join companies c on c.id = m.company_id
           where m.person_id = $1 and m.state = 'active' and c.state <> 'closed'
           group by m.company_id, c.state order by m.company_id limit 1`,
          [actor.personId],
        );
  return row ?? { company_id: null, company_state: null, roles: [] };
}
