import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { BriefRepository } from '../db/brief.repository';
import { BriefMessageRepository } from '../db/brief-message.repository';
import type { Brief } from '../domain/brief';
import { PassTurn } from './pass-turn';

/** A version comes back from its trader: the store owes the next one, and reads why. */
@Injectable()
export class GiveBack {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly messages: BriefMessageRepository,
    private readonly passTurn: PassTurn,
    private readonly clock: Clock,
  ) {}

  async turn(tx: Tx, brief: Brief): Promise<Brief> {
    const times = await this.passTurn.to(tx, brief, { side: 'store', newLeg: true });
    return this.briefs.advance(tx, brief, { to: brief.state, at: this.clock.now(), ...times });
  }

  /** Writes to the design team on the brief; answers the message. The record names it and holds no words. */
  async say(
    tx: Tx,
    actor: Actor,
    { brief, text }: { readonly brief: Brief; readonly text: string },
  ): Promise<string> {
    const message = { id: newId(), side: 'trader', visibility: 'shared' } as const;
    const by = { authorId: actor.personId, at: this.clock.now() };
    await this.messages.add(tx, brief, { ...message, ...by, text });
    return message.id;
  }
}
