import { describe, expect, it } from '@jest/globals';
import { add, money, subtract, zero } from '@qafila/shared/kernel/money';
import { gatewayRef } from '../gateways/gateway-ref';
import type { Snapshot, SnapshotState } from '../gateways/snapshot';
import { movedBy } from '../ledger-entry';
import type { Attempt } from './attempt';
import { disputedMinor, entriesFor } from './attempt-entries';
import { follow } from './follow-snapshot';

const TOTAL = money(575_001, 'SAR');
const AT = new Date('2026-11-29T09:00:00Z');
const REF = gatewayRef('cs_1');
const ATTEMPT: Attempt = {
  companyId: '0198f000-0000-7000-8000-000000000001',
  id: '0198f000-0000-7000-8000-000000000002',
  orderId: '0198f000-0000-7000-8000-000000000003',
  method: 'visa',
  gateway: 'stripe',
  state: 'open',
  amount: TOTAL,
  pay: TOTAL,
  rate: null,
  ref: REF,
  pageUrl: null,
  expiresAt: AT,
  isEnding: false,
  bookedMinor: 0,
  disputedMinor: 0,
  phoneSealed: null,
  flag: null,
  settledFlag: null,
  dispute: null,
  failure: null,
  startedBy: '0198f000-0000-7000-8000-000000000004',
  startedAt: AT,
  version: 1,
};

/** Its order still waits, or was confirmed; the other one waits no more. */
const WAITS = { isOver: false };
const ENDED = { isOver: true };

const told = (state: SnapshotState): Snapshot => ({
  ref: REF,
  ourRef: ATTEMPT.id,
  state,
  amount: TOTAL,
  authorised: zero('SAR'),
  captured: state === 'captured' ? TOTAL : zero('SAR'),
  refunded: zero('SAR'),
  method: null,
  dispute: null,
  rawState: state,
  fetchedAt: AT,
});

/** An attempt with what the ledger has of its order, as far as looks at a gateway brought it. */
interface Told {
  readonly attempt: Attempt;
  readonly receivedMinor: number;
  readonly entries: number;
}
function look({ attempt, receivedMinor, entries: before }: Told, snapshot: Snapshot): Told {
  const received = money(receivedMinor, 'SAR');
  const none = zero('SAR');
  const stands = {
    over: none,
    free: none,
    isCancelled: false,
    isOnOrder: receivedMinor > 0 || attempt.bookedMinor > 0,
  };
  const order = { due: subtract(TOTAL, received), ...stands };
  const entries = entriesFor(attempt, snapshot, order);
  const moved = entries.map((entry) => money(movedBy(entry).receivedMinor, 'SAR'));
  return {
    attempt: {
      ...attempt,
      ...follow(attempt, snapshot, WAITS),
      bookedMinor: Math.max(attempt.bookedMinor, snapshot.captured.minor),
      disputedMinor: entries.some(({ kind }) => kind.startsWith('dispute'))
        ? disputedMinor(snapshot)
        : attempt.disputedMinor,
    },
    receivedMinor: moved.reduce(add, received).minor,
    entries: before + entries.length,
  };
}
const START: Told = { attempt: ATTEMPT, receivedMinor: 0, entries: 0 };

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]];
  return all.flatMap((one, at) => permutations(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}
/** What a payment by card goes through: a decline, 3-D Secure, an answer that comes later. */
const LIFE = (['open', 'action_required', 'open', 'processing', 'authorised', 'captured'] as const).map(told);
const ORDERS = permutations(LIFE);

describe('what a gateway tells of one payment in its life', () => {
  it('ends in the same state in each of its 720 orders, with every telling once more', () => {
    expect(ORDERS).toHaveLength(720);
    for (const order of ORDERS) {
      const twice = order.flatMap((snapshot, at) => [snapshot, snapshot, ...order.slice(0, at)]);
      const end = twice.reduce(look, START);
      expect([end.attempt.state, end.receivedMinor, end.entries]).toEqual(['captured', TOTAL.minor, 1]);
    }
  });

  it('is booked once also where it was over before it was paid', () => {
    for (const over of ['failed', 'cancelled', 'expired'] as const)
      for (const order of permutations([told(over), told('open'), told('captured')])) {
        const end = [...order, ...order].reduce(look, START);
        expect([end.attempt.state, end.entries]).toEqual(['captured', 1]);
      }
  });

  it('leaves the order open while it is disputed, and covers it once more when it is won', () => {
    const paid = told('captured');
    const asked = { id: 'du_1', amount: TOTAL, reason: 'fraudulent', answerBy: null };
    const disputed: Snapshot = { ...paid, state: 'disputed', dispute: { ...asked, state: 'open' } };
    const won: Snapshot = { ...paid, dispute: { ...asked, state: 'won' } };
    const open = [paid, disputed, disputed].reduce(look, START);
    expect([open.attempt.state, open.attempt.flag, open.receivedMinor]).toEqual(['disputed', 'dispute', 0]);
    const end = [won, won].reduce(look, open);
    expect([end.attempt.state, end.receivedMinor, end.entries]).toEqual(['captured', TOTAL.minor, 3]);
  });
});

describe('a flag', () => {
  const less: Snapshot = { ...told('captured'), amount: subtract(TOTAL, money(1, 'SAR')) };
  const settled = (attempt: Attempt): Attempt => ({ ...attempt, flag: null, settledFlag: attempt.flag });

  it('stays until somebody looked, and comes back for nothing that was looked at', () => {
    const raised = follow(ATTEMPT, less, WAITS);
    expect(raised).toMatchObject({ flag: 'amount', settledFlag: null });
    expect(follow({ ...ATTEMPT, ...raised }, told('captured'), WAITS).flag).toBe('amount');
    expect(follow(settled({ ...ATTEMPT, ...raised }), less, WAITS)).toMatchObject({
      flag: null,
      settledFlag: 'amount',
    });
  });

  it('comes back where the gateway tells something else, or the same after a while', () => {
    const looked = settled({ ...ATTEMPT, flag: 'amount' });
    expect(follow(looked, told('unknown'), WAITS)).toMatchObject({ flag: 'unknown', settledFlag: null });
    const quiet = { ...looked, ...follow(looked, told('open'), WAITS) };
    expect(quiet).toMatchObject({ flag: null, settledFlag: null });
    expect(follow(quiet, less, WAITS).flag).toBe('amount');
  });

  it('of an order that ended stands for money only, and goes when the order is opened again', () => {
    expect(follow(ATTEMPT, told('expired'), ENDED).flag).toBeNull();
    const raised = follow(ATTEMPT, told('captured'), ENDED);
    expect(raised.flag).toBe('closed');
    expect(follow({ ...ATTEMPT, ...raised }, told('captured'), WAITS).flag).toBeNull();
    const looked = settled({ ...ATTEMPT, ...raised });
    expect(follow(looked, told('captured'), ENDED).flag).toBeNull();
  });

  it('of a review goes by itself when the gateway has decided', () => {
    const looked = { ...ATTEMPT, ...follow(ATTEMPT, told('in_review'), WAITS) };
    expect(looked.flag).toBe('review');
    expect(follow(looked, told('captured'), WAITS).flag).toBeNull();
  });
});
