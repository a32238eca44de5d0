import type { OrderView } from '@qafila/shared/ordering/order-views';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../../lib/session';
import { LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import type { FulfilmentState } from './badges';
import { isOver, nextStepOf } from './next-step-of';

/** The next best step of an order, in one sentence and at most one button. */
export function NextStep({
  order,
  fulfilment,
}: {
  order: OrderView;
  fulfilment: FulfilmentState;
}): ReactNode {
  const { t } = useTranslation('ordering');
  const canDraft = usePermission('order:draft');
  const step = nextStepOf(order, { fulfilment, canDraft });
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
      {isOver(step) && canDraft && (
        <LinkButton to="/orders/new" kind="primary" icon={ArrowRight} flipIcon iconLast>
          {t('next.new')}
        </LinkButton>
      )}
    </Card>
  );
}
