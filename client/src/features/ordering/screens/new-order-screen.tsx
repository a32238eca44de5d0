import { NAME_LENGTH } from '@qafila/shared/ordering/ordering.rules';
import '../styles/order.css';
import { createDraft, editDraft, getOrder } from '@qafila/shared/ordering/ordering.contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/field';
import { Code, Money } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { ErrorLine, ErrorState } from '../../../ui/states';
import { brandsQuery, orderQuery, ordersQuery } from '../api';

const SHOWN_DRAFTS = 6;
const SHOWN_EARLIER = 4;

/** Begins a named draft, or goes on with one. */
export function NewOrderScreen(): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const say = useSay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const intention = useIntention();
  const [name, setName] = useState(() => t('new.suggested', { date: format.date(new Date().toISOString()) }));
  const { wanted, missing, isLooking, failed } = useWantedSpec();
  const begin = useMutation({
    mutationFn: async () => {
      const made = await intention.send({ name }, (body, idempotencyKey) =>
        call(createDraft, { body, idempotencyKey }),
      );
      if (!wanted) return made;
      // Pressed again, the answer is that of the first time: the draft may have its brand by now.
      const order = await call(getOrder, { params: { id: made.id } });
      if (wanted.brandId === order.brandProfileId) return order;
      const body = { brandProfileId: wanted.brandId };
      const head = await call(editDraft, { params: { id: order.id }, body, ifMatch: order.version });
      return { ...order, ...head, ...body };
    },
    onSuccess: async (order) => {
      client.setQueryData(orderQuery(order.id).queryKey, order);
      await client.invalidateQueries({ queryKey: ['orders', 'list'] });
      await navigate({ to: `/orders/${order.id}/edit`, search: wanted ? { spec: wanted.spec.id } : {} });
    },
  });
  const isBusy = isLooking || begin.isPending;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isBusy) begin.mutate();
  };
  if (failed) {
    return (
      <Page title={t('new.title')} sub={t('new.sub')} className="narrow">
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  return (
    <Page title={t('new.title')} sub={t('new.sub')} className="narrow">
      <Card>
        <form className="stack" onSubmit={submit}>
          {wanted && <p>{t('reorder.withSpec', { spec: wanted.spec.name })}</p>}
          {missing !== undefined && (
            <p role="note">
              {t('reorder.specGone')} <Link to={`/brand/specs/${missing}`}>{t('reorder.specGoneWhy')}</Link>
            </p>
          )}
          <TextField
            label={t('draft.name')}
            hint={t('new.hint')}
            maxLength={NAME_LENGTH}
            required
            value={name}
            error={say.field(begin.error, 'name')}
            onChange={setName}
          />
          <ErrorLine error={begin.error} />
          <div>
            <Button type="submit" kind="primary" icon={ArrowRight} flipIcon iconLast busy={isBusy}>
              {t('new.begin')}
            </Button>
          </div>
        </form>
      </Card>
      {!isLooking && !wanted && <OpenDrafts />}
      {!isLooking && !wanted && <EarlierOrders />}
    </Page>
  );
}

/**
 * The spec that another screen begins an order with, and its brand; `missing` is the id of one that no order can be
 * made with now, since it went out of use or its brand is not active. While `isLooking`, nobody knows yet which it is.
 */
function useWantedSpec() {
  const { spec }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const specId = typeof spec === 'string' ? spec : undefined;
  const brands = useQuery({ ...brandsQuery, enabled: specId !== undefined });
  const wanted = brands.data?.rows
    .flatMap((brand) => brand.specs.map((each) => ({ spec: each, brandId: brand.id })))
    .find((each) => each.spec.id === specId);
  return {
    wanted,
    missing: brands.isSuccess && !wanted ? specId : undefined,
    isLooking: specId !== undefined && brands.isPending,
    failed: specId !== undefined && brands.isLoadingError ? brands : undefined,
  };
}

/** The latest orders, each a step away from being ordered again. */
function EarlierOrders(): ReactNode {
  const { t } = useTranslation('ordering');
  const orders = useInfiniteQuery(ordersQuery('all'));
  if (orders.isLoadingError) {
    return (
      <ErrorState error={orders.error} what={t('new.earlierFailed')} onRetry={() => void orders.refetch()} />
    );
  }
  const rows = orders.data?.pages
    .flatMap((page) => page.rows)
    .filter((row) => row.state !== 'draft' && row.lines > 0)
    .slice(0, SHOWN_EARLIER);
  if (!rows?.length) return null;
  return (
    <Card title={t('reorder.earlier')}>
      <p className="small muted">{t('reorder.earlierText')}</p>
      <ul className="link-rows">
        {rows.map((order) => (
          <li key={order.id}>
            <Link to={`/orders/${order.id}`} search={{ again: 'open' }} className="link-row">
              <span className="grow">
                <b>
                  <bdi>{order.name}</bdi>
                </b>{' '}
                <span className="small muted">
                  <Code>{order.code}</Code> · {t('summary.pieces', { count: order.units })}
                </span>
              </span>
              <Money of={order.total} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OpenDrafts(): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const drafts = useInfiniteQuery(ordersQuery('draft'));
  if (drafts.isLoadingError) {
    return (
      <ErrorState error={drafts.error} what={t('new.openFailed')} onRetry={() => void drafts.refetch()} />
    );
  }
  const rows = drafts.data?.pages.flatMap((page) => page.rows).slice(0, SHOWN_DRAFTS) ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title={t('new.open')}>
      <ul className="link-rows">
        {rows.map((draft) => (
          <li key={draft.id}>
            <Link to={`/orders/${draft.id}/edit`} className="link-row">
              <span className="grow">
                <b>
                  <bdi>{draft.name}</bdi>
                </b>
                <span className="small muted">
                  {' '}
                  · {t('save.saved', { time: format.dateTime(draft.changedAt) })}
                </span>
              </span>
              <Money of={draft.total} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
