import {
  ATTEMPT_VIEWS,
  type AttemptDetail,
  gatewayAttempt,
  gatewayAttempts,
  listGateways,
  lookAgain,
  REMOTE_GATEWAYS,
  settleFlag,
} from '@qafila/shared/payments/gateways.contract';
import { paymentAttemptLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useAddressId, useAddressValue } from '../../../lib/address';
import { call, newKey } from '../../../lib/call';
import { usePages } from '../../../lib/use-pages';

export const VIEWS = [...ATTEMPT_VIEWS, 'gateways'] as const;
export const GATEWAYS = ['any', ...REMOTE_GATEWAYS] as const;
export const STATES = ['any', ...paymentAttemptLifecycle.states] as const;
/** What a gateway tells is seen without a press. */
const ASKED_MS = 5000;

/** What is shown, as it stands in the address. */
export function useAttemptFilters() {
  const [view, setView] = useAddressValue('view', VIEWS, 'look');
  const [gateway, setGateway] = useAddressValue('gateway', GATEWAYS, 'any');
  const [state, setState] = useAddressValue('state', STATES, 'any');
  const [open, setOpen] = useAddressId('attempt');
  return { view, setView, gateway, setGateway, state, setState, open, setOpen };
}
export type AttemptFilters = ReturnType<typeof useAttemptFilters>;

export const useAttempts = ({ view, gateway, state }: AttemptFilters, q: string) =>
  usePages(['gateways', 'attempts', view, gateway, state, q], (after, signal) =>
    call(gatewayAttempts, {
      query: {
        view: view === 'gateways' ? 'look' : view,
        ...(gateway === 'any' ? {} : { gateway }),
        ...(state === 'any' ? {} : { state }),
        ...(q ? { q } : {}),
        ...(after ? { after } : {}),
      },
      signal,
    }),
  );

export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: ['gateways', 'attempt', id],
    queryFn: () => call(gatewayAttempt, { params: { id } }),
    refetchInterval: ASKED_MS,
  });

export const gatewaysQuery = queryOptions({
  queryKey: ['gateways', 'all'],
  queryFn: () => call(listGateways),
});

/** The two acts of finance on an attempt; none of them moves money. */
export function useAttemptActs(attempt: AttemptDetail, onSettled: () => void) {
  const client = useQueryClient();
  const show = async (next: AttemptDetail): Promise<void> => {
    client.setQueryData(attemptQuery(next.id).queryKey, next);
    await client.invalidateQueries({ queryKey: ['gateways', 'attempts'] });
    await client.invalidateQueries({ queryKey: ['today'] });
  };
  const params = { id: attempt.id };
  const look = useMutation({
    mutationFn: () => call(lookAgain, { params, idempotencyKey: newKey() }),
    onSuccess: show,
  });
  const settle = useMutation({
    mutationFn: (reason: string) =>
      call(settleFlag, { params, idempotencyKey: newKey(), body: { version: attempt.version, reason } }),
    onSuccess: async (next) => {
      onSettled();
      await show(next);
    },
    onError: () => client.invalidateQueries({ queryKey: attemptQuery(attempt.id).queryKey }),
  });
  return { look, settle };
}
