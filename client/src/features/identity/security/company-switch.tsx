import { switchCompany } from '@qafila/shared/identity/sessions.contract';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useLocale } from '../../../lib/i18n/locale';
import { useReplaceSession, useSession } from '../../../lib/session';
import { Card } from '../../../ui/card';
import { SelectField } from '../../../ui/field';
import { sayFault } from '../../../ui/toast';

/** Which of his companies a person works for now; nothing read for the one before stays. */
export function CompanySwitch(): ReactNode {
  const { t } = useTranslation('identity');
  const { locale } = useLocale();
  const session = useSession();
  const replace = useReplaceSession();
  const navigate = useNavigate();
  const change = useMutation({
    mutationFn: (companyId: string) => call(switchCompany, { body: { companyId } }),
    onError: sayFault,
    onSuccess: async (next) => {
      replace(next);
      await navigate({ to: '/' });
    },
  });
  if (session.companies.length < 2 || session.acting !== null) return null;
  return (
    <SelectField
      label={t('company.switch')}
      value={session.company?.id ?? ''}
      options={session.companies.map((each) => ({
        value: each.id,
        text: (locale === 'ar' ? each.nameArabic : null) ?? each.nameLatin,
      }))}
      onChange={(id) => change.mutate(id)}
    />
  );
}

export function CompanyCard(): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <Card title={t('company.title')}>
      <CompanySwitch />
    </Card>
  );
}
