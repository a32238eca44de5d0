import { add, type Money } from '@qafila/shared/kernel/money';
import { splitLine } from '@qafila/shared/payments/desk.contract';
import { WRITE_OFF_UP_TO } from '@qafila/shared/payments/payments.rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { isSmallWriteOff, type Line, type Match } from './match-facts';
import { ReasonDialog } from './reason-dialog';
import { useDeskStep } from './use-desk';

interface WriteOffDialogProps {
  readonly line: Line;
  readonly match: Match;
  /** What is missing beyond what is written off already. */
  readonly by: Money;
  readonly onClose: () => void;
}

/** Nobody is asked for the difference any more: written off when the match is confirmed. */
export function WriteOffDialog({ line, match, by, onClose }: WriteOffDialogProps): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const writeOff = add(match.writtenOff, by);
  const part = {
    target: { kind: 'order' as const, id: match.order?.id ?? '' },
    amount: match.amount,
    writeOff,
  };
  const step = useDeskStep({
    send: (reason: string) =>
      call(splitLine, {
        params: { id: line.id },
        body: { version: line.version, parts: [part], reason },
        idempotencyKey: newKey(),
      }),
    done: t('writeOff.done'),
    onDone: onClose,
  });
  const said = isSmallWriteOff(writeOff) ? 'writeOff.lead' : 'writeOff.leadTwo';
  const amounts = { amount: format.money(writeOff), limit: format.money(WRITE_OFF_UP_TO.value) };
  return (
    <ReasonDialog
      title={t('writeOff.title', amounts)}
      lead={t(said, { ...amounts, order: format.isolate(match.order?.code ?? '') })}
      hint={t('writeOff.hint')}
      action={t('writeOff.confirm', amounts)}
      isBusy={step.isPending}
      error={step.error}
      onConfirm={step.mutate}
      onClose={onClose}
    />
  );
}
