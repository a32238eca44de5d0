import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../lib/use-pages';
import { Button } from './button';
import { TableSkeleton } from './skeleton';
import { ErrorLine, ErrorState } from './states';

interface PagedListProps {
  readonly pages: Pages;
  /** Shown when the first page is empty. */
  readonly empty: ReactNode;
  readonly skeleton?: ReactNode;
  /** The rows that are there. */
  readonly children: ReactNode;
}

/** The states of a list that comes page by page: on its way, failed, empty, there, and more to come. */
export function PagedList({
  pages,
  empty,
  skeleton = <TableSkeleton />,
  children,
}: PagedListProps): ReactNode {
  const { t } = useTranslation('ui');
  const { query, rows } = pages;
  if (query.isPending) return skeleton;
  if (rows.length === 0) {
    return query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : empty;
  }
  return (
    <div className="stack">
      {children}
      {query.isError && <ErrorLine error={query.error} />}
      {query.hasNextPage && (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  );
}
