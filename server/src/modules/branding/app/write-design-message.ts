import { Injectable } from '@nestjs/common';
import type { NoteVisibility } from '@qafila/shared/branding/proof-notes.rules';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { BRIEF_ANSWERED } from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';
import { BriefMessageRepository } from '../db/brief-message.repository';
import { isOver } from '../domain/brief';
import { designMessageFor } from './list-design-messages';

/** The design team writes to the trader, who is told, or to itself, of which nobody hears. */
@Injectable()
export class WriteDesignMessage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly messages: BriefMessageRepository,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  run(actor: Actor, id: string, message: { readonly text: string; readonly visibility: NoteVisibility }) {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const brief = await this.briefs.hold(tx, id);
      if (isOver(brief.state)) throw new Problem('WRONG_STATE');
      const written = await this.messages.add(tx, brief, {
        id: newId(),
        side: 'store',
        authorId: actor.personId,
        at: this.clock.now(),
        ...message,
      });
      const payload = { briefId: brief.id };
      if (message.visibility === 'shared')
        await this.outbox.record(tx, { type: BRIEF_ANSWERED, companyId: brief.companyId, payload });
      return designMessageFor(actor, written);
    });
  }
}
