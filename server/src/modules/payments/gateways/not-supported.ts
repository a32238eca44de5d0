import type { GatewayId } from '@qafila/shared/payments/methods';
import { NotSupported } from '../domain/gateways/gateway-failure';

/** For gateways that list nothing: hooks and the sweep of open attempts tell everything. */
export const listsNothing = (gateway: GatewayId): AsyncIterable<never> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new NotSupported(gateway, 'lists nothing')) }),
});
