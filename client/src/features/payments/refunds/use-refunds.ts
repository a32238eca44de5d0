import { listRefunds, REFUND_VIEWS } from '@qafila/shared/payments/refunds.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../../lib/call';
import { usePages } from '../../../lib/use-pages';
import { type Step, useStep } from '../use-step';

export type RefundsView = (typeof REFUND_VIEWS)[number];

/** Refunds of one view, with the counts of all and the newest files for the bank. */
export const useRefunds = (view: RefundsView) =>
  usePages(['refunds', view], (after, signal) =>
    call(listRefunds, { query: { view, ...(after ? { after } : {}) }, signal }),
  );

/** After a step: every view, what may go back, and the staff home are asked again. */
export function useRefundsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await client.invalidateQueries({ queryKey: ['refunds'] });
    await client.invalidateQueries({ queryKey: ['refundable'] });
    await client.invalidateQueries({ queryKey: ['today'] });
  }, [client]);
}

/** One step of a refund that needs no code. */
export const useRefundStep = <Given>(step: Step<Given>) => useStep(step, useRefundsChanged());
