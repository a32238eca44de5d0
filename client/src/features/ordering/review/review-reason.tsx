import type { Reason } from '@qafila/shared/ordering/order-views';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../../lib/i18n/say';
import { catalogueQuery } from '../api';
import { wayOf } from '../draft/places';

interface ReviewReasonProps {
  readonly orderId: string;
  readonly reason: Reason;
}

/** Why the order cannot be placed; the way back to where in the draft that is put right. */
export function ReviewReason({ orderId, reason }: ReviewReasonProps): ReactNode {
  const say = useSay();
  const client = useQueryClient();
  const way = wayOf(reason);
  const text = say.reason(reason);
  if (!way) return text;
  return (
    <Link
      to={`/orders/${orderId}/edit`}
      search={way}
      className="link reason-way"
      // The review judged by today's stock; the grid shall mark its cells by no older one.
      onClick={() => client.removeQueries({ queryKey: catalogueQuery.queryKey })}
    >
      {text}
    </Link>
  );
}
