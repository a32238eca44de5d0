import { describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import type { MatchingFacts, NewLine, SentRefund } from './facts';
import { refundBack, refundOf } from './refunds';

const sar = (minor: number) => money(minor, 'SAR');
const refund = (given: Partial<SentRefund> = {}): SentRefund => ({
  refundId: 'r1',
  code: 'K7M-2QX9',
  companyId: 'nour',
  source: 'order',
  orderId: 'order',
  reference: 'QF',
  amount: sar(5000),
  accountHash: 'iban',
  hasLeft: false,
  hasComeBack: false,
  ...given,
});
const line = (given: Partial<NewLine> = {}): NewLine => ({
  id: 'line',
  amount: sar(-5000),
  bookedOn: '2026-11-29',
  text: '',
  payerName: '',
  payerIbanHash: null,
  bankReference: null,
  endToEnd: null,
  isReversal: false,
  ...given,
});
const facts = (refunds: readonly SentRefund[]) => ({ refunds }) as MatchingFacts;
const told = (found: ReturnType<typeof refundOf>) =>
  found?.map(({ refundId, kind, class: how }) => [refundId, kind, how]) ?? null;

describe('a debit', () => {
  it.each([
    [{ endToEnd: 'RF-K7M-2QX9' }, 'A'],
    [{ text: 'transfer rf k7m 2qx9 thanks' }, 'A'],
    [{ payerIbanHash: 'iban' }, 'E'],
    [{}, 'E'],
  ])('%j is the refund, found as %s', (given, how) => {
    expect(told(refundOf(line(given), facts([refund()])))).toEqual([['r1', 'refund', how]]);
  });

  it('to another account, of another amount, or taken already is none', () => {
    expect(refundOf(line({ payerIbanHash: 'other' }), facts([refund()]))).toBeNull();
    expect(refundOf(line({ amount: sar(-4999) }), facts([refund()]))).toBeNull();
    expect(refundOf(line(), facts([refund({ hasLeft: true })]))).toBeNull();
  });

  it('that two could be is looked at by a person, unless it names one', () => {
    const two = facts([refund(), refund({ refundId: 'r2', code: 'AAA-0000' })]);
    expect(refundOf(line({ payerIbanHash: 'iban' }), two)).toEqual([]);
    expect(told(refundOf(line({ text: 'RF-AAA-0000' }), two))).toEqual([['r2', 'refund', 'A']]);
  });
});

describe('a credit', () => {
  const credit = (given: Partial<NewLine>) => line({ amount: sar(5000), ...given });

  it('is a refund that came back where the bank says so, or names it', () => {
    const sent = facts([refund({ hasLeft: true })]);
    expect(told(refundBack(credit({ isReversal: true }), sent))).toEqual([['r1', 'refund_back', 'E']]);
    expect(told(refundBack(credit({ text: 'RF-K7M-2QX9' }), sent))).toEqual([['r1', 'refund_back', 'A']]);
    expect(told(refundBack(credit({ text: 'returned', payerIbanHash: 'iban' }), sent))).toEqual([
      ['r1', 'refund_back', 'E'],
    ]);
  });

  it('of the same account that calls itself nothing is a payment', () => {
    expect(refundBack(credit({ payerIbanHash: 'iban' }), facts([refund({ hasLeft: true })]))).toBeNull();
  });
});
