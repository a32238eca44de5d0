import type { Dieline } from '@qafila/shared/branding/dieline';
import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../../ui/segments';
import type { Look } from './look';
import { drawProduct, PRODUCT_OF, PRODUCTS, type Product } from './scenes';
import { Stage } from './stage';

interface ProductViewProps {
  readonly content: Pick<PackagingContent, 'style' | 'dims' | 'name'>;
  readonly dieline: Dieline;
  readonly look: Look;
}

/** The brand on a product, as the recipient will hold it: box, pouch, jar, bottle, slip or tracking page. */
export function ProductView({ content, dieline, look }: ProductViewProps): ReactNode {
  const { t } = useTranslation('packaging');
  const [chosen, setChosen] = useState<Product | null>(null);
  const product = chosen ?? PRODUCT_OF[content.style];
  const { style, dims } = content;
  const node = useMemo(
    () => drawProduct(product, style, { look, dieline, dims }),
    [product, style, look, dieline, dims],
  );
  const word = t(`product.${product}`);
  return (
    <div className="stack">
      <Segments
        label={t('product.label')}
        value={product}
        options={PRODUCTS.map((each) => ({ value: each, text: t(`product.${each}`) }))}
        onChange={setChosen}
      />
      <Stage
        node={node}
        label={t('stage.product', { product: word, name: content.name })}
        name={`${content.name} ${product}`}
        note={<p className="small muted">{t('product.note')}</p>}
      />
    </div>
  );
}
