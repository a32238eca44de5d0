import type { OrderPaymentView } from '@qafila/shared/payments/attempts.contract';
import type { ReactNode } from 'react';
import { TransferCard } from '../order/transfer-card';
import { CreditOffer } from './credit-offer';
import { PayCard } from './pay-card';

/** Every way to pay an order that waits for money: credit first, then the transfer, then online. */
export function PayWays({ view }: { readonly view: OrderPaymentView }): ReactNode {
  return (
    <>
      <CreditOffer view={view} />
      {view.hasTransfer && <TransferCard orderId={view.orderId} isHeld={view.holdUntil !== null} />}
      <PayCard view={view} saysHold={!view.hasTransfer} leads={view.credit.minor < view.due.minor} />
    </>
  );
}
