import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/field';
import { Section } from './section';
import type { ProfileForm } from './use-profile-form';

/** What the brand says on the slip and on the tracking page beside what every parcel says. */
export function DocumentsSection({ form }: { readonly form: ProfileForm }): ReactNode {
  const { t } = useTranslation('profiles');
  return (
    <>
      <Section title={t('slip.title')} hint={t('slip.hint')} canEdit={form.canEdit}>
        <BothLanguages form={form} part="slip" />
      </Section>
      <Section title={t('tracking.title')} canEdit={form.canEdit}>
        <BothLanguages form={form} part="tracking" />
        <PageAccent form={form} />
        <label className="profile-check">
          <input
            type="checkbox"
            checked={form.content.tracking.showsContact}
            onChange={(event) =>
              form.change('tracking', { ...form.content.tracking, showsContact: event.target.checked })
            }
          />
          {t('tracking.contact')}
        </label>
      </Section>
    </>
  );
}

function BothLanguages(props: { readonly form: ProfileForm; readonly part: 'slip' | 'tracking' }): ReactNode {
  const { t } = useTranslation('profiles');
  const { form, part } = props;
  const { slip, tracking } = form.content;
  const line = form.content[part];
  const put = (key: 'arabic' | 'latin', value: string): void =>
    part === 'slip'
      ? form.change('slip', { ...slip, [key]: value })
      : form.change('tracking', { ...tracking, [key]: value });
  return (
    <div className="profile-pair">
      <TextField
        label={t('line.arabic')}
        dir="rtl"
        lang="ar"
        value={line.arabic ?? ''}
        error={form.fault(`${part}.arabic`)}
        onChange={(value) => put('arabic', value)}
      />
      <TextField
        label={t('line.latin')}
        value={line.latin ?? ''}
        error={form.fault(`${part}.latin`)}
        onChange={(value) => put('latin', value)}
      />
    </div>
  );
}

function PageAccent({ form }: { readonly form: ProfileForm }): ReactNode {
  const { t } = useTranslation('profiles');
  const { tracking, colours } = form.content;
  const own = colours.find((each) => each.role === 'accent')?.hex ?? '#000000';
  const put = (accent: string | null): void => form.change('tracking', { ...tracking, accent });
  return (
    <div className="inline">
      <label className="profile-check">
        <input
          type="checkbox"
          checked={tracking.accent !== null}
          onChange={(event) => put(event.target.checked ? own : null)}
        />
        {t('tracking.ownAccent')}
      </label>
      {tracking.accent !== null && (
        <input
          type="color"
          className="colour-well"
          aria-label={t('tracking.accent')}
          value={tracking.accent}
          onChange={(event) => put(event.target.value)}
        />
      )}
    </div>
  );
}
