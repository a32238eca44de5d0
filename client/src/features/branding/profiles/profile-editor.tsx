import { assetThumb } from '@qafila/shared/branding/assets.contract';
import { brandLogo } from '@qafila/shared/branding/branding.contract';
import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import type { PreviewDocument, ProfileDetail } from '@qafila/shared/branding/profiles.contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { useLeaveQuestion } from '../../../lib/use-leave-question';
import { Button } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { ColoursSection } from './colours-section';
import { Consents } from './consents';
import { DocumentsSection } from './documents-section';
import { LogosSection } from './logos-section';
import { NamesSection } from './names-section';
import { PreviewPane } from './preview-pane';
import { ProfileHistory } from './profile-history';
import { ProfileSteps } from './profile-steps';
import { SenderSection } from './sender-section';
import { useProfileForm } from './use-profile-form';

/** The editor of a profile; whoever may only read sees the same, switched off and without a preview. */
export function ProfileEditor({ profile }: { readonly profile: ProfileDetail }): ReactNode {
  const { t } = useTranslation('profiles');
  const { locale: own } = useLocale();
  const [document, setDocument] = useState<PreviewDocument>('slip');
  const [locale, setLocale] = useState(own);
  const { form, drawn, save, isChanged } = useProfileForm(profile, { document, locale });
  useLeaveQuestion(isChanged);
  const { content } = form;
  return (
    <div className="profile-columns">
      <div className="stack profile-form">
        {profile.mayEdit ? (
          <ProfileSteps profile={profile} />
        ) : (
          profile.state !== 'archived' && <p className="muted">{t('edit.readOnly')}</p>
        )}
        <NamesSection form={form} />
        <LogosSection form={form} profile={profile} />
        <ColoursSection form={form} />
        <SenderSection form={form} />
        <DocumentsSection form={form} />
        {profile.mayEdit && <SaveBar profile={profile} save={save} isChanged={isChanged} />}
      </div>
      {profile.mayEdit && (
        <PreviewPane
          drawn={drawn}
          brand={{ name: content.names.latin, logo: logoOf(profile, content) }}
          document={document}
          locale={locale}
          onDocument={setDocument}
          onLocale={setLocale}
        />
      )}
      <div className="stack profile-rest">
        <Consents profile={profile} />
        <ProfileHistory id={profile.id} />
      </div>
    </div>
  );
}

/** Where the logo of the form is: the saved one, or a file that was only just chosen. */
function logoOf(profile: ProfileDetail, { logos }: ProfileContent): string {
  if (logos.primary === null || logos.primary === profile.content.logos.primary)
    return rawUrl(brandLogo, { params: { id: profile.id }, query: { v: profile.version } });
  return rawUrl(assetThumb, { params: { id: logos.primary } });
}

interface SaveBarProps {
  readonly profile: ProfileDetail;
  readonly save: ReturnType<typeof useProfileForm>['save'];
  readonly isChanged: boolean;
}

/** Stays in sight while something is not saved. */
function SaveBar({ profile, save, isChanged }: SaveBarProps): ReactNode {
  const { t } = useTranslation('profiles');
  const format = useFormats();
  const version = format.number(profile.version + 1);
  return (
    <div className={isChanged ? 'save-bar save-bar-due' : 'save-bar'}>
      <span className="small muted grow">
        {isChanged ? `${t('edit.unsaved')}. ${t('edit.onlyNew')}` : t('edit.onlyNew')}
      </span>
      <ErrorLine error={save.error} />
      <Button
        kind="primary"
        busy={save.isPending}
        {...(isChanged ? {} : { reason: t('edit.nothing') })}
        onClick={() => save.mutate()}
      >
        {t('edit.save', { version })}
      </Button>
    </div>
  );
}
