import { ignoreLine } from '@qafila/shared/payments/desk.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import type { Line } from './match-facts';
import { ReasonDialog } from './reason-dialog';
import { useDeskStep } from './use-desk';

interface AsideDialogProps {
  readonly line: Line;
  readonly onClose: () => void;
}

/** Sets a line aside that pays no order. */
export function AsideDialog({ line, onClose }: AsideDialogProps): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const ignore = useDeskStep({
    send: (reason: string) =>
      call(ignoreLine, {
        params: { id: line.id },
        body: { version: line.version, reason },
        idempotencyKey: newKey(),
      }),
    done: t('aside.done'),
    onDone: onClose,
  });
  const lead = { amount: format.money(line.amount), payer: `\u2068${line.payerName}\u2069` };
  return (
    <ReasonDialog
      title={t('aside.title')}
      lead={t('aside.lead', lead)}
      hint={t('aside.hint')}
      action={t('aside.confirm')}
      isBusy={ignore.isPending}
      error={ignore.error}
      onConfirm={ignore.mutate}
      onClose={onClose}
    />
  );
}
