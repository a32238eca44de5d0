import '../styles/order.css';
import { createDraft } from '@qafila/shared/ordering/ordering.contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/field';
import { Money } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { ErrorLine } from '../../../ui/states';
import { orderQuery, ordersQuery } from '../api';

const LONGEST_NAME = 60;
const SHOWN_DRAFTS = 6;

/** Begins a named draft, or goes on with one. */
export function NewOrderScreen(): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const say = useSay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const key = useRef(newKey());
  const [name, setName] = useState(() => t('new.suggested', { date: format.date(new Date().toISOString()) }));
  const begin = useMutation({
    mutationFn: () => call(createDraft, { body: { name }, idempotencyKey: key.current }),
    onSuccess: async (order) => {
      client.setQueryData(orderQuery(order.id).queryKey, order);
      await client.invalidateQueries({ queryKey: ['orders', 'list'] });
      await navigate({ to: `/orders/${order.id}/edit` });
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
          <TextField
            label={t('draft.name')}
            hint={t('new.hint')}
            maxLength={LONGEST_NAME}
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
      <OpenDrafts />
    </Page>
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
