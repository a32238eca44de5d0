import type { OrderView } from '@qafila/shared/ordering/order-views';
import { cancelOrder } from '@qafila/shared/ordering/ordering.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { orderQuery } from '../api';

/** Cancels an order after saying in one sentence what will happen. Switched off it says why. */
export function CancelOrder({ order }: { readonly order: OrderView }): ReactNode {
  const { t } = useTranslation('ordering');
  const say = useSay();
  const client = useQueryClient();
  const key = useRef(newKey());
  const [isOpen, setOpen] = useState(false);
  const action = order.actions.find((each) => each.step === 'cancel');
  const cancel = useMutation({
    mutationFn: () =>
      call(cancelOrder, { params: { id: order.id }, ifMatch: order.version, idempotencyKey: key.current }),
    onSuccess: async (next) => {
      client.setQueryData(orderQuery(order.id).queryKey, next);
      await client.invalidateQueries({ queryKey: ['orders'] });
      setOpen(false);
      sayDone(t('cancel.done', { name: order.name }));
    },
  });
  const reason = action?.reasons[0];
  if (!action || (!action.allowed && (reason === undefined || reason.code === 'WRONG_STATE'))) return null;
  const isDraft = order.state === 'draft';
  return (
    <>
      <Button
        kind="danger"
        onClick={() => setOpen(true)}
        {...(action.allowed || !reason ? {} : { reason: say.reason(reason) })}
      >
        {isDraft ? t('cancel.draft') : t('cancel.order')}
      </Button>
      <Dialog
        title={isDraft ? t('cancel.draft') : t('cancel.order')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        size="small"
      >
        <p>
          {isDraft ? t('cancel.sayDraft', { name: order.name }) : t('cancel.sayOrder', { name: order.name })}
        </p>
        <ErrorLine error={cancel.error} />
        <div className="dialog-actions">
          <Button onClick={() => setOpen(false)}>{t('cancel.keep')}</Button>
          <Button kind="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {isDraft ? t('cancel.draft') : t('cancel.order')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
