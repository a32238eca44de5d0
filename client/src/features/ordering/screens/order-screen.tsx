import '../styles/order.css';
import '../styles/grid.css';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import type { OrderPaymentView } from '@qafila/shared/payments/attempts.contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { usePermission, useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Code, Count } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorState } from '../../../ui/states';
import { Timeline } from '../../../ui/timeline';
import { consignmentsQuery, orderQuery, paymentQuery } from '../api';
import { Totals } from '../draft/totals';
import { ArtworkBadge, FulfilmentBadge, hasOwnPaymentWord, OrderBadge, PaymentBadge } from '../order/badges';
import { CancelOrder } from '../order/cancel-order';
import { isInOtherHands } from '../order/draft-hands';
import { fulfilmentOf } from '../order/fulfilment';
import { LinesTable } from '../order/lines-table';
import { NextStep } from '../order/next-step';
import { ParcelsCard } from '../order/parcels-card';
import { PreparedCard } from '../order/prepared-card';
import { RefundsCard } from '../order/refunds-card';
import { TransferCard } from '../order/transfer-card';
import { PayWays } from '../pay/pay-ways';
import { OrderAgain } from '../reorder/order-again';
import { ReviewRecipients } from '../review/review-recipients';

const LOOK_AGAIN_MS = 15_000;

/** One order: where it stands on its four axes, what is next, how to pay, what is in it, who gets it. */
export function OrderScreen(): ReactNode {
  const { t } = useTranslation('ordering');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const order = useQuery({ ...orderQuery(id), refetchInterval: LOOK_AGAIN_MS });
  if (order.isError) {
    return (
      <Page title={t('order.title')}>
        <ErrorState error={order.error} onRetry={() => void order.refetch()} />
      </Page>
    );
  }
  if (!order.data) {
    return (
      <Page title={t('order.title')}>
        <div className="columns">
          <CardsSkeleton cards={3} />
          <CardsSkeleton cards={1} />
        </div>
      </Page>
    );
  }
  return <OrderPage order={order.data} />;
}

const waitsForMoney = (order: OrderView): boolean => order.state === 'submitted' || order.stoppedAt !== null;
/** The ways to pay say by themselves what is next, but not why an order was stopped. */
const saysNext = (order: OrderView, isToPay: boolean): boolean => !isToPay || order.stoppedAt !== null;

interface StandingProps {
  readonly order: OrderView;
  readonly fulfilment: Parameters<typeof FulfilmentBadge>[0]['state'];
}

/** Where an order stands on each of its axes. */
function Standing({ order, fulfilment }: StandingProps): ReactNode {
  const { t } = useTranslation('ordering');
  return (
    <ul className="inline" aria-label={t('order.status')}>
      <li>
        <OrderBadge state={order.state} />
      </li>
      {hasOwnPaymentWord(order) && (
        <li>
          <PaymentBadge state={order.payment} />
        </li>
      )}
      <li>
        <ArtworkBadge state={order.artwork} />
      </li>
      <li>
        <FulfilmentBadge state={fulfilment} />
      </li>
    </ul>
  );
}

function OrderPage({ order }: { readonly order: OrderView }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const canSeeParcels = usePermission('consignment:read');
  const parcels = useQuery({
    ...consignmentsQuery(order.id),
    enabled: canSeeParcels && order.state !== 'draft',
  });
  const fulfilment = fulfilmentOf(parcels.data?.rows.map((parcel) => parcel.state) ?? []);
  const isSubmitted = order.submittedAt !== null;
  const canSeePayment = usePermission('payment:read');
  const payment = useQuery({ ...paymentQuery(order.id), enabled: canSeePayment && isSubmitted });
  const isWaiting = waitsForMoney(order);
  const isToPay = isWaiting && canSeePayment;
  const hasTransfer = payment.data?.hasTransfer === true;
  const { acting } = useSession();
  // The card of a prepared draft says what is next by itself.
  const hasOwnNext = isInOtherHands(order, acting !== null) || (acting !== null && order.state === 'draft');
  const address = order.addresses.find((each) => each.id === order.addressId);
  return (
    <Page
      title={order.name}
      tab={`${order.name} · ${order.code}`}
      heading={<bdi>{order.name}</bdi>}
      sub={
        <>
          <Code>{order.code}</Code>
          {order.submittedAt !== null &&
            ` · ${t('order.placed', { when: format.dateTime(order.submittedAt) })}`}
        </>
      }
      actions={
        <>
          <Button kind="quiet" icon={Printer} onClick={() => window.print()}>
            {t('order.print')}
          </Button>
          <OrderAgain order={order} />
        </>
      }
      className="columns"
    >
      <div className="stack">
        <Standing order={order} fulfilment={fulfilment} />
        <PreparedCard order={order} />
        {saysNext(order, isToPay) && !hasOwnNext && <NextStep order={order} fulfilment={fulfilment} />}
        {isToPay && <ToPay payment={payment} />}
        <RefundsCard order={order} />
        {isSubmitted && canSeeParcels && <ParcelsCard orderId={order.id} />}
        {order.recipients.length > 0 && !parcels.data?.rows.length && <ReviewRecipients order={order} />}
        <LinesTable lines={order.lines} />
        {isSubmitted && !isWaiting && hasTransfer && <TransferCard orderId={order.id} />}
      </div>
      <aside className="stack">
        <Card title={t('order.total')}>
          <Totals totals={order.totals} />
        </Card>
        <Card title={t('order.facts')}>
          <dl className="rows">
            <div>
              <dt className="muted">{t('grid.units')}</dt>
              <dd>
                <Count of={order.units} />
              </dd>
            </div>
            <div>
              <dt className="muted">{t('order.weight')}</dt>
              <dd>{format.weight(order.weightGrams)}</dd>
            </div>
            <div>
              <dt className="muted">{t('destination.label')}</dt>
              <dd>
                {order.shipTo === 'warehouse' ? t('destination.warehouse') : t('destination.customers')}
                {order.shipTo === 'warehouse' && address && (
                  <div className="small muted">
                    <bdi>{address.lines.join(' · ')}</bdi>
                  </div>
                )}
              </dd>
            </div>
          </dl>
        </Card>
        {order.timeline.length > 0 && (
          <Card title={t('order.timeline')}>
            <Timeline
              items={order.timeline.map((item) => ({
                key: `${item.at} ${item.step}`,
                what: t(`step.${item.step}`, { defaultValue: item.step }),
                when:
                  item.by === null ? format.dateTime(item.at) : `${format.dateTime(item.at)} · ${item.by}`,
              }))}
            />
          </Card>
        )}
        <div className="inline no-print">
          <CancelOrder order={order} />
        </div>
      </aside>
    </Page>
  );
}

/** The ways to pay, once they are known. */
function ToPay({ payment }: { readonly payment: UseQueryResult<OrderPaymentView> }): ReactNode {
  const { t } = useTranslation('ordering');
  if (payment.data) return <PayWays view={payment.data} />;
  if (payment.isPending) return <CardsSkeleton cards={1} />;
  return (
    <ErrorState error={payment.error} what={t('pay.notLoaded')} onRetry={() => void payment.refetch()} />
  );
}
