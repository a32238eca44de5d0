import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { quotesWanted } from '@qafila/shared/branding/design.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefQuoteRepository, toQuote, type WantedRow } from '../db/brief-quote.repository';
import { quoteOf } from './describe-brief';

/** Briefs whose rounds are used up, for whoever looks after their traders. One statement. */
@Injectable()
export class ListQuotesWanted {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: BriefQuoteRepository,
  ) {}

  run(actor: Actor, query: InputOf<typeof quotesWanted>['query']): Promise<ReplyOf<typeof quotesWanted>> {
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found = await this.quotes.wanted(tx, { after, limit: query.limit });
      const page = pageOfRows(found, query.limit, (row) => [row.waits_since, row.id]);
      return { rows: page.rows.map(wantedOf), next: page.next };
    });
  }
}

export const wantedOf = (row: WantedRow) => ({
  id: row.id,
  code: row.code,
  version: row.version,
  title: row.title,
  companyId: row.company_id,
  company: row.company,
  currency: row.currency,
  rounds: { included: row.rounds_included, bought: row.rounds_bought, used: row.rounds_used },
  quote: row.quote && quoteOf(toQuote(row.quote)),
  waitsSince: row.waits_since.toISOString(),
});
