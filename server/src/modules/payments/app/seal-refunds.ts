import { createHash } from 'node:crypto';
import type { RefundState } from '@qafila/shared/payments/payments.lifecycle';
import { Problem } from '../../../platform/problems/problem';
import type { Refund } from '../domain/refunds/refund';
import { canonicalRefund } from '../domain/refunds/refund-rules';

export interface SeenRefund {
  readonly refundId: string;
  readonly version: number;
}

/** A list of refunds sealed. Throws `REVIEW_CHANGED` when one of them is gone, of another version or in another state. */
export function sealRefunds(
  seen: readonly SeenRefund[],
  found: readonly Refund[],
  state: RefundState,
): { readonly refunds: readonly Refund[]; readonly hash: string } {
  const refunds = [...new Map(seen.map((each) => [each.refundId, each])).values()]
    .map(({ refundId, version }) => {
      const refund = found.find(({ id }) => id === refundId);
      if (refund?.state !== state || refund.version !== version) throw new Problem('REVIEW_CHANGED');
      return refund;
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const text = refunds.map(canonicalRefund).join('\n');
  return { refunds, hash: createHash('sha256').update(text).digest('hex') };
}
