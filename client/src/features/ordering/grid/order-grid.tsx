import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { memo, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useOneTabStop } from './grid-dom';
import { PackChip } from './pack-chip';
import { pictureOf } from './product-picture';
import { QuantityCell } from './quantity-cell';
import { RowTotals } from './row-totals';
import { useGridKeys } from './use-grid-keys';

export interface ProductGroup {
  readonly slug: string;
  readonly name: string;
  readonly products: readonly ProductView[];
}

/** Products × sizes. Arrow keys move by the eye, digits begin an entry, Enter goes on below. */
export function OrderGrid({ groups }: { readonly groups: readonly ProductGroup[] }): ReactNode {
  const { t } = useTranslation('ordering');
  const table = useRef<HTMLTableElement>(null);
  const onKey = useGridKeys(table);
  useOneTabStop(table, groups);
  return (
    <div className="card grid-card">
      <table className="table order-grid" ref={table} onKeyDown={onKey}>
        <caption className="sr-only">{t('grid.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('grid.product')}</th>
            <th scope="col">{t('grid.sizes')}</th>
            <th scope="col" className="num">
              {t('grid.units')}
            </th>
            <th scope="col" className="num row-total">
              {t('grid.total')}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.slug}>
            <tr className="grid-group">
              <th scope="rowgroup" colSpan={4}>
                {group.name}
              </th>
            </tr>
            {group.products.map((product) => (
              <ProductRow key={product.id} product={product} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const ProductRow = memo(function ProductRow({ product }: { readonly product: ProductView }): ReactNode {
  return (
    <tr data-grid-row>
      <th scope="row" className="grid-product">
        <ProductHead product={product} />
      </th>
      <td className="grid-cells">
        <div className="cells">
          {product.variants.map((variant) => (
            <QuantityCell key={variant.id} product={product} variant={variant} />
          ))}
        </div>
      </td>
      <RowTotals product={product} />
    </tr>
  );
});

/** Picture, name, case and packing of a product. */
export function ProductHead({ product }: { readonly product: ProductView }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const cases = [...new Set(product.variants.map((variant) => variant.caseSize))].sort((a, b) => a - b);
  return (
    <div className="product-head">
      {pictureOf(product)}
      <div>
        <b title={format.words(product.blurb)}>{format.words(product.name)}</b>
        <div className="small muted product-facts">
          <span>{t('grid.caseOf', { cases: format.isolate(cases.join(' / ')) })}</span>
          <PackChip product={product} />
        </div>
      </div>
    </div>
  );
}
