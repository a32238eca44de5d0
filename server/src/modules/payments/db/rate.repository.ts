import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { PublishedRate } from '@qafila/shared/payments/quotes.rules';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Published rates; each day's stays. */
@Injectable()
export class RateRepository {
  async add(tx: Tx, rates: readonly PublishedRate[]): Promise<void> {
    await tx.query(
      `insert into payment_rates (base, quote, as_of, num, scale, source)
       select r.base, r.quote, r."asOf", r.num, r.scale, r.source
       from jsonb_to_recordset($1::jsonb) as r (base text, quote text, "asOf" timestamptz, num bigint, scale int, source text)
       on conflict do nothing`,
      [JSON.stringify(rates)],
    );
  }

  /** The newest rate of each currency against `base`. */
  async newest(tx: Tx, base: Currency): Promise<ReadonlyMap<Currency, PublishedRate>> {
    const rows = await tx.query<Omit<PublishedRate, 'asOf' | 'num'> & { as_of: Date; num: string }>(
      `select distinct on (quote) base, quote, as_of, num, scale, source from payment_rates
       where base = $1 order by quote, as_of desc`,
      [base],
    );
    return new Map(
      rows.map(({ as_of: asOf, num, ...row }) => [row.quote, { ...row, num: Number(num), asOf }]),
    );
  }
}
