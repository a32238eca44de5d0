import { LOCALES } from '@qafila/shared/kernel/locale';
import { TIME_ZONES } from '@qafila/shared/traders/calendar';
import { type CompanyView, editCompany } from '@qafila/shared/traders/company.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { SelectField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { companyQuery } from './api';

const LANGUAGE_NAMES = { en: 'English', ar: 'العربية', no: 'Norsk', fr: 'Français' } as const;
/** `Asia/Riyadh` as people say it. */
const zoneName = (zone: string): string => (zone.split('/')[1] ?? zone).replaceAll('_', ' ');

/** Language and time zone of the company; readers see them, editors change them. */
export function CompanySettings({ company }: { readonly company: CompanyView }): ReactNode {
  const { t } = useTranslation('company');
  const canEdit = usePermission('company:edit');
  return (
    <Card title={t('settings.title')}>
      {canEdit ? (
        <SettingsForm company={company} />
      ) : (
        <>
          <dl className="rows">
            <div>
              <dt>{t('settings.locale')}</dt>
              <dd>{LANGUAGE_NAMES[company.locale]}</dd>
            </div>
            <div>
              <dt>{t('settings.zone')}</dt>
              <dd>
                <bdi>{zoneName(company.timeZone)}</bdi>
              </dd>
            </div>
          </dl>
          <p className="small muted">{t('settings.readOnly')}</p>
        </>
      )}
    </Card>
  );
}

function SettingsForm({ company }: { readonly company: CompanyView }): ReactNode {
  const { t } = useTranslation('company');
  const client = useQueryClient();
  const [locale, setLocale] = useState<string>(company.locale);
  const [timeZone, setTimeZone] = useState<string>(company.timeZone);
  const save = useMutation({
    mutationFn: () =>
      call(editCompany, {
        ifMatch: company.version,
        body: {
          locale: LOCALES.find((each) => each === locale) ?? company.locale,
          timeZone: TIME_ZONES.find((each) => each === timeZone) ?? company.timeZone,
        },
      }),
    onSuccess: (next) => {
      client.setQueryData(companyQuery.queryKey, next);
      sayDone(t('settings.saved'));
    },
  });
  const isSame = locale === company.locale && timeZone === company.timeZone;
  const why = isSame ? t('settings.same') : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (why === undefined) save.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="two-parts">
        <SelectField
          label={t('settings.locale')}
          hint={t('settings.localeHint')}
          value={locale}
          options={LOCALES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))}
          onChange={setLocale}
        />
        <SelectField
          label={t('settings.zone')}
          hint={t('settings.zoneHint')}
          value={timeZone}
          options={TIME_ZONES.map((value) => ({ value, text: zoneName(value) }))}
          onChange={setTimeZone}
        />
      </div>
      <ErrorLine error={save.error} />
      <div className="form-end">
        <Button
          kind="primary"
          type="submit"
          busy={save.isPending}
          {...(why === undefined ? {} : { reason: why })}
        >
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
