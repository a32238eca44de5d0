import { NAME_LENGTH } from '@qafila/shared/ordering/ordering.rules';
import '../styles/order.css';
import { createDraft, editDraft } from '@qafila/shared/ordering/ordering.contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/field';
import { Code, Money } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { ErrorLine } from '../../../ui/states';
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
  const key = useRef(newKey());
  const [name, setName] = useState(() => t('new.suggested', { date: format.date(new Date().toISOString()) }));
  const { wanted, missing } = useWantedSpec();
  const begin = useMutation({
    mutationFn: async () => {
      const order = await call(createDraft, { body: { name }, idempotencyKey: key.current });
      if (!wanted || wanted.brandId === order.brandProfileId) return order;
      const body = { brandProfileId: wanted.brandId };
      const head = await call(editDraft, { params: { id: order.id }, body, ifMatch: order.version });
      return { ...order, ...head, ...body };
    },
    onSuccess: async (order) => {
      client.setQueryData(orderQuery(order.id).queryKey, order);
      await client.invalidateQueries({ queryKey: ['orders', 'list'] });
      await navigate({ to: `/orders/${order.id}/edit`, search: wanted ? { spec: wanted.spec.id } : {} });
    },
    onError: () => {
      key.current = newKey();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!begin.isPending) begin.mutate();
  };
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
            <Button type="submit" kind="primary" icon={ArrowRight} flipIcon iconLast busy={begin.isPending}>
              {t('new.begin')}
            </Button>
          </div>
        </form>
      </Card>
      {!wanted && <OpenDrafts />}
      {!wanted && <EarlierOrders />}
    </Page>
  );
}

/**
 * The spec that another screen begins an order with, and its brand; `missing` is the id of one that no order can be
 * made with now, since it went out of use or its brand is not active.
 */
function useWantedSpec() {
  const { spec: specId }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const brands = useQuery({ ...brandsQuery, enabled: typeof specId === 'string' });
  const wanted = brands.data?.rows
    .flatMap((brand) => brand.specs.map((spec) => ({ spec, brandId: brand.id })))
    .find(({ spec }) => spec.id === specId);
  const missing = brands.isSuccess && !wanted && typeof specId === 'string' ? specId : undefined;
  return { wanted, missing };
}

/** The latest orders, each a step away from being ordered again. */
function EarlierOrders(): ReactNode {
  const { t } = useTranslation('ordering');
  const orders = useInfiniteQuery(ordersQuery('all'));
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
