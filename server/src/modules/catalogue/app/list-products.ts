import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listProducts } from '@qafila/shared/catalogue/catalogue.contract';
import { foldWords } from '@qafila/shared/shipping/fold';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { type ListedProduct, ProductRepository } from '../db/product.repository';

type Query = InputOf<typeof listProducts>['query'];

/** Products with the company's prices and what can be reserved now. Two statements. */
@Injectable()
export class ListProducts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly products: ProductRepository,
  ) {}

  run(actor: Actor, query: Query): Promise<ReplyOf<typeof listProducts>> {
    const scope = traderScope(actor);
    const after = decodeCursor(query.after, [CURSOR_PART.whole, CURSOR_PART.whole, CURSOR_PART.id]);
    return this.unitOfWork.run(scope, async (tx) => {
      const categories = await this.products.categories(tx);
      const found = await this.products.list(tx, {
        companyId: scope.companyId,
        words: foldWords(query.search ?? ''),
        category: query.category ?? null,
        inStockOnly: query.inStock === 'true',
        after,
        limit: query.limit,
      });
      const page = pageOfRows(found, query.limit, (row) => [row.category_position, row.position, row.id]);
      return { categories, rows: page.rows.map(viewOf), next: page.next };
    });
  }
}

const viewOf = (row: ListedProduct) => ({
  id: row.id,
  slug: row.slug,
  categorySlug: row.category_slug,
  name: row.name,
  blurb: row.blurb,
  pictureHash: row.picture_hash,
  canPrivateLabel: row.can_private_label,
  variants: row.variants.map(({ per10k, ...variant }) => ({
    ...variant,
    price: per10k === null ? null : { per10k, currency: row.currency },
  })),
});
