import '../styles/order.css';
import '../styles/grid.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import type { reviewOrder } from '@qafila/shared/ordering/ordering.contract';
import { submitOrder } from '@qafila/shared/ordering/ordering.contract';
import type { MethodId } from '@qafila/shared/payments/methods';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isRefused, newKey } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { usePermission } from '../../../lib/session';
import { Button, LinkButton } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Page } from '../../../ui/page';
import { CardsSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';
import { orderQuery, reviewQuery } from '../api';
import { Minimum } from '../draft/minimum';
import { Totals } from '../draft/totals';
import { LinesTable } from '../order/lines-table';
import { CreditNote } from '../pay/credit-note';
import { MethodChoice } from '../pay/method-choice';
import { Changes } from '../review/changes';
import { Dressings } from '../review/dressings';
import { ReviewReason } from '../review/review-reason';
import { ReviewRecipients } from '../review/review-recipients';

type Review = AnswerOf<typeof reviewOrder>;

/** The draft as submit would price it, and the payment; one filled button places the order. */
export function ReviewScreen(): ReactNode {
  const { t } = useTranslation('ordering');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const order = useQuery({ ...orderQuery(id), staleTime: 0 });
  const isDraft = order.data === undefined || order.data.state === 'draft';
  const review = useQuery({ ...reviewQuery(id), enabled: isDraft });
  const failed = [order, review].find((query) => query.isError);
  if (!isDraft) return <Navigate to={`/orders/${id}`} replace />;
  return (
    <Page
      title={t('review.title')}
      sub={order.data && <bdi>{t('draft.named', { name: order.data.name })}</bdi>}
      actions={
        <LinkButton to={`/orders/${id}/edit`} icon={ArrowLeft} flipIcon>
          {t('review.back')}
        </LinkButton>
      }
      className="columns"
    >
      {failed?.error && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !(order.data && review.data) && (
        <>
          <CardsSkeleton cards={3} />
          <CardsSkeleton cards={1} />
        </>
      )}
      {!failed && order.data && review.data && <ReviewBody order={order.data} review={review.data} />}
    </Page>
  );
}

function ReviewBody({ order, review }: { readonly order: OrderView; readonly review: Review }): ReactNode {
  const { t } = useTranslation('ordering');
  const address = order.addresses.find((each) => each.id === order.addressId);
  const [chosen, setChosen] = useState<MethodId | null>(null);
  const offered = review.methods.filter(({ refusal }) => refusal === null).map(({ method }) => method);
  const method =
    chosen !== null && offered.includes(chosen)
      ? chosen
      : (offered.find((each) => each === 'bank_transfer') ?? offered[0]);
  return (
    <>
      <div className="stack">
        <Changes changes={review.changes} />
        <LinesTable lines={order.lines} />
        <Dressings dressings={review.dressings} />
        {order.shipTo === 'customers' ? (
          <ReviewRecipients order={order} />
        ) : (
          <Card title={t('destination.warehouse')}>
            {address && (
              <p>
                <b>
                  <bdi>{address.label}</bdi>
                </b>
                <br />
                <bdi className="muted">{address.lines.join(' · ')}</bdi>
              </p>
            )}
          </Card>
        )}
        <Card title={t('review.payment')}>
          <MethodChoice offers={review.methods} value={method} onChange={setChosen} />
          <CreditNote total={review.totals.total} />
        </Card>
      </div>
      <Place review={review} order={order} method={method} />
    </>
  );
}

interface PlaceProps {
  readonly order: OrderView;
  readonly review: Review;
  /** Nothing where no way to pay is offered. */
  readonly method: MethodId | undefined;
}

function Place({ order, review, method }: PlaceProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const reasonId = useId();
  const canPlace = usePermission('order:place');
  const submit = useSubmit(order.id, review, method ?? 'bank_transfer');
  const reasons = [...review.blockers, ...(canPlace ? [] : [{ code: 'NOT_ALLOWED', params: {} }])];
  const isBlocked = reasons.length > 0 || method === undefined;
  const shippingNote =
    order.shipTo === 'warehouse' ? t('totals.pallet') : t('totals.parcels', { count: review.parcels });
  return (
    <Card title={t('summary.title')} className="summary place">
      <Minimum
        kind={review.minimum.kind}
        required={review.minimum.required}
        reached={review.minimum.reached}
      />
      <Totals totals={review.totals} shippingNote={shippingNote} vatCategory={review.vatCategory} />
      <Button
        kind="primary"
        wide
        busy={submit.isPending}
        onClick={() => submit.mutate()}
        {...(isBlocked ? { reasonId } : {})}
      >
        {t('review.place', { total: format.money(review.totals.total) })}
      </Button>
      {isBlocked ? (
        <ul id={reasonId} className="reason stack-tight reasons">
          {reasons.map((reason) => (
            // Two specs can be short of their minimum: the code alone is no key.
            <li key={`${reason.code} ${reason.params.spec ?? ''}`}>
              <ReviewReason orderId={order.id} reason={reason} />
            </li>
          ))}
          {method === undefined && <li>{t('review.noMethod')}</li>}
        </ul>
      ) : (
        <p className="small muted">{t('review.then')}</p>
      )}
      <ErrorLine error={submit.error} />
    </Card>
  );
}

/** Places the order. The key stays the same until the outcome is known, so that a repeated press does nothing twice. */
function useSubmit(id: string, review: Review, method: MethodId) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const key = useRef(newKey());
  return useMutation({
    mutationFn: () =>
      call(submitOrder, {
        params: { id },
        ifMatch: review.version,
        idempotencyKey: key.current,
        body: { expectedTotal: review.totals.total, method },
      }),
    onSuccess: async (order) => {
      client.setQueryData(orderQuery(id).queryKey, order);
      const search = method === 'bank_transfer' ? {} : { method };
      await navigate({ to: `/orders/${id}`, search, replace: true });
      // A placed order has no review; asking for it again would be refused.
      client.removeQueries({ queryKey: reviewQuery(id).queryKey });
      await client.invalidateQueries({ queryKey: ['orders'] });
      await client.invalidateQueries({ queryKey: ['catalogue'] });
    },
    onError: async (error) => {
      // Not reached or failed: the same key asks again. Refused: the next press is a new intention on new facts.
      if (!isRefused(error)) return;
      key.current = newKey();
      await client.invalidateQueries({ queryKey: ['orders', 'review', id] });
      await client.invalidateQueries({ queryKey: ['orders', 'one', id] });
    },
  });
}
