/** What a key stands for. */
export type GatewayAct = 'start' | 'capture' | 'cancel' | 'refund';
/** Names one act on one attempt: the gateway does it once, however often it is asked. */
export type IdempotencyKey = string & { readonly idempotencyKey: true };

/**
 * `pay_<attempt>_<act>_<n>`. The count goes up only after the act before it has ended for good: under the same key a
 * gateway would answer with what it ended, a cancelled payment for instance.
 */
export function idempotencyKey(attemptId: string, act: GatewayAct, count: number): IdempotencyKey {
  return `pay_${attemptId}_${act}_${count}` as IdempotencyKey;
}
