import { describe, expect, it } from '@jest/globals';
import { type Money, money } from '@qafila/shared/kernel/money';
import { WRITE_OFF_UP_TO } from '@qafila/shared/payments/payments.rules';
import { bookingOf, entriesOf, isOverdrawn } from './booking';
import { canonicalReview, confirmStep, planReview, type ReviewedMatch, totalOf } from './review';

const sar = (minor: number): Money => money(minor, 'SAR');
const ORDER = {
  id: 'order',
  reference: 'QF0000000000',
  total: sar(300_000),
  received: sar(0),
  dueAgain: sar(0),
  over: sar(0),
  writtenOff: sar(0),
  refunded: sar(0),
  isClosed: false,
  isPaid: false,
  isCancelled: false,
};
const match = (given: Partial<ReviewedMatch> = {}): ReviewedMatch => ({
  id: 'm1',
  version: 1,
  state: 'proposed',
  kind: 'order',
  class: 'A',
  firstPerson: null,
  firstPlan: null,
  line: { id: 'line', version: 1, amount: given.amount ?? sar(300_000), isProven: true },
  companyId: 'company',
  order: ORDER,
  refund: null,
  isReturned: false,
  amount: sar(300_000),
  writtenOff: sar(0),
  reversesId: null,
  ...given,
});
const WAITING: Partial<ReviewedMatch> = {
  state: 'first_confirmed',
  firstPerson: 'a',
  firstPlan: 'transfer_received, order -300000, bank_clearing 300000',
};
const planned = (given: Partial<ReviewedMatch> = {}) => {
  const [plan] = planReview([match(given)]);
  if (!plan) throw new Error('one match is planned');
  return plan;
};
const line = (amount: number, isProven = true) => ({ id: 'line', version: 1, amount: sar(amount), isProven });

describe('what an order still needs', () => {
  it('counts again what was sent back while it waits for money', () => {
    const order = { ...ORDER, received: sar(200_000), dueAgain: sar(200_000), refunded: sar(200_000) };
    const plan = planned({ order });
    expect(plan).toMatchObject({ stillDue: sar(300_000), fit: 'exact', paidBefore: sar(200_000) });
    expect(planned({ order, amount: sar(100_000) })).toMatchObject({ stillDue: sar(300_000), fit: 'short' });
  });
});

describe('an order of which money was taken back after its excess was used', () => {
  const order = { ...ORDER, received: sar(300_000), over: sar(300_000) };

  it('needs what it took, and takes a payment for it', () => {
    expect(planned({ order })).toMatchObject({ stillDue: sar(300_000), fit: 'exact' });
    const twice = planReview([match({ id: 'm1', order }), match({ id: 'm2', order })]);
    expect(twice.map(({ fit }) => fit)).toEqual(['exact', 'over']);
  });

  it('needs nothing more once the excess of two payments was taken back', () => {
    const paid = { ...ORDER, received: sar(600_000), over: sar(300_000) };
    const undo = { kind: 'undo' as const, state: 'first_confirmed' as const, reversesId: 'x', order: paid };
    const [, after] = planReview([match({ ...undo, id: 'm1' }), match({ id: 'm2', order: paid })]);
    expect(after).toMatchObject({ stillDue: sar(0), fit: 'over' });
  });
});

describe('two people', () => {
  it('are not needed for what is found, exact, proven and small', () => {
    expect(planned().needsTwoPeople).toBe(false);
    expect(planned({ class: 'D', line: line(500_000) }).needsTwoPeople).toBe(false);
  });

  it('are needed for a difference of more than may be written off by one', () => {
    const short = (missing: number) =>
      planned({ amount: sar(300_000 - missing), writtenOff: sar(missing) }).needsTwoPeople;
    const { minor: most } = WRITE_OFF_UP_TO.value;
    expect([short(most), short(most + 1)]).toEqual([false, true]);
  });

  it.each<[string, Partial<ReviewedMatch>]>([
    ['a short payment', { amount: sar(299_999) }],
    ['too much', { amount: sar(300_001) }],
    ['a closed order', { order: { ...ORDER, isClosed: true } }],
    ['a payment the bank took back', { isReturned: true }],
    ['a match by hand', { class: null }],
    ['an unproven line', { line: line(300_000, false) }],
    ['a large line, though its part is small', { line: line(2_000_000) }],
    ['a difference above SAR 15', { amount: sar(298_499), writtenOff: sar(1501) }],
    ['credit', { kind: 'credit', order: null }],
    ['a pay-out', { kind: 'payout', order: null }],
    ['a return', { kind: 'return', reversesId: 'm0' }],
    ['an undo', { kind: 'undo', reversesId: 'm0', class: null }],
    ['whatever one person confirmed', WAITING],
  ])('are needed for %s', (_what, given) => {
    const plan = planned(given);
    expect(plan.needsTwoPeople).toBe(true);
    const first = confirmStep(plan, 'a', bookingOf(plan));
    expect(first).toEqual(given.state ? { refused: ['SECOND_PERSON_NEEDED'] } : { step: 'confirm_first' });
    const seen = bookingOf(plan);
    const waiting = planned({ ...given, state: 'first_confirmed', firstPerson: 'a', firstPlan: seen });
    expect(confirmStep(waiting, 'a', seen)).toEqual({ refused: ['SECOND_PERSON_NEEDED'] });
    expect(confirmStep(waiting, 'b', seen)).toEqual({ step: 'confirm_second' });
    expect(confirmStep(waiting, 'b', 'another booking')).toEqual({ step: 'confirm_first' });
  });
});

describe('money for a cancelled order', () => {
  it('is the company’s credit, all of it, and is taken back from there', () => {
    const order = { ...ORDER, isClosed: true, isCancelled: true };
    const [entry, another] = entriesOf(planned({ order, writtenOff: sar(1500) }));
    expect(another).toBeUndefined();
    expect(entry?.postings).toEqual([
      { account: 'company_credit', amount: sar(-300_000) },
      { account: 'bank_clearing', amount: sar(300_000) },
    ]);
    const paid = { ...order, received: sar(300_000), over: sar(300_000) };
    const back = planned({ kind: 'undo', reversesId: 'x', order: paid });
    expect(isOverdrawn(back)).toBe(false);
    expect(entriesOf(back)[0]?.postings.map(({ account }) => account)).toEqual([
      'company_credit',
      'bank_clearing',
    ]);
  });
});

describe('a list', () => {
  it('fills an order once, and writes a difference off only as far as it is still missing', () => {
    const [one, two] = planReview([
      match({ id: 'm1' }),
      match({ id: 'm2', amount: sar(298_500), writtenOff: sar(1500) }),
    ]);
    expect([one?.fit, two?.fit, two?.writeOff]).toEqual(['exact', 'over', sar(0)]);
  });

  it('has a payment fill the gap that a refund before it leaves, or closes by coming back', () => {
    const refund = { id: 'r1', code: 'RF1', source: 'order' as const };
    const back = (kind: 'refund' | 'refund_back', order: Partial<typeof ORDER>, amount = 100_000) => {
      const given = { ...ORDER, ...order };
      const [, payment] = planReview([
        match({ id: 'm1', kind, refund, order: given, amount: sar(100_000) }),
        match({ id: 'm2', order: given, amount: sar(amount) }),
      ]);
      return [payment?.stillDue, payment?.fit];
    };
    const part = { received: sar(100_000) };
    expect(back('refund', part, 300_000)).toEqual([sar(300_000), 'exact']);
    const gone = { ...part, dueAgain: sar(100_000), refunded: sar(100_000) };
    expect(back('refund_back', gone, 200_000)).toEqual([sar(200_000), 'exact']);
    const paid = { received: sar(300_000), isPaid: true };
    expect(back('refund', paid)).toEqual([sar(0), 'over']);
    // With the last of its money the order waits for all of it.
    const last = { ...paid, refunded: sar(200_000) };
    expect(back('refund', last, 300_000)).toEqual([sar(300_000), 'exact']);
  });

  it('takes the same excess back once', () => {
    const paid = { ...ORDER, received: sar(600_000), over: sar(300_000) };
    const back = { kind: 'undo' as const, state: 'first_confirmed' as const, order: paid };
    const plan = planReview([
      match({ ...back, id: 'm1', reversesId: 'x' }),
      match({ ...back, id: 'm2', reversesId: 'y' }),
    ]);
    expect(plan.map(({ overBefore }) => overBefore)).toEqual([sar(300_000), sar(0)]);
    expect(plan.flatMap(entriesOf).map(({ postings }) => postings.map(({ account }) => account))).toEqual([
      ['company_credit', 'bank_clearing'],
      ['order', 'bank_clearing'],
    ]);
  });

  it('takes nothing back that was sent back', () => {
    const paid = { ...ORDER, received: sar(300_000), refunded: sar(1) };
    expect(isOverdrawn(planned({ kind: 'undo', reversesId: 'x', order: paid }))).toBe(true);
    expect(
      isOverdrawn(planned({ kind: 'undo', reversesId: 'x', order: { ...paid, refunded: sar(0) } })),
    ).toBe(false);
  });

  it('takes nothing back that was sent back, whatever else it takes back before', () => {
    const paid = { ...ORDER, received: sar(300_000), refunded: sar(100_000) };
    const back = { kind: 'undo' as const, state: 'first_confirmed' as const, order: paid };
    const plan = planReview([
      match({ ...back, id: 'm1', reversesId: 'x', amount: sar(150_000) }),
      match({ ...back, id: 'm2', reversesId: 'y', amount: sar(150_000) }),
    ]);
    expect(plan.map(isOverdrawn)).toEqual([false, true]);
  });

  it('keeps nothing by what nobody paid', () => {
    const paid = { ...ORDER, received: sar(300_000), writtenOff: sar(1500), refunded: sar(148_501) };
    const undo = { kind: 'undo' as const, reversesId: 'x', amount: sar(150_000) };
    expect(isOverdrawn(planned({ ...undo, order: paid }))).toBe(true);
    expect(isOverdrawn(planned({ ...undo, order: { ...paid, refunded: sar(148_500) } }))).toBe(false);
  });

  it('counts what goes or is taken back against what comes', () => {
    const kinds = ['order', 'credit', 'payout', 'return', 'undo'] as const;
    const plan = planReview(
      kinds.map((kind, at) =>
        match({
          id: kind,
          kind,
          amount: sar(10 ** at),
          order: kind === 'credit' || kind === 'payout' ? null : ORDER,
          reversesId: at > 2 ? 'x' : null,
        }),
      ),
    );
    expect(totalOf(plan)).toEqual(sar(11 - 11_100));
  });

  it.each<[string, Partial<ReviewedMatch>]>([
    ['version', { version: 2 }],
    ['amount', { amount: sar(299_999) }],
    ['difference', { amount: sar(299_000), writtenOff: sar(1000) }],
    ['kind', { kind: 'credit', order: null }],
    ['order', { order: { ...ORDER, id: 'other' } }],
    ['order’s need', { order: { ...ORDER, received: sar(1) } }],
    ['company', { companyId: 'other' }],
    ['proof', { line: line(300_000, false) }],
    ['line', { line: line(300_001) }],
    ['class', { class: null }],
    ['match taken back', { kind: 'undo', reversesId: 'x' }],
  ])('has another seal for another %s', (_what, given) => {
    expect(canonicalReview(planReview([match(given)]))).not.toBe(canonicalReview(planReview([match()])));
  });
});
