import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Permission } from '@qafila/shared/access/permissions';
import type { CompanyState, Role } from '@qafila/shared/access/roles';
import type { Tx } from '../../../platform/database/unit-of-work';
import { OwnRoles } from '../identity.api';

/** For which company, and as what, somebody works. */
export interface Standing {
  readonly companyId: string | null;
  readonly companyState: CompanyState | null;
  readonly roles: readonly Role[];
  readonly ownPermissions: readonly Permission[];
}
interface MembershipRow {
  company_id: string;
  company_state: CompanyState;
  roles: Role[];
}

/** Reads what a person is at the moment of signing in; the session keeps it until it ends. */
@Injectable()
export class Standings {
  constructor(@Optional() @Inject(OwnRoles) private readonly ownRoles: OwnRoles | null) {}

  /**
   * `null` when the person belongs nowhere (any more), or not to the company asked for. Whoever ends sessions of the
   * person waits for the caller, and the caller for him: no session opens with rights that were just taken.
   */
  async of(
    tx: Tx,
    person: { readonly personId: string; readonly kind: 'trader' | 'staff' },
    companyId: string | null = null,
  ): Promise<Standing | null> {
    await tx.query('select id from people where id = $1 for share', [person.personId]);
    if (person.kind === 'staff') return staffStanding(tx, person.personId);
    // A member whose factor stands works at once; his state follows when the event is heard.
    const [row] = await tx.query<MembershipRow>(
      `select m.company_id, c.state as company_state, array_agg(m.role order by m.role) as roles
       from memberships m join companies c on c.id = m.company_id
       where m.person_id = $1 and m.state in ('active', 'enrolling') and c.state <> 'closed' and ($2::uuid is null or c.id = $2)
       group by m.company_id, c.state
       order by (select max(s.created_at) from sessions s where s.person_id = $1 and s.company_id = m.company_id) desc nulls last,
         m.company_id limit 1`,
      [person.personId, companyId],
    );
    if (!row) return null;
    const at = { companyId: row.company_id, personId: person.personId };
    return {
      companyId: row.company_id,
      companyState: row.company_state,
      roles: row.roles,
      ownPermissions: (await this.ownRoles?.permissionsOf(tx, at)) ?? [],
    };
  }
}

async function staffStanding(tx: Tx, personId: string): Promise<Standing | null> {
  const [row] = await tx.query<{ roles: Role[] }>(
    'select array_agg(role order by role) as roles from staff_roles where person_id = $1 having count(*) > 0',
    [personId],
  );
  return row ? { companyId: null, companyState: null, roles: row.roles, ownPermissions: [] } : null;
}
