import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { BriefRepository } from '../db/brief.repository';
import { BriefMessageRepository } from '../db/brief-message.repository';
import { isOver } from '../domain/brief';
import { messageFor } from './list-brief-messages';

/** The trader writes to the design team. */
@Injectable()
export class WriteBriefMessage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly messages: BriefMessageRepository,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, text: string) {
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const brief = await this.briefs.hold(tx, id);
      if (brief.submittedAt === null || isOver(brief.state)) throw new Problem('WRONG_STATE');
      const written = await this.messages.add(tx, brief, {
        id: newId(),
        side: 'trader',
        visibility: 'shared',
        authorId: actor.personId,
        text,
        at: this.clock.now(),
      });
      return messageFor(actor, written);
    });
  }
}
