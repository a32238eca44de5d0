import { isZero } from '@qafila/shared/kernel/money';
import type { TransferInstructionView } from '@qafila/shared/payments/payments.contract';
import { SARIE_INSTANT_LIMIT, SARIE_QUICK_LIMIT } from '@qafila/shared/payments/payments.rules';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Info, Landmark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText } from '../../../lib/amount';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { CopyButton } from '../../../ui/copy-button';
import { Code, Money } from '../../../ui/money';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { transferQuery } from '../api';
import { Receipts } from './receipts';

const IBAN_GROUP = /(.{4})(?=.)/g;

/** How to pay by bank transfer: each value to copy, the deadline, and what happens then. */
export function TransferCard({
  orderId,
  isHeld = true,
}: {
  readonly orderId: string;
  /** False where no deadline ends that its stock is held. */
  readonly isHeld?: boolean;
}): ReactNode {
  const { t } = useTranslation('ordering');
  const transfer = useQuery({ ...transferQuery(orderId), refetchInterval: 15_000 });
  if (transfer.isError) {
    return (
      <ErrorState error={transfer.error} what={t('transfer.title')} onRetry={() => void transfer.refetch()} />
    );
  }
  return transfer.data ? <Instruction view={transfer.data} isHeld={isHeld} /> : <CardsSkeleton cards={1} />;
}

const TONE = { awaiting: 'warn', receipt_uploaded: 'info', settled: 'ok', expired: 'bad' } as const;

function Instruction({
  view,
  isHeld,
}: {
  readonly view: TransferInstructionView;
  readonly isHeld: boolean;
}): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const isOpen = view.state === 'awaiting' || view.state === 'receipt_uploaded';
  return (
    <Card
      title={
        <span className="inline-tight">
          <Landmark size={17} aria-hidden /> {t(isOpen ? 'transfer.title' : 'transfer.over')}
        </span>
      }
      aside={<Chip tone={TONE[view.state]}>{t(`transfer.state.${view.state}`)}</Chip>}
      className="transfer"
    >
      {isOpen && <p>{t('transfer.how')}</p>}
      <dl className="copy-rows">
        <CopyRow label={t('transfer.reference')} value={view.reference} strong>
          <Code>{shownReference(view.reference)}</Code>
        </CopyRow>
        {isOpen && <PayTo view={view} />}
      </dl>
      {!isZero(view.received) && (
        <p className="small muted">
          {t('transfer.received', {
            received: format.money(view.received),
            total: format.money(view.amount),
          })}
        </p>
      )}
      {isOpen && (
        <>
          <p className="inline-tight warn">
            <CalendarClock size={15} aria-hidden />
            <b>{t(`transfer.${untilOf(view, isHeld)}`, { when: format.dateTime(view.deadline) })}</b>
          </p>
          {view.ownReference !== null && (
            <p className="small muted inline-note">
              <Info size={14} aria-hidden />
              <span>
                {t('transfer.several')} <Code>{shownReference(view.ownReference)}</Code>
              </span>
            </p>
          )}
          <p className="small muted inline-note">
            <Info size={14} aria-hidden />
            <span>
              {t('transfer.sarie', {
                instant: format.money(SARIE_INSTANT_LIMIT.value),
                quick: format.money(SARIE_QUICK_LIMIT.value),
              })}
            </span>
          </p>
        </>
      )}
      <Receipts view={view} />
    </Card>
  );
}

function untilOf({ isExtended }: TransferInstructionView, isHeld: boolean): 'payBy' | 'longer' | 'until' {
  if (!isHeld) return 'payBy';
  return isExtended ? 'longer' : 'until';
}

/** What the bank asks for beside the reference. */
function PayTo({ view }: { readonly view: TransferInstructionView }): ReactNode {
  const { t } = useTranslation('ordering');
  const isArabic = useLocale().locale === 'ar';
  const beneficiary = isArabic ? view.beneficiary.arabic : view.beneficiary.latin;
  return (
    <>
      <CopyRow
        label={isZero(view.received) ? t('transfer.amount') : t('transfer.due')}
        value={amountText(view.due)}
        strong
      >
        <Money of={view.due} />
      </CopyRow>
      <CopyRow label={t('transfer.iban')} value={view.iban}>
        <Code>{view.iban.replace(IBAN_GROUP, '$1 ')}</Code>
      </CopyRow>
      <CopyRow label={t('transfer.beneficiary')} value={beneficiary}>
        <bdi>{beneficiary}</bdi>
      </CopyRow>
      <CopyRow label={t('transfer.bank')} value={view.bic}>
        <bdi>{isArabic ? view.bank.arabic : view.bank.latin}</bdi> <Code>{view.bic}</Code>
      </CopyRow>
    </>
  );
}

interface CopyRowProps {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

function CopyRow({ label, value, strong = false, children }: CopyRowProps): ReactNode {
  return (
    <div>
      <dt className="muted">{label}</dt>
      <dd>
        <span className={strong ? 'grow copy-strong' : 'grow'}>{children}</span>
        <CopyButton value={value} label={label} />
      </dd>
    </div>
  );
}
