import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/access/actor';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { RefreshTokens } from '../app/refresh-tokens';
import { Sessions } from '../app/sessions';
import { SessionDoor } from '../identity.api';
import { SessionCookies } from './session-cookies';

/** Sessions that other modules open; the cookies of the reply carry them. */
@Injectable()
export class SessionDoorKeeper extends SessionDoor {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: RefreshTokens,
    private readonly cookies: SessionCookies,
  ) {
    super();
  }

  async beginEnrolment(
    tx: Tx,
    given: { readonly personId: string; readonly reply: FastifyReply; readonly agent: string },
  ): Promise<void> {
    const { kind } = oneRow(
      await tx.query<{ kind: 'trader' | 'staff' }>(
        'select kind from people where id = $1 and enrolled_at is null',
        [given.personId],
      ),
    );
    const opened = await this.sessions.open(tx, {
      personId: given.personId,
      kind,
      companyId: null,
      roles: [],
      level: 'enrolling',
      agent: given.agent,
    });
    this.cookies.set(given.reply, opened);
  }

  async beginActing(
    tx: Tx,
    given: {
      readonly actor: Actor;
      readonly companyId: string;
      readonly reason: string;
      readonly reply: FastifyReply;
      readonly agent: string;
    },
  ): Promise<void> {
    const { actor } = given;
    if (actor.kind !== 'staff' || actor.acting) throw new Problem('NOT_ALLOWED');
    const { ends_at: endsAt } = oneRow(
      await tx.query<{ ends_at: Date }>(
        'select ends_at from sessions where id = $1 and closed_at is null for update',
        [actor.sessionId],
      ),
    );
    const opened = await this.sessions.open(tx, {
      personId: actor.personId,
      kind: 'staff',
      companyId: given.companyId,
      roles: actor.roles,
      level: 'full',
      agent: given.agent,
      acting: { reason: given.reason, parentId: actor.sessionId },
      endsAt,
    });
    this.cookies.set(given.reply, opened);
  }

  async endActing(tx: Tx, given: { readonly actor: Actor; readonly reply: FastifyReply }): Promise<void> {
    if (!given.actor.acting) throw new Problem('NOT_ALLOWED');
    // The staff's own session belongs to no company, so the company's wall does not show it; its id is enough. Were it
    // closed since the call was let in, the cookies would carry a closed session, which opens nothing.
    const { parent_id: parentId } = oneRow(
      await tx.query<{ parent_id: string }>(
        'select parent_id from sessions where id = $1 and parent_id is not null',
        [given.actor.sessionId],
      ),
    );
    await this.sessions.close(tx, given.actor.sessionId, 'acting ended');
    const refreshToken = await this.tokens.next(tx, parentId);
    this.cookies.set(given.reply, { sessionId: parentId, refreshToken });
  }
}
