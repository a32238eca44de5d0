import type { AssetRow } from '@qafila/shared/branding/asset-views';
import { assetThumb } from '@qafila/shared/branding/assets.contract';
import { brandLogo } from '@qafila/shared/branding/branding.contract';
import { LOGO_ROLES, type LogoRole } from '@qafila/shared/branding/profile-content';
import type { ProfileDetail } from '@qafila/shared/branding/profiles.contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { LinkButton } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { logosQuery } from './api';
import { Section } from './section';
import type { ProfileForm } from './use-profile-form';

interface LogosProps {
  readonly form: ProfileForm;
  readonly profile: ProfileDetail;
}

/** Which file stands for the brand in which place; only files that passed the check can be chosen. */
export function LogosSection({ form, profile }: LogosProps): ReactNode {
  const { t } = useTranslation('profiles');
  const logos = useQuery(logosQuery);
  const files = logos.data?.rows ?? [];
  return (
    <Section
      title={t('logos.title')}
      hint={t('logos.hint')}
      canEdit={form.canEdit}
      aside={
        <LinkButton to="/brand/files" size="small">
          {t('logos.files')}
        </LinkButton>
      }
    >
      <div className="profile-pair">
        {LOGO_ROLES.map((role) => (
          <LogoField key={role} role={role} form={form} profile={profile} files={files} />
        ))}
      </div>
    </Section>
  );
}

interface LogoFieldProps extends LogosProps {
  readonly role: LogoRole;
  readonly files: readonly AssetRow[];
}

function LogoField({ role, form, profile, files }: LogoFieldProps): ReactNode {
  const { t } = useTranslation('profiles');
  const { logos } = form.content;
  const chosen = logos[role];
  const saved = profile.content.logos[role];
  const isFile = files.some((file) => file.id === chosen);
  const isOlder = saved !== null && !files.some((file) => file.id === saved);
  const own = role === 'primary' && chosen !== null && chosen === saved && profile.hasLogo;
  const src = own
    ? rawUrl(brandLogo, { params: { id: profile.id }, query: { v: profile.version } })
    : isFile && chosen !== null
      ? rawUrl(assetThumb, { params: { id: chosen } })
      : null;
  return (
    <div className="logo-field">
      <span className={role === 'reversed' ? 'logo-place logo-place-dark' : 'logo-place'}>
        {src && <img src={src} alt="" />}
      </span>
      <SelectField
        label={t(`logos.role.${role}`)}
        value={chosen ?? ''}
        error={form.fault(`logos.${role}`)}
        options={[
          { value: '', text: t('logos.none') },
          ...(isOlder ? [{ value: saved, text: t('logos.present') }] : []),
          ...files.map((file) => ({ value: file.id, text: file.name })),
        ]}
        onChange={(value) => form.change('logos', { ...logos, [role]: value === '' ? null : value })}
      />
    </div>
  );
}
