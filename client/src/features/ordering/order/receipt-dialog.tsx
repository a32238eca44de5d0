import type { TransferInstructionView } from '@qafila/shared/payments/payments.contract';
import { riyadhDate } from '@qafila/shared/payments/payments.rules';
import { uploadReceipt } from '@qafila/shared/payments/receipts.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText, typedAmount } from '../../../lib/amount';
import { call, newKey } from '../../../lib/call';
import { typedFile } from '../../../lib/typed-file';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { transferQuery } from '../api';

interface Props {
  readonly view: TransferInstructionView;
  readonly file: File;
  readonly onClose: () => void;
}

/** What the receipt shows, in two fields that may stay as they are, and the upload. */
export function ReceiptDialog({ view, file, onClose }: Props): ReactNode {
  const { t } = useTranslation('ordering');
  const client = useQueryClient();
  const key = useRef(newKey());
  const [amount, setAmount] = useState(amountText(view.due));
  const [paidOn, setPaidOn] = useState(riyadhDate(new Date()));
  const typed = typedAmount(amount, view.due.currency);
  const isWrong = amount.trim() !== '' && typed === null;
  const upload = useMutation({
    mutationFn: () =>
      call(uploadReceipt, {
        params: { id: view.orderId },
        query: {
          name: file.name.slice(-200),
          ...(typed ? { amount: typed.minor } : {}),
          ...(paidOn === '' ? {} : { paidOn }),
        },
        file: typedFile(file),
        idempotencyKey: key.current,
      }),
    onSuccess: async (next) => {
      client.setQueryData(transferQuery(view.orderId).queryKey, next);
      await client.invalidateQueries({ queryKey: ['orders'] });
      sayDone(t('receipt.done'));
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWrong) upload.mutate();
  };
  return (
    <Dialog title={t('receipt.title')} isOpen onClose={onClose} size="small">
      <form className="stack" onSubmit={submit}>
        <p>
          <bdi>{file.name}</bdi>
        </p>
        <TextField
          label={t('receipt.amount', { currency: view.due.currency })}
          inputMode="decimal"
          dir="ltr"
          value={amount}
          onChange={(value) => {
            key.current = newKey();
            setAmount(value);
          }}
          {...(isWrong ? { error: t('receipt.amountWrong') } : {})}
        />
        <TextField
          label={t('receipt.paidOn')}
          type="date"
          value={paidOn}
          onChange={(value) => {
            key.current = newKey();
            setPaidOn(value);
          }}
        />
        <p className="small muted">{t('receipt.neverPays')}</p>
        <ErrorLine error={upload.error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('receipt.back')}</Button>
          <Button type="submit" kind="primary" busy={upload.isPending}>
            {t('receipt.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
