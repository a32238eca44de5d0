import { type BrandColour, COLOUR_ROLES } from '@qafila/shared/branding/profile-content';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { ColourRow } from './colour-row';
import { Section } from './section';
import type { ProfileForm } from './use-profile-form';

const FIRST = '#8a6a1f';

/** The brand's colours by role: as screens, presses and ink books name them. */
export function ColoursSection({ form }: { readonly form: ProfileForm }): ReactNode {
  const { t } = useTranslation('profiles');
  const { colours } = form.content;
  const free = COLOUR_ROLES.find((role) => !colours.some((each) => each.role === role));
  const put = (at: number, colour: BrandColour): void =>
    form.change(
      'colours',
      colours.map((each, index) => (index === at ? colour : each)),
    );
  return (
    <Section title={t('colours.title')} canEdit={form.canEdit}>
      {colours.map((colour, at) => (
        <ColourRow
          key={colour.role}
          colour={colour}
          fault={(field) => form.fault(`colours.${at}.${field}`)}
          onChange={(changed) => put(at, changed)}
          onRemove={() =>
            form.change(
              'colours',
              colours.filter((each) => each !== colour),
            )
          }
        />
      ))}
      {form.canEdit && free && (
        <div>
          <Button
            size="small"
            icon={Plus}
            onClick={() =>
              form.change('colours', [...colours, { role: free, hex: FIRST, cmyk: null, pantone: null }])
            }
          >
            {t('colours.add')}
          </Button>
        </div>
      )}
    </Section>
  );
}
