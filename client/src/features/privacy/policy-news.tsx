import './styles/privacy.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { useMaybeSession } from '../../lib/session';
import { myPolicyQuery } from './api';

/** Policy clause 9: at the next visit a person is told that the policy changed, and what. */
export function PolicyNews(): ReactNode {
  const { t } = useTranslation('privacy');
  const format = useFormats();
  const session = useMaybeSession();
  const { pathname } = useLocation();
  const mine = useQuery({ ...myPolicyQuery, enabled: session !== null && session.acting === null });
  const news = mine.data;
  if (!news || news.newsSince === null || pathname === '/policy') return null;
  return (
    <aside className="policy-news" aria-label={t('title')}>
      <ScrollText size={17} aria-hidden />
      <span>{t('news.text', { version: format.number(news.current) })}</span>
      <Link to="/policy" search={{ v: news.current, since: news.newsSince } as never}>
        {t('news.look')}
      </Link>
    </aside>
  );
}
