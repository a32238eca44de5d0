import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { quoteRound } from '@qafila/shared/branding/design.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { ROUND_QUOTED } from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';
import { BriefQuoteRepository, type WantedRow } from '../db/brief-quote.repository';
import { wantedOf } from './list-quotes-wanted';
import { PassTurn } from './pass-turn';

/** Offers a further round. Designers see no prices: whoever looks after the trader says what it costs. */
@Injectable()
export class QuoteRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly quotes: BriefQuoteRepository,
    private readonly turn: PassTurn,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    offer: InputOf<typeof quoteRound>['body'],
  ): Promise<ReplyOf<typeof quoteRound>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const brief = await this.briefs.holdVersion(tx, at);
      const [wanted] = await this.one(tx, at.id);
      if (!wanted || wanted.quote) throw new Problem('QUOTE_NOT_WANTED');
      if (wanted.currency !== offer.price.currency)
        throw new Problem('QUOTE_CURRENCY', { currency: wanted.currency });
      const now = this.clock.now();
      const quote = { id: newId(), round: brief.roundsUsed + 1, ...offer, by: actor.personId, at: now };
      await this.quotes.offer(tx, brief, quote);
      const times = await this.turn.to(tx, brief, { side: 'trader' });
      await this.briefs.advance(tx, brief, { to: brief.state, at: now, ...times });
      await this.audit.record(tx, {
        event: 'branding.round_quoted',
        companyId: brief.companyId,
        subject: { kind: 'brief', id: brief.id },
        after: { quoteId: quote.id, round: quote.round, price: offer.price, leadDays: offer.leadDays },
      });
      const payload = { briefId: brief.id };
      await this.outbox.record(tx, { type: ROUND_QUOTED, companyId: brief.companyId, payload });
      return wantedOf(oneRow(await this.one(tx, at.id)));
    });
  }

  private one(tx: Tx, id: string): Promise<WantedRow[]> {
    return this.quotes.wanted(tx, { after: [], limit: 1, id });
  }
}
