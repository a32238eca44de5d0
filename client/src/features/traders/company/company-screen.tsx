import './styles/company.css';
import { countryName } from '@qafila/shared/kernel/country-name';
import type { CompanyView } from '@qafila/shared/traders/company.contract';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { usePermission } from '../../../lib/session';
import { LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip, type Tone } from '../../../ui/chip';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { Addresses } from './addresses';
import { companyQuery } from './api';
import { CompanyLimits } from './company-limits';
import { CompanySettings } from './company-settings';

const TONE: Readonly<Record<CompanyView['state'], Tone>> = {
  pending: 'warn',
  active: 'ok',
  suspended: 'bad',
  closed: 'plain',
};

/** The company: what was verified, how it works, where goods go. */
export function CompanyScreen(): ReactNode {
  const { t } = useTranslation('company');
  const company = useQuery(companyQuery);
  const seesPeople = usePermission('member:read');
  return (
    <Page
      title={t('company.title')}
      sub={t('company.sub')}
      actions={
        seesPeople ? (
          <LinkButton to="/company/people" icon={Users}>
            {t('company.people')}
          </LinkButton>
        ) : undefined
      }
    >
      {company.isPending && <TableSkeleton rows={5} columns={2} />}
      {company.isError && (
        <ErrorState error={company.error} what={t('company.failed')} onRetry={() => void company.refetch()} />
      )}
      {company.isSuccess && (
        <div className="company-columns">
          <div className="stack">
            <Facts company={company.data} />
            <CompanySettings key={company.data.version} company={company.data} />
            <CompanyLimits company={company.data} />
          </div>
          <Addresses addresses={company.data.addresses} country={company.data.country} />
        </div>
      )}
    </Page>
  );
}

function Facts({ company }: { readonly company: CompanyView }): ReactNode {
  const { t } = useTranslation('company');
  const { locale } = useLocale();
  const none = <span className="muted">{t('facts.none')}</span>;
  const rows: readonly [string, ReactNode][] = [
    [t('facts.nameLatin'), <bdi key="latin">{company.nameLatin}</bdi>],
    [t('facts.nameArabic'), company.nameArabic ? <bdi key="arabic">{company.nameArabic}</bdi> : none],
    [t('facts.country'), countryName(company.country, locale)],
    [
      t('facts.registration'),
      company.registrationNumber ? <Code key="cr">{company.registrationNumber}</Code> : none,
    ],
    [t('facts.vat'), company.vatNumber ? <Code key="vat">{company.vatNumber}</Code> : none],
    [t('facts.currency'), <Code key="currency">{company.currency}</Code>],
  ];
  return (
    <Card
      title={t('facts.title')}
      aside={<Chip tone={TONE[company.state]}>{t(`state.${company.state}`)}</Chip>}
    >
      <dl className="rows">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{t('facts.hint')}</p>
    </Card>
  );
}
