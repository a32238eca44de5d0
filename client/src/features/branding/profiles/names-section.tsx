import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/field';
import { Section } from './section';
import type { ProfileForm } from './use-profile-form';

const NAMES = [
  { name: 'latin', dir: 'ltr', lang: 'en' },
  { name: 'arabic', dir: 'rtl', lang: 'ar' },
  { name: 'french', dir: 'ltr', lang: 'fr' },
  { name: 'norwegian', dir: 'ltr', lang: 'nb' },
] as const;

/** The brand's names, each in its own script. */
export function NamesSection({ form }: { readonly form: ProfileForm }): ReactNode {
  const { t } = useTranslation('profiles');
  const { names } = form.content;
  return (
    <Section title={t('names.title')} canEdit={form.canEdit}>
      <div className="profile-pair">
        {NAMES.map(({ name, dir, lang }) => (
          <TextField
            key={name}
            label={t(`names.${name}`)}
            dir={dir}
            lang={lang}
            value={names[name] ?? ''}
            error={form.fault(`names.${name}`)}
            onChange={(value) => form.change('names', { ...names, [name]: value })}
          />
        ))}
      </div>
    </Section>
  );
}
