import { type RefundView, refuseRefund, withdrawRefund } from '@qafila/shared/payments/refunds.contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { usePermission } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { sayDone } from '../../../ui/toast';
import { isReason, ReasonDialog, ReasonField } from '../reason-dialog';
import { useRefundStep, useRefundsChanged } from './use-refunds';

interface RefundStepsProps {
  readonly refund: RefundView;
  readonly onApprove: () => void;
  readonly onAskAgain: () => void;
}

/** What this person can do with one refund; what he cannot says why. */
export function RefundSteps({ refund, onApprove, onAskAgain }: RefundStepsProps): ReactNode {
  const { t } = useTranslation('refunds');
  const mayAsk = usePermission('refund:ask');
  const mayApprove = usePermission('refund:approve');
  const maySend = usePermission('refund:send');
  const [open, setOpen] = useState<'withdraw' | 'refuse' | null>(null);
  const { state, isReplaced, isMine, method } = refund;
  const isFailed = state === 'failed' && !isReplaced;
  const canWithdraw = mayAsk && (state === 'asked' || state === 'approved' || isFailed);
  const canRefuse = maySend && state === 'sent' && method === 'bank';
  if (!canWithdraw && !canRefuse) return null;
  return (
    <div className="inline refund-steps">
      {isFailed && <Button onClick={onAskAgain}>{t('ask.again')}</Button>}
      {state === 'asked' && mayApprove && (
        <Button onClick={onApprove} {...(isMine ? { reason: t('approve.mine') } : {})}>
          {t('approve.action')}
        </Button>
      )}
      {canWithdraw && (
        <Button onClick={() => setOpen('withdraw')}>
          {t(isFailed ? 'withdraw.failed' : 'withdraw.action')}
        </Button>
      )}
      {canRefuse && <Button onClick={() => setOpen('refuse')}>{t('refuse.action')}</Button>}
      {open === 'withdraw' && <WithdrawDialog refund={refund} onClose={() => setOpen(null)} />}
      {open === 'refuse' && <RefuseDialog refund={refund} onClose={() => setOpen(null)} />}
    </div>
  );
}

interface StepDialogProps {
  readonly refund: RefundView;
  readonly onClose: () => void;
}

function WithdrawDialog({ refund, onClose }: StepDialogProps): ReactNode {
  const { t } = useTranslation('refunds');
  const word = refund.state === 'failed' ? 'failed' : 'action';
  const withdraw = useRefundStep({
    send: (reason: string) =>
      call(withdrawRefund, {
        params: { id: refund.id },
        body: { version: refund.version, reason },
        idempotencyKey: newKey(),
      }),
    done: t('withdraw.done'),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('withdraw.title', { code: refund.code })}
      lead={t(refund.state === 'failed' ? 'withdraw.leadFailed' : 'withdraw.lead')}
      hint={t('withdraw.hint')}
      action={t(`withdraw.${word}`)}
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={withdraw.mutate}
      onClose={onClose}
    />
  );
}

/** The bank's answer is taken from outside of the portal, so that a code stands behind it. */
function RefuseDialog({ refund, onClose }: StepDialogProps): ReactNode {
  const { t } = useTranslation('refunds');
  const changed = useRefundsChanged();
  const [reason, setReason] = useState('');
  const leave = (): void => {
    void changed();
    onClose();
  };
  const done = (): void => {
    sayDone(t('refuse.done'));
    leave();
  };
  return (
    <Dialog title={t('refuse.title', { code: refund.code })} isOpen onClose={leave}>
      <p>{t('refuse.lead')}</p>
      <ReasonField hint={t('refuse.hint')} value={reason} onChange={setReason} error={null} isFirst />
      <CodeConfirm
        endpoint={refuseRefund}
        input={{ params: { id: refund.id }, body: { version: refund.version, reason: reason.trim() } }}
        confirm={t('refuse.action')}
        danger
        comesLast
        reason={isReason(reason) ? undefined : t('refuse.needReason')}
        onDone={done}
        onClose={leave}
      />
    </Dialog>
  );
}
