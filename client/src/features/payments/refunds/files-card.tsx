import { type RefundFileView, refundFile } from '@qafila/shared/payments/refunds.contract';
import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { Code, Money } from '../../../ui/money';

/** The newest files for the bank: how much is in each, and how far it is. */
export function FilesCard({ files }: { readonly files: readonly RefundFileView[] }): ReactNode {
  const { t } = useTranslation('refunds');
  if (files.length === 0) return null;
  return (
    <Card title={t('files.title')}>
      <ul className="refund-files">
        {files.map((file) => (
          <BankFile key={file.id} file={file} />
        ))}
      </ul>
    </Card>
  );
}

function BankFile({ file }: { readonly file: RefundFileView }): ReactNode {
  const { t } = useTranslation('refunds');
  const format = useFormats();
  const { count, settled, failed } = file;
  const isOver = settled + failed >= count;
  return (
    <li>
      <div className="grow">
        <b>
          <Code>{file.messageId}</Code>
        </b>{' '}
        <span className="small muted">
          {t('files.made', { when: format.dateTime(file.madeAt), name: format.isolate(file.madeBy) })}
        </span>
        <p className="small">
          {t('files.count', { count })} · <Money of={file.total} />
        </p>
      </div>
      <div className="refund-progress">
        <progress max={count} value={settled} aria-label={t('files.progress', { settled, count })} />
        <span className="small">{t('files.progress', { settled, count })}</span>
        {failed > 0 && <Chip tone="bad">{t('files.failed', { count: failed })}</Chip>}
        {isOver && failed === 0 && <Chip tone="ok">{t('files.over')}</Chip>}
      </div>
      <a className="btn btn-small" href={rawUrl(refundFile, { params: { id: file.id } })} download>
        <FileDown size={16} aria-hidden /> {t('files.download')}
        <span className="sr-only"> {file.messageId}</span>
      </a>
    </li>
  );
}
