import { Injectable } from '@nestjs/common';
import { permissionsOf, STAFF_ROLES, type StaffRole } from '@qafila/shared/access/roles';
import { SUSPENDED_SECOND_DAYS } from '@qafila/shared/store/store.rules';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';

export interface RoleChangeRow {
  id: string;
  role: StaffRole;
  step: 'grant' | 'revoke';
  reason: string;
  proposed_by: string;
  proposed_name: string;
  proposed_at: string;
}
interface PersonRow {
  id: string;
  name: string;
  email_enc: string;
  state: 'active' | 'suspended';
  roles: StaffRole[];
  last_seen: Date | null;
  waiting: RoleChangeRow[];
}
export interface StaffPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly state: 'active' | 'suspended';
  readonly roles: readonly StaffRole[];
  readonly lastSeenAt: Date | null;
  readonly waiting: readonly RoleChangeRow[];
}
/** Roles whose people are the second pair of eyes on roles. */
const SECOND_PEOPLE = STAFF_ROLES.filter((role) => permissionsOf([role]).includes('staff:approve'));
const DAY_MS = 86_400_000;
/** More staff than any store has; the screen shows them all at once. */
const MOST_STAFF = 500;

/** People of the store and their roles. */
@Injectable()
export class StaffRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** Everybody with roles and the changes that wait for a second person. One statement. */
  async list(tx: Tx): Promise<StaffPerson[]> {
    const rows = await tx.query<PersonRow>(
      `select p.id, p.name, p.email_enc, p.state,
         array(select r.role from staff_roles r where r.person_id = p.id order by r.role) as roles,
         (select max(s.last_used_at) from sessions s where s.person_id = p.id and s.level = 'full') as last_seen,
         (select coalesce(json_agg(json_build_object('id', c.id, 'role', c.role, 'step', c.step, 'reason', c.reason,
            'proposed_by', c.proposed_by, 'proposed_name', b.name, 'proposed_at', c.proposed_at) order by c.id), '[]')
          from staff_role_changes c join people b on b.id = c.proposed_by
          where c.person_id = p.id and c.state = 'proposed') as waiting
       from people p where p.kind = 'staff' order by p.state, p.name, p.id limit $1`,
      [MOST_STAFF],
    );
    const sealer = await this.cipher.sealerFor(null);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: sealer.open({ table: 'people', column: 'email_enc', rowId: row.id }, row.email_enc),
      state: row.state,
      roles: row.roles,
      lastSeenAt: row.last_seen,
      waiting: row.waiting,
    }));
  }

  /** Roles and state of one person of the staff, locked. Throws `NOT_FOUND`. */
  async lock(tx: Tx, personId: string): Promise<{ state: string; roles: StaffRole[] }> {
    return oneRow(
      await tx.query<{ state: string; roles: StaffRole[] }>(
        `select p.state, array(select r.role from staff_roles r where r.person_id = p.id order by r.role) as roles
         from people p where p.id = $1 and p.kind = 'staff' for no key update of p`,
        [personId],
      ),
    );
  }

  /** True when somebody else who may be the second person of a role works here, or did a few days ago. */
  async hasSecondPerson(tx: Tx, actorId: string, now: Date): Promise<boolean> {
    const found = await tx.query(
      `select 1 from staff_roles r join people p on p.id = r.person_id
       where r.role = any($1::text[]) and p.enrolled_at is not null and p.id <> $2
         and (p.state = 'active' or p.suspended_at > $3) limit 1`,
      [SECOND_PEOPLE, actorId, new Date(now.getTime() - SUSPENDED_SECOND_DAYS.value * DAY_MS)],
    );
    return found.length > 0;
  }

  async grant(tx: Tx, personId: string, roles: readonly StaffRole[]): Promise<void> {
    await tx.query(
      'insert into staff_roles (person_id, role) select $1, unnest($2::text[]) on conflict do nothing',
      [personId, roles],
    );
  }

  async revoke(tx: Tx, personId: string, role: StaffRole): Promise<void> {
    await tx.query('delete from staff_roles where person_id = $1 and role = $2', [personId, role]);
  }

  /** Moves a person between active and suspended. Throws `WRONG_STATE`. */
  async switchState(
    tx: Tx,
    given: { personId: string; from: 'active' | 'suspended'; to: 'active' | 'suspended'; at: Date },
  ): Promise<void> {
    const moved = await tx.query(
      `update people set state = $3, suspended_at = case when $3 = 'suspended' then $4::timestamptz end
       where id = $1 and state = $2 and kind = 'staff' returning id`,
      [given.personId, given.from, given.to, given.at],
    );
    if (moved.length === 0) throw new Problem('WRONG_STATE');
  }

  /**
   * Throws `LAST_ADMIN` unless another active admin stays. The admins' rows are locked first: of two who remove one
   * another at once the second counts what the first left.
   */
  async keepAnAdmin(tx: Tx, leaving: string): Promise<void> {
    await tx.query(`select person_id from staff_roles where role = 'admin' order by person_id for update`);
    const others = await tx.query(
      `select r.person_id from staff_roles r join people p on p.id = r.person_id
       where r.role = 'admin' and p.state = 'active' and r.person_id <> $1 limit 1`,
      [leaving],
    );
    if (others.length === 0) throw new Problem('LAST_ADMIN');
  }

  /** Active people with one of these roles. */
  async withRoles(tx: Tx, roles: readonly StaffRole[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct p.id from people p join staff_roles r on r.person_id = p.id
       where p.state = 'active' and r.role = any($1::text[]) order by p.id`,
      [roles],
    );
    return rows.map(({ id }) => id);
  }
}
