import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { LineRepository } from '../db/line.repository';
import { MatchRepository } from '../db/match.repository';
import { opposite } from '../domain/ledger-entry';
import type { NewLine, Proposal } from '../domain/matching/facts';
import { proposalsFor } from '../domain/matching/propose';
import { isReturn, takesBack } from '../domain/matching/returns';
import { FollowMatches } from './follow-matches';
import { LoadFacts } from './load-facts';
import { WithdrawAll } from './withdraw-all';

/** A line as the import has just stored it, its sealed parts still open. */
export interface ImportedLine extends NewLine {
  /** ISO date of value. */
  readonly valueOn: string;
  readonly payerIban: string | null;
  /** The statement proved its balance; a match of any other line needs a second person. */
  readonly isProven: boolean;
}

/** Proposes what each new line is most likely for. Returns for how many something was found. */
@Injectable()
export class ProposeMatches {
  constructor(
    private readonly facts: LoadFacts,
    private readonly matches: MatchRepository,
    private readonly withdraw: WithdrawAll,
    private readonly follow: FollowMatches,
    private readonly stored: LineRepository,
    private readonly cipher: FieldCipher,
  ) {}

  async run(tx: Tx, lines: readonly NewLine[]): Promise<number> {
    const facts = await this.facts.run(tx, lines);
    const proposals = onceForRefund(lines.flatMap((line) => proposalsFor(line, facts)));
    const proposed = [...new Set(proposals.map(({ lineId }) => lineId))];
    await this.replaceUndos(tx, proposals);
    await this.matches.propose(tx, proposals);
    await this.follow.run(tx, proposed);
    await this.noteReturned(tx, lines.filter(isReturn));
    return proposed.length;
  }

  /** The bank's own way back of a payment comes before somebody's wish to undo its match. */
  private async replaceUndos(tx: Tx, proposals: readonly Proposal[]): Promise<void> {
    const reversed = proposals.flatMap(({ reversesId }) => reversesId ?? []);
    await this.withdraw.run(tx, await this.matches.undosOf(tx, reversed));
  }

  /** What nobody booked yet of payments that came before these ways back. */
  private async noteReturned(tx: Tx, returns: readonly NewLine[]): Promise<void> {
    const amounts = returns.map(({ amount }) => opposite(amount));
    const found = await this.stored.ofAmounts(tx, amounts, 'proposed');
    if (found.length === 0) return;
    const credits = await this.stored.opened(tx, found, await this.cipher.sealerFor(null));
    const returned = credits.filter((credit) => returns.some((back) => takesBack(back, credit)));
    await this.matches.noteReturned(
      tx,
      returned.map(({ id }) => id),
    );
  }
}

/** Two lines can name one refund: the first one takes it, the other is looked at by a person. */
function onceForRefund(proposals: readonly Proposal[]): Proposal[] {
  const taken = new Set<string>();
  return proposals.filter(({ kind, refundId }) => {
    if (refundId === undefined) return true;
    const key = `${kind} ${refundId}`;
    const isFirst = !taken.has(key);
    taken.add(key);
    return isFirst;
  });
}
