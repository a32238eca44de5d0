import { Injectable } from '@nestjs/common';
import { REFRESH_GRACE_SECONDS } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newSecret } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { DueMails } from './due-mails';

/** A session with the refresh token that its cookie carries. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly refreshToken: string;
}
interface SessionOfToken {
  id: string;
  person_id: string;
  company_id: string | null;
  is_open: boolean;
  /** The staff session behind one that acts for a trader, while it is open. */
  waiting_parent_id: string | null;
}
interface TokenRow {
  generation: number;
  replaced_at: Date | null;
  successor_enc: string | null;
  newest: number;
}
const successorPlace = (hash: string) => ({ table: 'refresh_tokens', column: 'successor_enc', rowId: hash });

/** Refresh tokens: each works once, and a token of the past closes its session. */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly audit: Audit,
    private readonly mails: DueMails,
  ) {}

  /** The first token of a session. */
  first(tx: Tx, sessionId: string): Promise<string> {
    return this.issue(tx, { sessionId, generation: 1 });
  }

  /** A token that replaces every token of a session before it: the session is given back to its browser. */
  async next(tx: Tx, sessionId: string): Promise<string> {
    const [row] = await tx.query<{ newest: number }>(
      `with replaced as (
         update refresh_tokens set replaced_at = $2 where session_id = $1 and replaced_at is null
       ) select coalesce(max(generation), 0) as newest from refresh_tokens where session_id = $1`,
      [sessionId, this.clock.now()],
    );
    return this.issue(tx, { sessionId, generation: (row?.newest ?? 0) + 1 });
  }

  /** The session of a token, open or not. */
  async sessionOf(tx: Tx, token: string): Promise<string | undefined> {
    const [row] = await tx.query<{ session_id: string }>(
      'select session_id from refresh_tokens where token_hash = $1',
      [this.index.ofToken(token)],
    );
    return row?.session_id;
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
      `select s.id, s.person_id, s.company_id, s.closed_at is null and s.idle_until > $2 and s.ends_at > $2 as is_open,
         (select q.id from sessions q where q.id = s.parent_id and q.closed_at is null and q.idle_until > $2
            and q.ends_at > $2) as waiting_parent_id
       from sessions s where s.id = (select session_id from refresh_tokens where token_hash = $1)
         and s.closed_at is null for update of s`,
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
    const guards = session.is_open || session.waiting_parent_id !== null;
    if (!this.isInTurn(row)) return guards ? this.raise(tx, session) : null;
    // Of an acting session too the newest token alone gives the staff's own session back.
    if (!session.is_open) return this.giveBack(tx, session);
    if (!row.replaced_at)
      return this.replace(tx, { hash, sessionId: session.id, generation: row.generation });
    const sealer = await this.cipher.sealerFor(null);
    return {
      sessionId: session.id,
      refreshToken: sealer.open(successorPlace(hash), row.successor_enc ?? ''),
    };
  }

  /** The newest token, or the one before within ten seconds: a second tab. Anything older is a copy. */
  private isInTurn({
    generation,
    newest,
    replaced_at: replacedAt,
    successor_enc: successor,
  }: TokenRow): boolean {
    if (!replacedAt) return true;
    const age = this.clock.now().getTime() - replacedAt.getTime();
    return newest === generation + 1 && age <= REFRESH_GRACE_SECONDS.value * 1000 && successor !== null;
  }

  /** Staff who stood still while acting for a trader are back in their own session. */
  private async giveBack(tx: Tx, session: SessionOfToken): Promise<OpenedSession | null> {
    if (!session.waiting_parent_id) return null;
    await this.end(tx, session.id, 'idle');
    const refreshToken = await this.next(tx, session.waiting_parent_id);
    return { sessionId: session.waiting_parent_id, refreshToken };
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

  /** A copy was used: the session ends, with the staff's own one behind it, and the owner is told. */
  private async raise(tx: Tx, session: SessionOfToken): Promise<null> {
    await this.end(tx, session.id, 'refresh token reused');
    if (session.waiting_parent_id) await this.end(tx, session.waiting_parent_id, 'refresh token reused');
    await this.audit.record(tx, {
      event: 'identity.refresh_token_reused',
      companyId: session.company_id,
      subject: { kind: 'person', id: session.person_id },
    });
    await this.mails.ask(tx, { kind: 'session_alarm', personId: session.person_id });
    return null;
  }

  private async end(tx: Tx, sessionId: string, reason: string): Promise<void> {
    await tx.query('update sessions set closed_at = $2, closed_reason = $3 where id = $1', [
      sessionId,
      this.clock.now(),
      reason,
    ]);
  }

  private async issue(tx: Tx, at: { sessionId: string; generation: number }): Promise<string> {
    const token = newSecret(32);
    await tx.query(
      'insert into refresh_tokens (token_hash, session_id, generation, issued_at) values ($1, $2, $3, $4)',
      [this.index.ofToken(token), at.sessionId, at.generation, this.clock.now()],
    );
    return token;
  }
}
