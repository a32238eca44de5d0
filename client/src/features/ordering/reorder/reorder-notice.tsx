import { type ReorderPlan } from '@qafila/shared/ordering/reorder.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Button, IconButton } from '../../../ui/button';
import { Code } from '../../../ui/money';
import { reorderedQuery } from '../api';
import { changedLines, isPriceMoved } from './reorder-lines';
import { PriceMove } from './reorder-row';

const SHOWN_LINES = 4;

/** Once, above a draft that was begun from an earlier order: what came otherwise than it was. */
export function ReorderNotice({ orderId }: { readonly orderId: string }): ReactNode {
  const { t } = useTranslation('ordering');
  const client = useQueryClient();
  const { data: plan } = useQuery(reorderedQuery(orderId));
  if (!plan) return null;
  const isSame = plan.reasons.length === 0 && changedLines(plan).length === 0;
  return (
    <section className={isSame ? 'card reorder-notice' : 'card card-warn reorder-notice'} role="status">
      <RotateCcw size={18} aria-hidden />
      <div className="grow stack stack-tight">
        <b>{t(isSame ? 'reorder.same' : 'reorder.changed')}</b>
        <Changes plan={plan} />
      </div>
      <IconButton
        icon={X}
        label={t('ui:close')}
        onClick={() => client.setQueryData(reorderedQuery(orderId).queryKey, null)}
      />
    </section>
  );
}

function Changes({ plan }: { readonly plan: ReorderPlan }): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const say = useSay();
  const [isWhole, setWhole] = useState(false);
  const changed = changedLines(plan);
  const shown = isWhole ? changed : changed.slice(0, SHOWN_LINES);
  return (
    <ul className="stack stack-tight small">
      {plan.reasons.map((reason) => (
        <li key={`${reason.code} ${JSON.stringify(reason.params)}`}>{say.reason(reason)}</li>
      ))}
      {shown.map(({ variantId, sku, name, size, before, now, reasons }) => (
        <li key={variantId}>
          <b>{t('goods', { product: format.words(name), size: format.words(size) })}</b> <Code>{sku}</Code>{' '}
          {now && isPriceMoved(before.unitPrice, now.unitPrice) && (
            <PriceMove before={before.unitPrice} now={now.unitPrice} />
          )}
          {reasons.map((reason) => (
            <div key={reason.code}>{say.reason(reason)}</div>
          ))}
        </li>
      ))}
      {changed.length > shown.length && (
        <li>
          <Button kind="quiet" size="small" onClick={() => setWhole(true)}>
            {t('reorder.more', { count: changed.length - shown.length })}
          </Button>
        </li>
      )}
    </ul>
  );
}
