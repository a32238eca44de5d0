import { listOrders } from '@qafila/shared/ordering/ordering.contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../lib/call';
import { useKeys } from '../lib/keys';
import { orderPath } from '../lib/order-path';
import { useSession } from '../lib/session';
import { type Command, CommandPalette } from '../ui/command-palette';
import { railFor } from './navigation';

const MOST_ORDERS = 100;

/** Ctrl K: jump to a screen or to an order by name or code. */
export function JumpPalette({ audience }: { readonly audience: 'trader' | 'staff' }): ReactNode {
  const { t } = useTranslation(['app', 'ui']);
  const { permissions } = useSession();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const keys = useMemo(
    () => [
      {
        code: 'KeyK',
        shown: 'Ctrl K',
        mod: true as const,
        label: t('ui:keys.palette'),
        run: () => setOpen(true),
      },
    ],
    [t],
  );
  useKeys(keys);
  const orders = useQuery({
    queryKey: ['orders', 'jump'],
    enabled: isOpen && permissions.includes('order:read'),
    queryFn: () => call(listOrders, { query: { limit: MOST_ORDERS } }),
  });
  const screens = railFor(audience, permissions).map(
    (each): Command => ({ key: each.path, text: t(each.word), run: () => void navigate({ to: each.path }) }),
  );
  const found = (orders.data?.rows ?? []).map(
    (order): Command => ({
      key: order.id,
      text: order.name,
      note: order.code,
      run: () => void navigate({ to: orderPath(order, permissions.includes('order:draft')) }),
    }),
  );
  return <CommandPalette isOpen={isOpen} onClose={() => setOpen(false)} commands={[...screens, ...found]} />;
}
