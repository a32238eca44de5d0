import './styles/notices.css';
import { listNotices, readAllNotices, readNotice } from '@qafila/shared/notifications/notifications.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellOff, CheckCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../lib/address';
import { call } from '../../lib/call';
import { usePages } from '../../lib/use-pages';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { Segments } from '../../ui/segments';
import { TableSkeleton } from '../../ui/skeleton';
import { EmptyState, ErrorLine } from '../../ui/states';
import { countQuery, NOTICES_KEY } from './api';
import { NoticeItem } from './notice-item';
import { WishesPanel } from './wishes-panel';

const VIEWS = ['all', 'unread', 'wishes'] as const;

/** What happened, for the person who reads; and how he wants to hear of it. */
export function NoticesScreen(): ReactNode {
  const { t } = useTranslation('notices');
  const client = useQueryClient();
  const [view, setView] = useAddressValue('view', VIEWS, 'all');
  const unread = useQuery(countQuery).data?.unread ?? 0;
  const readAll = useMutation({
    mutationFn: () => call(readAllNotices),
    onSuccess: () => client.invalidateQueries({ queryKey: NOTICES_KEY }),
  });
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={
        view !== 'wishes' && unread > 0 ? (
          <Button icon={CheckCheck} busy={readAll.isPending} onClick={() => readAll.mutate()}>
            {t('readAll')}
          </Button>
        ) : undefined
      }
    >
      <div>
        <Segments
          label={t('views')}
          value={view}
          onChange={setView}
          options={VIEWS.map((value) => ({ value, text: t(value) }))}
        />
      </div>
      <ErrorLine error={readAll.error} />
      {view === 'wishes' ? <WishesPanel /> : <NoticeList view={view} onAll={() => setView('all')} />}
    </Page>
  );
}

interface ListProps {
  readonly view: 'all' | 'unread';
  readonly onAll: () => void;
}

function NoticeList({ view, onAll }: ListProps): ReactNode {
  const { t } = useTranslation('notices');
  const client = useQueryClient();
  const pages = usePages([...NOTICES_KEY, 'list', view], (after, signal) =>
    call(listNotices, { query: { view, ...(after ? { after } : {}) }, signal }),
  );
  const read = useMutation({
    mutationFn: (id: string) => call(readNotice, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: NOTICES_KEY }),
  });
  const isFiltered = view === 'unread';
  return (
    <PagedList
      pages={pages}
      skeleton={<TableSkeleton rows={6} columns={1} />}
      empty={
        <EmptyState
          icon={BellOff}
          title={t(isFiltered ? 'emptyUnread' : 'empty')}
          action={isFiltered && <Button onClick={onAll}>{t('showAll')}</Button>}
        >
          {t(isFiltered ? 'emptyUnreadText' : 'emptyText')}
        </EmptyState>
      }
    >
      <ul className="card notice-list">
        {pages.rows.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} onRead={() => read.mutate(notice.id)} />
        ))}
      </ul>
    </PagedList>
  );
}
