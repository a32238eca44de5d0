import type { OrderView } from '@qafila/shared/ordering/order-views';
import { methodName } from '@qafila/shared/payments/methods';
import type { OwnRefundView } from '@qafila/shared/payments/refunds.contract';
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { usePermission } from '../../../lib/session';
import { Card } from '../../../ui/card';
import { Chip, type Tone } from '../../../ui/chip';
import { Code, Money } from '../../../ui/money';
import { ErrorLine } from '../../../ui/states';
import { refundsQuery } from '../api';

const TONE: Readonly<Record<OwnRefundView['state'], Tone>> = {
  asked: 'plain',
  approved: 'plain',
  sent: 'info',
  settled: 'ok',
  failed: 'warn',
  withdrawn: 'plain',
};

/** Money of the order that goes back: how much, where to, how far. Nothing where nothing does. */
export function RefundsCard({ order }: { readonly order: OrderView }): ReactNode {
  const { t } = useTranslation('refunded');
  const canSee = usePermission('payment:read');
  const refunds = useQuery({
    ...refundsQuery(order.id),
    enabled: canSee && order.submittedAt !== null,
  });
  if (refunds.isError) return <ErrorLine error={refunds.error} />;
  const rows = refunds.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Card
      title={
        <span className="inline-tight">
          <Undo2 size={17} aria-hidden /> {t('title')}
        </span>
      }
    >
      <ul className="stack refunds">
        {rows.map((refund) => (
          <li key={refund.id}>
            <Refund refund={refund} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Refund({ refund }: { readonly refund: OwnRefundView }): ReactNode {
  const { t } = useTranslation('refunded');
  const format = useFormats();
  const { locale } = useLocale();
  const { amount, pay, ibanTail, paidWith, settledAt, sentAt, askedAt } = refund;
  const isCredit = refund.method === 'credit';
  const arrived = isCredit && refund.state === 'settled' ? 'credited' : refund.state;
  const stand = refund.neverLeft ? 'never_left' : arrived;
  return (
    <>
      <div className="between">
        <b>
          <Money of={amount} />
        </b>
        <Chip tone={TONE[refund.state]}>{t(`state.${stand}`)}</Chip>
      </div>
      <p className="small">
        {ibanTail !== null && (
          <>
            {t('toAccount')} <Code>{`•••• ${ibanTail}`}</Code>
          </>
        )}
        {paidWith !== null && t('toMethod', { method: methodName(paidWith, locale) })}
        {isCredit && t('toCredit')}
        {pay.currency !== amount.currency && ` · ${format.money(pay)}`}
      </p>
      <p className="small muted">
        {t(`note.${stand}`, { when: format.date(settledAt ?? sentAt ?? askedAt) })} ·{' '}
        <Code>{refund.code}</Code>
      </p>
    </>
  );
}
