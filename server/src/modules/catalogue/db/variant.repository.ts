import { Injectable } from '@nestjs/common';
import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Words } from '@qafila/shared/kernel/locale';
import type { UnitPrice } from '@qafila/shared/kernel/money';
import type { Tier } from '@qafila/shared/ordering/ordering.rules';
import type { Tx } from '../../../platform/database/unit-of-work';

interface Row {
  id: string;
  product_id: string;
  sku: string;
  gtin: string;
  name: Words;
  size: Words;
  picture_hash: string;
  shelf: string;
  weight_grams: number;
  can_private_label: boolean;
  minimum_quantity: number;
  step: number;
  case_size: number;
  tiers: Tier[];
  is_sold: boolean;
  per10k: string | null;
  available: number;
}

/** At which of its prices a variant is read. */
export interface PriceTerms {
  readonly currency: Currency;
  readonly priceList: PriceList;
}

/** Variants by their ids, in one statement however many. */
@Injectable()
export class VariantRepository {
  async byIds(tx: Tx, variantIds: readonly string[], terms: PriceTerms | null) {
    if (variantIds.length === 0) return new Map<string, ReturnType<typeof variantOf>>();
    const rows = await tx.query<Row>(
      `select v.id, v.product_id, v.sku, v.gtin, p.name, v.size, p.picture_hash, v.shelf, v.weight_grams,
         p.can_private_label, v.minimum_quantity, v.step, v.case_size, v.tiers, v.is_sold and p.is_sold as is_sold,
         r.per10k, coalesce(s.on_hand - s.reserved, 0) as available
       from product_variants v join products p on p.id = v.product_id
       left join variant_prices r on r.variant_id = v.id and r.currency = $2 and r.price_list = $3
       left join stock s on s.variant_id = v.id
       where v.id = any($1::uuid[])`,
      [variantIds, terms?.currency ?? null, terms?.priceList ?? null],
    );
    return new Map(rows.map((row) => [row.id, variantOf(row, terms)]));
  }
}

function variantOf(row: Row, terms: PriceTerms | null) {
  const price: UnitPrice | null =
    row.per10k === null || terms === null ? null : { per10k: Number(row.per10k), currency: terms.currency };
  return {
    variantId: row.id,
    productId: row.product_id,
    sku: row.sku,
    gtin: row.gtin,
    name: row.name,
    size: row.size,
    pictureHash: row.picture_hash,
    shelf: row.shelf,
    weightGrams: row.weight_grams,
    canPrivateLabel: row.can_private_label,
    minimumQuantity: row.minimum_quantity,
    step: row.step,
    caseSize: row.case_size,
    tiers: row.tiers,
    isSold: row.is_sold,
    price,
    available: row.available,
  };
}
