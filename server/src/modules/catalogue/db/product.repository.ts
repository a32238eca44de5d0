import { Injectable } from '@nestjs/common';
import { PUBLISHED_PRICE_LIST } from '@qafila/shared/catalogue/catalogue.rules';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Words } from '@qafila/shared/kernel/locale';
import type { Tier } from '@qafila/shared/ordering/ordering.rules';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';

export interface ListedVariant {
  readonly id: string;
  readonly sku: string;
  readonly gtin: string;
  readonly size: Words;
  readonly caseSize: number;
  readonly minimumQuantity: number;
  readonly step: number;
  readonly weightGrams: number;
  readonly per10k: number | null;
  readonly tiers: Tier[];
  readonly available: number;
  readonly arrivesOn: string | null;
}
export interface ListedProduct {
  readonly id: string;
  readonly slug: string;
  readonly category_slug: string;
  readonly category_position: number;
  readonly position: number;
  readonly name: Words;
  readonly blurb: Words;
  readonly picture_hash: string;
  readonly can_private_label: boolean;
  readonly currency: Currency;
  readonly variants: ListedVariant[];
}
export interface ListFilter {
  readonly companyId: string;
  /** Folded words, each of which must occur. */
  readonly words: readonly string[];
  readonly category: string | null;
  readonly inStockOnly: boolean;
  /** Sort key after which to go on: position of the category, of the product, id. */
  readonly after: readonly (string | null)[];
  readonly limit: number;
}

const LIST = `
  select p.id, p.slug, p.category_slug, g.position as category_position, p.position, p.name, p.blurb,
    p.picture_hash, p.can_private_label, c.currency, v.variants
  from products p join categories g on g.slug = p.category_slug
  join companies c on c.id = $1
  cross join lateral (
    select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'size', v.size,
        'caseSize', v.case_size, 'minimumQuantity', v.minimum_quantity, 'step', v.step,
        'weightGrams', v.weight_grams, 'per10k', r.per10k, 'tiers', v.tiers,
        'available', coalesce(s.on_hand - s.reserved, 0), 'arrivesOn', s.arrives_on) order by v.position, v.id) as variants,
      coalesce(max(s.on_hand - s.reserved), 0) as most
    from product_variants v left join stock s on s.variant_id = v.id
    left join variant_prices r on r.variant_id = v.id and r.currency = c.currency
      and r.price_list = coalesce(c.price_list, $9)
    where v.product_id = p.id and v.is_sold
  ) v
  where p.is_sold and v.variants is not null
    and p.search_text like all ($2::text[])
    and ($3::text is null or p.category_slug = $3)
    and (not $4::boolean or v.most > 0)
    and ($5::int is null or (g.position, p.position, p.id) > ($5::int, $6::int, $7::uuid))
  order by g.position, p.position, p.id limit $8`;

/** Products as traders see them. */
@Injectable()
export class ProductRepository {
  /** One row more than the limit, so that the caller knows whether there is a next page. */
  list(tx: Tx, filter: ListFilter): Promise<ListedProduct[]> {
    return tx.query<ListedProduct>(LIST, [
      filter.companyId,
      // Folded words are letters and digits, so nothing in them is a wildcard.
      filter.words.length > 0 ? filter.words.map((word) => `%${word}%`) : ['%'],
      filter.category,
      filter.inStockOnly,
      ...filter.after,
      filter.limit + 1,
      PUBLISHED_PRICE_LIST,
    ]);
  }

  categories(tx: Tx): Promise<{ slug: string; name: Words }[]> {
    return tx.query('select slug, name from categories order by position');
  }

  async picture(tx: Tx, productId: string): Promise<string> {
    const rows = await tx.query<{ picture_svg: string }>('select picture_svg from products where id = $1', [
      productId,
    ]);
    return oneRow(rows).picture_svg;
  }
}
