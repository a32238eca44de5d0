import { describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { gatewayRef } from './gateway-ref';
import { idempotencyKey } from './idempotency-key';
import { disagreement, isRefundable, refundable, type Snapshot, stateOfCaptured } from './snapshot';

const sar = (minor: number) => money(minor, 'SAR');
const told: Snapshot = {
  ref: gatewayRef('1'),
  ourRef: 'attempt',
  state: 'captured',
  amount: sar(500_000),
  authorised: sar(500_000),
  captured: sar(500_000),
  refunded: sar(100_000),
  method: 'visa',
  dispute: null,
  rawState: 'paid',
  fetchedAt: new Date('2026-11-29T12:00:00Z'),
};

describe('a snapshot', () => {
  it('is the payment we asked for when reference, currency and amount agree', () => {
    expect(disagreement({ ourRef: 'attempt', amount: sar(500_000) }, told)).toBeNull();
  });

  it('one halala less, another currency and another attempt are said', () => {
    const asked = { ourRef: 'attempt', amount: sar(500_000) };
    expect(disagreement(asked, { ...told, amount: sar(499_999) })).toBe('amount');
    expect(disagreement(asked, { ...told, amount: money(500_000, 'USD') })).toBe('currency');
    expect(disagreement(asked, { ...told, ourRef: 'another' })).toBe('reference');
  });

  it('is captured when all of it was taken', () => {
    expect(stateOfCaptured(sar(500_000), sar(500_000))).toBe('captured');
    expect(stateOfCaptured(sar(499_999), sar(500_000))).toBe('partially_captured');
  });

  it('gives back what was taken and no more', () => {
    expect(refundable(told)).toEqual(sar(400_000));
    expect(isRefundable(told, sar(400_000))).toBe(true);
    expect(isRefundable(told, sar(400_001))).toBe(false);
    expect(isRefundable(told, sar(0))).toBe(false);
  });
});

it('a key names attempt, act and count', () => {
  expect(idempotencyKey('a1', 'refund', 2)).toBe('pay_a1_refund_2');
});
