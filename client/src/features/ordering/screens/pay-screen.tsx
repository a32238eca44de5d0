import '../styles/order.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ArrowLeft, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/button';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorState } from '../../../ui/states';
import { paymentQuery } from '../api';
import { TransferCard } from '../order/transfer-card';
import { PayWays } from '../pay/pay-ways';

/** How one order is paid, for whoever keeps the books: neither its goods nor its recipients. */
export function PayScreen(): ReactNode {
  const { t } = useTranslation('ordering');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const payment = useQuery(paymentQuery(id));
  const view = payment.data;
  const isWaiting = view?.noPayFor === null || view?.noPayFor === 'not_allowed';
  return (
    <Page
      title={t('payOrder.title')}
      heading={view && <bdi>{view.name}</bdi>}
      sub={view && <Code>{view.code}</Code>}
      actions={
        <LinkButton to="/payments" icon={ArrowLeft} flipIcon>
          {t('payOrder.back')}
        </LinkButton>
      }
      className="narrow"
    >
      {payment.isError && <ErrorState error={payment.error} onRetry={() => void payment.refetch()} />}
      {payment.isPending && <CardsSkeleton cards={2} />}
      {view && isWaiting && <PayWays view={view} />}
      {view && !isWaiting && (
        <>
          <EmptyState icon={CircleCheck} title={t('payOrder.nothing')}>
            {t('payOrder.nothingText')}
          </EmptyState>
          {view.hasTransfer && <TransferCard orderId={view.orderId} />}
        </>
      )}
    </Page>
  );
}
