import { GatewayRefused, OutcomeUnknown } from '../domain/gateways/gateway-failure';

/** An act that the gateway itself would do twice if it were asked twice. */
export interface Act<T> {
  /** What is there now. */
  readonly read: () => Promise<T>;
  /** True when the act was done already. */
  readonly isDone: (now: T) => boolean;
  readonly send: (now: T) => Promise<unknown>;
}

/**
 * Does an act that has no key at the gateway: looks first, sends at most once, and looks again when the answer was
 * lost, or refuses what may have been done a moment before. Returns what is there afterwards.
 */
export async function once<T>({ read, isDone, send }: Act<T>): Promise<T> {
  const before = await read();
  if (isDone(before)) return before;
  try {
    await send(before);
  } catch (error) {
    if (!(error instanceof OutcomeUnknown || error instanceof GatewayRefused)) throw error;
    const after = await read();
    if (!isDone(after)) throw error;
    return after;
  }
  return read();
}
