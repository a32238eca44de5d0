import {
  companyAccount,
  companyAccountPaper,
  companyAccountTable,
} from '@qafila/shared/payments/account.contract';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call, rawUrl } from '../../../lib/call';
import { useLocale } from '../../../lib/i18n/locale';
import { AccountPage } from './account-page';

/** A company's statement of account as finance sees it. */
export function CompanyAccountScreen(): ReactNode {
  const { locale } = useLocale();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const params = { id };
  return (
    <AccountPage
      name={id}
      namesCompany
      load={(asked, after) =>
        call(companyAccount, { params, query: { ...asked, ...(after ? { after } : {}) } })
      }
      papers={(asked) => ({
        pdf: rawUrl(companyAccountPaper, { params, query: { ...asked, locale } }),
        csv: rawUrl(companyAccountTable, { params, query: { ...asked, locale } }),
      })}
    />
  );
}
