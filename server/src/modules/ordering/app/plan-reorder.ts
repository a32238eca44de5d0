import { Injectable } from '@nestjs/common';
import type { ReorderPlan } from '@qafila/shared/ordering/reorder.contract';
import type { Tx } from '../../../platform/database/unit-of-work';
import { fieldsInvalid, Problem } from '../../../platform/problems/problem';
import { Branding } from '../../branding/branding.api';
import { LineRepository, type StoredLine } from '../db/line.repository';
import { OrderRepository } from '../db/order.repository';
import type { OrderKey, TradingCompany } from '../domain/order';
import type { PriceBook } from '../domain/pricing';
import { headerAgain, planReorder, type ReorderFacts, type ReorderHeader } from '../domain/reorder';
import { LoadPrices } from './load-prices';

/** Lines that are wanted again, with their pieces. */
export type Picks = readonly { readonly variantId: string; readonly quantity: number }[];

/** What an earlier order gives today, with what a draft of it is made from. */
export interface PlannedReorder {
  readonly plan: ReorderPlan;
  readonly header: ReorderHeader;
  readonly company: TradingCompany;
  readonly book: PriceBook;
}

/** Reads an earlier order and what changed since; the same statements for one line and for two thousand. */
@Injectable()
export class PlanReorder {
  constructor(
    private readonly orders: OrderRepository,
    private readonly lines: LineRepository,
    private readonly prices: LoadPrices,
    private readonly branding: Branding,
  ) {}

  /** Throws `NOT_FOUND`, `WRONG_STATE` for a draft, `FIELDS_INVALID` for goods that are not of the order. */
  async run(tx: Tx, key: OrderKey, picks: Picks | null): Promise<PlannedReorder> {
    const { order, company } = await this.orders.find(tx, key);
    if (order.state === 'draft') throw new Problem('WRONG_STATE');
    const lines = await this.lines.of(tx, order);
    const wanted = picks && pickedOf(picks, lines);
    const { companyId } = key;
    // The draft trades in what the company trades in today.
    const traded = { order: { companyId, currency: company.currency }, company };
    const book = await this.prices.run(tx, traded, lines);
    const brandIds = [order.brandProfileId, ...[...book.specs.values()].map((spec) => spec.brandProfileId)];
    const facts: ReorderFacts = {
      ...{ order, lines, wanted, book },
      brands: await this.branding.profilesOf(tx, companyId, [
        ...new Set(brandIds.flatMap((id) => (id === null ? [] : [id]))),
      ]),
      addresses: await this.orders.addresses(tx, companyId, null),
    };
    return { plan: planReorder(facts), header: headerAgain(facts), company, book };
  }
}

/** Each pick names goods of the order, once. */
function pickedOf(picks: Picks, lines: readonly StoredLine[]): ReadonlyMap<string, number> {
  const known = new Set(lines.map((line) => line.variantId));
  const faults = picks.flatMap(({ variantId }, at) =>
    known.delete(variantId) ? [] : [{ path: `lines.${at}.variantId`, code: 'invalid', params: {} }],
  );
  if (faults.length > 0) throw fieldsInvalid(faults);
  return new Map(picks.map(({ variantId, quantity }) => [variantId, quantity]));
}
