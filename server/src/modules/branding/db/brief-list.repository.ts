import { Injectable } from '@nestjs/common';
import type { BriefState, ProofState } from '@qafila/shared/branding/branding.lifecycle';
import type { TurnSide } from '@qafila/shared/branding/brief-clock.rules';
import type { QueueFilter } from '@qafila/shared/branding/brief-views';
import type { Tx } from '../../../platform/database/unit-of-work';
import { BRAND_COLOURS, BRAND_WORDS } from './brand-columns';

export interface ListedProof {
  readonly id: string;
  readonly version: number;
  readonly state: ProofState;
  readonly sentAt: string | null;
  readonly viewedAt: string | null;
  readonly expiresAt: string | null;
}
interface Waiting {
  readonly count: number;
  readonly oldest: Date | null;
}
interface BaseRow {
  id: string;
  code: string;
  state: BriefState;
  version: number;
  title: string;
  quantity: number | null;
  deadline: string | null;
  rounds_included: number;
  rounds_bought: number;
  rounds_used: number;
  turn: TurnSide | null;
  due_at: Date | null;
  submitted_at: Date | null;
  changed_at: Date;
  name_latin: string;
  name_arabic: string | null;
  proof: ListedProof | null;
}
export interface ListedBrief extends BaseRow {
  brand_id: string;
  promised_at: Date | null;
  open_notes: number;
}
export interface QueuedBrief extends BaseRow {
  brand_code: string;
  ink: string;
  accent: string;
  assignee_id: string | null;
  assignee: string | null;
  gatekeeper_id: string | null;
  gatekeeper: string | null;
  open_todos: number;
  queue_at: Date;
}

const BASE = `b.id, b.code, b.state, b.version, b.title, b.quantity, to_char(b.deadline, 'YYYY-MM-DD') as deadline,
  b.rounds_included, b.rounds_bought, b.rounds_used, b.due_at, b.submitted_at, b.changed_at,
  ${BRAND_WORDS},
  (select t.side from brief_turns t where t.company_id = b.company_id and t.brief_id = b.id
    and t.until_at is null) as turn`;
const VERSION = `join brand_profile_versions v on v.company_id = r.company_id and v.profile_id = r.id
         and v.version = r.version`;
/** In the form of a date that JSON readers here expect: UTC with milliseconds. */
const PROOF_JSON = `jsonb_build_object('id', p.id, 'version', p.version, 'state', p.state,
  'sentAt', to_char(p.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'viewedAt', to_char(p.viewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'expiresAt', to_char(p.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
/** In the hands of the design team or waiting for the trader. */
const OPEN = "b.state in ('submitted', 'needs_info', 'in_design', 'on_hold')";
const FILTERS: Readonly<Record<QueueFilter, string>> = {
  all: 'true',
  mine: '(b.assignee_id = $1 or b.gatekeeper_id = $1)',
  unassigned: 'b.assignee_id is null',
  waiting: 'b.due_at is null',
};

/** Lists of briefs: a company's own, and what waits for the design team. */
@Injectable()
export class BriefListRepository {
  /** The last changed first; one row more than `limit`. */
  ofCompany(
    tx: Tx,
    companyId: string,
    given: {
      readonly states: readonly BriefState[];
      readonly after: readonly (string | null)[];
      readonly limit: number;
    },
  ): Promise<ListedBrief[]> {
    const [at, id] = given.after;
    return tx.query<ListedBrief>(
      `select ${BASE}, b.brand_profile_id as brand_id, b.promised_at, l.proof, coalesce(l.open_notes, 0) as open_notes
       from briefs b join brand_profiles r on r.company_id = b.company_id and r.id = b.brand_profile_id
       ${VERSION}
       left join lateral (
         select ${PROOF_JSON} as proof, (select count(*)::int from proof_notes n where n.company_id = p.company_id
           and n.proof_id = p.id and n.parent_id is null and n.visibility = 'shared' and n.status = 'open') as open_notes
         from proofs p where p.company_id = b.company_id and p.brief_id = b.id and p.sent_at is not null
         order by p.version desc limit 1) l on true
       where b.company_id = $1 and b.state = any($2)
         and ($3::timestamptz is null or (b.changed_at, b.id) < ($3, $4::uuid))
       order by b.changed_at desc, b.id desc limit $5`,
      [companyId, given.states, at ?? null, id ?? null, given.limit + 1],
    );
  }

  /** What was sent and is not over, the first due first; one row more than `limit`. */
  queue(
    tx: Tx,
    given: {
      readonly filter: QueueFilter;
      readonly me: string;
      readonly after: readonly (string | null)[];
      readonly limit: number;
    },
  ): Promise<QueuedBrief[]> {
    const [at, id] = given.after;
    return tx.query<QueuedBrief>(
      `select ${BASE}, r.brand_code, ${BRAND_COLOURS}, b.assignee_id, a.name as assignee, b.gatekeeper_id,
         g.name as gatekeeper, b.queue_at, l.proof,
         (select count(*)::int from proof_todos o where o.company_id = b.company_id and o.brief_id = b.id
           and o.done_at is null) as open_todos
       from briefs b join brand_profiles r on r.company_id = b.company_id and r.id = b.brand_profile_id
       ${VERSION}
       left join people a on a.id = b.assignee_id left join people g on g.id = b.gatekeeper_id
       left join lateral (select ${PROOF_JSON} as proof from proofs p
         where p.company_id = b.company_id and p.brief_id = b.id order by p.version desc limit 1) l on true
       where ${OPEN} and ${FILTERS[given.filter]} and $1::uuid is not null
         and ($2::timestamptz is null or (b.queue_at, b.id) > ($2, $3::uuid))
       order by b.queue_at, b.id limit $4`,
      [given.me, at ?? null, id ?? null, given.limit + 1],
    );
  }

  /**
   * For the staff home: briefs that nobody has, those this designer owes work on, and signed specs that wait for his
   * check. One statement.
   */
  async waiting(tx: Tx, me: string): Promise<Record<'free' | 'mine' | 'specs', Waiting>> {
    const free = `${FILTERS.unassigned} and b.due_at is not null`;
    const mine = `${FILTERS.mine} and b.due_at is not null`;
    const [row] = await tx.query<{
      free: number;
      free_at: Date | null;
      mine: number;
      mine_at: Date | null;
      specs: number;
      specs_at: Date | null;
    }>(
      `select w.*, c.* from
         (select count(*) filter (where ${free})::int as free, min(b.submitted_at) filter (where ${free}) as free_at,
            count(*) filter (where ${mine})::int as mine, min(b.submitted_at) filter (where ${mine}) as mine_at
          from briefs b where ${OPEN}) w,
         (select count(*)::int as specs, min(s.made_at) as specs_at from production_specs s
          where s.state = 'draft' and s.made_by <> $1) c`,
      [me],
    );
    return {
      free: { count: row?.free ?? 0, oldest: row?.free_at ?? null },
      mine: { count: row?.mine ?? 0, oldest: row?.mine_at ?? null },
      specs: { count: row?.specs ?? 0, oldest: row?.specs_at ?? null },
    };
  }

  /** How much stands behind every filter. */
  async counts(tx: Tx, me: string): Promise<Record<QueueFilter, number>> {
    const [row] = await tx.query<Record<QueueFilter, number>>(
      `select count(*)::int as all, count(*) filter (where ${FILTERS.mine})::int as mine,
         count(*) filter (where ${FILTERS.unassigned})::int as unassigned,
         count(*) filter (where ${FILTERS.waiting})::int as waiting
       from briefs b where ${OPEN}`,
      [me],
    );
    return row ?? { all: 0, mine: 0, unassigned: 0, waiting: 0 };
  }
}
