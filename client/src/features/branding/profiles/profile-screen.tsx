import '../styles/profiles.css';
import type { ProfileDetail } from '@qafila/shared/branding/profiles.contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { LinkButton } from '../../../ui/button';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { profileQuery } from './api';
import { ProfileEditor } from './profile-editor';
import { StateChip } from './state-chip';

/** One brand: the form on one side, the real documents of it on the other. */
export function ProfileScreen(): ReactNode {
  const { t } = useTranslation('profiles');
  const { id = '' } = useParams({ strict: false });
  const profile = useQuery(profileQuery(id));
  const { locale } = useLocale();
  const names = profile.data?.content.names;
  const name = names && ((locale === 'ar' ? names.arabic : null) ?? names.latin);
  return (
    <Page
      title={name ?? t('list.title')}
      heading={name && <bdi translate="no">{name}</bdi>}
      sub={profile.data && <Sub profile={profile.data} />}
      actions={
        <LinkButton to="/brand" icon={ArrowLeft} flipIcon kind="quiet">
          {t('edit.back')}
        </LinkButton>
      }
    >
      <div className="stack">
        <BrandNav />
        {profile.isPending && <TableSkeleton rows={6} columns={2} />}
        {profile.isError && (
          <ErrorState error={profile.error} what={t('edit.failed')} onRetry={() => void profile.refetch()} />
        )}
        {profile.isSuccess && <ProfileEditor key={id} profile={profile.data} />}
      </div>
    </Page>
  );
}

function Sub({ profile }: { readonly profile: ProfileDetail }): ReactNode {
  const { t } = useTranslation('profiles');
  const format = useFormats();
  return (
    <span className="inline">
      <StateChip state={profile.state} />
      <span>{t('list.version', { version: format.number(profile.version) })}</span>
      <span className="muted">
        {t('edit.code')} <Code>{profile.code}</Code>
      </span>
    </span>
  );
}
