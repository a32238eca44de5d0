import './styles/notices.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { countQuery } from './api';

/** The server counts to a hundred. */
const MOST = 100;

/** The bell of the shell: how many notices are not read, and the way to them. */
export function NoticeBell(): ReactNode {
  const { t } = useTranslation('notices');
  const format = useFormats();
  const client = useQueryClient();
  const { pathname } = useLocation();
  const unread = useQuery(countQuery).data?.unread ?? 0;
  useEffect(() => {
    if (pathname !== '') void client.refetchQueries({ queryKey: countQuery.queryKey, stale: true });
  }, [client, pathname]);
  const shown = unread >= MOST ? `${format.number(MOST - 1)}+` : format.number(unread);
  return (
    <Link
      to="/notices"
      className="icon-btn bell"
      aria-label={unread > 0 ? t('bellUnread', { n: shown }) : t('bell')}
      title={t('bell')}
    >
      <Bell size={19} aria-hidden />
      {unread > 0 && (
        <span className="bell-count" aria-hidden>
          <bdi dir="ltr">{shown}</bdi>
        </span>
      )}
    </Link>
  );
}
