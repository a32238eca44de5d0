import { Injectable } from '@nestjs/common';
import type { Reason } from '@qafila/shared/ordering/order-views';
import type { Totals } from '@qafila/shared/ordering/ordering.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Branding } from '../../branding/branding.api';
import type { StoredLine } from '../db/line.repository';
import { blockersOf } from '../domain/blockers';
import { type Destination, destinationOf } from '../domain/destination';
import type { Order, Recipient, TradingCompany } from '../domain/order';
import { type PriceBook, type PricedLine, priceLine, recalculate } from '../domain/pricing';
import { LoadPrices } from './load-prices';

/** A draft at today's prices, with what stands against submitting it. */
export interface JudgedDraft {
  readonly book: PriceBook;
  readonly priced: readonly PricedLine[];
  readonly destination: Destination;
  readonly totals: Totals;
  readonly blockers: readonly Reason[];
}

/** Prices a draft again and judges it: review shows the result, submit stands on it. */
@Injectable()
export class JudgeDraft {
  constructor(
    private readonly prices: LoadPrices,
    private readonly branding: Branding,
  ) {}

  async run(
    tx: Tx,
    draft: { readonly order: Order; readonly company: TradingCompany },
    parts: { readonly lines: readonly StoredLine[]; readonly recipients: readonly Recipient[] },
  ): Promise<JudgedDraft> {
    const { order, company } = draft;
    const book = await this.prices.run(tx, draft, parts.lines);
    const priced = parts.lines.flatMap((line) => priceLine(line, book) ?? []);
    const destination = destinationOf(order, company);
    const totals = recalculate(priced, destination);
    const blockers = blockersOf({
      order,
      company,
      wishes: parts.lines,
      book,
      totals,
      recipients: parts.recipients,
      hasBrand: await this.hasBrand(tx, order),
    });
    return { book, priced, destination, totals, blockers };
  }

  private async hasBrand(tx: Tx, order: Order): Promise<boolean> {
    if (order.shipTo === 'warehouse') return true;
    if (order.brandProfileId === null) return false;
    const brands = await this.branding.profilesOf(tx, order.companyId, [order.brandProfileId]);
    return brands.get(order.brandProfileId)?.isActive === true;
  }
}
