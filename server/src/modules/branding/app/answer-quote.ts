import { Injectable } from '@nestjs/common';
import type { BriefView } from '@qafila/shared/branding/brief-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { BriefRepository } from '../db/brief.repository';
import { BriefQuoteRepository } from '../db/brief-quote.repository';
import { isOver } from '../domain/brief';
import { DescribeBrief } from './describe-brief';
import { PassTurn } from './pass-turn';

/** The trader takes or leaves the offer of a further round; either way the brief is with the store again. */
@Injectable()
export class AnswerQuote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly quotes: BriefQuoteRepository,
    private readonly turn: PassTurn,
    private readonly describe: DescribeBrief,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    answer: { readonly quoteId: string; readonly accepts: boolean },
  ): Promise<BriefView> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const brief = await this.briefs.holdVersion(tx, at);
      if (isOver(brief.state)) throw new Problem('WRONG_STATE');
      const now = this.clock.now();
      const to = answer.accepts ? 'accepted' : 'declined';
      await this.quotes.advance(tx, brief, { quoteId: answer.quoteId, to, by: actor.personId, at: now });
      const times = await this.turn.to(tx, brief, { side: 'store' });
      const next = await this.briefs.advance(tx, brief, {
        to: brief.state,
        at: now,
        roundsBought: brief.roundsBought + (answer.accepts ? 1 : 0),
        ...times,
      });
      await this.audit.record(tx, {
        event: 'branding.quote_answered',
        companyId: scope.companyId,
        subject: { kind: 'brief', id: brief.id },
        after: { quoteId: answer.quoteId, answer: to },
      });
      return this.describe.of(tx, actor, next);
    });
  }
}
