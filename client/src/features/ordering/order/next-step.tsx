import type { OrderView } from '@qafila/shared/ordering/order-views';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import type { FulfilmentState } from './badges';

/** Which sentence says what happens next. */
export function nextStepOf(
  order: Pick<OrderView, 'state' | 'submittedAt' | 'timeline'>,
  fulfilment: FulfilmentState,
): string {
  if (order.state === 'draft') return 'draft';
  if (order.state === 'confirmed') {
    if (fulfilment === 'on_the_way') return 'onTheWay';
    return fulfilment === 'delivered' ? 'delivered' : 'packing';
  }
  if (order.state !== 'cancelled') return order.state;
  if (order.timeline.at(-1)?.step === 'close') return 'closed';
  return order.submittedAt === null ? 'deleted' : 'cancelled';
}

/** The next best step of an order, in one sentence and at most one button. */
export function NextStep({
  order,
  fulfilment,
}: {
  order: OrderView;
  fulfilment: FulfilmentState;
}): ReactNode {
  const { t } = useTranslation('ordering');
  const step = nextStepOf(order, fulfilment);
  const isOver =
    step === 'cancelled' ||
    step === 'deleted' ||
    step === 'closed' ||
    step === 'expired' ||
    step === 'delivered' ||
    step === 'completed';
  return (
    <Card className="next-step">
      <div className="grow">
        <h2>{t(`next.${step}.title`)}</h2>
        <p className="muted">{t(`next.${step}.text`)}</p>
      </div>
      {step === 'draft' && (
        <LinkButton to={`/orders/${order.id}/edit`} kind="primary" icon={ArrowRight} flipIcon iconLast>
          {t('next.goOn')}
        </LinkButton>
      )}
      {isOver && (
        <LinkButton to="/orders/new" kind="primary" icon={ArrowRight} flipIcon iconLast>
          {t('next.new')}
        </LinkButton>
      )}
    </Card>
  );
}
