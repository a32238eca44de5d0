import type { TransferInstructionView } from '@qafila/shared/payments/payments.contract';
import { RECEIPT_LIMIT_MB } from '@qafila/shared/payments/payments.rules';
import { ownReceiptPage } from '@qafila/shared/payments/receipts.contract';
import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { ReceiptDialog } from './receipt-dialog';

const MB = 1024 * 1024;

/** Receipts of the transfer: those shown so far, and a place to drop or pick one more. */
export function Receipts({ view }: { readonly view: TransferInstructionView }): ReactNode {
  const { t } = useTranslation('ordering');
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const canAdd = view.noReceiptFor === null;
  const take = (given: File | undefined): void => {
    if (!given) return;
    const isLarge = given.size > RECEIPT_LIMIT_MB.value * MB;
    setTooLarge(isLarge);
    if (!isLarge) setFile(given);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (canAdd) take(event.dataTransfer.files[0]);
  };
  if (!canAdd && view.receipts.length === 0) return null;
  return (
    <section
      className="receipts"
      aria-label={t('receipt.title')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <h3>{t('receipt.title')}</h3>
      {view.receipts.length > 0 && (
        <ul className="receipt-list">
          {view.receipts.map((receipt) => (
            <Receipt key={receipt.id} receipt={receipt} />
          ))}
        </ul>
      )}
      {view.noReceiptFor === 'enough' && <p className="small muted">{t('receipt.enough')}</p>}
      {canAdd && (
        <div className="receipt-pick">
          <input
            ref={input}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-label={t('receipt.pick')}
            accept="application/pdf,image/jpeg,image/png"
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button icon={FileUp} onClick={() => input.current?.click()}>
            {t('receipt.pick')}
          </Button>
          <span className="small muted grow">
            {t(view.isExtended || view.state === 'expired' ? 'receipt.again' : 'receipt.first', {
              limit: RECEIPT_LIMIT_MB.value,
            })}
          </span>
        </div>
      )}
      {isTooLarge && (
        <p className="field-error" role="alert">
          {say.reason({ code: 'TOO_LARGE', params: { limitMb: RECEIPT_LIMIT_MB.value } })}
        </p>
      )}
      {file && <ReceiptDialog view={view} file={file} onClose={() => setFile(null)} />}
    </section>
  );
}

function Receipt({ receipt }: { readonly receipt: TransferInstructionView['receipts'][number] }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const src = rawUrl(ownReceiptPage, { params: { id: receipt.id, page: 1 } });
  const facts = [
    receipt.amount && format.money(receipt.amount),
    receipt.paidOn && format.date(receipt.paidOn),
  ].filter((fact) => fact !== null);
  return (
    <li>
      <a href={src} target="_blank" rel="noreferrer" aria-label={t('receipt.open', { name: receipt.name })}>
        <img src={src} alt="" loading="lazy" />
      </a>
      <div>
        <b>
          <bdi>{receipt.name}</bdi>
        </b>
        {facts.length > 0 && <p className="small">{facts.join(' · ')}</p>}
        <p className="small muted">
          {t('receipt.by', {
            when: format.dateTime(receipt.uploadedAt),
            by: format.isolate(receipt.uploadedBy),
          })}
        </p>
      </div>
    </li>
  );
}
