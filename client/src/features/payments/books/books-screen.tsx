import '../styles/account.css';
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { LinkButton } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { Segments } from '../../../ui/segments';
import { CreditLine } from './credit-line';
import { DueList } from './due-list';
import { PaymentsList } from './payments-list';
import { ReceiptsList } from './receipts-list';

const VIEWS = ['due', 'payments', 'receipts'] as const;
const LISTS = { due: DueList, payments: PaymentsList, receipts: ReceiptsList } as const;

/** Payments over all orders, for whoever keeps the books. */
export function BooksScreen(): ReactNode {
  const { t } = useTranslation('books');
  const [view, setView] = useAddressValue('view', VIEWS, 'due');
  const List = LISTS[view];
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={
        <LinkButton to="/payments/account" icon={FileText}>
          {t('account')}
        </LinkButton>
      }
    >
      <div>
        <Segments
          label={t('views')}
          value={view}
          onChange={setView}
          options={VIEWS.map((each) => ({ value: each, text: t(`view.${each}`) }))}
        />
      </div>
      {view === 'due' && <CreditLine />}
      <List />
    </Page>
  );
}
