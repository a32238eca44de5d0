import { account, accountPaper, accountTable } from '@qafila/shared/payments/account.contract';
import type { ReactNode } from 'react';
import { call, rawUrl } from '../../../lib/call';
import { useLocale } from '../../../lib/i18n/locale';
import { usePermission } from '../../../lib/session';
import { AccountPage } from './account-page';

/** The company's own statement of account. */
export function AccountScreen(): ReactNode {
  const { locale } = useLocale();
  const canOpen = usePermission('order:read');
  return (
    <AccountPage
      name="own"
      load={(asked, after) => call(account, { query: { ...asked, ...(after ? { after } : {}) } })}
      papers={(asked) => ({
        pdf: rawUrl(accountPaper, { query: { ...asked, locale } }),
        csv: rawUrl(accountTable, { query: { ...asked, locale } }),
      })}
      orderAddress={(id) => (canOpen ? `/orders/${id}` : `/payments/orders/${id}`)}
    />
  );
}
