import { describe, expect, it } from '@jest/globals';
import { type Money, money, sum } from '@qafila/shared/kernel/money';
import fc from 'fast-check';
import {
  creditApplied,
  creditedFromOrder,
  creditPaidOut,
  debitOf,
  type EntryKind,
  movedBy,
  type NewEntry,
  type Posting,
  receivedThrough,
  refundFailed,
  refundSent,
  type SentBack,
  splitPayment,
  splitReversal,
  takenBackThrough,
  writtenOff,
} from './ledger-entry';

const sar = (minor: number): Money => money(minor, 'SAR');
const entry = (kind: EntryKind, postings: readonly Posting[]): NewEntry => ({
  companyId: 'company',
  orderId: 'order',
  matchId: null,
  kind,
  postings,
});
const sent = (amount: Money, given: Partial<SentBack> = {}): SentBack => ({
  refundId: 'refund',
  companyId: 'company',
  source: 'order',
  orderId: 'order',
  matchId: null,
  attemptId: null,
  to: 'bank_clearing',
  amount,
  pay: amount,
  ...given,
});
const minor = fc.integer({ min: 1, max: 10_000_000 });

describe('postings', () => {
  it('sum to zero, none of them nothing, whatever is booked', () => {
    fc.assert(
      fc.property(minor, fc.nat(10_000_000), fc.nat(10_000_000), (amount, due, over) => {
        const all = [
          receivedThrough('bank_clearing', splitPayment(sar(amount), sar(due))),
          takenBackThrough('provider_clearing', splitReversal(sar(amount), sar(over))),
          writtenOff(sar(amount)),
          refundSent(sent(sar(amount))).postings,
          refundFailed(sent(sar(amount), { source: 'credit' })).postings,
          creditPaidOut(sar(amount)),
        ];
        for (const postings of all) {
          expect(
            sum(
              postings.map((posting) => posting.amount),
              'SAR',
            ),
          ).toEqual(sar(0));
          expect(postings.every((posting) => posting.amount.minor !== 0)).toBe(true);
          expect(debitOf(entry('fee', postings))).toEqual(sar(amount));
        }
      }),
    );
  });

  it('of a refund in another currency sum to zero in each, and coming back is its opposite', () => {
    const pay = money(1366, 'NOK');
    const left = refundSent(sent(sar(500), { to: 'provider_clearing', pay }));
    expect(left.postings).toEqual([
      { account: 'order', amount: sar(500) },
      { account: 'fx', amount: sar(-500) },
      { account: 'provider_clearing', amount: money(-1366, 'NOK') },
      { account: 'fx', amount: pay },
    ]);
    const back = refundFailed(sent(sar(500), { to: 'provider_clearing', pay }));
    expect(back.postings.map(({ amount }) => amount.minor)).toEqual(
      left.postings.map(({ amount }) => -amount.minor),
    );
    expect([left.kind, back.kind, refundSent(sent(sar(1), { source: 'credit' })).kind]).toEqual([
      'refund_sent',
      'refund_failed',
      'credit_paid_out',
    ]);
  });

  it('give an order what it needs, and take back what it had too much first', () => {
    expect(splitPayment(sar(500), sar(300))).toEqual({ order: sar(300), credit: sar(200) });
    expect(splitPayment(sar(200), sar(300))).toEqual({ order: sar(200), credit: sar(0) });
    expect(splitReversal(sar(500), sar(200))).toEqual({ order: sar(300), credit: sar(200) });
    expect(splitReversal(sar(100), sar(200))).toEqual({ order: sar(0), credit: sar(100) });
  });
});

describe('what an entry tells of its order', () => {
  const over = splitPayment(sar(500), sar(300));
  const moved = { receivedMinor: 0, refundedMinor: 0 };

  it.each<[EntryKind, readonly Posting[], Partial<ReturnType<typeof movedBy>>]>([
    ['transfer_received', receivedThrough('bank_clearing', over), { receivedMinor: 500, overMinor: 200 }],
    ['payment_captured', receivedThrough('provider_clearing', over), { receivedMinor: 500, overMinor: 200 }],
    ['transfer_reversed', takenBackThrough('bank_clearing', over), { receivedMinor: -500, overMinor: -200 }],
    ['refund_sent', refundSent(sent(sar(500))).postings, { refundedMinor: 500 }],
    [
      'refund_sent',
      refundSent(sent(sar(500), { to: 'company_credit' })).postings,
      { refundedMinor: 500, creditMinor: -500 },
    ],
    ['refund_failed', refundFailed(sent(sar(500))).postings, { refundedMinor: -500 }],
    ['write_off', writtenOff(sar(12)), { receivedMinor: 12 }],
    ['write_off_reversed', writtenOff(sar(-12)), { receivedMinor: -12 }],
    ['credit_paid_out', creditPaidOut(sar(500)), {}],
    ['credit_applied', creditApplied(sar(500)), { receivedMinor: 500, creditMinor: 500 }],
    ['credit_returned', creditApplied(sar(-500)), { receivedMinor: -500, creditMinor: -500 }],
    ['late_credited', creditedFromOrder(sar(500)), { overMinor: 500 }],
  ])('%s', (kind, postings, told) => {
    expect(movedBy(entry(kind, postings))).toEqual({ ...moved, ...told });
  });
});
