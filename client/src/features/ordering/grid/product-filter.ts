import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { fold, foldWords } from '@qafila/shared/shipping/fold';

export interface ProductFilter {
  readonly search: string;
  /** Slug of a category; empty for all. */
  readonly category: string;
  readonly inStock: boolean;
}

/** The folded text a product is found by: names in all languages, SKUs and barcodes. */
export function searchTextOf(product: ProductView): string {
  const texts = [
    ...Object.values(product.name),
    ...product.variants.flatMap((variant) => [variant.sku, variant.gtin]),
  ];
  return texts.flatMap((text) => [foldWords(text).join(' '), fold(text)]).join(' ');
}

/** True when every typed word occurs; Arabic letter forms, harakat, accents and digit sets make no difference. */
export const isFound = (searchText: string, typed: string): boolean =>
  foldWords(typed).every((word) => searchText.includes(word));

/** The products the filter leaves, in their order. */
export function filterProducts(
  products: readonly ProductView[],
  filter: ProductFilter,
  textOf: (product: ProductView) => string = searchTextOf,
): ProductView[] {
  return products.filter((product) => {
    if (filter.category !== '' && product.categorySlug !== filter.category) return false;
    if (filter.inStock && !product.variants.some((variant) => variant.available > 0)) return false;
    return filter.search === '' || isFound(textOf(product), filter.search);
  });
}
