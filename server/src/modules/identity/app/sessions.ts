import { Injectable } from '@nestjs/common';
import type { Permission } from '@qafila/shared/access/permissions';
import type { CompanyState, Role } from '@qafila/shared/access/roles';
import {
  REFRESH_GRACE_SECONDS,
  STAFF_IDLE_MINUTES,
  STAFF_SESSION_HOURS,
  TRADER_IDLE_MINUTES,
  TRADER_SESSION_HOURS,
} from '@qafila/shared/identity/identity.rules';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId, newSecret } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';

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
  idle_until: Date;
  ends_at: Date;
  last_used_at: Date;
}
interface SessionOfToken {
  id: string;
  person_id: string;
  company_id: string | null;
}
interface TokenRow {
  generation: number;
  replaced_at: Date | null;
  successor_enc: string | null;
  newest: number;
}
const successorPlace = (hash: string) => ({ table: 'refresh_tokens', column: 'successor_enc', rowId: hash });

export interface NewSession {
  readonly personId: string;
  readonly kind: 'trader' | 'staff';
  readonly companyId: string | null;
  readonly roles: readonly Role[];
  readonly level: 'half' | 'enrolling' | 'full';
  readonly agent: string;
  /** How the second factor was given. */
  readonly factor?: string;
  /** Granted by the company's own roles. */
  readonly ownPermissions?: readonly Permission[];
}
/** A session with the refresh token that its cookie carries. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly refreshToken: string;
}

/** How long a session of one kind lives, idle and in all, in milliseconds. */
export const lifetimeOf = (
  kind: 'trader' | 'staff',
  level: 'half' | 'enrolling' | 'full',
): { idle: number; whole: number } => {
  if (level !== 'full') return { idle: HALF_MINUTES * MINUTE_MS, whole: HALF_MINUTES * MINUTE_MS };
  return kind === 'staff'
    ? { idle: STAFF_IDLE_MINUTES.value * MINUTE_MS, whole: STAFF_SESSION_HOURS.value * 60 * MINUTE_MS }
    : { idle: TRADER_IDLE_MINUTES.value * MINUTE_MS, whole: TRADER_SESSION_HOURS.value * 60 * MINUTE_MS };
};

/** The session row is the truth on every request; tokens only point at it. */
@Injectable()
export class Sessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly audit: Audit,
  ) {}

  /** The actor of a session that is open now; `null` otherwise. One statement, and a touch once a minute. */
  async read(sessionId: string): Promise<Actor | null> {
    const now = this.clock.now();
    return this.unitOfWork.runApart(systemScope('session'), async (tx) => {
      const [row] = await tx.query<SessionRow>(
        `select s.id, s.person_id, s.company_id, s.roles, s.level, s.own_permissions, s.acting_reason, p.kind,
                c.state as company_state, s.idle_until, s.ends_at, s.last_used_at
         from sessions s join people p on p.id = s.person_id left join companies c on c.id = s.company_id
         where s.id = $1 and s.closed_at is null and s.idle_until > $2 and s.ends_at > $2 and p.state = 'active'`,
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
    const life = lifetimeOf(given.kind, given.level);
    const sessionId = newId();
    await tx.query(
      `insert into sessions (id, person_id, company_id, roles, level, created_at, last_used_at, idle_until, ends_at, agent,
         factor, own_permissions)
       values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11)`,
      [
        sessionId,
        given.personId,
        given.companyId,
        given.roles,
        given.level,
        now,
        new Date(now.getTime() + life.idle),
        new Date(now.getTime() + life.whole),
        given.agent.slice(0, 200),
        given.factor ?? null,
        given.ownPermissions ?? [],
      ],
    );
    return { sessionId, refreshToken: await this.issue(tx, { sessionId, generation: 1 }) };
  }

  async close(tx: Tx, sessionId: string, reason: string): Promise<void> {
    await tx.query(
      'update sessions set closed_at = $2, closed_reason = $3 where id = $1 and closed_at is null',
      [sessionId, this.clock.now(), reason],
    );
  }

  /** Closes the session a refresh token belongs to; an unknown token closes nothing. */
  async closeByToken(tx: Tx, token: string): Promise<void> {
    const [row] = await tx.query<{ session_id: string }>(
      'select session_id from refresh_tokens where token_hash = $1',
      [this.index.ofToken(token)],
    );
    if (row) await this.close(tx, row.session_id, 'signed out');
  }

  /**
   * Rotates a refresh token. The immediately previous one gets the same successor within ten seconds (two tabs);
   * anything older closes the session and is recorded. Throws `NOT_SIGNED_IN`.
   */
  async refresh(token: string): Promise<OpenedSession> {
    const opened = await this.unitOfWork.runApart(systemScope('refresh'), (tx) => this.rotate(tx, token));
    if (!opened) throw new Problem('NOT_SIGNED_IN');
    return opened;
  }

  private async rotate(tx: Tx, token: string): Promise<OpenedSession | null> {
    const hash = this.index.ofToken(token);
    // The session is locked first: of two refreshes at once the second reads what the first wrote.
    const [session] = await tx.query<SessionOfToken>(
      `select s.id, s.person_id, s.company_id from sessions s
       where s.id = (select session_id from refresh_tokens where token_hash = $1)
         and s.closed_at is null and s.idle_until > $2 and s.ends_at > $2 for update`,
      [hash, this.clock.now()],
    );
    if (!session) return null;
    const [row] = await tx.query<TokenRow>(
      `select generation, replaced_at, successor_enc,
              (select max(generation) from refresh_tokens where session_id = $2) as newest
       from refresh_tokens where token_hash = $1`,
      [hash, session.id],
    );
    if (!row) return null;
    if (!row.replaced_at)
      return this.replace(tx, { hash, sessionId: session.id, generation: row.generation });
    return this.again(tx, { hash, session, row });
  }

  /** First use of a token: a successor, kept sealed for the second tab. */
  private async replace(
    tx: Tx,
    token: { hash: string; sessionId: string; generation: number },
  ): Promise<OpenedSession> {
    const successor = await this.issue(tx, { sessionId: token.sessionId, generation: token.generation + 1 });
    const sealer = await this.cipher.sealerFor(null);
    await tx.query('update refresh_tokens set replaced_at = $2, successor_enc = $3 where token_hash = $1', [
      token.hash,
      this.clock.now(),
      sealer.seal(successorPlace(token.hash), successor),
    ]);
    return { sessionId: token.sessionId, refreshToken: successor };
  }

  /** A token that was replaced before: the same successor for a second tab, or the end of the session. */
  private async again(
    tx: Tx,
    used: { hash: string; session: SessionOfToken; row: TokenRow },
  ): Promise<OpenedSession | null> {
    const { hash, session, row } = used;
    const age = this.clock.now().getTime() - (row.replaced_at?.getTime() ?? 0);
    if (row.newest === row.generation + 1 && age <= REFRESH_GRACE_SECONDS.value * 1000 && row.successor_enc) {
      const sealer = await this.cipher.sealerFor(null);
      return { sessionId: session.id, refreshToken: sealer.open(successorPlace(hash), row.successor_enc) };
    }
    await this.close(tx, session.id, 'refresh token reused');
    await this.audit.record(tx, {
      event: 'identity.refresh_token_reused',
      companyId: session.company_id,
      subject: { kind: 'person', id: session.person_id },
    });
    return null;
  }

  private async issue(tx: Tx, at: { sessionId: string; generation: number }): Promise<string> {
    const token = newSecret(32);
    await tx.query(
      'insert into refresh_tokens (token_hash, session_id, generation, issued_at) values ($1, $2, $3, $4)',
      [this.index.ofToken(token), at.sessionId, at.generation, this.clock.now()],
    );
    return token;
  }

  private async touch(tx: Tx, row: SessionRow, now: Date): Promise<void> {
    const { idle } = lifetimeOf(row.kind, row.level);
    await tx.query('update sessions set last_used_at = $2, idle_until = $3 where id = $1', [
      row.id,
      now,
      new Date(Math.min(now.getTime() + idle, row.ends_at.getTime())),
    ]);
  }
}
