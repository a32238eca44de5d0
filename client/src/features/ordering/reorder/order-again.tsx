import type { OrderView } from '@qafila/shared/ordering/order-views';
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ReorderForm } from './reorder-form';

/** Orders the same again. The dialog stands in the address, so that other screens lead straight to it. */
export function OrderAgain({ order }: { readonly order: OrderView }): ReactNode {
  const { t } = useTranslation('ordering');
  const [again, setAgain] = useAddressValue('again', ['open', 'closed'], 'closed');
  const action = order.actions.find((each) => each.step === 'reorder');
  if (!action?.allowed) return null;
  return (
    <>
      <Button icon={RotateCcw} onClick={() => setAgain('open')}>
        {t('reorder.action')}
      </Button>
      <Dialog
        title={t('reorder.title', { name: order.name })}
        isOpen={again === 'open'}
        onClose={() => setAgain('closed')}
        size="large"
      >
        <ReorderForm order={order} onClose={() => setAgain('closed')} />
      </Dialog>
    </>
  );
}
