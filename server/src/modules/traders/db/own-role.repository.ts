import { Injectable } from '@nestjs/common';
import type { TraderPermission } from '@qafila/shared/access/permissions';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import type { OwnRole } from '../domain/member';

export interface OwnRoleRow extends OwnRole {
  readonly version: number;
  /** Members and open invitations that have it. */
  readonly holders: number;
}

const ROLES = `select r.id, r.name, r.permissions, r.version,
    (select count(*)::int from member_own_roles m where m.company_id = r.company_id and m.role_id = r.id)
    + (select count(*)::int from invitations i where i.company_id = r.company_id and r.id = any(i.own_role_ids)
        and i.accepted_at is null and i.revoked_at is null) as holders
  from company_roles r where r.company_id = $1`;

/** Roles that companies made themselves. */
@Injectable()
export class OwnRoleRepository {
  list(tx: Tx, companyId: string): Promise<OwnRoleRow[]> {
    return tx.query<OwnRoleRow>(`${ROLES} order by lower(r.name), r.id`, [companyId]);
  }

  /** Throws `NOT_FOUND`. */
  async find(tx: Tx, companyId: string, id: string): Promise<OwnRoleRow> {
    return oneRow(await tx.query<OwnRoleRow>(`${ROLES} and r.id = $2`, [companyId, id]));
  }

  async insert(
    tx: Tx,
    role: { companyId: string; name: string; permissions: readonly TraderPermission[]; at: Date },
  ): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into company_roles (company_id, id, name, permissions, version, created_at) values ($1, $2, $3, $4, 1, $5)`,
      [role.companyId, id, role.name, role.permissions, role.at],
    );
    return id;
  }

  /** True when the version was the one expected. */
  async update(
    tx: Tx,
    role: {
      companyId: string;
      id: string;
      version: number;
      name: string;
      permissions: readonly TraderPermission[];
    },
  ): Promise<boolean> {
    const rows = await tx.query(
      `update company_roles set name = $4, permissions = $5, version = version + 1
       where company_id = $1 and id = $2 and version = $3 returning id`,
      [role.companyId, role.id, role.version, role.name, role.permissions],
    );
    return rows.length > 0;
  }

  async remove(tx: Tx, companyId: string, id: string): Promise<void> {
    await tx.query('delete from company_roles where company_id = $1 and id = $2', [companyId, id]);
  }

  async holdersOf(tx: Tx, companyId: string, id: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      'select person_id from member_own_roles where company_id = $1 and role_id = $2',
      [companyId, id],
    );
    return rows.map((row) => row.person_id);
  }

  /** What a person's own roles grant in a company. */
  async permissionsOf(tx: Tx, of: { companyId: string; personId: string }): Promise<TraderPermission[]> {
    const rows = await tx.query<{ permission: TraderPermission }>(
      `select distinct unnest(r.permissions) as permission
       from member_own_roles m join company_roles r on r.company_id = m.company_id and r.id = m.role_id
       where m.company_id = $1 and m.person_id = $2`,
      [of.companyId, of.personId],
    );
    return rows.map((row) => row.permission);
  }
}
