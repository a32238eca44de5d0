import { Injectable } from '@nestjs/common';
import { briefLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { BRIEF_ASKED } from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';
import { BriefMessageRepository } from '../db/brief-message.repository';
import { type Brief, briefFacts, isWithTrader } from '../domain/brief';
import { DescribeDesignBrief } from './describe-design-brief';
import { PassTurn } from './pass-turn';
import { refuseOthers } from './refuse-others';

/** Asks the trader for what is missing. The question is a message too; the clock stands still until he answers. */
@Injectable()
export class AskBriefInfo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly messages: BriefMessageRepository,
    private readonly turn: PassTurn,
    private readonly describe: DescribeDesignBrief,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    text: string,
  ): Promise<DesignBriefView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const brief = await this.briefs.holdVersion(tx, at);
      refuseOthers(actor, brief);
      const verdict = decide(briefLifecycle, { state: brief.state, step: 'ask_info' }, briefFacts(brief));
      if (!verdict.ok || isWithTrader(brief)) throw new Problem('WRONG_STATE');
      const now = this.clock.now();
      const times = await this.turn.to(tx, brief, { side: 'trader' });
      const asked = await this.briefs.advance(tx, brief, {
        to: verdict.to,
        at: now,
        question: text,
        assigneeId: brief.assigneeId ?? actor.personId,
        gatekeeperId: brief.gatekeeperId === actor.personId ? null : brief.gatekeeperId,
        ...times,
      });
      await this.write(tx, brief, { authorId: actor.personId, text, at: now });
      await this.audit.record(tx, {
        event: 'branding.brief_info_asked',
        companyId: brief.companyId,
        subject: { kind: 'brief', id: brief.id },
        before: { state: brief.state },
        after: { state: verdict.to },
      });
      const payload = { briefId: brief.id };
      await this.outbox.record(tx, { type: BRIEF_ASKED, companyId: brief.companyId, payload });
      return this.describe.of(tx, actor, asked);
    });
  }

  private async write(
    tx: Tx,
    brief: Brief,
    message: { readonly authorId: string; readonly text: string; readonly at: Date },
  ): Promise<void> {
    await this.messages.add(tx, brief, { id: newId(), side: 'store', visibility: 'shared', ...message });
  }
}
