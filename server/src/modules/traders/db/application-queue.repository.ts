import { Injectable } from '@nestjs/common';
import type { CompanyState } from '@qafila/shared/access/roles';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { ApplicationState } from '@qafila/shared/traders/application.lifecycle';
import type { QueueTab } from '@qafila/shared/traders/application-views';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';

export interface QueuedRow {
  id: string;
  kind: 'opening' | 'renewal';
  state: ApplicationState;
  name_latin: string;
  name_arabic: string | null;
  country: string;
  company_state: CompanyState;
  attempt: number;
  submissions: number;
  changed: string;
  accepted: string;
  total: string;
  submitted_at: Date | null;
  due_at: Date | null;
  decided_at: Date | null;
  reviewer: string | null;
  confirm_by: string | null;
  sort_at: Date;
  sort_id: string;
}
export interface WaitingApplications {
  readonly count: number;
  readonly oldest: Date | null;
}
export interface QueuePlace {
  readonly index: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

const STATES: Readonly<Record<Exclude<QueueTab, 'expiring'>, readonly ApplicationState[]>> = {
  new: ['submitted', 'in_review'],
  waiting: ['changes_requested'],
  approved: ['approved'],
  rejected: ['rejected'],
};

/** What waits for staff, across companies. */
@Injectable()
export class ApplicationQueueRepository {
  /** Applications of a tab: those that wait by due time, the others with the latest change first. */
  applications(
    tx: Tx,
    given: {
      readonly tab: Exclude<QueueTab, 'expiring'>;
      readonly after: readonly (string | null)[];
      readonly limit: number;
      readonly now: Date;
    },
  ): Promise<QueuedRow[]> {
    const isWaiting = given.tab === 'new';
    const [at, id] = given.after;
    return tx.query<QueuedRow>(
      `select a.id, a.kind, a.state, c.name_latin, c.name_arabic, a.country, c.state as company_state, a.attempt,
         a.submissions, i.changed, i.accepted, i.total, a.submitted_at, a.due_at, a.decided_at,
         case when a.claimed_until > $5 then p.name end as reviewer, null as confirm_by,
         ${isWaiting ? 'a.due_at' : 'a.changed_at'} as sort_at, a.id as sort_id
       from applications a join companies c on c.id = a.company_id left join people p on p.id = a.claimed_by
       cross join lateral (
         select count(*) filter (where is_changed or is_file_changed) as changed,
           count(*) filter (where verdict = 'accepted') as accepted, count(*) as total
         from application_items i where i.company_id = a.company_id and i.application_id = a.id) i
       where a.state = any($1) and a.submissions > 0 and ($2::timestamptz is null or
         ${isWaiting ? '(a.due_at, a.id) > ($2, $3::uuid)' : '(a.changed_at, a.id) < ($2, $3::uuid)'})
       order by ${isWaiting ? 'a.due_at, a.id' : 'a.changed_at desc, a.id desc'} limit $4`,
      [STATES[given.tab], at ?? null, id ?? null, given.limit + 1, given.now],
    );
  }

  /** Documents that fall due by a day, or are overdue, with the application that brought them. */
  expiring(
    tx: Tx,
    given: { readonly by: string; readonly after: readonly (string | null)[]; readonly limit: number },
  ): Promise<QueuedRow[]> {
    const [at, id] = given.after;
    return tx.query<QueuedRow>(
      `select a.id, a.kind, a.state, c.name_latin, c.name_arabic, a.country, c.state as company_state, a.attempt,
         a.submissions, 0 as changed, 0 as accepted, 0 as total, a.submitted_at, a.due_at, a.decided_at,
         null as reviewer, to_char(d.confirm_by, 'YYYY-MM-DD') as confirm_by,
         d.confirm_by::timestamp at time zone 'UTC' as sort_at, d.id as sort_id
       from company_documents d join companies c on c.id = d.company_id
       join applications a on a.company_id = d.company_id and a.id = d.application_id
       where d.is_current and d.confirm_by <= $1::date and c.state in ('active', 'suspended')
         and ($2::timestamptz is null or (d.confirm_by::timestamp at time zone 'UTC', d.id) > ($2, $3::uuid))
       order by d.confirm_by, d.id limit $4`,
      [given.by, at ?? null, id ?? null, given.limit + 1],
    );
  }

  /** How many wait for an answer, and since when the oldest does. */
  async waiting(tx: Tx): Promise<WaitingApplications> {
    return oneRow(
      await tx.query<WaitingApplications>(
        `select count(*)::int as count, min(submitted_at) as oldest from applications
         where state in ('submitted', 'in_review')`,
      ),
    );
  }

  /** How much stands on every tab, with one statement. */
  async counts(tx: Tx, by: string): Promise<Record<QueueTab, number>> {
    const [row] = await tx.query<Record<QueueTab, string>>(
      `select count(*) filter (where state in ('submitted', 'in_review')) as new,
         count(*) filter (where state = 'changes_requested') as waiting,
         count(*) filter (where state = 'approved') as approved,
         count(*) filter (where state = 'rejected') as rejected,
         (select count(*) from company_documents d join companies c on c.id = d.company_id
          where d.is_current and d.confirm_by <= $1::date and c.state in ('active', 'suspended')) as expiring
       from applications where submissions > 0`,
      [by],
    );
    return {
      new: Number(row?.new ?? 0),
      waiting: Number(row?.waiting ?? 0),
      expiring: Number(row?.expiring ?? 0),
      approved: Number(row?.approved ?? 0),
      rejected: Number(row?.rejected ?? 0),
    };
  }

  /** Where an application stands among those that wait, and what is before and behind it. */
  async place(tx: Tx, id: string): Promise<QueuePlace> {
    const rows = await tx.query<{ id: string }>(
      `select id from applications where state in ('submitted', 'in_review') order by due_at, id limit 500`,
    );
    const at = rows.findIndex((row) => row.id === id);
    const near = (index: number): string | null => rows[index]?.id ?? null;
    return {
      index: at + 1,
      total: rows.length,
      previous: at > 0 ? near(at - 1) : null,
      // Decided and gone from the queue: the oldest of those that wait is next.
      next: at >= 0 ? near(at + 1) : near(0),
    };
  }

  /** The owner who applied: language and second factor; and the people who may manage an account. */
  async people(
    tx: Tx,
    companyId: string,
  ): Promise<{
    applicant: { locale: Locale; hasFactor: boolean };
    managers: { personId: string; name: string }[];
  }> {
    const rows = await tx.query<{
      side: 'owner' | 'manager';
      id: string;
      name: string;
      locale: Locale;
      has_factor: boolean;
    }>(
      `select 'owner' as side, p.id, p.name, p.locale, m.state = 'active' as has_factor
       from memberships m join people p on p.id = m.person_id
       where m.company_id = $1 and m.role = 'owner' and m.state in ('enrolling', 'active')
       union all
       select 'manager', p.id, p.name, p.locale, true from staff_roles s join people p on p.id = s.person_id
       where s.role = 'account_manager' and p.state = 'active'
       order by 1, 3, 2`,
      [companyId],
    );
    const owner = rows.find((row) => row.side === 'owner');
    return {
      applicant: { locale: owner?.locale ?? 'en', hasFactor: owner?.has_factor ?? false },
      managers: rows
        .filter((row) => row.side === 'manager')
        .map((row) => ({ personId: row.id, name: row.name })),
    };
  }

  async nameOf(tx: Tx, personId: string): Promise<string> {
    const [row] = await tx.query<{ name: string }>('select name from people where id = $1', [personId]);
    return row?.name ?? '';
  }
}
