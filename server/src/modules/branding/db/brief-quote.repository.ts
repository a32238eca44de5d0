import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { BriefKey } from '../domain/brief';

/** A further round that was offered, as the last one of a brief. */
export interface Quote {
  readonly id: string;
  readonly round: number;
  readonly price: Money;
  readonly leadDays: number;
  readonly text: string;
  readonly state: 'offered' | 'accepted' | 'declined';
  readonly at: Date;
}
interface QuoteRow {
  id: string;
  round: number;
  price_minor: string;
  currency: Currency;
  lead_days: number;
  body: string;
  state: Quote['state'];
  quoted_at: Date;
}
/** A brief whose rounds are used up and on which nobody works now. */
export interface WantedRow {
  id: string;
  code: string;
  version: number;
  title: string;
  company_id: string;
  company: string;
  currency: Currency;
  rounds_included: number;
  rounds_bought: number;
  rounds_used: number;
  waits_since: Date;
  quote: QuoteJson | null;
}
type QuoteJson = Omit<QuoteRow, 'quoted_at' | 'price_minor'> & { quoted_at: string; price_minor: number };

/** Out of rounds, not over, and no version is being made or looked at. */
const WANTED = `b.rounds_used >= b.rounds_included + b.rounds_bought and b.state in ('submitted', 'in_design')
  and not exists (select 1 from proofs p where p.company_id = b.company_id and p.brief_id = b.id
    and p.state in ('draft', 'internal_review', 'sent', 'viewed'))`;

@Injectable()
export class BriefQuoteRepository {
  /** Briefs that want a quote or have one open, the longest waiting first; one row more than `limit`. */
  wanted(
    tx: Tx,
    given: { readonly after: readonly (string | null)[]; readonly limit: number; readonly id?: string },
  ): Promise<WantedRow[]> {
    const [at, id] = given.after;
    return tx.query<WantedRow>(
      `select b.id, b.code, b.version, b.title, b.company_id, c.name_latin as company, c.currency, b.rounds_included,
         b.rounds_bought, b.rounds_used, t.from_at as waits_since,
         (select to_jsonb(q) - 'company_id' - 'brief_id' - 'quoted_by' - 'answered_by' - 'answered_at'
          from brief_quotes q where q.company_id = b.company_id and q.brief_id = b.id and q.state = 'offered') as quote
       from briefs b join companies c on c.id = b.company_id
       join brief_turns t on t.company_id = b.company_id and t.brief_id = b.id and t.until_at is null
       where ${WANTED} and ($4::uuid is null or b.id = $4)
         and ($1::timestamptz is null or (t.from_at, b.id) > ($1, $2::uuid))
       order by t.from_at, b.id limit $3`,
      [at ?? null, id ?? null, given.limit + 1, given.id ?? null],
    );
  }

  /** How many want a quote and have none, for the staff home. */
  async unquoted(tx: Tx): Promise<{ readonly count: number; readonly oldest: Date | null }> {
    const [row] = await tx.query<{ count: number; oldest: Date | null }>(
      `select count(*)::int as count, min(t.from_at) as oldest from briefs b
       join brief_turns t on t.company_id = b.company_id and t.brief_id = b.id and t.until_at is null
       where ${WANTED} and not exists (select 1 from brief_quotes q where q.company_id = b.company_id
         and q.brief_id = b.id and q.state = 'offered')`,
    );
    return row ?? { count: 0, oldest: null };
  }

  /** The last quote of a brief. */
  async latest(tx: Tx, brief: BriefKey): Promise<Quote | null> {
    const [row] = await tx.query<QuoteRow>(
      `select id, round, price_minor, currency, lead_days, body, state, quoted_at from brief_quotes
       where company_id = $1 and brief_id = $2 order by quoted_at desc, id desc limit 1`,
      [brief.companyId, brief.id],
    );
    return row ? toQuote(row) : null;
  }

  async offer(
    tx: Tx,
    brief: BriefKey,
    quote: {
      readonly id: string;
      readonly round: number;
      readonly price: Money;
      readonly leadDays: number;
      readonly text: string;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `insert into brief_quotes (company_id, id, brief_id, round, price_minor, currency, lead_days, body, state, quoted_by,
         quoted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'offered', $9, $10)`,
      [
        brief.companyId,
        quote.id,
        brief.id,
        quote.round,
        quote.price.minor,
        quote.price.currency,
        quote.leadDays,
        quote.text,
        quote.by,
        quote.at,
      ],
    );
  }

  /** Answers the open quote. Throws `QUOTE_NOT_OPEN` when it was answered or is another one's. */
  async advance(
    tx: Tx,
    brief: BriefKey,
    answer: {
      readonly quoteId: string;
      readonly to: 'accepted' | 'declined';
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void> {
    const rows = await tx.query(
      `update brief_quotes set state = $4, answered_by = $5, answered_at = $6
       where company_id = $1 and brief_id = $2 and id = $3 and state = 'offered' returning id`,
      [brief.companyId, brief.id, answer.quoteId, answer.to, answer.by, answer.at],
    );
    if (rows.length === 0) throw new Problem('QUOTE_NOT_OPEN');
  }
}

export const toQuote = (row: QuoteRow | QuoteJson): Quote => ({
  id: row.id,
  round: row.round,
  price: money(Number(row.price_minor), row.currency),
  leadDays: row.lead_days,
  text: row.body,
  state: row.state,
  at: new Date(row.quoted_at),
});
