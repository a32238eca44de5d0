import { undoMatch } from '@qafila/shared/payments/desk.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import type { Match } from './match-facts';
import { ReasonDialog } from './reason-dialog';
import { useDeskStep } from './use-desk';

interface UndoDialogProps {
  readonly match: Match;
  readonly onClose: () => void;
}

/** Asks that a booked match be taken back; two people confirm it. */
export function UndoDialog({ match, onClose }: UndoDialogProps): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const step = useDeskStep({
    send: (reason: string) =>
      call(undoMatch, {
        params: { id: match.id },
        body: { version: match.version, reason },
        idempotencyKey: newKey(),
      }),
    done: t('undo.done'),
    onDone: onClose,
  });
  const what = { amount: format.money(match.amount), company: `\u2068${match.company}\u2069` };
  return (
    <ReasonDialog
      title={t('undo.title')}
      lead={t('undo.lead', what)}
      hint={t('undo.hint')}
      action={t('undo.confirm')}
      isBusy={step.isPending}
      error={step.error}
      onConfirm={step.mutate}
      onClose={onClose}
    />
  );
}
