import { Injectable } from '@nestjs/common';
import { promisedAt } from '@qafila/shared/branding/brief-clock.rules';
import type { BriefView } from '@qafila/shared/branding/brief-views';
import { riyadhDay } from '@qafila/shared/traders/application.rules';
import { type Actor, may } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Approvers } from '../briefs.api';
import { BriefFactsRepository, type BriefSurroundings } from '../db/brief-facts.repository';
import { BriefQuoteRepository, type Quote } from '../db/brief-quote.repository';
import { type Brief, isOutOfRounds, isOver, missingParts, sendingBlockers } from '../domain/brief';
import { action, headOf, isoOf, stepsOf } from '../domain/brief-reply';

/** A brief as its own company sees it. */
@Injectable()
export class DescribeBrief {
  constructor(
    private readonly facts: BriefFactsRepository,
    private readonly quotes: BriefQuoteRepository,
    private readonly approvers: Approvers,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, actor: Actor, brief: Brief): Promise<BriefView> {
    const around = await this.facts.around(tx, brief);
    const versions = await this.facts.versions(tx, brief, true);
    const quote = await this.quotes.latest(tx, brief);
    const now = this.clock.now();
    const open = around.turns.find((turn) => turn.until === null);
    return {
      ...headOf(brief, open?.side ?? null),
      ...contentOf(brief, around),
      brand: {
        id: brief.brandProfileId,
        nameLatin: around.brand.nameLatin,
        nameArabic: around.brand.nameArabic,
      },
      // While he has it, each hour moves the promise: it is told as it stands now.
      promisedAt: isoOf(open ? promisedAt(around.turns, now) : brief.promisedAt),
      turns: around.turns.map(({ side, leg, from, until }) => ({
        side,
        leg,
        from: from.toISOString(),
        until: isoOf(until),
      })),
      approvalsNeeded: brief.approvalsNeeded,
      approvers: (await this.approvers.of(tx, brief.companyId)).length,
      quote: quote && quoteOf(quote),
      proofs: versions.map((version) => ({
        id: version.id,
        version: version.version,
        state: version.state,
        sentAt: isoOf(version.sentAt),
        viewedAt: isoOf(version.viewedAt),
        expiresAt: isoOf(version.expiresAt),
      })),
      missing: missingParts(brief),
      question: brief.question,
      actions: this.actionsOf(actor, brief, { around, quote, today: riyadhDay(now) }),
    };
  }

  private actionsOf(
    actor: Actor,
    brief: Brief,
    given: { readonly around: BriefSurroundings; readonly quote: Quote | null; readonly today: string },
  ) {
    const isPermitted = may(actor, 'brief:write');
    const facts = {
      blockers: sendingBlockers(brief, sendingFactsOf(given.around, given.today)),
      isOutOfRounds: isOutOfRounds(brief),
    };
    const isWritable = isPermitted && (brief.state === 'draft' || brief.state === 'needs_info');
    return [
      action('save', isWritable),
      ...stepsOf(brief, ['submit', 'resume', 'cancel'], { facts, isPermitted }),
      action('answer_quote', isPermitted && given.quote?.state === 'offered' && !isOver(brief.state)),
      action('write', isPermitted && brief.submittedAt !== null && !isOver(brief.state)),
    ];
  }
}

export const sendingFactsOf = (around: BriefSurroundings, today: string) => ({
  isBrandActive: around.brand.isActive,
  hasOpenFiles: around.references.some((file) => file.state !== 'ready' && file.state !== 'superseded'),
  today,
});

/** What a brief asks for, the same for both sides. */
export const contentOf = (brief: Brief, around: BriefSurroundings) => ({
  packaging: around.packaging && { id: around.packaging.id, name: around.packaging.name },
  productIds: [...brief.productIds],
  products: around.products.map((product) => ({ ...product })),
  objectives: brief.objectives,
  mustHave: [...brief.mustHave],
  mustNot: [...brief.mustNot],
  references: around.references.map((file) => ({ ...file })),
  languages: [...brief.languages],
});

export const quoteOf = (quote: Quote) => ({
  id: quote.id,
  round: quote.round,
  price: quote.price,
  leadDays: quote.leadDays,
  text: quote.text,
  state: quote.state,
  at: quote.at.toISOString(),
});
