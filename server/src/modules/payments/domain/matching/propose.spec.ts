import { beforeAll, describe, expect, it } from '@jest/globals';
import { isSure } from '@qafila/shared/payments/matching.rules';
import {
  type MadeBank,
  type MadeTransfer,
  madeTransfers,
  type TransferKind,
} from '../../testing/made-transfers';
import type { Proposal } from './facts';
import { proposalsFor } from './propose';

const MANY = 10_000;

/** What came of the transfers of one kind: sure and right, offered and right, offered and wrong, nothing. */
interface Share {
  sure: number;
  offered: number;
  wrong: number;
  none: number;
}
interface Judged {
  readonly transfer: MadeTransfer;
  readonly proposals: readonly Proposal[];
  readonly isSure: boolean;
  readonly isRight: boolean;
}

/**
 * The shares of this seed, noted. What is wrong is never sure: a payment of several orders that a bank made smaller fits
 * another set of the company’s orders by chance once in some hundreds, and is looked at.
 */
const SHARES: Readonly<Record<TransferKind, Share>> = {
  exact: { sure: 667, offered: 0, wrong: 0, none: 0 },
  short: { sure: 0, offered: 667, wrong: 0, none: 0 },
  over: { sure: 0, offered: 667, wrong: 0, none: 0 },
  split: { sure: 0, offered: 667, wrong: 0, none: 0 },
  merged: { sure: 667, offered: 0, wrong: 0, none: 0 },
  merged_short: { sure: 0, offered: 104, wrong: 0, none: 563 },
  merged_by_company: { sure: 0, offered: 611, wrong: 0, none: 56 },
  merged_by_company_short: { sure: 0, offered: 0, wrong: 1, none: 666 },
  wrong_symbol: { sure: 0, offered: 667, wrong: 0, none: 0 },
  two_wrong_symbols: { sure: 0, offered: 266, wrong: 0, none: 401 },
  no_reference: { sure: 0, offered: 276, wrong: 0, none: 390 },
  same_amount_twice: { sure: 0, offered: 18, wrong: 0, none: 648 },
  third_party: { sure: 0, offered: 666, wrong: 0, none: 0 },
  unknown: { sure: 0, offered: 0, wrong: 0, none: 666 },
  returned: { sure: 0, offered: 666, wrong: 0, none: 0 },
};

let bank: MadeBank;
let judged: readonly Judged[];
beforeAll(() => {
  bank = madeTransfers(MANY);
  judged = bank.transfers.map((transfer) => {
    const proposals = proposalsFor(transfer.line, bank.facts);
    return {
      transfer,
      proposals,
      isSure:
        proposals.length > 0 &&
        proposals.every((proposal) => isSure({ ...proposal, reasons: [...proposal.reasons] })),
      isRight: isTrue(proposals, transfer),
    };
  });
});

const isTrue = (proposals: readonly Proposal[], { truth }: MadeTransfer): boolean =>
  proposals.length === truth.size &&
  proposals.every(({ orderId, amount }) => truth.get(orderId ?? '') === amount.minor);

function shares(): Partial<Record<TransferKind, Share>> {
  const found: Partial<Record<TransferKind, Share>> = {};
  for (const { transfer, proposals, isSure, isRight } of judged) {
    const share = found[transfer.kind] ?? { sure: 0, offered: 0, wrong: 0, none: 0 };
    found[transfer.kind] = share;
    if (proposals.length === 0) share.none += 1;
    else if (!isRight) share.wrong += 1;
    else if (isSure) share.sure += 1;
    else share.offered += 1;
  }
  return found;
}

describe('ten thousand transfers whose truth is known', () => {
  it('are never matched for certain with what they were not for', () => {
    expect(judged.filter(({ isSure, isRight }) => isSure && !isRight)).toEqual([]);
    expect(judged.filter(({ isSure }) => isSure).length).toBeGreaterThan(MANY / 10);
  });

  it('come out in these shares', () => {
    expect(shares()).toEqual(SHARES);
  });

  it('of third parties are flagged, of the traders themselves are not', () => {
    const flagged = (kind: TransferKind): number =>
      judged.filter(
        ({ transfer, proposals }) =>
          transfer.kind === kind && proposals.some(({ reasons }) => reasons.includes('payer_third_party')),
      ).length;
    const all = judged.filter(({ transfer }) => transfer.kind === 'third_party').length;
    expect([flagged('third_party'), flagged('exact'), flagged('merged')]).toEqual([all, 0, 0]);
  });
});
