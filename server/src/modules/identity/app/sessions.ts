import { Injectable } from '@nestjs/common';
import type { Role } from '@qafila/shared/access/roles';
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
  level: 'half' | 'full';
  kind: 'trader' | 'staff';
  idle_until: Date;
  ends_at: Date;
  last_used_at: Date;
}
interface TokenRow {
  session_id: string;
  generation: number;
  replaced_at: Date | null;
  successor_enc: string | null;
  newest: number;
  closed_at: Date | null;
  ends_at: Date;
  idle_until: Date;
  person_id: string;
  company_id: string | null;
}
export interface NewSession {
  readonly personId: string;
  readonly kind: 'trader' | 'staff';
  readonly companyId: string | null;
  readonly roles: readonly Role[];
  readonly level: 'half' | 'full';
  readonly agent: string;
}
/** A session with the refresh token that its cookie carries. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly refreshToken: string;
}

/** How long a session of one kind lives, idle and in all, in milliseconds. */
export const lifetimeOf = (
  kind: 'trader' | 'staff',
  level: 'half' | 'full',
): { idle: number; whole: number } => {
  if (level === 'half') return { idle: HALF_MINUTES * MINUTE_MS, whole: HALF_MINUTES * MINUTE_MS };
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
        `select s.id, s.person_id, s.company_id, s.roles, s.level, p.kind, s.idle_until, s.ends_at, s.last_used_at
         from sessions s join people p on p.id = s.person_id
         where s.id = $1 and s.closed_at is null and s.idle_until > $2 and s.ends_at > $2 and p.state = 'active'`,
        [sessionId, now],
      );
      if (!row) return null;
      if (now.getTime() - row.last_used_at.getTime() > MINUTE_MS) await this.touch(tx, row, now);
      return {
        sessionId: row.id,
        personId: row.person_id,
        kind: row.kind,
        companyId: row.company_id,
        roles: row.roles,
        level: row.level,
      };
    });
  }

  async open(tx: Tx, given: NewSession): Promise<OpenedSession> {
    const now = this.clock.now();
    const life = lifetimeOf(given.kind, given.level);
    const sessionId = newId();
    await tx.query(
      `insert into sessions (id, person_id, company_id, roles, level, created_at, last_used_at, idle_until, ends_at, agent)
       values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)`,
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
    const [row] = await tx.query<TokenRow>(
      `select t.session_id, t.generation, t.replaced_at, t.successor_enc, s.closed_at, s.ends_at, s.idle_until,
              s.person_id, s.company_id,
              (select max(n.generation) from refresh_tokens n where n.session_id = t.session_id) as newest
       from sessions s join refresh_tokens t on t.session_id = s.id where t.token_hash = $1 for update of s`,
      [hash],
    );
    const now = this.clock.now();
    if (!row || row.closed_at || row.ends_at <= now || row.idle_until <= now) return null;
    const [fresh] = await tx.query<{
      replaced_at: Date | null;
      successor_enc: string | null;
      newest: number;
    }>(
      `select replaced_at, successor_enc, (select max(generation) from refresh_tokens where session_id = $2) as newest
       from refresh_tokens where token_hash = $1`,
      [hash, row.session_id],
    );
    if (!fresh?.replaced_at) {
      const successor = await this.issue(tx, { sessionId: row.session_id, generation: row.generation + 1 });
      const sealer = await this.cipher.sealerFor(null);
      await tx.query('update refresh_tokens set replaced_at = $2, successor_enc = $3 where token_hash = $1', [
        hash,
        now,
        sealer.seal({ table: 'refresh_tokens', column: 'successor_enc', rowId: hash }, successor),
      ]);
      return { sessionId: row.session_id, refreshToken: successor };
    }
    const age = now.getTime() - fresh.replaced_at.getTime();
    if (
      fresh.newest === row.generation + 1 &&
      age <= REFRESH_GRACE_SECONDS.value * 1000 &&
      fresh.successor_enc
    ) {
      const sealer = await this.cipher.sealerFor(null);
      const place = { table: 'refresh_tokens', column: 'successor_enc', rowId: hash };
      return { sessionId: row.session_id, refreshToken: sealer.open(place, fresh.successor_enc) };
    }
    await this.close(tx, row.session_id, 'refresh token reused');
    await this.audit.record(tx, {
      event: 'identity.refresh_token_reused',
      companyId: row.company_id,
      subject: { kind: 'person', id: row.person_id },
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
