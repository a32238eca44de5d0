import { countryName } from '@qafila/shared/kernel/country-name';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { Button } from '../../../ui/button';
import { ToggleChip } from '../../../ui/chip';
import { SelectField, TextField } from '../../../ui/field';

interface TraderFiltersProps {
  readonly q: string;
  readonly country: string;
  readonly isMine: boolean;
  readonly countries: readonly string[];
}

/** Search, country and "mine"; all of it stands in the address. */
export function TraderFilters({ q, country, isMine, countries }: TraderFiltersProps): ReactNode {
  const { t } = useTranslation('acting');
  const { locale } = useLocale();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const change = (part: Readonly<Record<string, string | undefined>>): void =>
    void navigate({
      to: '.',
      replace: true,
      search: (before: Record<string, unknown>) => ({ ...before, ...part }),
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change({ q: typed.trim() || undefined });
  };
  return (
    <form className="trader-filters" onSubmit={submit}>
      <TextField
        label={t('list.search')}
        type="search"
        placeholder={t('list.searchHint')}
        value={typed}
        onChange={setTyped}
      />
      <SelectField
        label={t('list.country')}
        value={country}
        options={[
          { value: '', text: t('list.anyCountry') },
          ...[...new Set([...countries, ...(country ? [country] : [])])].map((code) => ({
            value: code,
            text: countryName(code, locale),
          })),
        ]}
        onChange={(value) => change({ country: value || undefined })}
      />
      <div className="inline trader-filters-end">
        <Button type="submit">{t('list.find')}</Button>
        <ToggleChip on={isMine} onToggle={() => change({ mine: isMine ? undefined : 'yes' })}>
          {t('list.mine')}
        </ToggleChip>
      </div>
    </form>
  );
}
