import '../styles/identity.css';
import { readFactors } from '@qafila/shared/identity/factors.contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSession } from '../../../lib/session';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { CompanyCard } from './company-switch';
import { EmailCard } from './email-card';
import { FactorsCard } from './factors-card';
import { LanguageCard } from './language-card';
import { PasswordCard } from './password-card';
import { RecoveryCard } from './recovery-card';
import { SessionsCard } from './sessions-card';

export const factorsQueryKey = ['factors'];

/** Everything that opens the account: factors, recovery codes, password, mail, devices. */
export function SecurityScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const session = useSession();
  const factors = useQuery({ queryKey: factorsQueryKey, queryFn: () => call(readFactors) });
  return (
    <Page title={t('security.title')} sub={t('security.lead')}>
      <div className="columns">
        <div className="stack stack-wide">
          {factors.isPending && <CardsSkeleton cards={2} />}
          {factors.isError && <ErrorState error={factors.error} onRetry={() => void factors.refetch()} />}
          {factors.data && <FactorsCard factors={factors.data} />}
          {factors.data && <RecoveryCard left={factors.data.recoveryCodesLeft} />}
          <SessionsCard />
        </div>
        <div className="stack stack-wide">
          <PasswordCard />
          <EmailCard email={session.person.email} />
          <LanguageCard />
          {session.companies.length > 1 && <CompanyCard />}
        </div>
      </div>
    </Page>
  );
}
