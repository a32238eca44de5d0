import '../styles/store.css';
import type { SellerView } from '@qafila/shared/store/seller.contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../../lib/session';
import { Card } from '../../../ui/card';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { sellerQuery } from '../api';
import { AccountCard } from './account-card';
import { ChangeCard } from './change-card';
import { IDENTITY_FIELDS } from './identity-fields';
import { IdentityForm } from './identity-form';

/** The seller: the account that traders pay into, and the identity that no recipient may ever see. */
export function SellerScreen(): ReactNode {
  const { t } = useTranslation('store');
  const seller = useQuery(sellerQuery);
  const canEdit = usePermission('seller:edit');
  return (
    <Page title={t('seller.title')} sub={t('seller.sub')} className="seller">
      {seller.isError && <ErrorState error={seller.error} onRetry={() => void seller.refetch()} />}
      {seller.isPending && <CardsSkeleton cards={3} />}
      {seller.data && (
        <div className="seller-columns">
          <div className="stack">
            {seller.data.change && <ChangeCard seller={seller.data} change={seller.data.change} />}
            <AccountCard seller={seller.data} />
          </div>
          {canEdit ? (
            <IdentityForm key={seller.data.version} seller={seller.data} />
          ) : (
            <IdentityFacts seller={seller.data} />
          )}
        </div>
      )}
    </Page>
  );
}

/** For those who read and do not change. */
function IdentityFacts({ seller }: { readonly seller: SellerView }): ReactNode {
  const { t } = useTranslation('store');
  return (
    <Card title={t('identity.title')}>
      <p className="small muted">{t('identity.readOnly')}</p>
      <dl className="rows">
        {IDENTITY_FIELDS.map(({ key }) => {
          const value = seller.identity[key];
          const values = typeof value === 'string' ? [value] : value;
          return (
            <div key={key}>
              <dt className="muted">{t(`identity.field.${key}`)}</dt>
              <dd>
                {values.map((each) => (
                  <div key={each}>
                    <bdi>{each}</bdi>
                  </div>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
