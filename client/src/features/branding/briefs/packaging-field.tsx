import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../ui/field';
import { packagingListQuery } from '../packaging/api';
import { useProductNames } from '../specs/use-product-names';
import type { BriefForm } from './use-brief-form';

/** What the products are made with. Once products are chosen, what is missing here is said with their names. */
export function PackagingField({ form }: { readonly form: BriefForm }): ReactNode {
  const { t } = useTranslation('briefs');
  const namesOf = useProductNames();
  const list = useQuery(packagingListQuery(false));
  const rows = list.data?.rows ?? [];
  const { packagingSpecId } = form.fields;
  const { packaging, products, missing } = form.brief;
  const isOther = packaging !== null && !rows.some(({ id }) => id === packaging.id);
  const isNeeded = packagingSpecId === null && products.length > 0 && missing.includes('packaging');
  const needed = isNeeded ? t('form.packagingNeeded', { products: namesOf(products) }) : undefined;
  return (
    <div className="stack stack-tight">
      <SelectField
        label={t('form.packaging')}
        hint={t('form.packagingHint')}
        value={packagingSpecId ?? ''}
        error={form.fault('packagingSpecId') ?? needed}
        options={[
          { value: '', text: t('form.noPackaging') },
          ...(isOther ? [{ value: packaging.id, text: packaging.name }] : []),
          ...rows.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={(id) => form.change({ packagingSpecId: id === '' ? null : id })}
      />
      {list.isSuccess && rows.length === 0 && packaging === null && (
        <p className="small">
          {t('form.packagingNone')} <Link to="/brand/packaging">{t('form.packagingMake')}</Link>
        </p>
      )}
    </div>
  );
}
