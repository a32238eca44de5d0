import {
  activateTrader,
  closeTrader,
  suspendTrader,
  type TraderView,
} from '@qafila/shared/traders/acting.contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';

const SHORTEST = 3;
const ENDPOINTS = { suspend: suspendTrader, activate: activateTrader, close: closeTrader } as const;

interface StepDialogProps {
  readonly trader: TraderView;
  readonly name: string;
  readonly step: TraderView['steps'][number];
  readonly onClose: () => void;
}

/** Suspends, returns or closes a trader: says what happens, asks why, takes a fresh code. */
export function StepDialog({ trader, name, step, onClose }: StepDialogProps): ReactNode {
  const { t } = useTranslation('acting');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t(`step.${step}.title`, { name: `\u2068${name}\u2069` })} isOpen onClose={onClose}>
      <p>{t(`step.${step}.lead`)}</p>
      <TextField
        label={t('step.reason')}
        hint={t('step.reasonHint')}
        maxLength={200}
        value={reason}
        onChange={setReason}
        data-autofocus
      />
      <CodeConfirm
        endpoint={ENDPOINTS[step]}
        input={{ params: { id: trader.id }, body: { reason } }}
        confirm={t(`step.${step}.button`)}
        danger={step !== 'activate'}
        reason={reason.trim().length < SHORTEST ? t('step.needReason') : undefined}
        onClose={onClose}
        onDone={() => {
          sayDone(t(`step.${step}.done`));
          onClose();
          void client.invalidateQueries({ queryKey: ['traders'] });
        }}
      />
    </Dialog>
  );
}
