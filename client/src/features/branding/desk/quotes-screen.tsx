import '../styles/briefs.css';
import '../styles/desk.css';
import { Link } from '@tanstack/react-router';
import { HandCoins } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { usePermission } from '../../../lib/session';
import { usePages } from '../../../lib/use-pages';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { Dialog } from '../../../ui/dialog';
import { Code, Money } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { EmptyState } from '../../../ui/states';
import { loadQuotes, QUOTES_KEY, type QuoteRow } from './api';
import { QuoteForm } from './quote-form';

/** Briefs whose rounds are used up: the account manager says what a further one costs. */
export function QuotesScreen(): ReactNode {
  const { t } = useTranslation('desk');
  const pages = usePages(QUOTES_KEY, loadQuotes);
  const [open, setOpen] = useState<QuoteRow | null>(null);
  return (
    <Page title={t('quotes.title')} sub={t('quotes.sub')}>
      <PagedList
        pages={pages}
        empty={
          <EmptyState icon={HandCoins} title={t('quotes.empty')}>
            {t('quotes.emptyText')}
          </EmptyState>
        }
      >
        <ul className="brief-rows">
          {pages.rows.map((row) => (
            <Row key={row.id} row={row} onQuote={() => setOpen(row)} />
          ))}
        </ul>
      </PagedList>
      <Dialog title={t('quotes.offer')} isOpen={open !== null} onClose={() => setOpen(null)}>
        {open && <QuoteForm row={open} onClose={() => setOpen(null)} />}
      </Dialog>
    </Page>
  );
}

interface RowProps {
  readonly row: QuoteRow;
  readonly onQuote: () => void;
}

function Row({ row, onQuote }: RowProps): ReactNode {
  const { t } = useTranslation('desk');
  const format = useFormats();
  const mayRead = usePermission('trader:read');
  const titleId = useId();
  const { rounds, quote } = row;
  return (
    <li className="card desk-quote" aria-labelledby={titleId}>
      <div className="brief-row-head">
        <b id={titleId}>
          <bdi>{row.title}</bdi>
        </b>
        <span className="small muted">
          {mayRead ? (
            <Link to="/staff/traders/$id" params={{ id: row.companyId }}>
              <bdi>{row.company}</bdi>
            </Link>
          ) : (
            <bdi>{row.company}</bdi>
          )}{' '}
          · <Code>{row.code}</Code>
        </span>
      </div>
      <div className="brief-row-fact">
        <span>{t('quotes.rounds', { used: rounds.used, all: rounds.included + rounds.bought })}</span>
        <span className="small muted">{t('quotes.since', { when: format.dateTime(row.waitsSince) })}</span>
      </div>
      {quote ? (
        <div className="brief-row-fact">
          <span className="inline">
            <Money of={quote.price} />
            <Chip tone="warn">{t('quotes.offered')}</Chip>
          </span>
          <span className="small muted">
            {t('quotes.days', { count: quote.leadDays })} · {format.dateTime(quote.at)}
          </span>
        </div>
      ) : (
        <div>
          <Button kind="primary" label={t('quotes.offerFor', { title: row.title })} onClick={onQuote}>
            {t('quotes.offer')}
          </Button>
        </div>
      )}
    </li>
  );
}
