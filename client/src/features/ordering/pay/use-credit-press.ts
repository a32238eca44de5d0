import type { Money } from '@qafila/shared/kernel/money';
import { useCredit } from '@qafila/shared/payments/credit.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, isRefused, newKey } from '../../../lib/call';
import { creditQuery, orderQuery, paymentQuery, transferQuery } from '../api';

/** Pays an order with the company's credit. The key stays until the outcome is known: a repeated press pays once. */
export function useCreditPress(orderId: string) {
  const client = useQueryClient();
  const key = useRef(newKey());
  const again = (keys: readonly (readonly unknown[])[]): Promise<unknown> =>
    Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: (amount: Money) =>
      call(useCredit, { params: { id: orderId }, idempotencyKey: key.current, body: { amount } }),
    onSuccess: async (next) => {
      key.current = newKey();
      client.setQueryData(paymentQuery(orderId).queryKey, next);
      await again([transferQuery(orderId).queryKey, orderQuery(orderId).queryKey, creditQuery.queryKey]);
    },
    onError: async (error) => {
      // Not reached: the same key asks again. Refused: the next press is a new intention on new facts.
      if (!isRefused(error)) return;
      key.current = newKey();
      await again([paymentQuery(orderId).queryKey]);
    },
  });
}
