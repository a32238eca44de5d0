import '../styles/reorder.css';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import { NAME_LENGTH } from '@qafila/shared/ordering/ordering.rules';
import { type ReorderPlan, reorder } from '@qafila/shared/ordering/reorder.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Money } from '../../../ui/money';
import { TableSkeleton } from '../../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../../ui/states';
import { orderQuery, reorderedQuery, reorderQuery } from '../api';
import { goodsOf, type Pick, picksOf, wantedOf } from './reorder-lines';
import { ReorderRow } from './reorder-row';

interface Props {
  readonly order: OrderView;
  readonly onClose: () => void;
}

/** What an earlier order gives today, to be picked and begun. */
export function ReorderForm({ order, onClose }: Props): ReactNode {
  const { t } = useTranslation('ordering');
  const plan = useQuery(reorderQuery(order.id));
  if (plan.isError)
    return <ErrorState error={plan.error} what={t('reorder.failed')} onRetry={() => void plan.refetch()} />;
  if (!plan.data) return <TableSkeleton rows={4} columns={4} />;
  return <Loaded order={order} plan={plan.data} onClose={onClose} />;
}

function Loaded({ order, plan, onClose }: Props & { readonly plan: ReorderPlan }): ReactNode {
  const { t } = useTranslation('ordering');
  const say = useSay();
  const [name, setName] = useState(plan.name);
  const [picks, setPicks] = useState(() => picksOf(plan));
  const begin = useBegin(order.id);
  const wanted = wantedOf(plan, picks);
  const goods = goodsOf(plan, picks);
  const canCome = plan.lines.filter((line) => line.now !== null);
  const isAll = canCome.every((line) => picks.get(line.variantId)?.isTaken);
  const pick = (variantId: string, change: Pick): void => setPicks(new Map(picks).set(variantId, change));
  const pickAll = (isTaken: boolean): void =>
    setPicks(new Map([...picks].map(([id, each]) => [id, { ...each, isTaken }])));
  const reason =
    wanted === undefined ? t('reorder.unread') : wanted.length === 0 ? t('reorder.none') : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted && wanted.length > 0 && !begin.isPending) begin.mutate({ name, lines: wanted });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {plan.reasons.length > 0 && (
        <ul className="card card-warn card-pad stack stack-tight">
          {plan.reasons.map((each) => (
            <li key={`${each.code} ${JSON.stringify(each.params)}`}>{say.reason(each)}</li>
          ))}
        </ul>
      )}
      {canCome.length > 1 && (
        <label className="inline small">
          <input type="checkbox" checked={isAll} onChange={(event) => pickAll(event.target.checked)} />
          {t('reorder.all')}
        </label>
      )}
      <ul className="reorder-lines">
        {plan.lines.map((line) => (
          <ReorderRow
            key={line.variantId}
            line={line}
            pick={picks.get(line.variantId)}
            onPick={(change) => pick(line.variantId, change)}
          />
        ))}
      </ul>
      <TextField
        label={t('draft.name')}
        maxLength={NAME_LENGTH}
        required
        value={name}
        error={say.field(begin.error, 'name')}
        onChange={setName}
      />
      <ErrorLine error={begin.error} />
      <div className="reorder-foot">
        <span className="grow">
          {goods && (
            <>
              {t('reorder.goods')}{' '}
              <b>
                <Money of={goods} />
              </b>
            </>
          )}
        </span>
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button
          type="submit"
          kind="primary"
          icon={ArrowRight}
          flipIcon
          iconLast
          busy={begin.isPending}
          {...(reason === undefined ? {} : { reason })}
        >
          {t('reorder.begin')}
        </Button>
      </div>
    </form>
  );
}

/** Begins the draft and goes there, with what came otherwise. */
function useBegin(id: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const intention = useIntention();
  return useMutation({
    mutationFn: (wanted: { name: string; lines: { variantId: string; quantity: number }[] }) =>
      intention.send(wanted, (body, idempotencyKey) =>
        call(reorder, { params: { id }, body, idempotencyKey }),
      ),
    onSuccess: async ({ order, plan }) => {
      client.setQueryData(orderQuery(order.id).queryKey, order);
      client.setQueryData(reorderedQuery(order.id).queryKey, plan);
      await client.invalidateQueries({ queryKey: ['orders', 'list'] });
      await navigate({ to: `/orders/${order.id}/edit`, search: { mine: true } });
    },
  });
}
