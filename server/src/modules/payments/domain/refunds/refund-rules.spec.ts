import { describe, expect, it } from '@jest/globals';
import { add, isNegative, isZero, type Money, money, subtract } from '@qafila/shared/kernel/money';
import fc from 'fast-check';
import type { Attempt } from '../attempts/attempt';
import type { Capabilities } from '../gateways/gateway';
import { gatewayRef } from '../gateways/gateway-ref';
import { leftOf, payOf, refusalOf, type WayFacts } from './refund-rules';

const sar = (minor: number): Money => money(minor, 'SAR');
const nok = (minor: number): Money => money(minor, 'NOK');
const NOW = new Date('2026-11-29T12:00:00Z');
const CAN: Capabilities = {
  methods: ['klarna'],
  authorise: true,
  partialCapture: true,
  cancelOpen: true,
  void: true,
  repeatableStart: true,
  refund: true,
  partialRefund: true,
  asyncRefund: true,
  hostedPage: true,
  hooks: true,
  hookIds: true,
  lists: true,
};
const attempt = (given: Partial<Attempt> = {}): Attempt => ({
  companyId: 'company',
  id: 'attempt',
  orderId: 'order',
  method: 'klarna',
  gateway: 'stripe',
  state: 'captured',
  amount: sar(1000),
  pay: nok(2732),
  rate: null,
  ref: gatewayRef('cs_1'),
  pageUrl: null,
  expiresAt: NOW,
  isEnding: false,
  bookedMinor: 2732,
  disputedMinor: 0,
  settledFlag: null,
  dispute: null,
  phoneSealed: null,
  flag: null,
  failure: null,
  startedBy: 'person',
  startedAt: NOW,
  version: 1,
  ...given,
});
/** The half of it. */
const disputed = (state: 'open' | 'won' | 'lost') =>
  attempt({
    state: state === 'won' ? 'captured' : 'disputed',
    disputedMinor: state === 'won' ? 0 : 1366,
    dispute: { id: 'du_1', state, amount: nok(1366), reason: 'fraudulent', answerBy: null },
  });
const held = (pay: number, amount: number) => ({ pay: nok(pay), amount: sar(amount), amountPay: nok(pay) });
const NOTHING = held(0, 0);
const way = (given: Partial<Extract<WayFacts, { method: 'gateway' }>> = {}): WayFacts => ({
  method: 'gateway',
  attempt: attempt(),
  held: NOTHING,
  capabilities: CAN,
  ...given,
});
const judged = (facts: WayFacts, amount: Money, left = sar(1000)) =>
  refusalOf({ left, way: facts, now: NOW }, amount);

describe('a refund through a gateway', () => {
  it('is at most what was taken, what is left of it, and what its source has', () => {
    expect(judged(way(), sar(1000))).toBeNull();
    expect(judged(way(), sar(1001), sar(5000))).toEqual({ code: 'REFUND_TOO_MUCH', left: sar(1000) });
    expect(judged(way(), sar(500), sar(400))).toEqual({ code: 'REFUND_TOO_MUCH', left: sar(400) });
    expect(judged(way({ held: held(1366, 500) }), sar(501))).toEqual({
      code: 'REFUND_TOO_MUCH',
      left: sar(500),
    });
    expect(judged(way(), sar(1), sar(-5))).toEqual({ code: 'REFUND_TOO_MUCH', left: sar(0) });
  });

  it('counts itself no second time when it is looked at again', () => {
    const facts = { left: sar(0), way: way({ held: held(2732, 1000) }), now: NOW };
    const own = { amount: sar(1000), pay: nok(2732) };
    expect(refusalOf(facts, sar(1000), own)).toBeNull();
    expect(refusalOf({ ...facts, left: sar(-1) }, sar(1000), own)).toEqual({
      code: 'REFUND_TOO_MUCH',
      left: sar(999),
    });
  });

  it.each<[string, WayFacts, string]>([
    ['disputed', way({ attempt: attempt({ state: 'disputed' }) }), 'REFUND_FROZEN'],
    ['partly disputed', way({ attempt: disputed('open') }), 'REFUND_FROZEN'],
    ['without an account there', way({ capabilities: null }), 'REFUND_NOT_THERE'],
    ['never at the gateway', way({ attempt: attempt({ ref: null }) }), 'REFUND_NOT_THERE'],
    [
      'that gives back only the whole',
      way({ capabilities: { ...CAN, partialRefund: false } }),
      'REFUND_WHOLE_ONLY',
    ],
    [
      'older than its window',
      way({
        attempt: attempt({ startedAt: new Date('2026-08-01T00:00:00Z') }),
        capabilities: { ...CAN, refundWindowDays: 90 },
      }),
      'REFUND_TOO_LATE',
    ],
  ])('of a payment %s is refused', (_, facts, code) => {
    expect(judged(facts, sar(10))).toMatchObject({ code });
  });

  it('is free again when a dispute of a part ends: of what was kept, or of all of it', () => {
    expect(judged(way({ attempt: disputed('lost') }), sar(500))).toBeNull();
    expect(judged(way({ attempt: disputed('lost') }), sar(501))).toEqual({
      code: 'REFUND_TOO_MUCH',
      left: sar(500),
    });
    expect(judged(way({ attempt: disputed('won') }), sar(1000))).toBeNull();
  });

  it('in another currency is cut so that pieces sum to the whole, however they are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 12 }), (parts) => {
        let sent = NOTHING;
        let left = sar(1000);
        for (const wanted of [...parts, 1000]) {
          const part = wanted < left.minor ? sar(wanted) : left;
          if (isZero(part)) break;
          const pay = payOf(way({ held: sent }), part);
          expect(isNegative(pay)).toBe(false);
          const given = add(sent.pay, pay);
          sent = { pay: given, amount: add(sent.amount, part), amountPay: given };
          left = subtract(left, part);
        }
        expect(sent.pay).toEqual(nok(2732));
        expect(leftOf(way({ held: sent }), 'SAR')).toEqual(sar(0));
      }),
    );
  });
});

describe('a refund by bank', () => {
  it('is at most what the account paid, and in its currency', () => {
    const bank: WayFacts = { method: 'bank', left: sar(700) };
    expect(judged(bank, sar(700))).toBeNull();
    expect(judged(bank, sar(701))).toEqual({ code: 'REFUND_TOO_MUCH', left: sar(700) });
    expect(judged(bank, nok(1), nok(100))).toEqual({ code: 'REFUND_NOT_THERE' });
  });
});
