import type { ArtworkState } from '@qafila/shared/ordering/order-views';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import type { PaymentState } from '@qafila/shared/payments/payments.lifecycle';
import {
  Ban,
  CircleCheck,
  CircleDashed,
  Clock,
  Hourglass,
  type LucideIcon,
  PackageCheck,
  Palette,
  Truck,
  Undo2,
  Warehouse,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../ui/chip';

type Look = readonly [Tone, LucideIcon];

const ORDER: Readonly<Record<OrderState, Look>> = {
  draft: ['plain', CircleDashed],
  pending_approval: ['warn', Hourglass],
  submitted: ['info', Clock],
  confirmed: ['ok', CircleCheck],
  completed: ['ok', PackageCheck],
  cancelled: ['bad', Ban],
  expired: ['bad', Hourglass],
};
const PAYMENT: Readonly<Record<PaymentState, Look>> = {
  unpaid: ['plain', CircleDashed],
  awaiting: ['warn', Clock],
  partially_paid: ['warn', Hourglass],
  paid: ['ok', CircleCheck],
  overpaid: ['info', CircleCheck],
  partially_refunded: ['info', Undo2],
  refunded: ['plain', Undo2],
};

/** Where an order stands. */
export function OrderBadge({ state }: { readonly state: OrderState }): ReactNode {
  const { t } = useTranslation('ordering');
  const [tone, icon] = ORDER[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`state.order.${state}`)}
    </Chip>
  );
}

/** Whether the payment says more than the order: a draft has none, and one just placed says that its is awaited. */
export const hasOwnPaymentWord = (order: {
  readonly state: OrderState;
  readonly payment: PaymentState;
}): boolean => order.state !== 'draft' && !(order.state === 'submitted' && order.payment === 'awaiting');

/** What the ledger says of its payment. */
export function PaymentBadge({ state }: { readonly state: PaymentState }): ReactNode {
  const { t } = useTranslation('ordering');
  const [tone, icon] = PAYMENT[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`state.payment.${state}`)}
    </Chip>
  );
}

const ARTWORK: Readonly<Record<ArtworkState, Tone>> = {
  not_needed: 'plain',
  awaiting_brief: 'warn',
  proofing: 'info',
  approved: 'ok',
};

/** Whether what dresses the goods is signed and locked; neutral packs need nothing. */
export function ArtworkBadge({ state }: { readonly state: ArtworkState }): ReactNode {
  const { t } = useTranslation('ordering');
  return (
    <Chip tone={ARTWORK[state]} icon={Palette}>
      {t(`state.artwork.${state}`)}
    </Chip>
  );
}

export type FulfilmentState = 'not_started' | 'in_warehouse' | 'on_the_way' | 'delivered';
const FULFILMENT: Readonly<Record<FulfilmentState, Look>> = {
  not_started: ['plain', CircleDashed],
  in_warehouse: ['info', Warehouse],
  on_the_way: ['info', Truck],
  delivered: ['ok', PackageCheck],
};

/** How far the parcels are. */
export function FulfilmentBadge({ state }: { readonly state: FulfilmentState }): ReactNode {
  const { t } = useTranslation('ordering');
  const [tone, icon] = FULFILMENT[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`state.fulfilment.${state}`)}
    </Chip>
  );
}
