import { Injectable } from '@nestjs/common';
import type { TraderPermission } from '@qafila/shared/access/permissions';
import type { TraderRole } from '@qafila/shared/access/roles';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Bounds } from '@qafila/shared/traders/bounds';
import { type SpendingWindow, timeZoneOf } from '@qafila/shared/traders/calendar';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { approvalOf, limitOf, type Member, type MemberState, type OwnRole } from '../domain/member';

interface MemberRow {
  person_id: string;
  name: string;
  email_enc: string;
  state: Member['state'];
  roles: TraderRole[];
  own_roles: OwnRole[];
  limit_minor: string | null;
  limit_window: SpendingWindow | null;
  approval_minor: string | null;
  currency: Currency;
  country: string;
  time_zone: string | null;
  joined_at: Date | null;
  drafts: number;
  version: number;
}
/** What people of a company are set in. */
export interface Household {
  readonly id: string;
  readonly currency: Currency;
  readonly country: string;
  readonly nameLatin: string;
}

const MEMBERS = `select p.id as person_id, p.name, p.email_enc, m.state, m.roles, t.limit_minor, t.limit_window, t.approval_minor,
    c.currency, c.country, s.time_zone, t.joined_at, coalesce(t.version, 1) as version,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'permissions', to_jsonb(r.permissions)) order by r.name)
      from member_own_roles o join company_roles r on r.company_id = o.company_id and r.id = o.role_id
      where o.company_id = $1 and o.person_id = p.id), '[]'::jsonb) as own_roles,
    (select count(*)::int from orders d where d.company_id = $1 and d.created_by = p.id and d.state = 'draft') as drafts
  from (select person_id, min(state) as state, array_agg(role order by role) as roles from memberships
      where company_id = $1 and state <> 'removed' group by person_id) m
  join people p on p.id = m.person_id join companies c on c.id = $1
  left join company_settings s on s.company_id = c.id
  left join member_terms t on t.company_id = $1 and t.person_id = p.id`;

const memberOf = (row: MemberRow): Member => ({
  personId: row.person_id,
  name: row.name,
  emailEnc: row.email_enc,
  state: row.state,
  roles: row.roles,
  ownRoles: row.own_roles,
  limit: limitOf(row, row.currency),
  approvalLimit: approvalOf(row, row.currency),
  joinedAt: row.joined_at,
  currency: row.currency,
  timeZone: row.time_zone ?? timeZoneOf(row.country),
  drafts: row.drafts,
  version: row.version,
});

/** People of companies: built-in roles and state stand in `memberships`, the rest beside it. */
@Injectable()
export class MemberRepository {
  /** One change to the people of a company at a time: the last owner is decided over all of them. */
  async lockCompany(tx: Tx, companyId: string): Promise<Household> {
    const row = oneRow(
      await tx.query<{ id: string; currency: Currency; country: string; name_latin: string }>(
        'select id, currency, country, name_latin from companies where id = $1 for no key update',
        [companyId],
      ),
    );
    return { id: row.id, currency: row.currency, country: row.country, nameLatin: row.name_latin };
  }

  /** Throws `NOT_FOUND` for who does not belong to the company. */
  async find(tx: Tx, companyId: string, personId: string): Promise<Member> {
    return memberOf(oneRow(await tx.query<MemberRow>(`${MEMBERS} where p.id = $2`, [companyId, personId])));
  }

  /** Members in the order of their ids, one more than asked. */
  async list(
    tx: Tx,
    companyId: string,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<Member[]> {
    const rows = await tx.query<MemberRow>(
      `${MEMBERS} where ($2::uuid is null or p.id > $2) order by p.id limit $3`,
      [companyId, page.after, page.limit + 1],
    );
    return rows.map(memberOf);
  }

  /** Active owners besides this person. */
  async otherOwners(tx: Tx, companyId: string, personId: string): Promise<number> {
    const [row] = await tx.query<{ owners: number }>(
      `select count(*)::int as owners from memberships
       where company_id = $1 and person_id <> $2 and role = 'owner' and state = 'active'`,
      [companyId, personId],
    );
    return row?.owners ?? 0;
  }

  /** Active people with a permission, by one of these built-in roles or by one of the company's own. */
  async holdersOf(
    tx: Tx,
    companyId: string,
    given: { readonly permission: TraderPermission; readonly roles: readonly TraderRole[] },
  ): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      `select distinct m.person_id from memberships m join people p on p.id = m.person_id
       where m.company_id = $1 and m.state = 'active' and p.state = 'active' and (m.role = any($2) or exists (
         select 1 from member_own_roles o join company_roles r on r.company_id = o.company_id and r.id = o.role_id
         where o.company_id = m.company_id and o.person_id = m.person_id and $3 = any(r.permissions)))`,
      [companyId, given.roles, given.permission],
    );
    return rows.map((row) => row.person_id);
  }

  /** True for who is in the company, in any state but `removed`. */
  async belongs(tx: Tx, companyId: string, personId: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from memberships where company_id = $1 and person_id = $2 and state <> 'removed' limit 1`,
      [companyId, personId],
    );
    return rows.length > 0;
  }

  /** True when the mail belongs to somebody of the company who was not removed. */
  async hasMail(tx: Tx, companyId: string, emailHash: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from memberships m join people p on p.id = m.person_id
       where m.company_id = $1 and m.state <> 'removed' and p.email_hash = $2 limit 1`,
      [companyId, emailHash],
    );
    return rows.length > 0;
  }

  /** Sets built-in roles, own roles and limits; a new member begins with version 1. */
  async put(
    tx: Tx,
    of: { readonly companyId: string; readonly personId: string },
    given: Bounds & {
      readonly state: MemberState;
      readonly roles: readonly TraderRole[];
      readonly ownRoleIds: readonly string[];
      readonly joinedAt: Date | null;
    },
  ): Promise<void> {
    const { companyId, personId } = of;
    await tx.query('delete from memberships where company_id = $1 and person_id = $2', [companyId, personId]);
    await tx.query(
      `insert into memberships (company_id, person_id, role, state) select $1, $2, r, $4 from unnest($3::text[]) r`,
      [companyId, personId, given.roles, given.state],
    );
    await tx.query('delete from member_own_roles where company_id = $1 and person_id = $2', [
      companyId,
      personId,
    ]);
    await tx.query(
      `insert into member_own_roles (company_id, person_id, role_id) select $1, $2, r from unnest($3::uuid[]) r`,
      [companyId, personId, given.ownRoleIds],
    );
    await tx.query(
      `insert into member_terms (company_id, person_id, limit_minor, limit_window, approval_minor, joined_at, version)
       values ($1, $2, $3, $4, $5, $6, 2)
       on conflict (company_id, person_id) do update set limit_minor = excluded.limit_minor,
         limit_window = excluded.limit_window, approval_minor = excluded.approval_minor,
         joined_at = coalesce(excluded.joined_at, member_terms.joined_at), version = member_terms.version + 1`,
      [
        ...[companyId, personId, given.limit?.amount.minor ?? null, given.limit?.window ?? null],
        ...[given.approvalLimit?.minor ?? null, given.joinedAt],
      ],
    );
  }

  /** Moves every role of a member into one state. */
  async move(
    tx: Tx,
    of: { readonly companyId: string; readonly personId: string },
    to: MemberState,
  ): Promise<void> {
    await tx.query(
      `update memberships set state = $3 where company_id = $1 and person_id = $2 and state <> 'removed'`,
      [of.companyId, of.personId, to],
    );
  }

  /** What somebody had who is gone: own roles and limit. The rows of `memberships` stay as `removed`. */
  async forget(tx: Tx, of: { readonly companyId: string; readonly personId: string }): Promise<void> {
    const key = [of.companyId, of.personId];
    await tx.query('delete from member_own_roles where company_id = $1 and person_id = $2', key);
    await tx.query('delete from member_terms where company_id = $1 and person_id = $2', key);
  }

  /** Everybody who enrolled becomes active where he was waiting; the companies he joined with that. */
  async activate(tx: Tx, personId: string, at: Date): Promise<string[]> {
    const rows = await tx.query<{ company_id: string }>(
      `update memberships set state = 'active' where person_id = $1 and state = 'enrolling' returning company_id`,
      [personId],
    );
    const companies = [...new Set(rows.map((row) => row.company_id))];
    await tx.query(
      `insert into member_terms (company_id, person_id, joined_at, version) select c, $2, $3, 1 from unnest($1::uuid[]) c
       on conflict (company_id, person_id) do update set joined_at = excluded.joined_at`,
      [companies, personId, at],
    );
    return companies;
  }
}
