import '../styles/account.css';
import { type Currency, isCurrency } from '@qafila/shared/kernel/currency';
import type { Money as Amount } from '@qafila/shared/kernel/money';
import { isNegative } from '@qafila/shared/kernel/money';
import type { AccountView } from '@qafila/shared/payments/account.contract';
import { Download, FileText } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n/locale';
import { usePages } from '../../../lib/use-pages';
import { Money } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { EmptyState } from '../../../ui/states';
import { MovementsTable } from './movements-table';
import { usePeriod } from './period-fields';
import type { Days } from './periods';

/** What is asked for: days, and a currency once one was chosen. */
export type Asked = Days & { readonly currency?: Currency };

interface AccountPageProps {
  /** Distinguishes accounts in the cache. */
  readonly name: string;
  readonly load: (asked: Asked, after: string | undefined) => Promise<AccountView>;
  /** Addresses of the paper and of the table. */
  readonly papers: (asked: Asked) => { readonly pdf: string; readonly csv: string };
  /** Where an order's code leads; nowhere where it is left out. */
  readonly orderAddress?: (id: string) => string;
  /** Tells whose account it is; the trader knows. */
  readonly namesCompany?: boolean;
}

/** A statement of account: where it stood, what moved, where it stands, and the credit apart. */
export function AccountPage(props: AccountPageProps): ReactNode {
  const { name, load, papers, namesCompany = false } = props;
  const { t } = useTranslation('account');
  const { locale } = useLocale();
  const { days, fields } = usePeriod('quarter');
  const [currency, setCurrency] = useState<Currency | null>(null);
  const asked: Asked = { ...days, ...(currency ? { currency } : {}) };
  const pages = usePages(['account', name, asked], (after) => load(asked, after));
  const view = pages.first;
  const addresses = papers(asked);
  const company = view && ((locale === 'ar' ? view.company.arabic : null) ?? view.company.latin);
  return (
    <Page
      title={t('title')}
      sub={namesCompany ? company && <bdi>{company}</bdi> : t('sub')}
      actions={
        <>
          <a className="btn" href={addresses.pdf} download>
            <FileText size={16} aria-hidden /> {t('pdf')}
          </a>
          <a className="btn" href={addresses.csv} download>
            <Download size={16} aria-hidden /> {t('csv')}
          </a>
        </>
      }
    >
      <div className="account-tools">
        {fields}
        {view && view.currencies.length > 1 && (
          <Segments
            label={t('currency')}
            value={view.currency}
            onChange={(value) => isCurrency(value) && setCurrency(value)}
            options={view.currencies.map((value) => ({ value, text: value }))}
          />
        )}
      </div>
      {view && <Standing view={view} />}
      <PagedList
        pages={pages}
        empty={
          <EmptyState icon={FileText} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        }
      >
        <MovementsTable rows={pages.rows} orderAddress={props.orderAddress} />
        <p className="small muted">{t('sign')}</p>
      </PagedList>
    </Page>
  );
}

/** The figures a reader looks for first. */
function Standing({ view }: { readonly view: AccountView }): ReactNode {
  const { t } = useTranslation('account');
  const figures: readonly { readonly word: string; readonly of: Amount }[] = [
    { word: 'opening', of: view.opening.balance },
    { word: 'charged', of: view.moved.charged },
    { word: 'paid', of: view.moved.paid },
    { word: isNegative(view.closing.balance) ? 'closingOver' : 'closing', of: view.closing.balance },
    { word: 'creditThen', of: view.closing.credit },
  ];
  return (
    <dl className="card account-figures">
      {figures.map(({ word, of }) => (
        <div key={word}>
          <dt className="small muted">{t(word)}</dt>
          <dd>
            <Money of={of} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
