import type { GatewayId } from '@qafila/shared/payments/methods';

/** Anything an adapter throws; the kinds below say what the caller may do next. */
export abstract class GatewayFailure extends Error {
  constructor(
    readonly gateway: GatewayId,
    message: string,
  ) {
    super(`${gateway}: ${message}`);
    this.name = new.target.name;
  }
}

/**
 * No answer, or one nobody understands: what was asked may have been done. Ask again with the same key, or find the
 * payment by our reference.
 */
export class OutcomeUnknown extends GatewayFailure {}

/** Refused, and nothing was done. `code` is the gateway's own. */
export class GatewayRefused extends GatewayFailure {
  constructor(
    gateway: GatewayId,
    readonly code: string,
  ) {
    super(gateway, `refused, ${code}`);
  }
}

/** The gateway knows no such payment. */
export class PaymentNotFound extends GatewayFailure {}

/** Not among its capabilities; the gateway was not asked. */
export class NotSupported extends GatewayFailure {}

/** Why a hook is not believed. */
export type HookFault = 'signature' | 'too_old' | 'from_the_future' | 'unreadable';
export class HookRefused extends GatewayFailure {
  constructor(
    gateway: GatewayId,
    readonly fault: HookFault,
  ) {
    super(gateway, `hook refused, ${fault}`);
  }
}
