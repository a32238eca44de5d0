import { Injectable } from '@nestjs/common';
import type { Words } from '@qafila/shared/kernel/locale';
import type { UnitPrice } from '@qafila/shared/kernel/money';
import type { Tier } from '@qafila/shared/ordering/ordering.rules';
import type { Tx } from '../../platform/database/unit-of-work';
import { type Hold, type Shipped, type Shortage, StockRepository, type Wanted } from './db/stock.repository';
import { type PriceTerms, VariantRepository } from './db/variant.repository';

/** A variant as other modules see it. */
export interface VariantFacts {
  readonly variantId: string;
  readonly productId: string;
  readonly sku: string;
  readonly gtin: string;
  /** Name of the product. */
  readonly name: Words;
  readonly size: Words;
  readonly pictureHash: string;
  /** Place in the warehouse, such as `B-04`. */
  readonly shelf: string;
  readonly weightGrams: number;
  readonly canPrivateLabel: boolean;
  readonly minimumQuantity: number;
  readonly step: number;
  readonly caseSize: number;
  readonly tiers: readonly Tier[];
  /** False when the variant or its product was taken out of the range. */
  readonly isSold: boolean;
  /** Before tiers; `null` where the list that was asked for has no price in the currency. */
  readonly price: UnitPrice | null;
  /** Pieces that can be reserved now. */
  readonly available: number;
}
export type VariantPriceTerms = PriceTerms;
export type StockHold = Hold;
export type StockWanted = Wanted;
export type StockShortage = Shortage;

/** The door of the catalogue: facts of variants, and their stock. */
@Injectable()
export class Catalogue {
  constructor(
    private readonly variants: VariantRepository,
    private readonly stock: StockRepository,
  ) {}

  /** Variants by id with their prices at `terms` (`null`: without prices); unknown ids are left out. */
  variantsOf(
    tx: Tx,
    variantIds: readonly string[],
    terms: VariantPriceTerms | null = null,
  ): Promise<Map<string, VariantFacts>> {
    return this.variants.byIds(tx, variantIds, terms);
  }

  /** Reserves every line or none, by one statement; answers what is short, nothing when it was reserved. */
  reserve(tx: Tx, hold: StockHold, wanted: readonly StockWanted[]): Promise<StockShortage[]> {
    return this.stock.reserve(tx, hold, wanted);
  }

  /** What the order holds is sold: no deadline gives it back. */
  confirm(tx: Tx, hold: StockHold): Promise<void> {
    return this.stock.confirm(tx, hold);
  }

  /** What a sold order holds waits for money again. */
  holdAgain(tx: Tx, hold: StockHold): Promise<void> {
    return this.stock.holdAgain(tx, hold);
  }

  /** Pieces of a sold order that were handed to a carrier: out of the stock. */
  ship(tx: Tx, hold: StockHold, left: readonly StockWanted[]): Promise<void> {
    return this.stock.ship(tx, hold, left);
  }

  /** How much of the order left the house, as it is written with the hand-over itself. */
  shipped(tx: Tx, hold: StockHold): Promise<Shipped> {
    return this.stock.shipped(tx, hold);
  }

  /** Gives back what the order holds. */
  release(tx: Tx, hold: StockHold): Promise<void> {
    return this.stock.release(tx, hold);
  }

  /** How many variants are out of stock or run low, for the staff home. */
  levels(tx: Tx): Promise<{ out: number; low: number }> {
    return this.stock.levels(tx);
  }
}
