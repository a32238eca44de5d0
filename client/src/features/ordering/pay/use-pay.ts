import type { Money } from '@qafila/shared/kernel/money';
import {
  cancelPayment,
  type OrderPaymentView,
  startPayment,
} from '@qafila/shared/payments/attempts.contract';
import type { MethodId } from '@qafila/shared/payments/methods';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call, isRefused, newKey } from '../../../lib/call';
import { orderQuery, paymentQuery } from '../api';

export type OnlineMethod = Exclude<MethodId, 'bank_transfer'>;
interface StartGiven {
  readonly method: OnlineMethod;
  readonly due: Money;
  /** As typed. */
  readonly phone?: string;
}

/** Starts and cancels the payment of an order; whoever started one here is led to its page as soon as it is known. */
export function usePay(view: OrderPaymentView) {
  const { orderId, live, received } = view;
  const client = useQueryClient();
  const [leavingFor, setLeavingFor] = useState<string | null>(null);
  const key = useRef(newKey());
  const show = (next: OrderPaymentView): void => {
    client.setQueryData(paymentQuery(orderId).queryKey, next);
  };

  const start = useMutation({
    mutationFn: (given: StartGiven) =>
      call(startPayment, { params: { id: orderId }, idempotencyKey: key.current, body: given }),
    onSuccess: (next) => {
      key.current = newKey();
      show(next);
      setLeavingFor(next.live?.id ?? null);
    },
    onError: async (error) => {
      // Not reached: the same key asks again. Refused: the next press is a new intention on new facts.
      if (!isRefused(error)) return;
      key.current = newKey();
      await client.invalidateQueries({ queryKey: paymentQuery(orderId).queryKey });
    },
  });
  const cancel = useMutation({
    mutationFn: () => call(cancelPayment, { params: { id: orderId }, idempotencyKey: newKey() }),
    onSuccess: show,
  });

  const page = live !== null && live.id === leavingFor ? live.pageUrl : null;
  useEffect(() => {
    if (page !== null) window.location.assign(page);
  }, [page]);
  // Money that came moves the order: it is asked for again at once.
  const { minor } = received;
  const seen = useRef(minor);
  useEffect(() => {
    if (seen.current === minor) return;
    seen.current = minor;
    void client.invalidateQueries({ queryKey: orderQuery(orderId).queryKey });
  }, [client, minor, orderId]);
  return { start, cancel };
}
export type Pay = ReturnType<typeof usePay>;
