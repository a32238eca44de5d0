import { receiptPage, type WaitingReceipt, waitingReceipts } from '@qafila/shared/payments/receipts.contract';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import { ReceiptText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, rawUrl } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { usePages } from '../../lib/use-pages';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Code, Money } from '../../ui/money';
import { ErrorLine } from '../../ui/states';

/** Receipts whose money has not come, folded under their number; nothing where none waits. */
export function ReceiptsCard(): ReactNode {
  const { t } = useTranslation('receipts');
  const pages = usePages(['transfers', 'receipts'], (after, signal) =>
    call(waitingReceipts, { query: after ? { after } : {}, signal }),
  );
  const { query, rows } = pages;
  if (query.isError) return <ErrorLine error={query.error} />;
  if (rows.length === 0) return null;
  return (
    <details className="card receipts-card">
      <summary>
        <span className="inline-tight">
          <ReceiptText size={17} aria-hidden /> {t('title')}
        </span>
        <Chip tone="info">{query.hasNextPage ? t('more', { count: rows.length }) : String(rows.length)}</Chip>
      </summary>
      <ul>
        {rows.map((receipt) => (
          <Waiting key={receipt.id} receipt={receipt} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('next')}
        </Button>
      )}
    </details>
  );
}

function Waiting({ receipt }: { readonly receipt: WaitingReceipt }): ReactNode {
  const { t } = useTranslation('receipts');
  const format = useFormats();
  const said = [
    receipt.amount && format.money(receipt.amount),
    receipt.paidOn && format.date(receipt.paidOn),
  ].filter((part) => part !== null);
  return (
    <li>
      <div className="grow">
        <b>
          <bdi>{receipt.company}</bdi>
        </b>{' '}
        <span className="muted">
          <Code>{receipt.orderCode}</Code> · <Code>{shownReference(receipt.reference)}</Code>
        </span>
        <p className="small">
          {said.length > 0 ? t('says', { what: said.join(' · ') }) : t('saysNothing')}{' '}
          <span className="muted">
            {t('due')} <Money of={receipt.due} /> · {t('until', { when: format.dateTime(receipt.deadline) })}
          </span>
        </p>
      </div>
      <span className="inline-tight">
        {Array.from({ length: receipt.pages }, (_, i) => i + 1).map((page) => (
          <a
            key={page}
            className="small"
            href={rawUrl(receiptPage, { params: { id: receipt.id, page } })}
            target="_blank"
            rel="noreferrer"
          >
            {receipt.pages === 1 ? t('open') : t('openPage', { page })}
            <span className="sr-only"> {receipt.orderCode}</span>
          </a>
        ))}
      </span>
    </li>
  );
}
