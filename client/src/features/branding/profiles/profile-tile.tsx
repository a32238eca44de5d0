import { brandLogo } from '@qafila/shared/branding/branding.contract';
import type { ProfileCard } from '@qafila/shared/branding/profiles.contract';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { StateChip } from './state-chip';

/** A brand as a card: its mark on white, its two colours, its names, and where it stands. */
export function ProfileTile({ card }: { readonly card: ProfileCard }): ReactNode {
  const { t } = useTranslation('profiles');
  const format = useFormats();
  const { id, nameLatin, nameArabic, version, savedAt } = card;
  return (
    <li className={card.state === 'archived' ? 'profile-tile profile-tile-past' : 'profile-tile'}>
      <div className="profile-mark">
        <Mark card={card} />
      </div>
      <span className="profile-stripe" aria-hidden>
        <span style={{ background: card.ink }} />
        <span style={{ background: card.accent }} />
      </span>
      <div className="profile-facts">
        <div className="between">
          <Link to={`/brand/profiles/${id}`} className="profile-link">
            <bdi translate="no">{nameLatin}</bdi>
          </Link>
          <StateChip state={card.state} />
        </div>
        {nameArabic && (
          <bdi lang="ar" dir="rtl" translate="no">
            {nameArabic}
          </bdi>
        )}
        <span className="small muted">
          {t('list.version', { version: format.number(version) })} ·{' '}
          {t('list.saved', { date: format.date(savedAt) })}
        </span>
      </div>
    </li>
  );
}

function Mark({ card }: { readonly card: ProfileCard }): ReactNode {
  const { t } = useTranslation('profiles');
  const [isLost, setLost] = useState(false);
  if (card.hasLogo && !isLost) {
    const name = `\u2068${card.nameLatin}\u2069`;
    const src = rawUrl(brandLogo, { params: { id: card.id }, query: { v: card.version } });
    return <img src={src} alt={t('list.logoOf', { name })} onError={() => setLost(true)} />;
  }
  return (
    <bdi className="profile-written" aria-hidden translate="no">
      {card.nameArabic ?? card.nameLatin}
    </bdi>
  );
}
