import {
  type AccountChangeView,
  approveAccount,
  type SellerView,
  withdrawAccount,
} from '@qafila/shared/store/seller.contract';
import { ACCOUNT_CHANGE_HOURS } from '@qafila/shared/store/store.rules';
import { useMutation } from '@tanstack/react-query';
import { Hourglass, UserCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { useStoreChanged } from '../api';
import { named } from '../named';
import { Iban } from './iban';
import { useTimeLeft } from './use-time-left';

interface ChangeCardProps {
  readonly seller: SellerView;
  readonly change: AccountChangeView;
}

/** The change of account under way: old beside new, who took which step, how long until it is in force. */
export function ChangeCard({ seller, change }: ChangeCardProps): ReactNode {
  const { t } = useTranslation('store');
  const [isApproving, setApproving] = useState(false);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const say = useSay();
  const whyNot = (step: 'approve' | 'withdraw'): string | undefined => {
    const reason = seller.actions.find((each) => each.step === step)?.reasons[0];
    return reason && (reason.code === 'SECOND_PERSON_NEEDED' ? t('change.own') : say.reason(reason));
  };
  const isProposed = change.state === 'proposed';
  const approval = whyNot('approve');
  return (
    <Card
      tone="warn"
      title={t('change.title')}
      aside={
        isProposed ? (
          <Chip tone="warn" icon={UserCheck}>
            {t('change.waitsForSecond')}
          </Chip>
        ) : (
          <TimeLeft at={change.effectiveAt} />
        )
      }
    >
      <Accounts seller={seller} change={change} />
      <Steps change={change} />
      <p className="small">{t(isProposed ? 'change.leadProposed' : 'change.leadApproved')}</p>
      <div className="inline">
        {isProposed && (
          <Button
            kind="primary"
            onClick={() => setApproving(true)}
            {...(approval ? { reason: approval } : {})}
          >
            {t('change.approve')}
          </Button>
        )}
        <Button kind="danger" onClick={() => setWithdrawing(true)}>
          {t('change.withdraw')}
        </Button>
      </div>
      {isApproving && <ApproveDialog seller={seller} change={change} onClose={() => setApproving(false)} />}
      {isWithdrawing && <WithdrawDialog change={change} onClose={() => setWithdrawing(false)} />}
    </Card>
  );
}

function TimeLeft({ at }: { readonly at: string | null }): ReactNode {
  const { t } = useTranslation('store');
  const { hours, minutes } = useTimeLeft(at ?? '');
  return (
    <Chip tone="warn" icon={Hourglass}>
      {t('change.timeLeft', { hours, minutes })}
    </Chip>
  );
}

function Accounts({ seller, change }: ChangeCardProps): ReactNode {
  const { t } = useTranslation('store');
  return (
    <dl className="accounts">
      <div>
        <dt className="small muted">{t('change.old')}</dt>
        <dd>
          <Iban iban={seller.account.iban} />
        </dd>
      </div>
      <div>
        <dt className="small muted">{t('change.new')}</dt>
        <dd>
          <b>
            <Iban iban={change.account.iban} other={seller.account.iban} />
          </b>
        </dd>
      </div>
    </dl>
  );
}

function Steps({ change }: { readonly change: AccountChangeView }): ReactNode {
  const { t } = useTranslation('store');
  const format = useFormats();
  return (
    <ul className="small change-steps">
      <li>
        {t('change.proposedBy', {
          name: named(change.proposed.name),
          when: format.dateTime(change.proposed.at),
        })}
      </li>
      {change.approved && (
        <li>
          {t('change.approvedBy', {
            name: named(change.approved.name),
            when: format.dateTime(change.approved.at),
          })}
        </li>
      )}
      {change.effectiveAt !== null && (
        <li>{t('change.effective', { when: format.dateTime(change.effectiveAt) })}</li>
      )}
    </ul>
  );
}

function ApproveDialog({
  seller,
  change,
  onClose,
}: ChangeCardProps & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('store');
  const changed = useStoreChanged('seller');
  return (
    <Dialog title={t('change.approveTitle')} isOpen onClose={onClose}>
      <Accounts seller={seller} change={change} />
      <p>{t('change.approveLead', { hours: ACCOUNT_CHANGE_HOURS.value })}</p>
      <CodeConfirm
        endpoint={approveAccount}
        input={{ params: { id: change.id }, body: { iban: change.account.iban } }}
        confirm={t('change.approveConfirm')}
        onClose={onClose}
        onDone={() => {
          sayDone(t('change.approved'));
          onClose();
          void changed();
        }}
      />
    </Dialog>
  );
}

function WithdrawDialog({
  change,
  onClose,
}: {
  readonly change: AccountChangeView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['store', 'ui']);
  const changed = useStoreChanged('seller');
  const withdraw = useMutation({
    mutationFn: () =>
      call(withdrawAccount, { params: { id: change.id }, body: {}, idempotencyKey: newKey() }),
    onSuccess: async () => {
      sayDone(t('change.withdrawn'));
      onClose();
      await changed();
    },
  });
  return (
    <Dialog title={t('change.withdrawTitle')} isOpen onClose={onClose} size="small">
      <p>{t('change.withdrawLead')}</p>
      <ErrorLine error={withdraw.error} />
      <div className="inline confirm-actions">
        <Button kind="quiet" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button kind="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('change.withdraw')}
        </Button>
      </div>
    </Dialog>
  );
}
