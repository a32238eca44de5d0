import { expect, it } from '@jest/globals';
import { add, type Money, money, zero } from '@qafila/shared/kernel/money';
import { saudiIban } from '@qafila/shared/payments/iban';
import { SimClock } from '../../../../simulators/kernel/sim-clock';
import { idempotencyKey } from '../../domain/gateways/idempotency-key';
import type { TransferBook, TransferFacts } from '../../domain/gateways/transfer-book';
import { AMOUNT, type Profile } from '../testing/bench';
import { contractSuite } from '../testing/contract-suite';
import { NOW } from '../testing/open-bench';
import { BankTransferGateway } from './bank-transfer-gateway';

/** Instructions and money received, for any attempt of the bench but the unknown one. */
class BookInMemory implements TransferBook {
  private readonly received = new Map<string, Money>();
  isClosed = false;

  receive(ourRef: string, amount: Money): void {
    this.received.set(ourRef, add(this.received.get(ourRef) ?? zero(amount.currency), amount));
  }

  find(ourRef: string): Promise<TransferFacts | null> {
    const isKnown = /^0198f000-.*-0*1$/.test(ourRef);
    const facts = {
      ourRef,
      iban: saudiIban('80', '608010167519'),
      reference: 'QF7K2M4T8X',
      deadline: new Date('2026-12-02T20:59:59Z'),
      amount: AMOUNT,
      received: this.received.get(ourRef) ?? zero('SAR'),
      refunded: zero('SAR'),
      isClosed: this.isClosed,
    };
    return Promise.resolve(isKnown ? facts : null);
  }
}

let book = new BookInMemory();
const profile: Profile = {
  id: 'bank_transfer',
  method: 'bank_transfer',
  pay: ({ given }) => book.receive(given.ourRef, given.amount),
  approve: [],
  decline: [],
  abandon: [],
  lifeMs: 0,
  open: () => {
    book = new BookInMemory();
    const clock = new SimClock(NOW);
    const gateway = new BankTransferGateway(book, clock);
    return Promise.resolve({ gateway, stranger: gateway, rotated: gateway, clock, remote: null });
  },
};
const current = contractSuite(profile, {
  methods: ['bank_transfer'],
  authorise: false,
  partialCapture: false,
  cancelOpen: false,
  void: false,
  repeatableStart: true,
  refund: false,
  partialRefund: false,
  asyncRefund: false,
  hostedPage: false,
  hooks: false,
  hookIds: false,
  lists: false,
});

it.each([
  [499_999, 'partially_captured'],
  [500_001, 'captured'],
  [600_000, 'captured'],
])('%d halalas received of 500,001: %s', async (minor, state) => {
  const { given, ref } = await current().start();
  book.receive(given.ourRef, money(minor, 'SAR'));
  expect(await current().gateway.fetch(ref)).toMatchObject({ state, captured: { minor } });
});

it('an instruction that ended without money is over; with money it is what it is', async () => {
  const { given, ref } = await current().start();
  book.isClosed = true;
  expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'expired' });
  book.receive(given.ourRef, AMOUNT);
  expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'captured' });
});

it('an order without an instruction is not paid by bank', async () => {
  const known = current().asked();
  const given = { ...known, ourRef: 'none' };
  const told = await current().gateway.start(given, idempotencyKey('none', 'start', 1));
  expect(told).toEqual({ kind: 'rejected', code: 'no_instruction' });
});
