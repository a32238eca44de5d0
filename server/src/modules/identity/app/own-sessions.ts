import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { Factor } from '@qafila/shared/identity/fields';
import type { listSessions } from '@qafila/shared/identity/sessions.contract';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { deviceOf } from '../domain/device';
import type { Caller } from './caller';
import type { Entered } from './complete-sign-in';
import { refuseActing } from './own-account';
import { Sessions } from './sessions';
import { Standings } from './standings';

interface Row {
  id: string;
  agent: string;
  network: string | null;
  factor: Factor | null;
  company: string | null;
  created_at: Date;
  last_used_at: Date;
}

/** The open sessions of a person: where they are, how to end them, for which company this one works. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly standings: Standings,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor): Promise<ReplyOf<typeof listSessions>> {
    const rows = await this.unitOfWork.run(systemScope('own sessions'), (tx) =>
      tx.query<Row>(
        `select s.id, s.agent, s.network, s.factor, c.name_latin as company, s.created_at, s.last_used_at
         from sessions s left join companies c on c.id = s.company_id
         where s.person_id = $1 and s.level = 'full' and s.closed_at is null and s.idle_until > $2 and s.ends_at > $2
         order by (s.id = $3) desc, s.last_used_at desc, s.id limit 100`,
        [actor.personId, this.clock.now(), actor.sessionId],
      ),
    );
    return {
      rows: rows.map((row) => ({
        id: row.id,
        isThis: row.id === actor.sessionId,
        device: deviceOf(row.agent),
        network: row.network,
        factor: row.factor,
        company: row.company,
        openedAt: row.created_at.toISOString(),
        lastUsedAt: row.last_used_at.toISOString(),
      })),
    };
  }

  /** Throws `NOT_FOUND` for somebody else's session and for a closed one. */
  async close(actor: Actor, id: string): Promise<{ done: true }> {
    await this.unitOfWork.run(systemScope('own sessions'), async (tx) => {
      oneRow(
        await tx.query(
          'select id from sessions where id = $1 and person_id = $2 and closed_at is null for update',
          [id, actor.personId],
        ),
      );
      refuseActing(actor);
      await this.sessions.close(tx, id, 'closed by its owner');
      await this.audit.record(tx, {
        event: 'identity.session_closed',
        companyId: actor.companyId,
        subject: { kind: 'person', id: actor.personId },
      });
    });
    return { done: true };
  }

  async closeOthers(actor: Actor): Promise<{ closed: number }> {
    refuseActing(actor);
    const closed = await this.unitOfWork.run(systemScope('own sessions'), async (tx) => {
      const count = await this.sessions.closeAll(tx, {
        personIds: [actor.personId],
        reason: 'closed by its owner',
        except: actor.sessionId,
      });
      await this.audit.record(tx, {
        event: 'identity.sessions_closed',
        companyId: actor.companyId,
        subject: { kind: 'person', id: actor.personId },
        after: { closed: count },
      });
      return count;
    });
    return { closed };
  }

  /** The rest of this session, for another company of the person. Throws `NOT_FOUND`. */
  switchCompany(actor: Actor, companyId: string, caller: Caller): Promise<Omit<Entered, 'device'>> {
    refuseActing(actor);
    return this.unitOfWork.runApart(systemScope('own sessions'), async (tx) => {
      const standing = actor.kind === 'staff' ? null : await this.standings.of(tx, actor, companyId);
      if (!standing) throw new Problem('NOT_FOUND');
      const old = oneRow(
        await tx.query<{ ends_at: Date; factor: Factor | null }>(
          'select ends_at, factor from sessions where id = $1 and closed_at is null for update',
          [actor.sessionId],
        ),
      );
      await this.sessions.close(tx, actor.sessionId, 'company switched');
      const session = {
        personId: actor.personId,
        kind: actor.kind,
        companyId,
        roles: standing.roles,
        ownPermissions: standing.ownPermissions,
        level: 'full' as const,
      };
      const opened = await this.sessions.open(tx, {
        ...session,
        agent: caller.agent,
        network: caller.network,
        factor: old.factor,
        endsAt: old.ends_at,
      });
      await this.audit.record(tx, {
        event: 'identity.company_switched',
        companyId,
        subject: { kind: 'person', id: actor.personId },
      });
      const { companyState } = standing;
      return { opened, actor: { ...session, sessionId: opened.sessionId, companyState, acting: null } };
    });
  }
}
