import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RateRepository } from '../db/rate.repository';

/** Units of a currency for one riyal × 10⁶, near those of November 2026; the dollar is pegged at 3.75. */
const RATES_E6: readonly (readonly [Currency, number])[] = [
  ['USD', 266_667],
  ['EUR', 229_620],
  ['GBP', 201_340],
  ['NOK', 2_731_500],
  ['KRW', 391_200_000],
];
/** Published again before a quote of an hour would outlive the day of the last ones. */
const AGE_MS = 20 * 3_600_000;

/** In a demo nobody enters rates: the same ones are published every day of its clock. */
@Injectable()
export class PublishDemoRates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rates: RateRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    if (this.config.mode !== 'demo') return;
    await this.unitOfWork.runApart(systemScope('rates of the demo'), async (tx) => {
      const asOf = this.clock.now();
      const newest = await this.rates.newest(tx, 'SAR');
      const old = RATES_E6.filter(([quote]) => {
        const known = newest.get(quote);
        return !known || asOf.getTime() - known.asOf.getTime() > AGE_MS;
      });
      await this.rates.add(
        tx,
        old.map(([quote, num]) => ({ base: 'SAR', quote, num, scale: 6, source: 'demo', asOf })),
      );
    });
  }
}
