import { BRIEF_LIMITS, type BriefProduct } from '@qafila/shared/branding/brief-views';
import { productPicture } from '@qafila/shared/catalogue/catalogue.contract';
import { foldWords } from '@qafila/shared/shipping/fold';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { TextField } from '../../../ui/field';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { briefProductsQuery } from './api';
import type { BriefForm } from './use-brief-form';

const SHOWN_AT_ONCE = 12;

/** The products a design is for: those that are chosen, and others found by name. */
export function ProductField({ form }: { readonly form: BriefForm }): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  const [search, setSearch] = useState('');
  const products = useQuery(briefProductsQuery);
  const { productIds } = form.fields;
  const rows = products.data?.rows ?? [];
  const words = foldWords(search);
  const isFound = ({ name }: BriefProduct): boolean =>
    words.every((word) => foldWords(format.words(name)).join(' ').includes(word));
  const isOn = ({ id }: BriefProduct): boolean => productIds.includes(id);
  const found = rows.filter((row) => !isOn(row) && isFound(row));
  const more = found.length - SHOWN_AT_ONCE;
  const first = new Set(found.slice(0, SHOWN_AT_ONCE));
  const toggle = (id: string): void => {
    const has = productIds.includes(id);
    form.change({ productIds: has ? productIds.filter((each) => each !== id) : [...productIds, id] });
  };
  return (
    <fieldset className="brief-products">
      <legend className="field-label">{t('form.products')}</legend>
      {products.isPending && <TableSkeleton rows={2} columns={2} />}
      {products.isError && <ErrorState error={products.error} onRetry={() => void products.refetch()} />}
      {products.isSuccess && (
        <TextField
          label={t('form.productSearch')}
          type="search"
          value={search}
          hint={more > 0 ? t('form.productMore', { count: more }) : t('form.productHint')}
          error={form.fault('productIds')}
          onChange={setSearch}
        />
      )}
      <div className="brief-product-list">
        {rows
          .filter((row) => isOn(row) || first.has(row))
          .map((row) => (
            <Product
              key={row.id}
              product={row}
              isOn={isOn(row)}
              isFull={!isOn(row) && productIds.length >= BRIEF_LIMITS.products}
              onToggle={() => toggle(row.id)}
            />
          ))}
      </div>
    </fieldset>
  );
}

interface ProductProps {
  readonly product: BriefProduct;
  readonly isOn: boolean;
  readonly isFull: boolean;
  readonly onToggle: () => void;
}

function Product({ product, isOn, isFull, onToggle }: ProductProps): ReactNode {
  const format = useFormats();
  const picture = rawUrl(productPicture, { params: { id: product.id }, query: { v: product.pictureHash } });
  return (
    <label className={isOn ? 'brief-product brief-product-on' : 'brief-product'}>
      <input type="checkbox" checked={isOn} disabled={isFull} onChange={onToggle} />
      <img className="picture" src={picture} alt="" width={34} height={34} loading="lazy" />
      <span>{format.words(product.name)}</span>
    </label>
  );
}
