import type { OrderView } from '@qafila/shared/ordering/order-views';
import { takeOverDraft } from '@qafila/shared/ordering/ordering.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Store } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useIntention } from '../../../lib/intention';
import { usePermission, useSession } from '../../../lib/session';
import { Button, LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ErrorLine } from '../../../ui/states';
import { orderQuery } from '../api';
import { isInOtherHands } from './draft-hands';

type Prepared = NonNullable<OrderView['prepared']>;

/** Why the store prepared this draft, and how it becomes the trader's own. */
export function PreparedCard({ order }: { readonly order: OrderView }): ReactNode {
  const { t } = useTranslation('ordering');
  const { acting } = useSession();
  const { prepared } = order;
  if (!prepared) return acting && isInOtherHands(order, true) ? <TradersOwn /> : null;
  if (order.state !== 'draft' && prepared.isTakenOver) return null;
  return (
    <Card tone="soft" className="next-step">
      <Store size={22} aria-hidden />
      <div className="grow">
        <h2>{t('prepared.title')}</h2>
        <Words prepared={prepared} />
        {!prepared.isTakenOver && <p className="muted">{t(acting ? 'prepared.waits' : 'prepared.lead')}</p>}
        {prepared.isTakenOver && <p className="muted">{t('prepared.taken')}</p>}
      </div>
      {!prepared.isTakenOver && !acting && <TakeOver order={order} />}
      {!prepared.isTakenOver && acting && (
        <LinkButton to={`/orders/${order.id}/edit`} kind="primary">
          {t('next.goOn')}
        </LinkButton>
      )}
    </Card>
  );
}

function Words({ prepared }: { readonly prepared: Prepared }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  return (
    <p>
      {prepared.code ? `${t(`prepared.reason.${prepared.code}`)}: ` : ''}
      <bdi>{prepared.text}</bdi> <span className="small muted">({format.dateTime(prepared.at)})</span>
    </p>
  );
}

function TakeOver({ order }: { readonly order: OrderView }): ReactNode {
  const { t } = useTranslation('ordering');
  const canDraft = usePermission('order:draft');
  const client = useQueryClient();
  const navigate = useNavigate();
  const intention = useIntention();
  const take = useMutation({
    mutationFn: () =>
      intention.send({}, (body, idempotencyKey) =>
        call(takeOverDraft, { params: { id: order.id }, body, ifMatch: order.version, idempotencyKey }),
      ),
    onSuccess: async (taken) => {
      client.setQueryData(orderQuery(order.id).queryKey, taken);
      await client.invalidateQueries({ queryKey: ['orders'] });
      await navigate({ to: `/orders/${order.id}/edit` });
    },
  });
  if (!canDraft) return null;
  return (
    <div>
      <Button kind="primary" busy={take.isPending} onClick={() => take.mutate()}>
        {t('prepared.take')}
      </Button>
      <ErrorLine error={take.error} />
    </div>
  );
}

/** What staff who act for a trader see of a draft that the trader began. */
function TradersOwn(): ReactNode {
  const { t } = useTranslation('ordering');
  return (
    <Card tone="soft" className="next-step">
      <Store size={22} aria-hidden />
      <div className="grow">
        <h2>{t('prepared.traders')}</h2>
        <p className="muted">{t('prepared.tradersText')}</p>
      </div>
      <LinkButton to="/orders/new" kind="primary">
        {t('next.new')}
      </LinkButton>
    </Card>
  );
}
