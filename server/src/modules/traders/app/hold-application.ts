import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { applicationLifecycle } from '@qafila/shared/traders/application.lifecycle';
import { CLAIM_MINUTES } from '@qafila/shared/traders/application.rules';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationQueueRepository } from '../db/application-queue.repository';
import type { Application } from '../domain/application';

const MINUTE_MS = 60_000;
const NO_FACTS = { blockers: [], open: 0, asked: 0 };

/** Gives an application to one reviewer at a time; each verdict of his keeps it his for a while longer. */
@Injectable()
export class HoldApplication {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly queue: ApplicationQueueRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The application, held by the actor. Throws `APPLICATION_CLAIMED`, `WRONG_STATE` or `STALE_RECORD`. */
  async take(
    tx: Tx,
    actor: Actor,
    at: { readonly id: string; readonly version: number },
  ): Promise<Application> {
    const application = await this.applications.byId(tx, at.id, true);
    await this.refuseHeld(tx, actor, application);
    if (application.state !== 'submitted' && application.state !== 'in_review')
      throw new Problem('WRONG_STATE');
    if (application.version !== at.version) throw new Problem('STALE_RECORD');
    const now = this.clock.now();
    const claim = {
      personId: actor.personId,
      until: new Date(now.getTime() + CLAIM_MINUTES.value * MINUTE_MS),
    };
    const isNew = application.claimedBy !== actor.personId;
    const verdict = decide(applicationLifecycle, { state: application.state, step: 'claim' }, NO_FACTS);
    const to = verdict.ok ? verdict.to : application.state;
    const held = await this.applications.advance(tx, application, { to, at: now, claim });
    if (isNew) {
      await this.audit.record(tx, {
        event: 'traders.application_claimed',
        companyId: application.companyId,
        subject: { kind: 'application', id: application.id },
        before: { state: application.state },
        after: { state: to },
      });
    }
    return held;
  }

  private async refuseHeld(tx: Tx, actor: Actor, application: Application): Promise<void> {
    const { claimedBy, claimedUntil } = application;
    const isHeld = claimedUntil !== null && claimedUntil > this.clock.now();
    if (claimedBy === null || claimedBy === actor.personId || !isHeld) return;
    throw new Problem('APPLICATION_CLAIMED', { name: await this.queue.nameOf(tx, claimedBy) });
  }
}
