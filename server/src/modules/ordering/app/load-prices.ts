import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Branding } from '../../branding/branding.api';
import { Catalogue } from '../../catalogue/catalogue.api';
import type { Order, TradingCompany } from '../domain/order';
import type { PriceBook, Wish } from '../domain/pricing';

/** Whose prices: the order's currency, the list its company buys at now. */
interface PricedFor {
  readonly order: Pick<Order, 'companyId' | 'currency'>;
  readonly company: Pick<TradingCompany, 'priceList'>;
}

/** Today's prices, stock and specs of what is wished for: two statements at most, however many lines. */
@Injectable()
export class LoadPrices {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly branding: Branding,
  ) {}

  async run(
    tx: Tx,
    { order, company }: PricedFor,
    wishes: readonly Pick<Wish, 'variantId' | 'specId'>[],
  ): Promise<PriceBook> {
    const specIds = new Set(wishes.flatMap(({ specId }) => (specId === null ? [] : [specId])));
    return {
      currency: order.currency,
      offers: await this.catalogue.variantsOf(
        tx,
        wishes.map(({ variantId }) => variantId),
        { currency: order.currency, priceList: company.priceList },
      ),
      specs: await this.branding.specsOf(tx, order.companyId, [...specIds]),
    };
  }
}
