import '../styles/profiles.css';
import { useQuery } from '@tanstack/react-query';
import { Plus, Stamp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { cardsQuery } from './api';
import { CreateDialog } from './create-dialog';
import { ProfileTile } from './profile-tile';

/** Every brand of the company, and the way to another one. */
export function BrandsScreen(): ReactNode {
  const { t } = useTranslation('profiles');
  const cards = useQuery(cardsQuery);
  const [isNew, setNew] = useState(false);
  const add = (
    <Button kind="primary" icon={Plus} onClick={() => setNew(true)}>
      {t('list.new')}
    </Button>
  );
  const { rows = [], mayEdit = false } = cards.data ?? {};
  return (
    <Page title={t('list.title')} sub={t('list.sub')} actions={mayEdit && rows.length > 0 ? add : undefined}>
      <div className="stack">
        <BrandNav />
        {cards.isPending && <TableSkeleton rows={3} columns={2} />}
        {cards.isError && (
          <ErrorState error={cards.error} what={t('list.failed')} onRetry={() => void cards.refetch()} />
        )}
        {cards.isSuccess && rows.length === 0 && (
          <EmptyState icon={Stamp} title={t('list.empty')} action={mayEdit ? add : undefined}>
            {t('list.emptyText')}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <ul className="profile-tiles">
            {rows.map((card) => (
              <ProfileTile key={card.id} card={card} />
            ))}
          </ul>
        )}
      </div>
      <CreateDialog isOpen={isNew} onClose={() => setNew(false)} />
    </Page>
  );
}
