import { type NoticeGroup, noticeEventSpec } from '@qafila/shared/notifications/notice-events';
import type { noticeView } from '@qafila/shared/notifications/notifications.contract';
import { Link } from '@tanstack/react-router';
import {
  Building2,
  Check,
  type LucideIcon,
  PackageCheck,
  ShieldCheck,
  ShoppingBag,
  Wallet,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useFormats } from '../../lib/i18n/format';
import { useLocale } from '../../lib/i18n/locale';
import { IconButton } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { noticeText } from './notice-text';

const ICONS: Readonly<Record<NoticeGroup, LucideIcon>> = {
  orders: ShoppingBag,
  payments: Wallet,
  parcels: PackageCheck,
  company: Building2,
  security: ShieldCheck,
};

interface ItemProps {
  readonly notice: z.output<typeof noticeView>;
  readonly onRead: () => void;
}

/** One notice: what happened, when, and the way to it. Following it marks it as read. */
export function NoticeItem({ notice, onRead }: ItemProps): ReactNode {
  const { t } = useTranslation('notices');
  const { locale } = useLocale();
  const format = useFormats();
  const { group } = noticeEventSpec(notice.event);
  const Icon = ICONS[group];
  const text = noticeText(notice, locale);
  const follow = (): void => {
    if (!notice.isRead) onRead();
  };
  return (
    <li data-unread={!notice.isRead}>
      <span className="notice-icon">
        <Icon size={18} aria-hidden />
      </span>
      <div className="notice-body">
        {notice.link === null ? (
          <span className="notice-text">{text}</span>
        ) : (
          <Link to={notice.link} className="notice-text row-link" onClick={follow}>
            {text}
          </Link>
        )}
        <span className="small muted">
          {t(`group.${group}`)} · {format.dateTime(notice.at)}
        </span>
      </div>
      {!notice.isRead && (
        <span className="inline">
          <Chip tone="info">{t('new')}</Chip>
          <IconButton icon={Check} label={`${t('read')}: ${text}`} onClick={onRead} />
        </span>
      )}
    </li>
  );
}
