import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { memo, type ReactNode } from 'react';
import { Digits } from '../../../ui/money';
import { type ProductGroup, ProductHead } from './order-grid';
import { QuantityStepper } from './quantity-cell';
import { TierHint, useRowSums } from './row-totals';

/** The grid on a phone: one card a product, a stepper a size. */
export function ProductCards({ groups }: { readonly groups: readonly ProductGroup[] }): ReactNode {
  return groups.map((group) => (
    <section key={group.slug} className="stack">
      <h2 className="cards-group">{group.name}</h2>
      {group.products.map((product) => (
        <ProductCard key={product.id} product={product} />
      ))}
    </section>
  ));
}

const ProductCard = memo(function ProductCard({ product }: { readonly product: ProductView }): ReactNode {
  const sums = useRowSums(product);
  return (
    <article className="card product-card">
      <ProductHead product={product} />
      {product.variants.map((variant) => (
        <QuantityStepper key={variant.id} product={product} variant={variant} />
      ))}
      {sums.net && (
        <div className="between small">
          <TierHint sums={sums} />
          <b>
            <Digits of={sums.net} />
          </b>
        </div>
      )}
    </article>
  );
});
