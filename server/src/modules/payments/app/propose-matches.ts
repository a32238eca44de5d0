import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MatchRepository } from '../db/match.repository';
import type { NewLine } from '../domain/matching/facts';
import { proposalsFor } from '../domain/matching/propose';
import { FollowMatches } from './follow-matches';
import { LoadFacts } from './load-facts';

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
    private readonly follow: FollowMatches,
  ) {}

  async run(tx: Tx, lines: readonly ImportedLine[]): Promise<number> {
    const facts = await this.facts.run(tx, lines);
    const proposals = lines.flatMap((line) => proposalsFor(line, facts));
    const proposed = [...new Set(proposals.map(({ lineId }) => lineId))];
    await this.matches.propose(tx, proposals);
    await this.follow.run(tx, proposed);
    return proposed.length;
  }
}
