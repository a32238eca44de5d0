import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePermission } from '../../../lib/session';
import { Code } from '../../../ui/money';

interface OrderCellProps {
  readonly order: { readonly id: string; readonly code: string; readonly name: string };
}

/** An order by name and code; whoever may not see orders is led to where it is paid. */
export function OrderCell({ order }: OrderCellProps): ReactNode {
  const canOpen = usePermission('order:read');
  return (
    <>
      <Link to={canOpen ? `/orders/${order.id}` : `/payments/orders/${order.id}`} className="row-link">
        <bdi>{order.name}</bdi>
      </Link>
      <div className="small muted">
        <Code>{order.code}</Code>
      </div>
    </>
  );
}
