import { Injectable } from '@nestjs/common';
import type { Permission } from '@qafila/shared/access/permissions';
import type { CompanyState, Role } from '@qafila/shared/access/roles';
import type { Factor } from '@qafila/shared/identity/fields';
import {
  ACTING_IDLE_MINUTES,
  ENROLMENT_MINUTES,
  STAFF_IDLE_MINUTES,
  STAFF_SESSION_HOURS,
  TRADER_IDLE_MINUTES,
  TRADER_SESSION_HOURS,
} from '@qafila/shared/identity/identity.rules';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { type OpenedSession, RefreshTokens } from './refresh-tokens';

const MINUTE_MS = 60_000;
/** Half a sign-in waits this long for the second factor. */
const HALF_MINUTES = 10;

interface SessionRow {
  id: string;
  person_id: string;
  company_id: string | null;
  roles: Role[];
  level: 'half' | 'enrolling' | 'full';
  kind: 'trader' | 'staff';
  company_state: CompanyState | null;
  own_permissions: Permission[];
  acting_reason: string | null;
  parent_id: string | null;
  ends_at: Date;
  last_used_at: Date;
}

export interface NewSession {
  readonly personId: string;
  readonly kind: 'trader' | 'staff';
  readonly companyId: string | null;
  readonly roles: readonly Role[];
  readonly level: 'half' | 'enrolling' | 'full';
  readonly agent: string;
  /** Prefix of the caller's address. */
  readonly network?: string;
  /** How the second factor was given. */
  readonly factor?: Factor | null;
  /** Granted by the company's own roles. */
  readonly ownPermissions?: readonly Permission[];
  /** Set while staff act for a trader: why, and from which session. */
  readonly acting?: { readonly reason: string; readonly parentId: string };
  /** A session that follows another one ends when that one would have. */
  readonly endsAt?: Date;
}

type Lived = Pick<NewSession, 'kind' | 'level'> & { readonly isActing?: boolean };

/** How long a session of one kind lives, idle and in all, in milliseconds. */
export function lifetimeOf({ kind, level, isActing = false }: Lived): { idle: number; whole: number } {
  if (level !== 'full') {
    const minutes = level === 'half' ? HALF_MINUTES : ENROLMENT_MINUTES.value;
    return { idle: minutes * MINUTE_MS, whole: minutes * MINUTE_MS };
  }
  const [idle, hours] =
    kind === 'staff'
      ? [STAFF_IDLE_MINUTES.value, STAFF_SESSION_HOURS.value]
      : [TRADER_IDLE_MINUTES.value, TRADER_SESSION_HOURS.value];
  return {
    idle: (isActing ? ACTING_IDLE_MINUTES.value : idle) * MINUTE_MS,
    whole: hours * 60 * MINUTE_MS,
  };
}

/** The session row is the truth on every request; tokens only point at it. */
@Injectable()
export class Sessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly tokens: RefreshTokens,
  ) {}

  /** The actor of a session that is open now; `null` otherwise. One statement, and a touch once a minute. */
  async read(sessionId: string): Promise<Actor | null> {
    const now = this.clock.now();
    return this.unitOfWork.runApart(systemScope('session'), async (tx) => {
      const [row] = await tx.query<SessionRow>(
        // By its own key and nothing else: a plan made while the table was small would read it whole ever after.
        `/* prepared: session */
         with s as materialized (select * from sessions where id = $1)
         select s.id, s.person_id, s.company_id, s.roles, s.level, s.own_permissions, s.acting_reason, s.parent_id, p.kind,
                c.state as company_state, s.ends_at, s.last_used_at
         from s join people p on p.id = s.person_id left join companies c on c.id = s.company_id
         left join sessions q on q.id = s.parent_id
         where s.closed_at is null and s.idle_until > $2 and s.ends_at > $2 and p.state = 'active'
           and (s.level <> 'enrolling' or p.enrolled_at is null
             or exists (select 1 from factor_cases f where f.session_id = s.id and f.state = 'approved'))
           and (s.parent_id is null or (q.closed_at is null and q.idle_until > $2 and q.ends_at > $2))`,
        [sessionId, now],
      );
      if (!row) return null;
      if (now.getTime() - row.last_used_at.getTime() > MINUTE_MS) await this.touch(tx, row, now);
      return {
        sessionId: row.id,
        personId: row.person_id,
        kind: row.acting_reason === null ? row.kind : 'trader',
        companyId: row.company_id,
        companyState: row.company_state,
        roles: row.roles,
        ownPermissions: row.own_permissions,
        level: row.level,
        acting: row.acting_reason === null ? null : { reason: row.acting_reason },
      };
    });
  }

  async open(tx: Tx, given: NewSession): Promise<OpenedSession> {
    const now = this.clock.now();
    const life = lifetimeOf({ ...given, isActing: given.acting !== undefined });
    const ends = Math.min(now.getTime() + life.whole, given.endsAt?.getTime() ?? Number.POSITIVE_INFINITY);
    const sessionId = newId();
    await tx.query(
      `insert into sessions (id, person_id, company_id, roles, level, created_at, last_used_at, idle_until, ends_at, agent,
         factor, own_permissions, network, acting_reason, parent_id)
       values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        sessionId,
        given.personId,
        given.companyId,
        given.roles,
        given.level,
        now,
        new Date(Math.min(now.getTime() + life.idle, ends)),
        new Date(ends),
        given.agent.slice(0, 200),
        given.factor ?? null,
        given.ownPermissions ?? [],
        given.network ?? null,
        given.acting?.reason ?? null,
        given.acting?.parentId ?? null,
      ],
    );
    return { sessionId, refreshToken: await this.tokens.first(tx, sessionId) };
  }

  async close(tx: Tx, sessionId: string, reason: string): Promise<void> {
    await tx.query(
      'update sessions set closed_at = $2, closed_reason = $3 where id = $1 and closed_at is null',
      [sessionId, this.clock.now(), reason],
    );
  }

  /**
   * Closes the open sessions of people: all of them, those of one company, or all but one. Returns how many.
   * Sessions in which staff act for a trader end with the session they were begun from.
   */
  async closeAll(
    tx: Tx,
    given: {
      readonly personIds: readonly string[];
      readonly reason: string;
      readonly companyId?: string | null;
      readonly except?: string;
    },
  ): Promise<number> {
    // A sign-in that read rights before they changed has opened its session by now, see Standings.
    await tx.query('select id from people where id = any($1::uuid[]) order by id for no key update', [
      given.personIds,
    ]);
    const closed = await tx.query(
      `update sessions set closed_at = $2, closed_reason = $3
       where person_id = any($1::uuid[]) and closed_at is null and ($4::uuid is null or company_id = $4)
         and ($5::uuid is null or id <> $5) returning id`,
      [given.personIds, this.clock.now(), given.reason, given.companyId ?? null, given.except ?? null],
    );
    return closed.length;
  }

  /** Closes the session a refresh token belongs to; an unknown token closes nothing. */
  async closeByToken(tx: Tx, token: string): Promise<void> {
    const sessionId = await this.tokens.sessionOf(tx, token);
    if (sessionId) await this.close(tx, sessionId, 'signed out');
  }

  /** Use of a session in which staff act for a trader keeps the one it was begun from. */
  private async touch(tx: Tx, row: SessionRow, now: Date): Promise<void> {
    const isActing = row.acting_reason !== null;
    const { idle } = lifetimeOf({ ...row, isActing });
    await tx.query(
      `update sessions set last_used_at = $2,
         idle_until = least(ends_at, case when id = $1 then $3::timestamptz else greatest(idle_until, $4::timestamptz) end)
       where id = $1 or id = $5`,
      [
        row.id,
        now,
        new Date(now.getTime() + idle),
        new Date(now.getTime() + lifetimeOf(row).idle),
        row.parent_id,
      ],
    );
  }
}
