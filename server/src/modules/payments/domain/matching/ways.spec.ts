import { describe, expect, it } from '@jest/globals';
import { type Money, money } from '@qafila/shared/kernel/money';
import { makeReference } from '@qafila/shared/payments/reference.rules';
import type { BookedPayment, MatchingFacts, NewLine } from './facts';
import type { PayableOrder } from './payable';
import { proposalsFor } from './propose';

const sar = (minor: number): Money => money(minor, 'SAR');
const [A, B, OWN] = [
  makeReference([1, 2, 3, 4, 5, 6, 7]),
  makeReference([9, 9, 9, 9, 9, 9, 9]),
  makeReference([5, 6, 5, 6, 5, 6, 5]),
];

const order = (id: string, given: Partial<PayableOrder> = {}): PayableOrder => ({
  companyId: 'nour',
  orderId: id,
  reference: id === 'a' ? A : B,
  total: sar(300_000),
  received: sar(0),
  over: sar(0),
  isClosed: false,
  openFrom: '2026-11-20',
  openUntil: '2026-11-25',
  ...given,
});
const line = (given: Partial<NewLine>): NewLine => ({
  id: 'line',
  amount: sar(300_000),
  bookedOn: '2026-11-22',
  text: '',
  payerName: 'DAR NOUR',
  payerIbanHash: 'iban',
  bankReference: null,
  endToEnd: null,
  isReversal: false,
  ...given,
});
function facts(orders: readonly PayableOrder[], given: Partial<MatchingFacts> = {}): MatchingFacts {
  const needing = new Map<number, number>();
  for (const { total } of orders) needing.set(total.minor, (needing.get(total.minor) ?? 0) + 1);
  return {
    orders: new Map(orders.map((each) => [each.reference, each])),
    companies: new Map([['nour', { companyId: 'nour', reference: OWN, names: ['Dar Nour Trading'] }]]),
    ownReferences: new Map([[OWN, 'nour']]),
    openOf: new Map([['nour', orders]]),
    needing,
    receipts: new Map(),
    payers: new Map(),
    returns: [],
    booked: [],
    refunds: [],
    ...given,
  };
}
const KNOWN = new Map([['iban', new Set(['nour'])]]);
const told = (given: Partial<NewLine>, known: MatchingFacts) =>
  proposalsFor(line(given), known).map(({ class: found, orderId, amount }) => [found, orderId, amount.minor]);

describe('a line that names its order', () => {
  it.each([
    ['A', 300_000, order('a')],
    ['B', 298_750, order('a')],
    ['C', 300_001, order('a')],
    ['C', 300_000, order('a', { isClosed: true })],
    ['C', 300_000, order('a', { received: sar(300_000) })],
    ['A', 100_000, order('a', { received: sar(200_000) })],
  ] as const)('is of class %s for %d halalas', (found, minor, one) => {
    expect(told({ text: A, amount: sar(minor) }, facts([one]))).toEqual([[found, 'a', minor]]);
  });

  it('of another currency, twice the bank’s own way back, or of no money is matched with nothing', () => {
    const known = facts([order('a')]);
    expect(told({ text: A, amount: money(300_000, 'USD') }, known)).toEqual([]);
    expect(told({ text: A, isReversal: true }, known)).toEqual([]);
    expect(told({ text: A, amount: sar(0) }, known)).toEqual([]);
  });

  it('is suggested by a reference of one wrong symbol, never as exact', () => {
    const wrong = `${A.slice(0, 4)}${A[4] === 'Z' ? 'Y' : 'Z'}${A.slice(5)}`;
    const [only] = proposalsFor(line({ text: wrong }), facts([order('a'), order('b')]));
    expect([only?.class, only?.orderId, only?.reasons]).toEqual([
      'E',
      'a',
      ['reference_near', 'amount_exact', 'payer_new'],
    ]);
  });
});

describe('a line that names several orders', () => {
  const both = [order('a'), order('b', { total: sar(200_000) })];

  it('pays each what it needs, when together they need what came', () => {
    expect(told({ text: `${A} ${B}`, amount: sar(500_000) }, facts(both))).toEqual([
      ['D', 'a', 300_000],
      ['D', 'b', 200_000],
    ]);
    expect(told({ text: `${A} ${B}`, amount: sar(499_999) }, facts(both))).toEqual([]);
  });

  it('of two companies is looked at by a person', () => {
    const other = order('b', { total: sar(200_000), companyId: 'atlas' });
    expect(told({ text: `${A} ${B}`, amount: sar(500_000) }, facts([order('a'), other]))).toEqual([]);
  });

  it('by the company’s own reference pays the one set of its orders that needs it', () => {
    expect(told({ text: OWN, amount: sar(500_000) }, facts(both))).toHaveLength(2);
    expect(told({ text: OWN, amount: sar(200_000) }, facts(both))).toEqual([['D', 'b', 200_000]]);
    expect(told({ text: OWN }, facts([order('a'), order('b')]))).toEqual([]);
  });
});

describe('a line that names nothing', () => {
  const reasonsOf = (given: Partial<NewLine>, known: MatchingFacts) =>
    proposalsFor(line(given), known)[0]?.reasons;

  it('is proposed from seventy points on, with the reasons', () => {
    expect(reasonsOf({}, facts([order('a')], { payers: KNOWN }))).toEqual([
      'no_reference',
      'amount_unique',
      'payer_name_alike',
      'date_fits',
      'amount_exact',
      'payer_known',
    ]);
    expect(reasonsOf({}, facts([order('a')]))).toBeUndefined();
  });

  it('counts a receipt of the amount and of about the day', () => {
    const receipts = (paidOn: string) => new Map([['a', [{ amount: sar(290_000), paidOn }]]]);
    const asked = { amount: sar(290_000), payerName: '' };
    const known = (paidOn: string) => facts([order('a')], { payers: KNOWN, receipts: receipts(paidOn) });
    expect(reasonsOf(asked, known('2026-11-20'))).toContain('receipt_agrees');
    expect(reasonsOf(asked, known('2026-11-01'))).toBeUndefined();
  });

  it('is left alone when two orders are as likely, or two companies pay from the account', () => {
    expect(reasonsOf({}, facts([order('a'), order('b')], { payers: KNOWN }))).toBeUndefined();
    const shared = new Map([['iban', new Set(['nour', 'atlas'])]]);
    expect(reasonsOf({}, facts([order('a')], { payers: shared }))).toBeUndefined();
  });
});

describe('money out', () => {
  const payment = (id: string, given: Partial<BookedPayment> = {}): BookedPayment => ({
    matchId: id,
    lineId: id,
    lineAmount: sar(300_000),
    amount: sar(300_000),
    writtenOff: sar(0),
    companyId: 'nour',
    orderId: 'a',
    reference: A,
    bankReference: null,
    endToEnd: null,
    payerIbanHash: null,
    ...given,
  });
  const back = (given: Partial<NewLine>, booked: readonly BookedPayment[]) =>
    proposalsFor(line({ amount: sar(-300_000), isReversal: true, ...given }), facts([], { booked })).map(
      ({ kind, reversesId, reasons }) => [kind, reversesId, reasons.at(-1)],
    );

  it('takes back the payment with the surest sign', () => {
    const booked = [
      payment('x', { payerIbanHash: 'iban' }),
      payment('y', { endToEnd: 'E2E' }),
      payment('z', { bankReference: 'BR' }),
    ];
    expect(back({ bankReference: 'BR', endToEnd: 'E2E' }, booked)).toEqual([
      ['return', 'z', 'bank_reference_same'],
    ]);
    expect(back({ endToEnd: 'E2E' }, booked)).toEqual([['return', 'y', 'end_to_end_same']]);
    expect(back({}, booked)).toEqual([['return', 'x', 'payer_known']]);
  });

  it('takes back every match of a payment of several orders', () => {
    const parts = ['x', 'y'].map((id) =>
      payment(id, { lineId: 'one', amount: sar(150_000), payerIbanHash: 'iban' }),
    );
    expect(back({}, parts)).toHaveLength(2);
  });

  it('is not guessed where two payments are as likely, where the amount differs, or where nothing says return', () => {
    const two = [payment('x', { payerIbanHash: 'iban' }), payment('y', { payerIbanHash: 'iban' })];
    expect(back({}, two)).toEqual([]);
    expect(back({ amount: sar(-1) }, two.slice(0, 1))).toEqual([]);
    expect(back({ isReversal: false, text: 'office rent' }, two.slice(0, 1))).toEqual([]);
    expect(back({ isReversal: false, text: 'حوالة مرتجعة' }, two.slice(0, 1))).toHaveLength(1);
  });
});

describe('a payment that the bank has taken back already', () => {
  it('says so while its way back is not matched', () => {
    const reasons = (back: Partial<NewLine>) =>
      proposalsFor(
        line({ text: A }),
        facts([order('a')], { returns: [line({ id: 'back', amount: sar(-300_000), ...back })] }),
      )[0]?.reasons;
    expect(reasons({})).toEqual(['reference_exact', 'amount_exact', 'bank_returned', 'payer_new']);
    expect(reasons({ payerIbanHash: 'other' })).not.toContain('bank_returned');
    expect(reasons({ amount: sar(-1) })).not.toContain('bank_returned');
  });
});

describe('a payer', () => {
  const [whole] = [facts([order('a')])];
  const reasons = (given: Partial<NewLine>, known = whole) =>
    proposalsFor(line({ text: A, ...given }), known)[0]?.reasons.slice(2);

  it('is known by the account, told by the name, or somebody else', () => {
    expect(reasons({})).toEqual(['payer_new']);
    expect(reasons({ payerName: '' })).toEqual(['payer_new']);
    expect(reasons({ payerName: 'ABDULLAH SAAD' })).toEqual(['payer_new', 'payer_third_party']);
    expect(reasons({ payerName: 'ABDULLAH SAAD' }, facts([order('a')], { payers: KNOWN }))).toEqual([
      'payer_known',
    ]);
    const atlas = new Map([['iban', new Set(['atlas'])]]);
    expect(reasons({}, facts([order('a')], { payers: atlas }))).toEqual(['payer_new', 'payer_third_party']);
  });
});
