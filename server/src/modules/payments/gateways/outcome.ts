import type { GatewayId } from '@qafila/shared/payments/methods';
import { OutsideFailure } from '../../../platform/outside/outside-line';
import { GatewayFailure, OutcomeUnknown } from '../domain/gateways/gateway-failure';

/** What a broken call means to a caller: nobody knows what was done. Faults of our own are passed on. */
export function asOutcome(gateway: GatewayId, error: unknown): Error {
  if (error instanceof GatewayFailure) return error;
  if (error instanceof OutsideFailure) return new OutcomeUnknown(gateway, error.fault);
  return error instanceof Error ? error : new Error(String(error));
}
