import { Injectable } from '@nestjs/common';
import { type ActingReason, packedReason } from '@qafila/shared/traders/acting.rules';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/access/actor';
import { staffScope, traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { SessionDoor } from '../../identity/identity.api';
import { ACTING_BEGAN } from '../acting.api';
import { TraderListRepository } from '../db/trader-list.repository';

/** Staff enter a company to prepare orders, and leave it. Begin and end stand in the trader's trail. */
@Injectable()
export class ActForTrader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly sessions: SessionDoor,
    private readonly traders: TraderListRepository,
  ) {}

  /** Throws `NOT_FOUND`, `TRADER_NOT_ACTIVE`. */
  begin(
    actor: Actor,
    given: {
      companyId: string;
      reason: { code: ActingReason; text: string };
      reply: FastifyReply;
      agent: string;
    },
  ): Promise<{ done: true }> {
    const { companyId, reply, agent } = given;
    const reason = packedReason(given.reason);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const state = await this.traders.lockState(tx, companyId);
      if (state !== 'active') throw new Problem('TRADER_NOT_ACTIVE');
      await this.audit.record(tx, {
        event: 'traders.acting_began',
        companyId,
        subject: { kind: 'company', id: companyId },
        acting: reason,
      });
      await this.outbox.record(tx, {
        type: ACTING_BEGAN,
        companyId,
        payload: { reason, personId: actor.personId },
      });
      await this.sessions.beginActing(tx, { actor, companyId, reason, reply, agent });
      return { done: true as const };
    });
  }

  /** Gives the staff person's own session back. Throws `NOT_ACTING`. */
  end(actor: Actor, reply: FastifyReply): Promise<{ companyId: string }> {
    if (actor.acting === null || actor.companyId === null) throw new Problem('NOT_ACTING');
    const { companyId } = actor;
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      await this.audit.record(tx, {
        event: 'traders.acting_ended',
        companyId,
        subject: { kind: 'company', id: companyId },
      });
      await this.sessions.endActing(tx, { actor, reply });
      return { companyId };
    });
  }
}
